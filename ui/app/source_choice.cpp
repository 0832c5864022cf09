#include "ui/app/source_choice.h"

namespace gladi {

SourceOptions source_options(const Settings& settings, const Paths& paths) {
  SourceOptions options;
  if (const Result<SourceSpec> camera = parse_camera_spec(settings.camera)) options.camera = *camera;
  if (const Result<SourceSpec> microphone = parse_microphone_spec(settings.microphone))
    options.microphone = *microphone;
  if (const Result<Canvas> canvas = parse_canvas(settings.canvas)) options.canvas = *canvas;
  options.demo_file = paths.assets / "demo" / "presenter.mp4";
  return options;
}

}  // namespace gladi
