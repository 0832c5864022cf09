#include "encoder/capture/v4l2_devices.h"

#include <fcntl.h>
#include <linux/videodev2.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <map>
#include <optional>
#include <string_view>
#include <utility>

namespace gladi {
namespace {

namespace fs = std::filesystem;

class Node {
 public:
  // Non-blocking: some drivers let open() wait for whoever holds the camera.
  explicit Node(const std::string& path)
      : fd_(::open(path.c_str(), O_RDWR | O_NONBLOCK | O_CLOEXEC)), error_(errno) {}
  ~Node() {
    if (fd_ >= 0) ::close(fd_);
  }
  Node(const Node&) = delete;
  Node& operator=(const Node&) = delete;

  bool opened() const { return fd_ >= 0; }
  int error() const { return error_; }

  template <class T>
  bool ask(unsigned long request, T& value) const {
    int result = 0;
    do {
      result = ::ioctl(fd_, request, &value);
    } while (result < 0 && errno == EINTR);
    return result == 0;
  }

 private:
  const int fd_;
  const int error_;
};

struct KnownFormat {
  uint32_t fourcc;
  const char* name;  // libav's word
};
constexpr std::array<KnownFormat, 9> kFormats = {{
    {V4L2_PIX_FMT_MJPEG, "mjpeg"},
    {V4L2_PIX_FMT_JPEG, "mjpeg"},
    {V4L2_PIX_FMT_YUYV, "yuyv422"},
    {V4L2_PIX_FMT_UYVY, "uyvy422"},
    {V4L2_PIX_FMT_YUV420, "yuv420p"},
    {V4L2_PIX_FMT_NV12, "nv12"},
    {V4L2_PIX_FMT_RGB24, "rgb24"},
    {V4L2_PIX_FMT_BGR24, "bgr24"},
    {V4L2_PIX_FMT_H264, "h264"},
}};

// Sizes asked for where a driver names a range instead of sizes.
constexpr std::array<std::pair<uint32_t, uint32_t>, 6> kUsualSizes = {
    {{320, 240}, {640, 360}, {640, 480}, {1280, 720}, {1920, 1080}, {3840, 2160}}};

double rate(const v4l2_fract& interval) {
  return interval.numerator == 0 ? 0 : static_cast<double>(interval.denominator) / interval.numerator;
}

// Highest first; a range counts with its ends and 30 fps.
std::vector<double> rates_of(const Node& node, uint32_t fourcc, uint32_t width, uint32_t height) {
  std::vector<double> rates;
  v4l2_frmivalenum interval{};
  interval.pixel_format = fourcc;
  interval.width = width;
  interval.height = height;
  for (; node.ask(VIDIOC_ENUM_FRAMEINTERVALS, interval); ++interval.index) {
    if (interval.type == V4L2_FRMIVAL_TYPE_DISCRETE) {
      rates.push_back(rate(interval.discrete));
      continue;
    }
    const double fastest = rate(interval.stepwise.min);
    rates.push_back(fastest);
    if (fastest > 30 && rate(interval.stepwise.max) < 30) rates.push_back(30);
    break;
  }
  std::sort(rates.begin(), rates.end(), std::greater<>());
  return rates;
}

void add_modes(const Node& node, const KnownFormat& format, uint32_t width, uint32_t height,
               std::vector<PictureMode>& modes) {
  auto rates = rates_of(node, format.fourcc, width, height);
  if (rates.empty()) rates.push_back(30);  // drivers without rates give what they give
  for (const double fps : rates) {
    modes.push_back({static_cast<int>(width), static_cast<int>(height), fps, format.name});
  }
}

std::vector<PictureMode> modes_of(const Node& node) {
  std::vector<PictureMode> modes;
  v4l2_fmtdesc description{};
  description.type = V4L2_BUF_TYPE_VIDEO_CAPTURE;
  for (; node.ask(VIDIOC_ENUM_FMT, description); ++description.index) {
    const auto* const format = std::find_if(kFormats.begin(), kFormats.end(), [&](const KnownFormat& known) {
      return known.fourcc == description.pixelformat;
    });
    if (format == kFormats.end()) continue;
    v4l2_frmsizeenum size{};
    size.pixel_format = format->fourcc;
    for (; node.ask(VIDIOC_ENUM_FRAMESIZES, size); ++size.index) {
      if (size.type == V4L2_FRMSIZE_TYPE_DISCRETE) {
        add_modes(node, *format, size.discrete.width, size.discrete.height, modes);
        continue;
      }
      const v4l2_frmsize_stepwise& range = size.stepwise;
      for (const auto& [width, height] : kUsualSizes) {
        const bool fits = width >= range.min_width && width <= range.max_width &&
                          height >= range.min_height && height <= range.max_height;
        if (fits) add_modes(node, *format, width, height, modes);
      }
      break;
    }
  }
  return modes;
}

// Nodes with their name below /dev/v4l/by-id, which holds maker, model and serial number.
std::map<fs::path, std::string> names_by_id() {
  std::map<fs::path, std::string> names;
  std::error_code error;
  for (const auto& link : fs::directory_iterator("/dev/v4l/by-id", error)) {
    const fs::path node = fs::canonical(link.path(), error);
    if (!error) names[node] = link.path().filename().string();
  }
  return names;
}

// Nullopt for nodes that give no pictures: metadata, radio, codecs.
std::optional<CameraDevice> describe(const Node& node, const std::string& path) {
  v4l2_capability capability{};
  if (!node.ask(VIDIOC_QUERYCAP, capability)) return std::nullopt;
  const uint32_t can = (capability.capabilities & V4L2_CAP_DEVICE_CAPS) != 0 ? capability.device_caps
                                                                             : capability.capabilities;
  if ((can & V4L2_CAP_VIDEO_CAPTURE) == 0 || (can & V4L2_CAP_STREAMING) == 0) return std::nullopt;

  CameraDevice device;
  device.spec = "v4l2:" + path;
  device.name = reinterpret_cast<const char*>(capability.card);
  device.bus = reinterpret_cast<const char*>(capability.bus_info);
  const auto by_id = names_by_id();
  const auto found = by_id.find(path);
  device.stable_id = found != by_id.end() ? found->second : device.bus;
  device.modes = modes_of(node);
  return device;
}

std::vector<std::string> nodes() {
  std::vector<std::pair<int, std::string>> numbered;
  std::error_code error;
  for (const auto& entry : fs::directory_iterator("/dev", error)) {
    const std::string name = entry.path().filename().string();
    constexpr std::string_view kPrefix = "video";
    if (!name.starts_with(kPrefix) || name.size() == kPrefix.size() || name.size() > kPrefix.size() + 4)
      continue;
    const std::string number = name.substr(kPrefix.size());
    if (!std::all_of(number.begin(), number.end(), [](char c) { return c >= '0' && c <= '9'; })) continue;
    numbered.emplace_back(std::stoi(number), entry.path().string());
  }
  std::sort(numbered.begin(), numbered.end());
  std::vector<std::string> paths;
  for (auto& [number, path] : numbered) paths.push_back(std::move(path));
  return paths;
}

}  // namespace

std::vector<CameraDevice> list_v4l2_cameras() {
  std::vector<CameraDevice> cameras;
  for (const std::string& path : nodes()) {
    const Node node(path);
    if (!node.opened()) {
      CameraDevice unknown;  // listed all the same: the person sees that it is there but can't be asked
      unknown.spec = "v4l2:" + path;
      unknown.name = path;
      if (node.error() != ENOENT && node.error() != ENODEV && node.error() != ENXIO)
        cameras.push_back(unknown);
      continue;
    }
    if (auto device = describe(node, path)) cameras.push_back(*std::move(device));
  }
  return cameras;
}

Result<CameraDevice> ask_v4l2_camera(const std::string& path) {
  const Node node(path);
  if (!node.opened()) return tl::unexpected(v4l2_error(node.error(), path));
  if (auto device = describe(node, path)) return *std::move(device);
  return tl::unexpected(v4l2_error(ENOTTY, path));
}

Result<std::string> find_v4l2_node(const std::string& name) {
  if (name.starts_with('/')) {
    std::error_code error;
    const fs::path node = fs::canonical(name, error);
    if (error) return tl::unexpected(v4l2_error(error.value(), name));
    return node.string();
  }
  for (const CameraDevice& device : list_v4l2_cameras()) {
    if (device.name == name || device.stable_id == name) return device.spec.substr(std::strlen("v4l2:"));
  }
  return tl::unexpected(v4l2_error(ENOENT, name));
}

const CameraDevice* find_again(const CameraDevice& lost, const std::vector<std::string>& buses_before,
                               const std::vector<CameraDevice>& there) {
  const bool has_serial = lost.stable_id != lost.bus;
  const auto same_model = [&](const CameraDevice& camera) {
    // Two serial numbers that differ are two cameras.
    const bool another = has_serial && camera.stable_id != camera.bus && camera.stable_id != lost.stable_id;
    return camera.name == lost.name && !another;
  };
  const auto first = [&there](auto&& fits) -> const CameraDevice* {
    const auto found = std::find_if(there.begin(), there.end(), fits);
    return found == there.end() ? nullptr : &*found;
  };
  const CameraDevice* found =
      first([&](const CameraDevice& camera) { return has_serial && camera.stable_id == lost.stable_id; });
  if (!found)
    found = first([&](const CameraDevice& camera) { return same_model(camera) && camera.bus == lost.bus; });
  if (!found) {
    found = first([&](const CameraDevice& camera) {
      return same_model(camera) &&
             std::find(buses_before.begin(), buses_before.end(), camera.bus) == buses_before.end();
    });
  }
  return found;
}

Error v4l2_error(int error_number, const std::string& name) {
  const std::string words = std::strerror(error_number);
  switch (error_number) {
    case ENOENT:
    case ENODEV:
    case ENXIO:
      return {ErrorKind::kNotFound,
              Message(GLADI_TEXT("The camera {0} is not there: is it plugged in?"), {name}), words};
    case EBUSY:
      return {
          ErrorKind::kBusy,
          Message(GLADI_TEXT("The camera {0} is used by another program: close that program first."), {name}),
          words};
    case EACCES:
    case EPERM:
      return {ErrorKind::kRefused,
              Message(GLADI_TEXT("The camera {0} may not be used: your account has no right to cameras."),
                      {name}),
              words};
    case EINVAL:
    case ERANGE:
      return {ErrorKind::kRefused,
              Message(GLADI_TEXT("The camera {0} refuses the picture size asked for."), {name}), words};
    case ENOTTY:
      return {ErrorKind::kUnsupported, Message(GLADI_TEXT("{0} is no camera."), {name}), words};
    default:
      return {ErrorKind::kIo, Message(GLADI_TEXT("The camera {0} reports a fault."), {name}), words};
  }
}

}  // namespace gladi
