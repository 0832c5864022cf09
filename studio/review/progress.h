// All takes of one person as numbers, take by take: what the pictures of her progress are made of. Compared
// with nobody else.
#pragma once

#include <atomic>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "encoder/base/error.h"
#include "studio/review/review.h"
#include "studio/review/take_facts.h"

namespace gladi {

// What reviewers gave one criterion of a take, on average.
struct CriterionLevel {
  std::string criterion;
  LocalText name;
  double level = 1;
  int levels = 5;
};

struct ProgressPoint {
  std::filesystem::path folder;
  WallTime started_at;
  std::string title;
  int on_time = 0;  // parts of the plan within ±10 %
  int parts = 0;    // that have a planned time
  ReplyFacts replies;
  std::optional<double> integrated_lufs;
  int own_level = 0;  // as she found it herself, 1 to SelfRated::kLevels; 0: she didn't say
  std::vector<CriterionLevel> scores;

  // Estimates of how she spoke; nothing where a take isn't measured yet, or has too little speech.
  bool measured = false;
  std::optional<double> syllables_per_s;
  std::optional<double> pitch_spread_semitones;
  std::optional<MediaTime> longest_pause;  // that nobody has dismissed
  std::optional<double> face_share;        // of the time, in the picture
};

// Who looks. A trainee sees no scores, and nothing of a take before she has rated herself or skipped that
// (adr/0026); a trainer sees a take's scores once she has handed in her own.
struct ProgressViewer {
  std::string person_id;   // whose takes
  std::string trainer_id;  // empty: the person herself looks
};

// By time. Takes of others and those too short to say anything are left out, whatever `folders` holds; what
// can't be read is told in `problems` (may be null), and in `unrated` (may be null) how many of her takes she
// doesn't see yet. Reads files: not on the main thread.
std::vector<ProgressPoint> progress_of(const std::vector<std::filesystem::path>& folders,
                                       const ProgressViewer& viewer, std::vector<Error>* problems = nullptr,
                                       const std::atomic<bool>* cancel = nullptr, int* unrated = nullptr);

// The scores of `reviews` that this trainer may see: none before she has handed in her own.
std::vector<CriterionLevel> scores_seen_by(const std::string& trainer_id, const std::vector<Review>& reviews);

// The last takes against those before. Fewer values than kFewest say nothing: chance moves them more.
struct Trend {
  static constexpr size_t kFewest = 4;
  static constexpr size_t kLately = 2;  // takes
  double before = 0;                    // means
  double lately = 0;
};
// Nothing for fewer than Trend::kFewest values; takes without one are passed over.
std::optional<Trend> trend_of(const std::vector<std::optional<double>>& values);

}  // namespace gladi
