#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <filesystem>

#include "studio/coaching/face_finder.h"
#include "studio/coaching/picture_measures.h"
#include "studio/coaching/shake_meter.h"
#include "tests/bench/coaching_truth/truth_rows.h"
#include "tests/support/camera_scene.h"
#include "tests/support/pasted_faces.h"

namespace gladi::test {
namespace {

constexpr int kWidthPx = 1280, kHeightPx = 720, kSidePx = 640;

// Rooms and places that the unit tests don't have.
struct Place {
  unsigned room = 0;
  int x = 0, y = 0, drawn = 0;
};
constexpr Place kPlaces[] = {{901, 90, 70, 430}, {902, 420, 30, 560}, {903, 690, 110, 480}};

CameraScene person(const Place& place) {
  CameraScene scene(kWidthPx, kHeightPx, place.room);
  scene.paste(portrait(), kHeadLeft, kHeadTop, kHeadSide, place.x, place.y, place.drawn);
  return scene;
}

SmallPicture small(const CameraScene& scene) {
  return PictureShrinker().shrink(scene.picture(), kSidePx);
}

std::optional<Face> face_in(FaceFinder& finder, const CameraScene& scene) {
  const auto faces = finder.find(scene.picture());
  if (!faces || faces->empty()) return std::nullopt;
  return faces->front();
}

// How often a measure of these pictures is smaller than of the one before.
template <class Change, class Measure>
int falls(const Place& place, std::initializer_list<double> steps, Change change, Measure measure) {
  int falls = 0;
  double last = 1e9;
  for (const double step : steps) {
    const double now = measure(change(person(place), step)).value_or(last);
    falls += now < last;
    last = now;
  }
  return falls;
}

}  // namespace

void add_picture_rows(TruthTable& table, FaceFinder& finder) {
  const PastedFaces pasted = find_pasted_faces(finder, 29);
  table.add({"face place", fmt::format("{} pasted faces, 17 to 35 % of the height", pasted.pasted),
             "≥ 27 found, ≥ 27 within 0.5 % of the width",
             fmt::format("{} found, {} within 0.5 %", pasted.found, pasted.near),
             pasted.found >= 27 && pasted.near >= 27});

  constexpr unsigned kRooms = 40;
  int wrong = 0;
  for (unsigned room = 1; room <= kRooms; ++room)
    wrong += face_in(finder, CameraScene(kWidthPx, kHeightPx, 950 + room)).has_value();
  table.add({"face place", fmt::format("{} rooms without anybody", kRooms), "none", fmt::format("{}", wrong),
             wrong == 0});

  double most_turn = 0, most_step = 0, least_step = 1e9, still = 0;
  int darker = 0, softer = 0, backlit = 0, not_backlit = 0;
  constexpr int kSteps = 5;
  for (const Place& place : kPlaces) {
    const CameraScene scene = person(place);
    const auto face = face_in(finder, scene), mirrored = face_in(finder, person(place).mirror());
    if (!face || !mirrored) {
      most_turn = 1;
      continue;
    }
    most_turn = std::max(most_turn, std::abs(face->turn() + mirrored->turn()));
    darker += falls(
        place, {0.6, 0.9, 1.4, 2.1, 2.8}, [](CameraScene s, double gamma) { return s.gamma(gamma); },
        [&face](const CameraScene& s) { return light_of(small(s), face).face; });
    softer += falls(
        place, {0, 1, 2, 4, 8}, [](CameraScene s, double radius) { return s.blur(static_cast<int>(radius)); },
        [&face](const CameraScene& s) { return sharpness_of(small(s), face); });
    CameraScene against = person(place);
    against.gamma(3).brighten_outside(place.x, place.y, place.drawn, kHeightPx - place.y, 215);
    backlit += is_backlit(light_of(small(against), face));
    not_backlit += !is_backlit(light_of(small(scene), face));
    const SmallPicture before = small(scene);
    for (const auto& [dx, dy] : {std::pair{4.0, 1.0}, {-5.0, 0.0}, {6.4, -6.0}, {1.0, 9.5}, {-12.0, -7.0}}) {
      const double step = shake_between(before, small(scene.shifted(dx, dy)), face).value_or(0);
      const double share = step / (std::hypot(dx, dy) / kWidthPx);
      most_step = std::max(most_step, share);
      least_step = std::min(least_step, share);
    }
    still = std::max(still, shake_between(before, before, face).value_or(1));
  }
  constexpr int kScenes = static_cast<int>(std::size(kPlaces));
  table.add({"facing the camera", fmt::format("{} faces and their mirrored pictures", kScenes), "sum ≤ 0.05",
             fmt::format("{:.3f} at most", most_turn), most_turn <= 0.05});
  table.add({"light", fmt::format("{} pictures, each at {} gammas", kScenes, kSteps), "always darker",
             fmt::format("{} of {}", darker, kScenes * kSteps), darker == kScenes * kSteps});
  table.add({"light", fmt::format("{} against the light, {} not", kScenes, kScenes), "each is told",
             fmt::format("{} and {}", backlit, not_backlit), backlit == kScenes && not_backlit == kScenes});
  table.add({"sharpness", fmt::format("{} pictures, each with {} blurs", kScenes, kSteps), "always less",
             fmt::format("{} of {}", softer, kScenes * kSteps), softer == kScenes * kSteps});
  table.add({"shake", fmt::format("{} pictures moved by 0.3 to 1.1 % of the width", kScenes * 5),
             "±15 %, still ≤ 0.1 %",
             fmt::format("{:+.0f} to {:+.0f} %, still {:.2f} %", 100 * (least_step - 1),
                         100 * (most_step - 1), 100 * still),
             least_step >= 0.85 && most_step <= 1.15 && still <= 0.001});
}

}  // namespace gladi::test
