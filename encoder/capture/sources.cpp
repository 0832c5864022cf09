#include "encoder/capture/sources.h"

#include <utility>

#include "encoder/capture/media_source.h"
#include "encoder/capture/portaudio_microphone.h"
#include "encoder/capture/test_sources.h"
#include "encoder/capture/v4l2_camera.h"

namespace gladi {

using Kind = SourceSpec::Kind;

struct Sources::Impl {
  Impl(const SourceOptions& the_options, Clock& the_clock) : options(the_options), clock(the_clock) {}

  void open();
  void open_camera_device();
  void open_microphone_device();
  void open_media();
  void start_media(std::unique_ptr<MediaInput> input, bool picture, bool sound);
  void picture_failed(Error error);
  void sound_failed(Error error);
  std::optional<MediaPlace> place_of(const SourceSpec& spec) const;

  const SourceOptions options;
  Clock& clock;
  FrameSelector frames;
  SoundRing ring;
  SourceSpec camera_spec;  // what is wanted, or what stands in for it
  SourceSpec microphone_spec;
  std::optional<Error> camera_problem;
  std::optional<Error> microphone_problem;
  std::shared_ptr<PictureSource>
      camera;  // last, with the next: their threads end before what they write into
  std::shared_ptr<SoundSource> microphone;
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
  auto opened = V4l2Camera::open(camera_spec.name, options.canvas, frames, clock);
  if (opened) {
    camera = std::move(*opened);
    return;
  }
  camera_problem = std::move(opened).error();
  camera_spec = {Kind::kDemo, {}};
}

void Sources::Impl::open_microphone_device() {
  if (microphone_spec.kind != Kind::kDefault && microphone_spec.kind != Kind::kPortAudio) return;
  auto opened = PortAudioMicrophone::open(microphone_spec.name, ring, clock);
  if (opened) {
    microphone = std::move(*opened);
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
                                    clock, demo ? "Demo" : "");
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
