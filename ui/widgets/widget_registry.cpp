#include "ui/widgets/widget_registry.h"

#include <cmath>
#include <fstream>
#include <nlohmann/json.hpp>

namespace gladi {

void WidgetRegistry::begin_frame(float ui_scale) {
  next_ = {};
  next_.ui_scale = ui_scale;
}

void WidgetRegistry::end_frame() {
  if (next_ == now_) return;
  now_ = next_;
  if (!log_.empty()) write();
}

void WidgetRegistry::write() const {
  const auto px = [this](float dp) { return static_cast<int>(std::lround(dp * now_.ui_scale)); };
  nlohmann::json widgets = nlohmann::json::object();
  for (const auto& [name, place] : now_.places) {
    widgets[name] = {{"x", px(place.box.x)},
                     {"y", px(place.box.y)},
                     {"w", px(place.box.w)},
                     {"h", px(place.box.h)},
                     {"enabled", place.enabled}};
  }
  const nlohmann::json content = {{"screen", now_.screen}, {"notes", now_.notes}, {"widgets", widgets}};
  std::filesystem::path temporary = log_;
  temporary += ".new";
  std::ofstream(temporary) << content.dump(1);
  std::error_code ignored;  // a log for tests: without it the program goes on
  std::filesystem::rename(temporary, log_, ignored);
}

}  // namespace gladi
