#include "encoder/file/exif.h"

#include <cstddef>
#include <cstdint>
#include <optional>

namespace gladi {
namespace {

using namespace std::string_view_literals;

constexpr int kUpright = 1;
constexpr uint32_t kOrientationTag = 0x0112;

// A whole number of `size` bytes; nullopt where the bytes end before it does.
std::optional<uint32_t> number_at(std::string_view bytes, size_t at, size_t size, bool big_endian) {
  if (at > bytes.size() || bytes.size() - at < size) return std::nullopt;
  uint32_t value = 0;
  for (size_t i = 0; i < size; ++i) {
    const size_t from = big_endian ? i : size - 1 - i;
    value = value << 8 | static_cast<uint8_t>(bytes[at + from]);
  }
  return value;
}

// The content of the first chunk called `name`. PNG: length, name, content, checksum; RIFF: name, length,
// content, made even.
std::string_view png_chunk(std::string_view bytes, std::string_view name) {
  for (size_t at = 8; at + 8 <= bytes.size();) {
    const uint32_t length = *number_at(bytes, at, 4, true);
    if (bytes.size() - at - 8 < length) return {};
    if (bytes.substr(at + 4, 4) == name) return bytes.substr(at + 8, length);
    at += size_t{12} + length;
  }
  return {};
}

std::string_view riff_chunk(std::string_view bytes, std::string_view name) {
  for (size_t at = 12; at + 8 <= bytes.size();) {
    const uint32_t length = *number_at(bytes, at + 4, 4, false);
    if (bytes.size() - at - 8 < length) return {};
    if (bytes.substr(at, 4) == name) return bytes.substr(at + 8, length);
    at += size_t{8} + length + length % 2;
  }
  return {};
}

// The first directory of a TIFF structure: a count, then entries of tag, type, count and value.
std::optional<uint32_t> orientation_in(std::string_view tiff) {
  if (tiff.starts_with("Exif\0\0"sv)) tiff.remove_prefix(6);
  const bool big = tiff.starts_with("MM"sv);
  if (!big && !tiff.starts_with("II"sv)) return std::nullopt;
  const auto directory = number_at(tiff, 4, 4, big);
  if (!directory) return std::nullopt;
  const auto entries = number_at(tiff, *directory, 2, big);
  for (uint32_t i = 0; entries && i < *entries; ++i) {
    const size_t entry = size_t{*directory} + 2 + size_t{12} * i;
    const auto tag = number_at(tiff, entry, 2, big);
    if (!tag) return std::nullopt;
    if (*tag == kOrientationTag) return number_at(tiff, entry + 8, 2, big);
  }
  return std::nullopt;
}

}  // namespace

int exif_orientation(std::string_view file_bytes) {
  const std::string_view chunk =
      file_bytes.starts_with("RIFF"sv) ? riff_chunk(file_bytes, "EXIF") : png_chunk(file_bytes, "eXIf");
  const auto found = orientation_in(chunk);
  return found && *found >= 1 && *found <= 8 ? static_cast<int>(*found) : kUpright;
}

}  // namespace gladi
