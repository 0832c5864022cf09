#include "encoder/capture/source_spec.h"

#include <array>
#include <optional>
#include <utility>

namespace gladi {
namespace {

using Kind = SourceSpec::Kind;

constexpr std::array<std::pair<std::string_view, Kind>, 4> kPrefixes = {{
    {"v4l2:", Kind::kV4l2},
    {"portaudio:", Kind::kPortAudio},
    {"file:", Kind::kFile},
    {"url:", Kind::kUrl},
}};
constexpr std::array<std::pair<std::string_view, Kind>, 3> kWords = {{
    {"demo", Kind::kDemo},
    {"test", Kind::kTest},
    {"none", Kind::kNone},
}};

// What both kinds of sources understand; nullopt for a bare name.
std::optional<Result<SourceSpec>> parse_common(std::string_view text) {
  if (text.empty()) return SourceSpec{};
  for (const auto& [word, kind] : kWords) {
    if (text == word) return SourceSpec{kind, {}};
  }
  for (const auto& [prefix, kind] : kPrefixes) {
    if (!text.starts_with(prefix)) continue;
    const std::string_view name = text.substr(prefix.size());
    if (name.empty()) {
      return fail(ErrorKind::kInvalid,
                  Message(GLADI_TEXT("\"{0}\" names nothing: something has to follow the colon."),
                          {std::string(text)}));
    }
    return SourceSpec{kind, std::string(name)};
  }
  return std::nullopt;
}

}  // namespace

Result<SourceSpec> parse_camera_spec(std::string_view text) {
  auto common = parse_common(text);
  if (!common) return SourceSpec{Kind::kV4l2, std::string(text)};
  if (*common && (*common)->kind == Kind::kPortAudio) {
    return fail(ErrorKind::kInvalid,
                Message(GLADI_TEXT("\"{0}\" is a microphone and can't be the camera."), {std::string(text)}));
  }
  return *std::move(common);
}

Result<SourceSpec> parse_microphone_spec(std::string_view text) {
  auto common = parse_common(text);
  if (!common) return SourceSpec{Kind::kPortAudio, std::string(text)};
  if (*common && (*common)->kind == Kind::kV4l2) {
    return fail(ErrorKind::kInvalid,
                Message(GLADI_TEXT("\"{0}\" is a camera and can't be the microphone."), {std::string(text)}));
  }
  return *std::move(common);
}

std::string to_string(const SourceSpec& spec) {
  for (const auto& [word, kind] : kWords) {
    if (spec.kind == kind) return std::string(word);
  }
  for (const auto& [prefix, kind] : kPrefixes) {
    if (spec.kind == kind) return std::string(prefix) + spec.name;
  }
  return {};
}

}  // namespace gladi
