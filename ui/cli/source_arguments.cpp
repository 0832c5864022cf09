#include "ui/cli/source_arguments.h"

#include "ui/app/paths.h"

namespace gladi {

void SourceArguments::declare(OptionList& options) {
  options.text("--camera", camera_,
               GLADI_TEXT("Camera, as gladi devices names it; or file:PATH, url:ADDRESS, demo, test, none"));
  options.text(
      "--mic", microphone_,
      GLADI_TEXT("Microphone, as gladi devices names it; or file:PATH, url:ADDRESS, demo, test, none"));
  options.text("--canvas", canvas_, GLADI_TEXT("Size and rate of the recorded picture: 720x1280@30"));
}

Result<SourceOptions> SourceArguments::parse() const {
  auto camera = parse_camera_spec(camera_);
  if (!camera) return fail(std::move(camera));
  auto microphone = parse_microphone_spec(microphone_);
  if (!microphone) return fail(std::move(microphone));
  auto canvas = parse_canvas(canvas_);
  if (!canvas) return fail(std::move(canvas));
  auto paths = find_paths();
  if (!paths) return fail(std::move(paths));
  return SourceOptions{*camera, *microphone, *canvas, paths->assets / "demo/presenter.mp4", nullptr};
}

}  // namespace gladi
