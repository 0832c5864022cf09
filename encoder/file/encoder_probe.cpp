#include "encoder/file/encoder_probe.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <thread>
#include <vector>

#include "encoder/base/clock.h"
#include "encoder/base/platform.h"
#include "encoder/file/probe_pictures.h"
#include "encoder/file/video_encoder.h"

namespace gladi {
namespace {

// What comes out of a driver that looks well but isn't differs by far more; what CRF 23 leaves by less
// than 2.
constexpr double kMostDifference = 8;  // mean luma of blocks, 0..255
constexpr MediaTime kMostHeldBack = MediaTime::from_ms(300);

class Probing {
 public:
  Probing(const Canvas& canvas, VideoEncoder& encoder, const std::atomic<bool>* cancel)
      : canvas_(canvas), encoder_(encoder), cancel_(cancel) {}

  // Empty when all is well; else the detail of what isn't.
  Result<std::string> run() {
    if (auto encoded = encode(); !encoded) return fail(std::move(encoded));
    if (std::string fault = fault_of_packets(); !fault.empty()) return fault;
    return decode();
  }

  double cpu_ms() const { return 1000 * cpu_seconds_ / kProbeFrames; }
  double wall_ms() const { return 1000 * wall_.seconds() / kProbeFrames; }

 private:
  Status encode() {
    ProbePictures pictures(canvas_);
    const MonotonicClock clock;
    const auto sink = [this](libav::Packet packet) { packets_.push_back(std::move(packet)); };
    const auto timed = [&](auto&& work) {
      const double cpu = platform::thread_cpu_seconds();
      const MediaTime start = clock.now();
      Status done = work();
      cpu_seconds_ += platform::thread_cpu_seconds() - cpu;
      wall_ += clock.now() - start;
      return done;
    };
    for (int64_t number = 0; number < kProbeFrames; ++number) {
      if (cancel_ != nullptr && *cancel_) {
        return fail(ErrorKind::kCancelled, Message(GLADI_TEXT("The check was broken off.")));
      }
      const PicturePtr picture = pictures.picture(number);
      blocks_.push_back(
          luma_blocks(picture->y.data, picture->y.stride, picture->width_px, picture->height_px));
      if (Status done = timed([&] { return encoder_.encode(picture, number, sink); }); !done) return done;
      most_held_ = std::max(most_held_, number + 1 - static_cast<int64_t>(packets_.size()));
    }
    return timed([&] { return encoder_.flush(sink); });
  }

  std::string fault_of_packets() const {
    if (packets_.size() != kProbeFrames)
      return fmt::format("{} of {} frames came out", packets_.size(), kProbeFrames);
    for (size_t n = 0; n < packets_.size(); ++n) {
      const AVPacket& packet = *packets_[n];
      const auto number = static_cast<int64_t>(n);
      if (packet.pts != number) return fmt::format("frame {} came out as {}", n, packet.pts);
      const bool key = (packet.flags & AV_PKT_FLAG_KEY) != 0;
      if (key != (number % encoder_.interval() == 0))
        return fmt::format("frame {} is {} keyframe", n, key ? "a" : "no");
    }
    if (canvas_.frame_time(most_held_) > std::max(kMostHeldBack, canvas_.frame_time(1)))
      return fmt::format("{} frames are held back", most_held_);
    if (encoder_.context().extradata_size <= 0) return "no stream parameters";
    return {};
  }

  // With the software decoder, whoever encoded.
  Result<std::string> decode() {
    const auto failed = [](int code) {
      return fail(ErrorKind::kInternal, Message(GLADI_TEXT("The picture could not be encoded.")),
                  "not decodable: " + libav::describe(code));
    };
    const AVCodec* h264 = avcodec_find_decoder(AV_CODEC_ID_H264);
    const libav::CodecContext decoder(avcodec_alloc_context3(h264));
    AVCodecParameters* parameters = avcodec_parameters_alloc();
    avcodec_parameters_from_context(parameters, &encoder_.context());
    int code = avcodec_parameters_to_context(decoder.get(), parameters);
    avcodec_parameters_free(&parameters);
    if (code >= 0) code = avcodec_open2(decoder.get(), h264, nullptr);
    if (code < 0) return failed(code);
    size_t decoded = 0;
    std::string fault;
    const libav::Frame frame = libav::make_frame();
    for (size_t n = 0; n <= packets_.size(); ++n) {
      code = avcodec_send_packet(decoder.get(), n < packets_.size() ? packets_[n].get() : nullptr);
      if (code < 0) return failed(code);
      while (avcodec_receive_frame(decoder.get(), frame.get()) >= 0 && fault.empty())
        fault = fault_of(*frame, decoded++);
    }
    if (fault.empty() && decoded != kProbeFrames)
      fault = fmt::format("{} of {} frames could be decoded", decoded, kProbeFrames);
    return fault;
  }

  std::string fault_of(const AVFrame& frame, size_t number) const {
    if (frame.width != canvas_.width_px || frame.height != canvas_.height_px || number >= blocks_.size())
      return fmt::format("frame {} decodes to {}×{}", number, frame.width, frame.height);
    const std::vector<uint8_t> seen =
        luma_blocks(frame.data[0], frame.linesize[0], frame.width, frame.height);
    double sum = 0;
    for (size_t i = 0; i < seen.size(); ++i) sum += std::abs(int{seen[i]} - int{blocks_[number][i]});
    const double mean = seen.empty() ? 0 : sum / static_cast<double>(seen.size());
    return mean <= kMostDifference ? "" : fmt::format("frame {} differs by {:.0f}", number, mean);
  }

  const Canvas canvas_;
  VideoEncoder& encoder_;
  const std::atomic<bool>* const cancel_;
  std::vector<libav::Packet> packets_;
  std::vector<std::vector<uint8_t>> blocks_;  // of what went in
  int64_t most_held_ = 0;
  double cpu_seconds_ = 0;
  MediaTime wall_;
};

}  // namespace

int encoder_cores() {
  return std::clamp(static_cast<int>(std::thread::hardware_concurrency()), 1, 4);
}

std::string encoder_machine() {
  const unsigned codec = avcodec_version();
  return fmt::format("{}, {} cores, libavcodec {}.{}.{}", platform::processor_name(),
                     std::thread::hardware_concurrency(), AV_VERSION_MAJOR(codec), AV_VERSION_MINOR(codec),
                     AV_VERSION_MICRO(codec));
}

EncoderProbe probe_encoder(const Canvas& canvas, const EncoderSettings& settings,
                           const VideoEncoderFactory& open, const std::atomic<bool>* cancel) {
  EncoderProbe result;
  result.settings = settings;
  EncoderSettings tried = settings;
  if (settings.software()) tried.threads = 1;
  auto encoder = open ? open(canvas, tried) : open_video_encoder(canvas, tried);
  if (!encoder) {
    result.problem = encoder.error();
    return result;
  }
  Probing probing(canvas, **encoder, cancel);
  const Result<std::string> fault = probing.run();
  result.cpu_ms_per_frame = probing.cpu_ms();
  result.wall_ms_per_frame = probing.wall_ms();
  const double frame_ms = 1000.0 * canvas.fps_den / canvas.fps_num;
  const double of_cores = result.cpu_ms_per_frame / (frame_ms * encoder_cores());
  result.budget_share =
      settings.software() ? of_cores : std::max(of_cores, result.wall_ms_per_frame / frame_ms);
  const auto unusable = [&](const char* sentence, std::string detail) {
    result.problem =
        Error{ErrorKind::kUnsupported, Message(sentence, {settings.video_encoder}), std::move(detail)};
  };
  if (!fault) {
    if (fault.error().kind == ErrorKind::kCancelled) {
      result.problem = fault.error();
    } else {
      unusable(GLADI_TEXT("The video encoder {0} fails."), fault.error().detail);
    }
  } else if (!fault->empty()) {
    unusable(GLADI_TEXT("The video encoder {0} does not give what it should."), *fault);
  } else if (!settings.software() && result.budget_share >= 1) {
    unusable(GLADI_TEXT("The video encoder {0} is slower than real time."),
             fmt::format("{:.1f} ms a frame", result.wall_ms_per_frame));
  }
  return result;
}

}  // namespace gladi
