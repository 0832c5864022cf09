// How loud a take's background and its voice are, from all frames so far.
#pragma once

#include <array>
#include <cstdint>

namespace gladi {

// Levels in dB, counted in steps of 1 dB; what is fainter than kLowestDb counts as that.
class LevelStatistics {
 public:
  static constexpr int kLowestDb = -90;
  // What never gets louder than this is no voice; nothing is quieter background than kQuietestDb.
  static constexpr float kNoVoiceDb = -55, kQuietestDb = -70;
  // A voice this little above the background can't be told from it.
  static constexpr float kLeastContrastDb = 10;

  void add(float level_db, int times = 1);
  int64_t count() const { return count_; }
  float background_db() const;
  // A level that the loud parts of the voice have; steady against single bangs and long silences.
  float voice_db() const;
  bool has_contrast() const;

 private:
  float percentile(double share, int from_step) const;

  std::array<int64_t, 1 - kLowestDb> counts_{};
  int64_t count_ = 0;
};

}  // namespace gladi
