#include "studio/catalogue/photo_check.h"

#include <algorithm>
#include <fstream>

#include "encoder/file/image.h"

namespace gladi {
namespace {
namespace fs = std::filesystem;

constexpr int kTrialSidePx = 32;  // only to see that it opens

bool begins_as_svg(const fs::path& file) {
  std::string head(64 << 10, '\0');  // comments and entities may come before the element
  std::ifstream in(file, std::ios::binary);
  in.read(head.data(), static_cast<std::streamsize>(head.size()));
  head.resize(static_cast<size_t>(in.gcount()));
  return head.find("<svg") != std::string::npos;
}

std::string lower_extension(const fs::path& file) {
  std::string extension = file.extension().string();
  std::transform(extension.begin(), extension.end(), extension.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return extension;
}

}  // namespace

tl::expected<fs::path, Message> check_photo(const fs::path& folder, const std::string& name, PhotoCheck how) {
  std::error_code error;
  const fs::path home = fs::weakly_canonical(folder, error);
  const fs::path photo = fs::weakly_canonical(home / name, error);  // follows links too
  const fs::path inside = photo.lexically_relative(home);
  if (error || inside.empty() || *inside.begin() == ".." || inside == ".") {
    return tl::unexpected(
        Message(GLADI_TEXT("the photo \"{0}\" must lie in the catalogue's own folder"), {name}));
  }
  if (!fs::is_regular_file(photo, error)) {
    return tl::unexpected(Message(GLADI_TEXT("the photo \"{0}\" is not there"), {name}));
  }
  const auto opens = [&] {
    if (lower_extension(photo) == ".svg") return begins_as_svg(photo);
    return how == PhotoCheck::kBegins ? begins_as_image(photo) : load_image(photo, kTrialSidePx).has_value();
  };
  if (!opens())
    return tl::unexpected(Message(GLADI_TEXT("the photo \"{0}\" is no picture that Gladi can read"), {name}));
  return photo;
}

}  // namespace gladi
