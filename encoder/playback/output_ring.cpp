#include "encoder/playback/output_ring.h"

#include <algorithm>

#include "encoder/playback/sound_output.h"

namespace gladi {
namespace {

constexpr int kChannels = SoundOutput::kChannels;

}  // namespace

OutputRing::OutputRing(int frames)
    : capacity_(frames), samples_(static_cast<size_t>(frames) * static_cast<size_t>(kChannels)) {}

int OutputRing::room() const {
  return capacity_ - static_cast<int>(written() - read_.load(std::memory_order_acquire));
}

void OutputRing::write(const float* interleaved, int frames) {
  const int64_t first = written();
  for (int done = 0; done < frames;) {
    const int place = static_cast<int>((first + done) % capacity_);
    const int count = std::min(frames - done, capacity_ - place);
    std::copy_n(interleaved + done * kChannels, count * kChannels, samples_.begin() + place * kChannels);
    done += count;
  }
  written_.store(first + frames, std::memory_order_release);
}

void OutputRing::drop_discarded() {
  const int64_t discarded = discarded_.load(std::memory_order_acquire);
  if (read_so_far() < discarded) read_.store(discarded, std::memory_order_release);
}

int OutputRing::read(float* interleaved, int frames) {
  drop_discarded();
  const int64_t first = read_so_far();
  const int64_t there = written_.load(std::memory_order_acquire) - first;
  const int given = static_cast<int>(std::min<int64_t>(frames, there));
  for (int done = 0; done < given;) {
    const int place = static_cast<int>((first + done) % capacity_);
    const int count = std::min(given - done, capacity_ - place);
    std::copy_n(samples_.begin() + place * kChannels, count * kChannels, interleaved + done * kChannels);
    done += count;
  }
  read_.store(first + given, std::memory_order_release);
  return given;
}

}  // namespace gladi
