#include "encoder/playback/sound_timeline.h"

#include <algorithm>

#include "encoder/playback/sound_output.h"

namespace gladi {

SoundTimeline::SoundTimeline(std::vector<SoundPart> parts, int sample_rate_hz)
    : sample_rate_hz_(sample_rate_hz) {
  for (SoundPart& part : parts) {
    const int64_t first_frame = part.start.to_count(sample_rate_hz);
    parts_.push_back({std::move(part), first_frame, nullptr, false});
  }
}

// Makes a part the current one, at position_.
void SoundTimeline::enter(size_t index) {
  current_ = index;
  Part& part = parts_[index];
  if (part.what.has_sound && !part.tried) {
    part.tried = true;
    std::shared_ptr<MediaStream> stream = part.what.stream;
    if (!stream) {
      if (auto opened = MediaStream::open(part.what.file, AVMEDIA_TYPE_AUDIO)) {
        stream = std::move(*opened);
      } else {
        problem_ = std::move(opened).error();
      }
    }
    if (stream) {
      part.reader =
          std::make_unique<SoundReader>(std::move(stream), part.what.file_time_of_start, sample_rate_hz_);
    }
  }
  if (part.reader) part.reader->seek(position_ - part.first_frame);
}

void SoundTimeline::seek(MediaTime take_time) {
  position_ = take_time.to_count(sample_rate_hz_);
  size_t index = 0;
  while (index + 1 < parts_.size() && parts_[index + 1].first_frame <= position_) ++index;
  enter(index);
}

void SoundTimeline::read(float* interleaved, int frames) {
  for (int done = 0; done < frames;) {
    if (current_ + 1 < parts_.size() && position_ >= parts_[current_ + 1].first_frame) enter(current_ + 1);
    int count = frames - done;
    if (current_ + 1 < parts_.size()) {
      count = static_cast<int>(std::min<int64_t>(count, parts_[current_ + 1].first_frame - position_));
    }
    float* out = interleaved + done * SoundOutput::kChannels;
    if (parts_[current_].reader) {
      parts_[current_].reader->read(out, count);
    } else {
      std::fill_n(out, count * SoundOutput::kChannels, 0.0F);
    }
    done += count;
    position_ += count;
  }
}

}  // namespace gladi
