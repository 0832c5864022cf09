#include "studio/session/take_source.h"

#include <fmt/format.h>

#include <string>

#include "studio/session/part_place.h"

namespace gladi {
namespace fs = std::filesystem;

uint64_t fingerprint(std::string_view bytes) {
  uint64_t hash = 0xcbf29ce484222325U;
  for (const char byte : bytes) {
    hash ^= static_cast<uint8_t>(byte);
    hash *= 0x100000001b3U;
  }
  return hash;
}

std::optional<uint64_t> source_of(const fs::path& session_folder, const Session& session) {
  std::string words;
  for (const TakePart& part : session.parts) {
    const fs::path place = folder_of(session_folder, session, part);
    std::error_code error;
    const auto bytes = place.empty() ? 0 : fs::file_size(place / part.file, error);
    if (!part.finalised || place.empty() || error) return std::nullopt;
    words += fmt::format("{} {} {} {}\n", part.file, part.start.ns, part.duration.ns, bytes);
  }
  return fingerprint(words);
}

}  // namespace gladi
