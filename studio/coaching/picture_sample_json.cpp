#include "studio/coaching/picture_sample_json.h"

#include <array>
#include <cmath>

namespace gladi {
namespace {

using json_file::Json;
using json_file::number_of;

double rounded(double value) {
  return std::round(value * 1e4) / 1e4;
}

Json number(const std::optional<double>& value) {
  return value ? Json(rounded(*value)) : Json();
}

double or_zero(const Json& object, const char* key) {
  return number_of(object, key).value_or(0);
}

}  // namespace

Json to_json(const PictureSample& sample) {
  Json face;
  if (sample.face) {
    face = {{"x", rounded(sample.face->centre.x)},           {"y", rounded(sample.face->centre.y)},
            {"width", rounded(sample.face->width)},          {"height", rounded(sample.face->height)},
            {"eyes_y", rounded(sample.face->eyes_y)},        {"turn", rounded(sample.face->turn)},
            {"confidence", rounded(sample.face->confidence)}};
  }
  const ShownPart& shown = sample.shown;
  return {{"faces", sample.faces ? Json(*sample.faces) : Json()},
          {"face", std::move(face)},
          {"shown", {rounded(shown.left), rounded(shown.top), rounded(shown.width), rounded(shown.height)}},
          {"face_luma", number(sample.light.face)},
          {"background_luma", rounded(sample.light.background)},
          {"clipped", rounded(sample.light.clipped)},
          {"sharpness", number(sample.sharpness)},
          {"shake", number(sample.shake)},
          {"moved", number(sample.moved)}};
}

PictureSample picture_sample_of(const Json& object) {
  PictureSample sample;
  if (const auto faces = number_of(object, "faces"); faces && *faces >= 0 && *faces < 1000)
    sample.faces = static_cast<int>(*faces);
  const Json& face = json_file::child_of(object, "face");
  if (number_of(face, "x") && number_of(face, "y")) {
    sample.face = {{or_zero(face, "x"), or_zero(face, "y")},
                   or_zero(face, "width"),
                   or_zero(face, "height"),
                   or_zero(face, "eyes_y"),
                   or_zero(face, "turn"),
                   or_zero(face, "confidence")};
  }
  const Json& shown = json_file::list_of(object, "shown");
  std::array<double, 4> part{0, 0, 1, 1};
  for (size_t i = 0; shown.size() == part.size() && i < part.size(); ++i)
    part[i] = shown[i].is_number() ? shown[i].get<double>() : part[i];
  sample.shown = {part[0], part[1], part[2], part[3]};
  sample.light = {number_of(object, "face_luma"), or_zero(object, "background_luma"),
                  or_zero(object, "clipped")};
  sample.sharpness = number_of(object, "sharpness");
  sample.shake = number_of(object, "shake");
  sample.moved = number_of(object, "moved");
  return sample;
}

}  // namespace gladi
