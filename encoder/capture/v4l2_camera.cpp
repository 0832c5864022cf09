#include "encoder/capture/v4l2_camera.h"

#include <fmt/format.h>

extern "C" {
#include <libavdevice/avdevice.h>
#include <libavutil/pixdesc.h>
}

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <cmath>
#include <thread>
#include <utility>

#include "encoder/base/platform.h"
#include "encoder/capture/failure_slot.h"
#include "encoder/capture/mode_choice.h"
#include "encoder/capture/stop_signal.h"
#include "encoder/capture/v4l2_devices.h"
#include "encoder/libav/decoder.h"
#include "encoder/libav/frame_picture.h"

namespace gladi {
namespace {

constexpr MediaTime kLook = MediaTime::from_ms(2);

// libavdevice's view of one opened camera.
struct Device {
  libav::InputContext input;
  libav::Decoder decoder;
  PictureMode mode;
  bool packets_own_pixels = true;  // false: raw pictures lie in the driver's memory
};

Error named_error(int code, const std::string& name) {
  Error error = v4l2_error(AVUNERROR(code), name);
  if (error.detail.empty()) error.detail = libav::describe(code);
  return error;
}

PictureMode mode_of(const AVStream& stream) {
  const AVCodecParameters& given = *stream.codecpar;
  const bool raw = given.codec_id == AV_CODEC_ID_RAWVIDEO;
  const char* format =
      raw ? av_get_pix_fmt_name(static_cast<AVPixelFormat>(given.format)) : avcodec_get_name(given.codec_id);
  return {given.width, given.height, av_q2d(stream.avg_frame_rate), format != nullptr ? format : ""};
}

Result<Device> open_device(const CameraDevice& camera, const Canvas& canvas) {
  avdevice_register_all();
  const std::string node = camera.spec.substr(camera.spec.find(':') + 1);
  libav::Options options;
  if (const auto mode = choose_mode(camera.modes, canvas)) {
    options.set("video_size", fmt::format("{}x{}", mode->width_px, mode->height_px));
    options.set("framerate", fmt::format("{:.6g}", mode->fps));
    options.set("input_format", mode->format);
  } else if (!camera.modes.empty()) {
    return fail(
        ErrorKind::kRefused,
        Message(GLADI_TEXT("The camera {0} gives no picture format that Gladi can use."), {camera.name}));
  }  // a driver that names no modes gives what it gives

  AVFormatContext* context = avformat_alloc_context();
  context->flags |= AVFMT_FLAG_NONBLOCK;  // libavdevice's own wait for a frame never ends
  const AVInputFormat* v4l2 = av_find_input_format("v4l2");
  const int code =
      avformat_open_input(&context, node.c_str(), v4l2, options.get());  // frees the context if it fails
  if (code < 0) return tl::unexpected(named_error(code, camera.name));
  libav::InputContext input(context);
  const AVStream& stream = *input->streams[0];
  auto decoder = libav::Decoder::open(stream);
  if (!decoder) return fail(std::move(decoder));
  const bool raw = stream.codecpar->codec_id == AV_CODEC_ID_RAWVIDEO;
  return Device{std::move(input), std::move(*decoder), mode_of(stream), !raw};
}

// A raw planar frame lies in the driver's memory, which goes with the device: pictures may outlive it.
libav::Frame own_pixels(libav::Frame frame) {
  if (av_pix_fmt_count_planes(static_cast<AVPixelFormat>(frame->format)) < 3)
    return frame;  // will be unpacked
  libav::Frame copy = libav::make_frame();
  copy->format = frame->format;
  copy->width = frame->width;
  copy->height = frame->height;
  if (av_frame_get_buffer(copy.get(), 0) < 0 || av_frame_copy(copy.get(), frame.get()) < 0) return nullptr;
  av_frame_copy_props(copy.get(), frame.get());
  return copy;
}

}  // namespace

struct V4l2Camera::Impl {
  Impl(CameraDevice asked, Device opened, const Canvas& wanted_canvas, FrameSelector& selector,
       Clock& the_clock)
      : description(std::move(asked)),
        name(description.name),
        canvas(wanted_canvas),
        device(std::move(opened)),
        mode(device.mode),
        frames(selector),
        clock(the_clock) {}

  void run();
  bool read_one(const AVPacket& packet, MediaTime arrived);
  MediaTime stamp_of(const AVPacket& packet, MediaTime arrived) const;

  const CameraDevice description;
  const std::string name;
  const Canvas canvas;
  Device device;  // camera thread
  const PictureMode mode;
  FrameSelector& frames;
  Clock& clock;
  libav::FramePictures pictures{0, ColourMatrix::kBt601};  // what webcams give, tagged or not
  MediaTime last_stamp;
  std::atomic<int64_t> broken{0};
  FailureSlot failure;
  StopSignal stop;
  std::thread thread;  // last: everything above is there when it starts
};

void V4l2Camera::Impl::run() {
  platform::name_this_thread("camera");
  const libav::Packet packet = libav::make_packet();
  // A driver that tells no rate is looked at all the time.
  const MediaTime period = mode.fps > 0 ? MediaTime::from_seconds(1 / mode.fps) : MediaTime{};

  while (!stop.requested()) {
    const int code = av_read_frame(device.input.get(), packet.get());
    const MediaTime now = clock.now();
    if (code == AVERROR(EAGAIN)) {
      if (!stop.sleep_for(kLook)) return;
      continue;
    }
    if (code < 0) {
      failure.set(named_error(code, name));
      return;
    }
    const bool good = read_one(*packet, now);
    av_packet_unref(packet.get());
    // Most of a period nothing can come: looking again only near its end saves wake-ups.
    if (good && !stop.sleep_until(clock, now + period * 7 / 10)) return;
  }
}

bool V4l2Camera::Impl::read_one(const AVPacket& packet, MediaTime arrived) {
  if (packet.size == 0) {  // the driver marked the frame as damaged
    ++broken;
    return false;
  }
  const MediaTime stamp = stamp_of(packet, arrived);
  const int64_t broken_before = device.decoder.broken();
  bool any = false;
  for (libav::Frame& frame : device.decoder.decode(&packet)) {
    if (!device.packets_own_pixels) frame = own_pixels(std::move(frame));
    if (!frame) continue;
    auto picture = pictures.make(std::move(frame), stamp);
    if (!picture) {
      failure.set(std::move(picture).error());
      stop.request();
      return false;
    }
    last_stamp = stamp;
    frames.put(std::move(*picture));
    any = true;
  }
  broken += device.decoder.broken() - broken_before;
  return any;
}

// Drivers stamp frames with CLOCK_MONOTONIC, which is Clock's, as a rule; one that doesn't is given the
// arrival time.
MediaTime V4l2Camera::Impl::stamp_of(const AVPacket& packet, MediaTime arrived) const {
  if (packet.pts == AV_NOPTS_VALUE) return arrived;
  const MediaTime told = {av_rescale_q(packet.pts, device.input->streams[0]->time_base, {1, 1'000'000'000})};
  const MediaTime age = arrived - told;
  const bool plausible = age >= MediaTime{} && age < MediaTime::from_ms(1000) && told > last_stamp;
  return plausible ? told : arrived;
}

Result<std::unique_ptr<V4l2Camera>> V4l2Camera::open(const std::string& name, const Canvas& canvas,
                                                     FrameSelector& frames, Clock& clock) {
  std::vector<CameraDevice> candidates;
  if (name.empty()) {
    candidates = list_v4l2_cameras();
    if (candidates.empty()) {
      return fail(ErrorKind::kNotFound, Message(GLADI_TEXT("No camera was found: is one plugged in?")));
    }
  } else {
    auto node = find_v4l2_node(name);
    if (!node) return fail(std::move(node));
    auto device = ask_v4l2_camera(*node);
    if (!device) return fail(std::move(device));
    candidates.push_back(std::move(*device));
  }
  std::optional<Error> first_error;
  for (const CameraDevice& camera : candidates) {
    auto device = open_device(camera, canvas);
    if (!device) {
      if (!first_error) first_error = std::move(device).error();
      continue;
    }
    auto impl = std::make_unique<Impl>(camera, std::move(*device), canvas, frames, clock);
    impl->thread = std::thread([raw = impl.get()] { raw->run(); });
    return std::unique_ptr<V4l2Camera>(new V4l2Camera(std::move(impl)));
  }
  return tl::unexpected(*std::move(first_error));
}

ReconnectingCamera::Reopen V4l2Camera::reopener() const {
  std::vector<std::string> others;
  for (const CameraDevice& camera : list_v4l2_cameras()) {
    if (camera.spec != impl_->description.spec) others.push_back(camera.bus);
  }
  return [lost = impl_->description, others, canvas = impl_->canvas, &frames = impl_->frames,
          &clock = impl_->clock](const StopSignal&) -> Result<std::unique_ptr<PictureSource>> {
    const std::vector<CameraDevice> there = list_v4l2_cameras();
    const CameraDevice* found = find_again(lost, others, there);
    if (found == nullptr) return tl::unexpected(v4l2_error(ENODEV, lost.name));
    return V4l2Camera::open(found->spec.substr(found->spec.find(':') + 1), canvas, frames, clock);
  };
}

V4l2Camera::V4l2Camera(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}

V4l2Camera::~V4l2Camera() {
  impl_->stop.request();
  impl_->thread.join();
}

std::string V4l2Camera::name() const {
  return impl_->name;
}
PictureMode V4l2Camera::mode() const {
  return impl_->mode;
}
std::optional<Error> V4l2Camera::failure() const {
  return impl_->failure.get();
}
int64_t V4l2Camera::broken_frames() const {
  return impl_->broken.load();
}

}  // namespace gladi
