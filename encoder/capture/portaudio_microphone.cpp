#include "encoder/capture/portaudio_microphone.h"

#include <pa_linux_alsa.h>
#include <portaudio.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cstring>
#include <string_view>
#include <utility>

#include "encoder/base/platform.h"
#include "encoder/capture/alsa_cards.h"
#include "encoder/capture/pulse_server.h"
#include "encoder/sound/portaudio_session.h"

namespace gladi {
namespace {

constexpr int kBufferFrames = 480;
constexpr double kWantedRateHz = 48'000;
constexpr std::array<double, 2> kUsualRatesHz = {44'100, 48'000};
// Room in the device for a wake-up that comes late on a busy machine.
constexpr PaTime kLatencySeconds = 0.05;
constexpr MediaTime kAskRouteEvery = MediaTime::from_ms(500);
constexpr MediaTime kRoutePatience = MediaTime::from_ms(500);  // a loss must be seen meanwhile
constexpr const char* kHardware = "(hw:";  // in the name of a card that no server stands before

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
  PaDeviceIndex same_card = paNoDevice;
  PaDeviceIndex renumbered = paNoDevice;
  for (PaDeviceIndex i = 0; i < Pa_GetDeviceCount(); ++i) {
    const PaDeviceInfo* info = Pa_GetDeviceInfo(i);
    if (info->maxInputChannels <= 0) continue;
    if (name == info->name) return i;
    if (same_card == paNoDevice && same_alsa_device(name, info->name, true)) same_card = i;
    if (renumbered == paNoDevice && same_alsa_device(name, info->name, false)) renumbered = i;
  }
  return same_card != paNoDevice ? same_card : renumbered;
}

PaStreamParameters input_from(PaDeviceIndex device, int channels) {
  return {device, channels, paFloat32, kLatencySeconds, nullptr};
}

// A source of the sound server is no device of PortAudio's list: ALSA's pulse plug-in is opened onto it.
constexpr std::string_view kServerPrefix = "pulse:";

// What ALSA is asked to open; must outlive the stream's opening.
struct AlsaName {
  explicit AlsaName(const std::string& device) : text(device) {
    PaAlsa_InitializeStreamInfo(&info);
    info.deviceString = text.c_str();
  }
  const std::string text;
  PaAlsaStreamInfo info{};
};

}  // namespace

struct PortAudioMicrophone::Impl {
  Impl(PortAudioSession held_session, SoundRing& sound_ring, Clock& the_clock)
      : session(std::move(held_session)), ring(sound_ring), clock(the_clock) {}

  PaError open(PaStreamParameters input, double device_rate_hz);
  PaError open_listed(const std::string& wanted);
  PaError open_on_server(const std::string& source);
  void learn_route();
  void take(const float* samples, int frames, bool overflow);
  static int on_sound(const void* input, void* output, unsigned long frames,
                      const PaStreamCallbackTimeInfo* times, PaStreamCallbackFlags flags, void* self);
  static void on_finished(void* self);

  const PortAudioSession session;
  std::string name;    // for the screen
  std::string device;  // for opening it again
  SoundRing& ring;
  Clock& clock;
  PaStream* stream = nullptr;
  double rate_hz = kWantedRateHz;
  int channels = 1;
  std::atomic<bool> finished{false};

  // Where the sound server feeds us from, and should. Only for whoever opens, then only for check().
  std::unique_ptr<PulseServer> server;
  std::string route;  // empty: no server, or it doesn't tell
  MediaTime route_asked_at;

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
  block.rate_hz = static_cast<int>(rate_hz);
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
PaError PortAudioMicrophone::Impl::open(PaStreamParameters input, double device_rate_hz) {
  PaError code = paInvalidDevice;
  const platform::QuietStderr quiet;  // ALSA's plug-ins comment on each attempt
  for (const double rate : {kWantedRateHz, device_rate_hz}) {
    for (const int wanted_channels : {1, 2}) {
      input.channelCount = wanted_channels;
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

PaError PortAudioMicrophone::Impl::open_listed(const std::string& wanted) {
  const PaDeviceIndex listed = find_device(wanted);
  if (listed == paNoDevice) return paInvalidDevice;
  const PaDeviceInfo* info = Pa_GetDeviceInfo(listed);
  name = info->name;
  return open(input_from(listed, 1), info->defaultSampleRate);
}

PaError PortAudioMicrophone::Impl::open_on_server(const std::string& source) {
  AlsaName alsa(std::string(kServerPrefix) + source);
  return open({paUseHostApiSpecificDeviceSpecification, 1, paFloat32, kLatencySeconds, &alsa.info},
              kWantedRateHz);
}

// What is called "default" is some source of the server: from now on it counts as the one that was chosen.
void PortAudioMicrophone::Impl::learn_route() {
  if (route.empty()) route = server->recorded_source().value_or("");
  for (const PulseSource& source : server->sources()) {
    if (source.name == route) name = source.description;
  }
}

Result<std::unique_ptr<SoundSource>> PortAudioMicrophone::open(const std::string& name, SoundRing& ring,
                                                               Clock& clock) {
  auto session = PortAudioSession::start();
  if (!session) return fail(std::move(session));
  auto impl = std::make_unique<Impl>(std::move(*session), ring, clock);
  impl->name = name;
  if (name.find(kHardware) == std::string::npos) {
    if (auto server = PulseServer::connect()) impl->server = std::move(*server);
  }
  if (impl->server) {
    for (const PulseSource& source : impl->server->sources()) {
      if (std::string(kServerPrefix) + source.name == name || source.description == name)
        impl->route = source.name;
    }
  }
  PaError code = paNoError;
  {
    MutexLock lock(PortAudioSession::mutex());
    if (name.empty() && Pa_GetDefaultInputDevice() == paNoDevice) {
      return fail(ErrorKind::kNotFound, Message(GLADI_TEXT("No microphone was found: is one plugged in?")));
    }
    code = impl->route.empty() ? impl->open_listed(name) : impl->open_on_server(impl->route);
  }
  if (code != paNoError) return tl::unexpected(open_error(code, impl->name));
  impl->device = impl->name;
  if (impl->server) impl->learn_route();
  if (!impl->route.empty()) impl->device = std::string(kServerPrefix) + impl->route;
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
std::string PortAudioMicrophone::device() const {
  return impl_->device;
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

std::optional<Error> PortAudioMicrophone::check() {
  if (auto failed = failure()) return failed;
  Impl& impl = *impl_;
  const MediaTime now = impl.clock.now();
  if (!impl.server || now - impl.route_asked_at < kAskRouteEvery) return std::nullopt;
  impl.route_asked_at = now;
  const std::optional<std::string> source = impl.server->recorded_source(kRoutePatience);
  if (!source) return std::nullopt;
  if (impl.route.empty()) {
    impl.learn_route();
  } else if (*source != impl.route) {
    return Error{
        ErrorKind::kIo,
        Message(GLADI_TEXT("The microphone {0} is gone; the computer took another one."), {impl.name}),
        *source};
  }
  return std::nullopt;
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
