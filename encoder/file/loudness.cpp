#include "encoder/file/loudness.h"

#include <ebur128.h>

#include <array>
#include <cmath>
#include <memory>

#include "encoder/playback/media_stream.h"
#include "encoder/playback/sound_reader.h"
#include "encoder/sound/sound_sink.h"

namespace gladi {
namespace {

constexpr int kRateHz = SoundFormat::kSampleRateHz;
constexpr int kChannels = SoundFormat::kChannels;
constexpr int kStepFrames = kRateHz / 10;

struct MeterDeleter {
  void operator()(ebur128_state* meter) const { ebur128_destroy(&meter); }
};
using Meter = std::unique_ptr<ebur128_state, MeterDeleter>;

Error no_memory() {
  return {
      ErrorKind::kInternal, Message(GLADI_TEXT("There is too little memory to measure the loudness.")), {}};
}

Status add_file(ebur128_state& meter, const std::filesystem::path& file, const std::atomic<bool>* cancel) {
  auto opened = MediaStream::open(file, AVMEDIA_TYPE_AUDIO);
  if (!opened) return fail(std::move(opened));
  const std::shared_ptr<MediaStream> stream = std::move(*opened);
  SoundReader reader(stream, {}, kRateHz);
  reader.seek(0);
  std::array<float, static_cast<size_t>(kStepFrames) * kChannels> sound;
  for (int64_t left = stream->end().to_count(kRateHz); left > 0; left -= kStepFrames) {
    if (cancel && *cancel) return fail(ErrorKind::kCancelled, Message(GLADI_TEXT("The work was cancelled.")));
    const auto frames = static_cast<int>(std::min<int64_t>(left, kStepFrames));
    reader.read(sound.data(), frames);
    if (ebur128_add_frames_float(&meter, sound.data(), static_cast<size_t>(frames)) != EBUR128_SUCCESS)
      return tl::unexpected(no_memory());
  }
  return {};
}

}  // namespace

Result<std::optional<Loudness>> measure_loudness(const std::vector<std::filesystem::path>& files,
                                                 const std::atomic<bool>* cancel) {
  const Meter meter(ebur128_init(kChannels, kRateHz, EBUR128_MODE_I | EBUR128_MODE_TRUE_PEAK));
  if (!meter) return tl::unexpected(no_memory());
  for (const auto& file : files) {
    if (auto added = add_file(*meter, file, cancel); !added) return fail(std::move(added));
  }
  Loudness loudness;
  if (ebur128_loudness_global(meter.get(), &loudness.integrated_lufs) != EBUR128_SUCCESS ||
      !std::isfinite(loudness.integrated_lufs)) {
    return std::optional<Loudness>();
  }
  double peak = 0;
  for (unsigned channel = 0; channel < kChannels; ++channel) {
    double of_channel = 0;
    if (ebur128_true_peak(meter.get(), channel, &of_channel) == EBUR128_SUCCESS)
      peak = std::max(peak, of_channel);
  }
  loudness.true_peak_dbtp = 20 * std::log10(std::max(peak, 1e-10));
  return std::optional<Loudness>(loudness);
}

}  // namespace gladi
