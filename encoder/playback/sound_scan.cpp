#include "encoder/playback/sound_scan.h"

#include <algorithm>
#include <array>
#include <limits>
#include <memory>
#include <optional>

#include "encoder/playback/picture_reader.h"
#include "encoder/playback/sound_reader.h"

namespace gladi {
namespace {

constexpr int kRateHz = SoundFormat::kSampleRateHz;
constexpr int kChannels = SoundFormat::kChannels;
constexpr int kBlockFrames = kRateHz / 10;

// The sound of one part, all places on the take's timeline.
struct ScannedPart {
  std::shared_ptr<MediaStream> stream;
  MediaTime file_time_of_start;
  int64_t first_frame = 0;
  int64_t end_frame = 0;
};

// Sound stands where the pictures say: what the file calls the time of its first picture is the part's start.
Result<std::optional<ScannedPart>> open_part(const PlayerPart& part) {
  ScannedPart scanned;
  if (auto pictures = PictureReader::open(part.file, {})) {
    if (!(*pictures)->has_sound()) return std::optional<ScannedPart>();
    scanned.file_time_of_start = (*pictures)->file_time_of_first();
  }
  auto stream = MediaStream::open(part.file, AVMEDIA_TYPE_AUDIO);
  if (!stream) return fail(std::move(stream));
  scanned.stream = std::move(*stream);
  scanned.first_frame = part.start.to_count(kRateHz);
  scanned.end_frame =
      scanned.first_frame + (scanned.stream->end() - scanned.file_time_of_start).to_count(kRateHz);
  return scanned;
}

class Scan {
 public:
  Scan(std::span<SoundListener* const> listeners, const std::atomic<bool>* cancel,
       const std::function<void(double)>& progress, int64_t end_frame)
      : listeners_(listeners), cancel_(cancel), progress_(progress), end_frame_(end_frame) {}

  Status hear(const ScannedPart& part, int64_t end_frame) {
    SoundReader reader(part.stream, part.file_time_of_start, kRateHz);
    reader.seek(0);
    for (int64_t at = part.first_frame; at < end_frame; at += kBlockFrames) {
      if (cancel_ != nullptr && *cancel_)
        return fail(ErrorKind::kCancelled, Message(GLADI_TEXT("The work was cancelled.")));
      const auto frames = static_cast<int>(std::min<int64_t>(kBlockFrames, end_frame - at));
      reader.read(block_.data(), frames);
      const SoundStretch sound{at,
                               std::span<const float>(block_).first(static_cast<size_t>(frames) * kChannels)};
      for (SoundListener* listener : listeners_) {
        if (auto heard = listener->hear(sound); !heard) return heard;
      }
      if (progress_) progress_(static_cast<double>(at + frames) / static_cast<double>(end_frame_));
    }
    return {};
  }

 private:
  const std::span<SoundListener* const> listeners_;
  const std::atomic<bool>* cancel_;
  const std::function<void(double)>& progress_;
  const int64_t end_frame_;
  std::array<float, static_cast<size_t>(kBlockFrames) * kChannels> block_;
};

}  // namespace

Status scan_sound(std::vector<PlayerPart> parts, std::span<SoundListener* const> listeners,
                  const std::atomic<bool>* cancel, const std::function<void(double)>& progress) {
  std::stable_sort(parts.begin(), parts.end(),
                   [](const PlayerPart& a, const PlayerPart& b) { return a.start < b.start; });
  std::optional<Error> problem;
  bool opened_one = false;
  std::vector<ScannedPart> sounds;
  std::vector<int64_t> ends;  // of the same: where the next part starts, whether that one has sound or not
  for (size_t i = 0; i < parts.size(); ++i) {
    auto opened = open_part(parts[i]);
    if (!opened) {
      if (!problem) problem = std::move(opened).error();
      continue;
    }
    opened_one = true;
    if (!*opened) continue;
    const int64_t next =
        i + 1 < parts.size() ? parts[i + 1].start.to_count(kRateHz) : std::numeric_limits<int64_t>::max();
    ends.push_back(std::min((*opened)->end_frame, next));
    sounds.push_back(std::move(**opened));
  }
  if (!opened_one && problem) return tl::unexpected(*std::move(problem));
  Scan scan(listeners, cancel, progress, ends.empty() ? 0 : ends.back());
  for (size_t i = 0; i < sounds.size(); ++i) {
    if (auto heard = scan.hear(sounds[i], ends[i]); !heard) return heard;
    sounds[i].stream.reset();  // its file isn't needed any more
  }
  return {};
}

}  // namespace gladi
