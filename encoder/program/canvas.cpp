#include "encoder/program/canvas.h"

#include <fmt/format.h>

#include <charconv>

namespace gladi {
namespace {

// Reads a whole number off the front of `text`; false when there is none.
bool take_number(std::string_view& text, int& value) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc()) return false;
  text.remove_prefix(static_cast<size_t>(end - text.data()));
  return true;
}

bool take_mark(std::string_view& text, char mark) {
  if (text.empty() || text.front() != mark) return false;
  text.remove_prefix(1);
  return true;
}

bool good_side(int px) {
  return px >= 160 && px <= 4096 && px % 2 == 0;
}

}  // namespace

Result<Canvas> parse_canvas(std::string_view text) {
  Canvas canvas;
  std::string_view rest = text;
  bool good =
      take_number(rest, canvas.width_px) && take_mark(rest, 'x') && take_number(rest, canvas.height_px);
  if (good && !rest.empty()) good = take_mark(rest, '@') && take_number(rest, canvas.fps_num) && rest.empty();
  good = good && good_side(canvas.width_px) && good_side(canvas.height_px) && canvas.fps_num >= 1 &&
         canvas.fps_num <= 60;
  if (!good) {
    return fail(
        ErrorKind::kInvalid,
        Message(GLADI_TEXT("\"{0}\" is no picture size: write it like 720x1280@30, with even numbers."),
                {std::string(text)}));
  }
  return canvas;
}

std::string to_string(const Canvas& canvas) {
  return canvas.fps_den == 1
             ? fmt::format("{}x{}@{}", canvas.width_px, canvas.height_px, canvas.fps_num)
             : fmt::format("{}x{}@{}/{}", canvas.width_px, canvas.height_px, canvas.fps_num, canvas.fps_den);
}

}  // namespace gladi
