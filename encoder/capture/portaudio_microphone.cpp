#include "encoder/capture/portaudio_microphone.h"

#include <portaudio.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cstring>
#include <utility>

#include "encoder/base/platform.h"
#include "encoder/sound/portaudio_session.h"

namespace gladi {
namespace {

constexpr int kBufferFrames = 480;
constexpr double kWantedRateHz = 48'000;
constexpr std::array<double, 2> kUsualRatesHz = {44'100, 48'000};
// Room in the device for a wake-up that comes late on a busy machine.
constexpr PaTime kLatencySeconds = 0.05;

Error open_error(PaError code, const std::string& name) {
  std::string words = Pa_GetErrorText(code);
  if (code == paUnanticipatedHostError) words = Pa_GetLastHostErrorInfo()->errorText;
  switch (code) {
    case paInvalidDevice:
      return {ErrorKind::kNotFound,
              Message(GLADI_TEXT("The microphone {0} is not there: is it plugged in?"), {name}), words};
    case paDeviceUnavailable:
      return {ErrorKind::kBusy,
              Message(GLADI_TEXT("The microphone {0} is used by another program: close that program first."),
                      {name}),
              words};
    case paInvalidSampleRate:
    case paInvalidChannelCount:
    case paSampleFormatNotSupported:
      return {ErrorKind::kRefused,
              Message(GLADI_TEXT("The microphone {0} gives no kind of sound that Gladi can use."), {name}),
              words};
    default:
      return {ErrorKind::kIo, Message(GLADI_TEXT("The microphone {0} could not be opened."), {name}), words};
  }
}

// -1 when there is none. Under PortAudioSession::mutex().
PaDeviceIndex find_device(const std::string& name) {
  if (name.empty()) return Pa_GetDefaultInputDevice();
  for (PaDeviceIndex i = 0; i < Pa_GetDeviceCount(); ++i) {
    const PaDeviceInfo* info = Pa_GetDeviceInfo(i);
    if (info->maxInputChannels > 0 && name == info->name) return i;
  }
  return paNoDevice;
}

PaStreamParameters input_from(PaDeviceIndex device, int channels) {
  return {device, channels, paFloat32, kLatencySeconds, nullptr};
}

}  // namespace

struct PortAudioMicrophone::Impl {
  Impl(PortAudioSession held_session, std::string device_name, SoundRing& sound_ring, Clock& the_clock)
      : session(std::move(held_session)), name(std::move(device_name)), ring(sound_ring), clock(the_clock) {}

  PaError open(PaDeviceIndex device);
  void take(const float* samples, int frames, bool overflow);
  static int on_sound(const void* input, void* output, unsigned long frames,
                      const PaStreamCallbackTimeInfo* times, PaStreamCallbackFlags flags, void* self);
  static void on_finished(void* self);

  const PortAudioSession session;
  const std::string name;
  SoundRing& ring;
  Clock& clock;
  PaStream* stream = nullptr;
  double rate_hz = kWantedRateHz;
  int channels = 1;
  std::atomic<bool> finished{false};

  // PortAudio's callback thread only.
  SoundBlock block;
  int64_t frames_taken = 0;
};

// Runs on PortAudio's real-time thread: copies, and nothing else.
int PortAudioMicrophone::Impl::on_sound(const void* input, void*, unsigned long frames,
                                        const PaStreamCallbackTimeInfo*, PaStreamCallbackFlags flags,
                                        void* self) {
  const bool overflow = (flags & paInputOverflow) != 0;
  static_cast<Impl*>(self)->take(static_cast<const float*>(input), static_cast<int>(frames), overflow);
  return paContinue;
}

void PortAudioMicrophone::Impl::on_finished(void* self) {
  static_cast<Impl*>(self)->finished = true;
}

void PortAudioMicrophone::Impl::take(const float* samples, int frames, bool overflow) {
  if (samples == nullptr) return;
  // PortAudio's own times and latency can't be trusted on ALSA (PortAudio#586, #498): the moment of arrival
  // counts.
  const MediaTime arrived = clock.now();
  block.channels = channels;
  block.overflow = overflow;
  for (int left = frames; left > 0;) {
    block.frames = std::min(left, SoundBlock::kMaxFrames);
    left -= block.frames;
    const auto count = static_cast<size_t>(block.frames * channels);
    std::memcpy(block.samples.data(), samples, count * sizeof(float));
    samples += count;
    block.first_frame = frames_taken;
    block.arrived_at = arrived - MediaTime::from_count(left, static_cast<int64_t>(rate_hz));
    frames_taken += block.frames;
    ring.try_push(block);
    block.overflow = false;
  }
}

// Under PortAudioSession::mutex().
PaError PortAudioMicrophone::Impl::open(PaDeviceIndex device) {
  const PaDeviceInfo* info = Pa_GetDeviceInfo(device);
  PaError code = paInvalidDevice;
  const platform::QuietStderr quiet;  // ALSA's plug-ins comment on each attempt
  for (const double rate : {kWantedRateHz, info->defaultSampleRate}) {
    for (const int wanted_channels : {1, 2}) {
      const PaStreamParameters input = input_from(device, wanted_channels);
      rate_hz = rate;
      channels = wanted_channels;
      code = Pa_OpenStream(&stream, &input, nullptr, rate, kBufferFrames, paClipOff | paDitherOff,
                           &Impl::on_sound, this);
      if (code == paNoError) {
        Pa_SetStreamFinishedCallback(stream, &Impl::on_finished);
        code = Pa_StartStream(stream);
        if (code == paNoError) return paNoError;
        Pa_CloseStream(stream);
        stream = nullptr;
      }
      if (code == paDeviceUnavailable) return code;  // busy: other settings change nothing
    }
  }
  return code;
}

Result<std::unique_ptr<SoundSource>> PortAudioMicrophone::open(const std::string& name, SoundRing& ring,
                                                               Clock& clock) {
  auto session = PortAudioSession::start();
  if (!session) return fail(std::move(session));
  std::unique_ptr<Impl> impl;
  PaError code = paNoError;
  {
    MutexLock lock(PortAudioSession::mutex());
    const PaDeviceIndex device = find_device(name);
    if (device == paNoDevice) {
      if (!name.empty()) return tl::unexpected(open_error(paInvalidDevice, name));
      return fail(ErrorKind::kNotFound, Message(GLADI_TEXT("No microphone was found: is one plugged in?")));
    }
    impl = std::make_unique<Impl>(std::move(*session), Pa_GetDeviceInfo(device)->name, ring, clock);
    code = impl->open(device);
  }
  if (code != paNoError) return tl::unexpected(open_error(code, impl->name));
  return std::unique_ptr<SoundSource>(new PortAudioMicrophone(std::move(impl)));
}

PortAudioMicrophone::PortAudioMicrophone(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}

PortAudioMicrophone::~PortAudioMicrophone() {
  MutexLock lock(PortAudioSession::mutex());
  // Abort, not stop: a card that was pulled out never empties its buffers.
  Pa_AbortStream(impl_->stream);
  Pa_CloseStream(impl_->stream);
}

std::string PortAudioMicrophone::name() const {
  return impl_->name;
}
int PortAudioMicrophone::sample_rate_hz() const {
  return static_cast<int>(impl_->rate_hz);
}
int PortAudioMicrophone::channels() const {
  return impl_->channels;
}

std::optional<Error> PortAudioMicrophone::failure() const {
  // A server that dies ends the stream; a card that is pulled out doesn't: its silence is seen by whoever
  // meters.
  if (!impl_->finished) return std::nullopt;
  return Error{ErrorKind::kIo, Message(GLADI_TEXT("The microphone {0} has stopped."), {impl_->name}), {}};
}

std::vector<MicrophoneDevice> list_portaudio_microphones() {
  std::vector<MicrophoneDevice> microphones;
  const auto session = PortAudioSession::start();
  if (!session) return microphones;
  MutexLock lock(PortAudioSession::mutex());
  const platform::QuietStderr quiet;
  const PaDeviceIndex preferred = Pa_GetDefaultInputDevice();
  for (PaDeviceIndex i = 0; i < Pa_GetDeviceCount(); ++i) {
    const PaDeviceInfo* info = Pa_GetDeviceInfo(i);
    if (info->maxInputChannels <= 0) continue;
    MicrophoneDevice device;
    device.spec = std::string("portaudio:") + info->name;
    device.name = info->name;
    device.channels = std::min(info->maxInputChannels, SoundBlock::kMaxChannels);
    device.is_default = i == preferred;
    for (const double rate : kUsualRatesHz) {
      const PaStreamParameters input = input_from(i, 1);
      const PaStreamParameters stereo = input_from(i, 2);
      const bool supported = Pa_IsFormatSupported(&input, nullptr, rate) == paFormatIsSupported ||
                             Pa_IsFormatSupported(&stereo, nullptr, rate) == paFormatIsSupported;
      if (supported) device.sample_rates_hz.push_back(static_cast<int>(rate));
    }
    microphones.push_back(std::move(device));
  }
  return microphones;
}

}  // namespace gladi
