// The figures of docs/audience-model.md: how lively an audience is and what moves it. Whole numbers only, so
// that every computer gives the same audience.
#pragma once

#include <array>
#include <cstdint>
#include <string>

#include "encoder/base/media_time.h"

namespace gladi {

struct AudienceModel {
  int viewers = 0;            // who watch when the mood is kMoodUsual
  int64_t chat_every_ms = 0;  // between two lines that may come; the mood thins them
  int64_t orders_per_hour = 0;
  size_t most_waiting = 0;            // questions at a time
  std::array<int64_t, 12> weights{};  // by chat_intents()
};

namespace audience_model {

inline constexpr MediaTime kStep = MediaTime::from_ms(100);
inline constexpr int kStepsPerSecond = 10;

inline constexpr int64_t kMoodUsual = 600, kMoodBest = 1000;
inline constexpr int64_t kMoodReturnsIn = 60;  // seconds: a 60th of the way back each second
inline constexpr int64_t kQuickAnswer = 40, kAnswer = 20, kLateAnswer = 5, kMissed = -50;
inline constexpr int64_t kMutedRude = 10, kRudeStays = -20;
inline constexpr int64_t kNewProduct = 60, kFlashSale = 120, kSilentSecond = -8;

// docs: COACHING — up to 10 s is a good reply, more than 30 s a missed one.
inline constexpr MediaTime kQuickWithin = MediaTime::from_ms(10'000);
inline constexpr MediaTime kMissedAfter = MediaTime::from_ms(30'000);
inline constexpr MediaTime kForgottenAfter = MediaTime::from_ms(60'000);  // the asker has left
inline constexpr MediaTime kRudeStaysFor = MediaTime::from_ms(20'000);

inline constexpr int64_t kComeAndGoSeconds = 60;   // a viewer stays so long on average
inline constexpr int64_t kCatchUpSeconds = 15;     // how fast the number follows the mood
inline constexpr int64_t kHeartsPerThousand = 12;  // a second and viewer, in the usual mood
inline constexpr int64_t kLeavePercentAtMiss = 3;
inline constexpr MediaTime kLooksFirst = MediaTime::from_ms(15'000);  // nobody orders before
inline constexpr int64_t kFlashOrders = 3;                            // times as many

// "calm", "busy", "difficult"; anything else is nobody.
inline AudienceModel model_of(const std::string& level) {
  //                        greeting price size stock ship cod material licence bargain off rude praise
  if (level == "calm") return {24, 12'000, 40, 2, {8, 14, 12, 10, 8, 6, 12, 8, 0, 0, 0, 18}};
  if (level == "busy") return {128, 5'000, 110, 4, {8, 14, 12, 12, 8, 7, 12, 8, 6, 0, 0, 18}};
  if (level == "difficult") return {90, 4'500, 70, 5, {5, 12, 10, 10, 7, 6, 10, 8, 14, 9, 11, 8}};
  return {};
}

}  // namespace audience_model
}  // namespace gladi
