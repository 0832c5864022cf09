// The last moments of a take, kept until they are safe on the disk: what a part that fails has lost goes into
// the next one from here. Private to encoder/file.
#pragma once

#include <cstdint>
#include <deque>
#include <vector>

#include "encoder/program/picture.h"

namespace gladi {

struct HeldPicture {
  PicturePtr picture;
  int64_t index = 0;  // program frame of the take
  int repeats = 0;    // frames after it that show it again
  int64_t end() const { return index + repeats + 1; }
};

// One thread at a time. Bounded: the oldest give way.
class HeldPictures {
 public:
  // About 2.3 s at 720×1280@30 and 1 s at 1080×1920@30: opening a file on a slow stick and catching up again.
  static constexpr size_t kMaxBytes = 96 << 20;

  void add(HeldPicture picture);
  void drop_before(int64_t index);
  // While a part takes over what is held, half as much again has room: what comes in meanwhile must not push
  // out what is just about to be read.
  void hold_more(bool more) { most_bytes_ = more ? kMaxBytes * 3 / 2 : kMaxBytes; }
  // The one that shows frame `index`, else the next one after it; null when that hasn't come yet.
  const HeldPicture* from(int64_t index) const;
  int64_t next_index() const { return next_index_; }  // after the last one that was added

 private:
  std::deque<HeldPicture> pictures_;
  size_t bytes_ = 0;
  size_t most_bytes_ = kMaxBytes;
  int64_t next_index_ = 0;
};

// One thread at a time. Samples of SoundFormat, numbered from the take's first. Bounded as well.
class HeldSound {
 public:
  static constexpr int64_t kMaxFrames = 20 * 48'000;

  void add(const float* interleaved, int frames);
  void drop_before(int64_t frame);
  void hold_more(bool more) { most_frames_ = more ? kMaxFrames * 3 / 2 : kMaxFrames; }  // as HeldPictures
  // At most `frames` from `first` on, silence where they are not held any more.
  std::vector<float> copy(int64_t first, int64_t frames) const;
  int64_t begin() const { return first_; }         // the oldest that is held
  int64_t end() const { return first_ + held(); }  // after the last one that was added

 private:
  int64_t held() const;
  std::deque<float> samples_;
  int64_t first_ = 0;
  int64_t most_frames_ = kMaxFrames;
};

}  // namespace gladi
