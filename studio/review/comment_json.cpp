#include "studio/review/comment_json.h"

#include <algorithm>
#include <cmath>

#include "studio/text/uuid.h"

namespace gladi {
namespace {
using json_file::Json;
using Shape = Stroke::Shape;

constexpr struct {
  Shape shape;
  const char* name;
} kShapes[] = {{Shape::kPen, "pen"}, {Shape::kArrow, "arrow"}, {Shape::kCircle, "circle"}};

// Four digits are a tenth of a pixel of the largest picture.
double rounded(float value) {
  return std::round(static_cast<double>(value) * 1e4) / 1e4;
}

Json to_json(const Drawing& drawing) {
  if (drawing.empty()) return {};
  Json strokes = Json::array();
  for (const Stroke& stroke : drawing.strokes) {
    Json points = Json::array();
    for (const DrawnPoint& point : stroke.points)
      points.push_back(Json::array({rounded(point.x), rounded(point.y)}));
    const auto named = std::find_if(std::begin(kShapes), std::end(kShapes),
                                    [&](const auto& one) { return one.shape == stroke.shape; });
    strokes.push_back({{"shape", named->name}, {"points", points}});
  }
  return strokes;
}

Drawing drawing_of(const Json& comment) {
  Drawing drawing;
  for (const Json& object : json_file::list_of(comment, "drawing")) {
    const std::string name = json_file::text_of(object, "shape");
    const auto named = std::find_if(std::begin(kShapes), std::end(kShapes),
                                    [&](const auto& one) { return one.name == name; });
    if (named == std::end(kShapes)) continue;
    Stroke stroke{named->shape, {}};
    for (const Json& point : json_file::list_of(object, "points")) {
      if (!point.is_array() || point.size() != 2 || !point[0].is_number() || !point[1].is_number()) continue;
      const auto inside = [](double value) {
        return std::isfinite(value) ? static_cast<float>(std::clamp(value, 0.0, 1.0)) : 0.0F;
      };
      if (stroke.points.size() < Drawing::kMostPoints)
        stroke.points.push_back({inside(point[0].get<double>()), inside(point[1].get<double>())});
    }
    if (stroke.points.size() >= 2 && drawing.strokes.size() < Drawing::kMostStrokes)
      drawing.strokes.push_back(std::move(stroke));
  }
  return drawing;
}

std::optional<VoiceNote> voice_of(const Json& comment) {
  const Json& object = json_file::child_of(comment, "voice");
  VoiceNote voice{json_file::text_of(object, "file"), json_file::length_of(object, "length_ns")};
  if (!is_voice_file(voice.file)) return std::nullopt;
  return voice;
}

}  // namespace

bool is_voice_file(const std::string& name) {
  constexpr const char* kEnding = ".m4a";
  return name.ends_with(kEnding) && is_uuid(name.substr(0, name.size() - 4));
}

// What isn't there is written as null: a field that is left out would stay as it was.
Json to_json(const Comment& comment) {
  return {
      {"id", comment.id},
      {"at_ns", comment.at.ns},
      {"text", comment.text},
      {"written_at", to_iso8601(comment.written_at)},
      {"changed_at", json_file::to_json(comment.changed_at)},
      {"drawing", to_json(comment.drawing)},
      {"voice", comment.voice ? Json{{"file", comment.voice->file}, {"length_ns", comment.voice->length.ns}}
                              : Json()}};
}

std::optional<Comment> comment_of(const Json& object) {
  Comment comment{json_file::text_of(object, "id"),
                  json_file::time_of(object, "at_ns"),
                  json_file::text_of(object, "text"),
                  json_file::wall_time_of(object, "written_at").value_or(WallTime{}),
                  drawing_of(object),
                  voice_of(object),
                  json_file::wall_time_of(object, "changed_at")};
  if (!is_uuid(comment.id)) return std::nullopt;
  return comment;
}

}  // namespace gladi
