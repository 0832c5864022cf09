// What a person may name as camera or microphone: "v4l2:/dev/video0", "portaudio:NAME", "file:PATH", "url:…", "demo",
// "test", "none".
#pragma once

#include <string>
#include <string_view>

#include "encoder/base/error.h"

namespace gladi {

struct SourceSpec {
  enum class Kind { kDefault, kV4l2, kPortAudio, kFile, kUrl, kDemo, kTest, kNone };
  Kind kind = Kind::kDefault;
  std::string name;  // device path or name, file path, URL; empty for the others

  friend bool operator==(const SourceSpec&, const SourceSpec&) = default;
};

// An empty text is kDefault. A bare name (as `gladi devices` prints it) is taken for a device: kV4l2 or kPortAudio.
Result<SourceSpec> parse_camera_spec(std::string_view text);
Result<SourceSpec> parse_microphone_spec(std::string_view text);
std::string to_string(const SourceSpec& spec);

}  // namespace gladi
