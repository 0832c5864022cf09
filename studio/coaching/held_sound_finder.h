// Finds sounds that are held: "eee", "emm", a drawn-out vowel.
#pragma once

#include <array>
#include <functional>

#include "encoder/playback/waveform.h"
#include "studio/coaching/sound_frame.h"

namespace gladi {

// One thread. A stretch of 0.3 s or more that is voiced all the time while neither its pitch nor its spectrum
// changes much; a short change within it ("e-mm") is allowed. Whether it fills a pause or says "muraaah"
// can't be told by it.
class HeldSoundFinder {
 public:
  static constexpr MediaTime kShortest = MediaTime::from_ms(300);
  using Found = std::function<void(const TakeStretch&)>;

  explicit HeldSoundFinder(Found found) : found_(std::move(found)) {}

  void push(const SettledFrame& frame);
  void finish();

 private:
  // A change is seen between the means of kMean frames, whose middles lie kReach before and behind.
  static constexpr size_t kReach = 4, kMean = 7;
  static constexpr size_t kMiddle = kReach + kMean / 2;
  struct Piece {
    int64_t index = 0;
    bool voiced = false;                            // and within speech
    float octave = 0;                               // log2 of the pitch
    std::array<float, SoundFrame::kBands> shape{};  // the bands in dB, without how loud they are together
  };
  static Piece piece_of(const SettledFrame& frame);
  bool steady() const;  // the middle piece
  void end_run();

  const Found found_;
  std::array<Piece, 2 * kMiddle + 1> pieces_{};  // the last ones, oldest first
  int64_t begin_ = -1;                           // the run's first and last steady frame
  int64_t last_ = -1;
  int steady_frames_ = 0;
};

}  // namespace gladi
