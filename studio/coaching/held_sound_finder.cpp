#include "studio/coaching/held_sound_finder.h"

#include <algorithm>
#include <cmath>

namespace gladi {
namespace {

// Tuned on the made takes and the prompts of the corpus's first part (docs/coaching.md).
constexpr float kMostChangeDb = 3.25F;         // root mean square over the bands
constexpr float kMostPitchChange = 1.5F / 12;  // octaves
constexpr float kDepthDb = 30;                 // bands so far below the loudest one are noise
constexpr int64_t kLongestChange = 6;          // frames
constexpr double kFewestSteady = 0.65;         // of a run's frames

}  // namespace

HeldSoundFinder::Piece HeldSoundFinder::piece_of(const SettledFrame& frame) {
  Piece piece{frame.sound.index, frame.hz > 0 && frame.speaking, std::log2(std::max(frame.hz, 1.0F)),
              frame.sound.bands};
  const float floor = *std::max_element(piece.shape.begin(), piece.shape.end()) - kDepthDb;
  float mean = 0;
  for (float& band : piece.shape) {
    band = std::max(band, floor);
    mean += band / static_cast<float>(piece.shape.size());
  }
  for (float& band : piece.shape) band -= mean;
  return piece;
}

bool HeldSoundFinder::steady() const {
  const float pitch_change = std::abs(pieces_[kMiddle + kReach].octave - pieces_[kMiddle - kReach].octave);
  if (!pieces_[kMiddle].voiced || pitch_change > kMostPitchChange) return false;
  float squares = 0;
  for (size_t band = 0; band < SoundFrame::kBands; ++band) {
    float change = 0;
    for (size_t i = 0; i < kMean; ++i)
      change += pieces_[pieces_.size() - 1 - i].shape[band] - pieces_[i].shape[band];
    squares += change * change / static_cast<float>(kMean * kMean);
  }
  return squares < kMostChangeDb * kMostChangeDb * static_cast<float>(SoundFrame::kBands);
}

void HeldSoundFinder::push(const SettledFrame& frame) {
  std::rotate(pieces_.begin(), pieces_.begin() + 1, pieces_.end());
  pieces_.back() = piece_of(frame);
  const Piece& middle = pieces_[kMiddle];
  if (steady()) {
    if (begin_ < 0) begin_ = middle.index;
    last_ = middle.index;
    ++steady_frames_;
  } else if (begin_ >= 0 && (!middle.voiced || middle.index - last_ > kLongestChange)) {
    end_run();
  }
}

void HeldSoundFinder::finish() {
  if (begin_ >= 0) end_run();
  pieces_ = {};
}

void HeldSoundFinder::end_run() {
  const auto frames = static_cast<double>(last_ - begin_ + 1);
  constexpr auto kHidden = static_cast<int64_t>(kReach);  // steady, but too near to a change to be seen
  const TakeStretch stretch{time_of_frame(std::max<int64_t>(0, begin_ - kHidden)),
                            time_of_frame(last_ + 1 + kHidden)};
  if (stretch.to - stretch.from >= kShortest && steady_frames_ >= kFewestSteady * frames) found_(stretch);
  begin_ = last_ = -1;
  steady_frames_ = 0;
}

}  // namespace gladi
