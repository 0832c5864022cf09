#include "encoder/capture/sources.h"

#include <utility>

#include "encoder/capture/media_source.h"
#include "encoder/capture/reconnecting_camera.h"
#include "encoder/capture/reconnecting_microphone.h"
#include "encoder/capture/sound_cutter.h"
#include "encoder/capture/test_sources.h"

namespace gladi {

using Kind = SourceSpec::Kind;

namespace {

// The sound of a network stream whose picture is watched: it goes and comes back with the picture.
class StreamSound final : public SoundSource {
 public:
  StreamSound(std::shared_ptr<const PictureSource> stream, int channels)
      : stream_(std::move(stream)), channels_(channels) {}
  std::string name() const override { return stream_->name(); }
  int sample_rate_hz() const override { return SoundCutter::kRateHz; }
  int channels() const override { return channels_; }
  std::optional<Error> failure() const override { return stream_->failure(); }
  const OutageLog* outages() const override { return stream_->outages(); }

 private:
  const std::shared_ptr<const PictureSource> stream_;
  const int channels_;
};

}  // namespace

struct Sources::Impl {
  Impl(const SourceOptions& the_options, Clock& the_clock)
      : options(the_options),
        clock(the_clock),
        devices(options.devices ? options.devices : CaptureDevices::of_this_computer()) {}

  void open();
  void open_camera_device();
  void open_microphone_device();
  void open_media();
  void start_media(std::unique_ptr<MediaInput> input, bool picture, bool sound);
  void watch_stream(std::unique_ptr<MediaSource> stream, bool sound);
  void picture_failed(Error error);
  void sound_failed(Error error);
  std::optional<MediaPlace> place_of(const SourceSpec& spec) const;

  const SourceOptions options;
  Clock& clock;
  const std::shared_ptr<CaptureDevices> devices;
  FrameSelector frames;
  SoundRing ring;
  SourceSpec camera_spec;  // what is wanted, or what stands in for it
  SourceSpec microphone_spec;
  std::optional<Error> camera_problem;
  std::optional<Error> microphone_problem;
  std::shared_ptr<PictureSource>
      camera;  // last, with the next: their threads end before what they write into
  std::shared_ptr<SoundSource> microphone;
  std::shared_ptr<ReconnectingMicrophone> watched_microphone;  // the same, if it is a device
};

void Sources::Impl::open() {
  camera_spec = options.camera;
  microphone_spec = options.microphone;
  // Devices first: where they fail the presenter may stand in for both, and then with one clock.
  open_camera_device();
  open_microphone_device();
  open_media();
  if (camera_spec.kind == Kind::kTest) camera = make_test_picture_source(frames, clock, true);
  if (microphone_spec.kind == Kind::kTest) microphone = make_test_sound_source(ring, clock);
}

void Sources::Impl::open_camera_device() {
  if (camera_spec.kind != Kind::kDefault && camera_spec.kind != Kind::kV4l2) return;
  auto opened = devices->open_camera(camera_spec.name, options.canvas, frames, clock);
  if (opened) {
    camera = std::move(*opened);
    return;
  }
  camera_problem = std::move(opened).error();
  camera_spec = {Kind::kDemo, {}};
}

void Sources::Impl::open_microphone_device() {
  if (microphone_spec.kind != Kind::kDefault && microphone_spec.kind != Kind::kPortAudio) return;
  auto opened = devices->open_microphone(microphone_spec.name, ring, clock);
  if (opened) {
    watched_microphone = std::make_shared<ReconnectingMicrophone>(std::move(*opened), devices, ring, clock);
    microphone = watched_microphone;
    return;
  }
  microphone_problem = std::move(opened).error();
  // Whoever named a microphone meant their own voice: better silence than somebody else's.
  microphone_spec = {microphone_spec.kind == Kind::kDefault ? Kind::kDemo : Kind::kNone, {}};
}

std::optional<MediaPlace> Sources::Impl::place_of(const SourceSpec& spec) const {
  switch (spec.kind) {
    case Kind::kFile:
      return MediaPlace{MediaPlace::Kind::kFile, spec.name};
    case Kind::kUrl:
      return MediaPlace{MediaPlace::Kind::kUrl, spec.name};
    case Kind::kDemo:
      return MediaPlace{MediaPlace::Kind::kFile, options.demo_file.string()};
    default:
      return std::nullopt;
  }
}

// Opens what pictures and sound come from: once where both come from the same place.
void Sources::Impl::open_media() {
  std::unique_ptr<MediaInput> input;
  while (const auto place = place_of(camera_spec)) {
    auto opened = MediaInput::open(*place);
    if (opened && (*opened)->picture() == nullptr) {
      opened = fail(ErrorKind::kInvalid,
                    Message(GLADI_TEXT("{0} holds no moving picture."), {place->shown_name()}));
    }
    if (opened) {
      input = std::move(*opened);
      break;
    }
    picture_failed(std::move(opened).error());
  }
  const auto sound_place = place_of(microphone_spec);
  const bool together = input != nullptr && sound_place == input->place();
  if (together && input->sound() == nullptr) {
    sound_failed(
        {ErrorKind::kInvalid, Message(GLADI_TEXT("{0} holds no sound."), {sound_place->shown_name()}), {}});
  } else if (together) {
    start_media(std::move(input), true, true);
    return;
  }
  if (input) start_media(std::move(input), true, false);
  if (const auto place = place_of(microphone_spec)) {
    auto opened = MediaInput::open(*place);
    if (opened) {
      start_media(std::move(*opened), false, true);
    } else {
      sound_failed(std::move(opened).error());
    }
  }
}

void Sources::Impl::start_media(std::unique_ptr<MediaInput> input, bool picture, bool sound) {
  // The presenter's file is no name for people.
  const bool demo = (picture ? camera_spec : microphone_spec).kind == Kind::kDemo;
  auto started = MediaSource::start(std::move(input), picture ? &frames : nullptr, sound ? &ring : nullptr,
                                    clock, demo ? Sources::kDemoName : "");
  if (started && picture && camera_spec.kind == Kind::kUrl) {
    watch_stream(std::move(*started), sound);
    return;
  }
  if (started) {
    const std::shared_ptr<MediaSource> source = std::move(*started);
    if (picture) camera = source;
    if (sound) microphone = source;
    return;
  }
  if (!picture) {
    sound_failed(std::move(started).error());
    return;
  }
  picture_failed(std::move(started).error());
  open_media();  // with the stand-in
}

// A network stream comes back when its sender does, picture and sound with one clock as before.
void Sources::Impl::watch_stream(std::unique_ptr<MediaSource> stream, bool sound) {
  const MediaPlace place{MediaPlace::Kind::kUrl, camera_spec.name};
  SoundRing* const into = sound ? &ring : nullptr;
  auto reopen = [this, place, into](const StopSignal& stop) -> Result<std::unique_ptr<PictureSource>> {
    auto input = MediaInput::open(place, &stop);
    if (!input) return fail(std::move(input));
    (*input)->stop_with(nullptr);  // the source has a signal of its own
    return MediaSource::start(std::move(*input), &frames, into, clock);
  };
  const int channels = sound ? stream->channels() : 0;
  camera = std::make_shared<ReconnectingCamera>(std::move(stream), std::move(reopen), frames, clock);
  if (sound) microphone = std::make_shared<StreamSound>(camera, channels);
}

// The presenter stands in for what can't be opened, and the pattern for the presenter.
void Sources::Impl::picture_failed(Error error) {
  if (!camera_problem) camera_problem = std::move(error);
  if (camera_spec.kind != Kind::kDemo) {
    camera_spec = {Kind::kDemo, {}};
    return;
  }
  camera_spec = {Kind::kNone, {}};
  camera = make_test_picture_source(frames, clock, false);
}

void Sources::Impl::sound_failed(Error error) {
  if (!microphone_problem) microphone_problem = std::move(error);
  microphone_spec = {Kind::kNone, {}};
}

Sources::Sources() = default;
Sources::~Sources() = default;

std::unique_ptr<Sources> Sources::open(const SourceOptions& options, Clock& clock) {
  std::unique_ptr<Sources> sources(new Sources);
  sources->impl_ = std::make_unique<Impl>(options, clock);
  sources->impl_->open();
  return sources;
}

FrameSelector& Sources::frames() {
  return impl_->frames;
}
SoundRing& Sources::sound() {
  return impl_->ring;
}
const PictureSource* Sources::camera() const {
  return impl_->camera.get();
}
const SoundSource* Sources::microphone() const {
  return impl_->microphone.get();
}
bool Sources::use_microphone(const std::string& spec) {
  const auto parsed = parse_microphone_spec(spec);
  if (!impl_->watched_microphone || !parsed || parsed->kind != Kind::kPortAudio) return false;
  impl_->watched_microphone->use(parsed->name);
  return true;
}
std::vector<MicrophoneDevice> Sources::other_microphones() const {
  if (!impl_->watched_microphone) return {};
  std::vector<MicrophoneDevice> others = impl_->devices->list_microphones();
  std::erase_if(others, [in_use = impl_->watched_microphone->device()](const MicrophoneDevice& device) {
    return device.spec == to_string(SourceSpec{Kind::kPortAudio, in_use});
  });
  return others;
}
int Sources::sample_rate_hz() const {
  return impl_->microphone ? impl_->microphone->sample_rate_hz() : 48'000;
}
const std::optional<Error>& Sources::camera_problem() const {
  return impl_->camera_problem;
}
const std::optional<Error>& Sources::microphone_problem() const {
  return impl_->microphone_problem;
}
bool Sources::demo_camera() const {
  return impl_->camera_spec.kind == Kind::kDemo;
}
bool Sources::demo_microphone() const {
  return impl_->microphone_spec.kind == Kind::kDemo;
}

}  // namespace gladi
