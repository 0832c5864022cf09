#include "encoder/playback/portaudio_output.h"

#include <portaudio.h>
#include <readerwriterqueue.h>

#include <algorithm>
#include <atomic>
#include <optional>
#include <utility>

#include "encoder/base/platform.h"
#include "encoder/playback/heard_clock.h"
#include "encoder/playback/output_ring.h"
#include "encoder/sound/portaudio_session.h"

namespace gladi {
namespace {

constexpr int kRateHz = 48'000;
constexpr int kRingFrames = 14'400;  // 300 ms: a slow picture in between doesn't break the sound
constexpr int kFramesPerCallback = 480;
constexpr double kSuggestedLatencySeconds =
    0.06;  // two and a half of PulseAudio's longest pauses between callbacks
constexpr MediaTime kSilentTooLong = MediaTime::from_ms(2500);  // PulseAudio asks an idle sink each 2 s

tl::unexpected<Error> no_output(PaError code) {
  return fail(ErrorKind::kIo,
              Message(GLADI_TEXT("No loudspeaker or headphones can be used: the take plays without sound.")),
              Pa_GetErrorText(code));
}

class PortAudioOutput final : public SoundOutput {
 public:
  PortAudioOutput(PortAudioSession session, Clock& clock)
      : session_(std::move(session)), clock_(clock), ring_(kRingFrames), reports_(256) {}

  ~PortAudioOutput() override {
    if (stream_ == nullptr) return;
    MutexLock lock(PortAudioSession::mutex());
    platform::QuietStderr quiet;
    Pa_AbortStream(stream_);
    Pa_CloseStream(stream_);
  }

  Status open() {
    MutexLock lock(PortAudioSession::mutex());
    platform::QuietStderr quiet;  // ALSA complains there about each way that it tried
    PaStreamParameters parameters{};
    parameters.device = Pa_GetDefaultOutputDevice();
    if (parameters.device == paNoDevice) return no_output(paDeviceUnavailable);
    parameters.channelCount = kChannels;
    parameters.sampleFormat = paFloat32;
    parameters.suggestedLatency = kSuggestedLatencySeconds;
    const PaError result = Pa_OpenStream(&stream_, nullptr, &parameters, kRateHz, kFramesPerCallback,
                                         paNoFlag, &PortAudioOutput::callback, this);
    if (result != paNoError) {
      stream_ = nullptr;
      return no_output(result);
    }
    heard_clock_.emplace(kRateHz, MediaTime::from_seconds(Pa_GetStreamInfo(stream_)->outputLatency));
    return {};
  }

  int sample_rate_hz() const override { return kRateHz; }
  int room() const override { return ring_.room(); }
  void write(const float* interleaved, int frames) override { ring_.write(interleaved, frames); }
  int64_t written() const override { return ring_.written(); }
  void discard() override {
    ring_.discard();
    if (!running_) ring_.drop_discarded();
  }

  int64_t heard() override {
    OutputReport report;
    while (reports_.try_dequeue(report)) heard_clock_->add(report);
    if (running_) {
      const MediaTime last = std::max(started_at_, heard_clock_->last_report().value_or(started_at_));
      if (clock_.now() - last > kSilentTooLong) lost_ = true;
    }
    return heard_clock_->heard(clock_.now()).value_or(0);
  }

  Status start() override {
    if (running_) return {};
    device_frames_ = 0;
    heard_clock_->restart();
    const PaError result = Pa_StartStream(stream_);
    started_at_ = clock_.now();  // not before: a busy sound server takes its time
    if (result != paNoError) {
      lost_ = true;
      return no_output(result);
    }
    running_ = true;
    return {};
  }

  void stop() override {
    if (running_) Pa_AbortStream(stream_);
    running_ = false;
    OutputReport report;
    while (reports_.try_dequeue(report)) {
    }
    discard();
  }

  void set_volume(float volume) override { volume_.store(volume, std::memory_order_relaxed); }

  std::optional<Error> failure() const override {
    if (!lost_) return std::nullopt;
    return Error{
        ErrorKind::kIo,
        Message(GLADI_TEXT("The loudspeaker or headphones stopped answering: the take plays without sound.")),
        {}};
  }

 private:
  static int callback(const void*, void* output, unsigned long frames, const PaStreamCallbackTimeInfo* times,
                      PaStreamCallbackFlags, void* self) {
    static_cast<PortAudioOutput*>(self)->fill(static_cast<float*>(output), static_cast<int>(frames),
                                              times->outputBufferDacTime - times->currentTime);
    return paContinue;
  }

  // PortAudio's thread.
  void fill(float* out, int frames, double delay_seconds) {
    const int given = ring_.read(out, frames);
    // From the last volume to the new one in even steps: a jump would be heard as a click.
    const float target = volume_.load(std::memory_order_relaxed);
    const float step = (target - last_volume_) / static_cast<float>(frames);
    for (int i = 0; i < given; ++i) {
      last_volume_ += step;
      for (int channel = 0; channel < kChannels; ++channel) out[i * kChannels + channel] *= last_volume_;
    }
    last_volume_ = target;
    std::fill(out + given * kChannels, out + frames * kChannels, 0.0F);
    device_frames_ += frames;
    OutputReport report{clock_.now(), device_frames_, ring_.read_so_far(), std::nullopt};
    if (delay_seconds > 0) {  // that of the first frame of this callback
      report.delay = MediaTime::from_seconds(delay_seconds) + MediaTime::from_count(frames, kRateHz);
    }
    reports_.try_enqueue(report);
  }

  PortAudioSession session_;
  Clock& clock_;
  PaStream* stream_ = nullptr;
  bool running_ = false;
  bool lost_ = false;
  MediaTime started_at_;
  std::optional<HeardClock> heard_clock_;

  OutputRing ring_;
  moodycamel::ReaderWriterQueue<OutputReport> reports_;
  std::atomic<float> volume_{1.0F};
  // The callback's while the stream runs.
  int64_t device_frames_ = 0;
  float last_volume_ = 1.0F;
};

}  // namespace

Result<std::unique_ptr<SoundOutput>> open_portaudio_output(Clock& clock) {
  auto session = PortAudioSession::start();
  if (!session) return fail(std::move(session));
  auto output = std::make_unique<PortAudioOutput>(std::move(*session), clock);
  if (auto opened = output->open(); !opened) return fail(std::move(opened));
  return output;
}

}  // namespace gladi
