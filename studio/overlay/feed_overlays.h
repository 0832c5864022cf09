// Everything that lies over the camera in the program feed: keeps the bitmaps and draws again only what
// changed.
#pragma once

#include <chrono>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "encoder/base/error.h"
#include "encoder/program/canvas.h"
#include "encoder/program/layout.h"
#include "encoder/program/overlay.h"
#include "studio/overlay/feed_content.h"

namespace gladi {

// One thread at a time (never the program thread), but not always the same one: warm_up() may run where the
// take is prepared and plan() where it is steered.
class FeedOverlays {
 public:
  // Reading a photo and drawing a product over the whole canvas takes up to 200 ms.
  enum class Photos {
    kWaitedFor,     // plan() has them
    kInBackground,  // plan() goes on without one that isn't there, and has it in one of the next calls
  };

  explicit FeedOverlays(const Canvas& canvas, Photos photos = Photos::kWaitedFor);
  ~FeedOverlays();

  // The plan for `content`; the same pointer as before when nothing changed. Costs nothing for what stayed
  // the same, and under 5 ms for what has changed (tests/bench/overlay_cost_bench.cpp), photos aside.
  std::shared_ptr<const OverlayPlan> plan(const FeedContent& content);
  // What stands in the camera's place in that layout while the camera is lost.
  PlacedOverlay slate(const SlateContent& content, const std::string& layout_name) const;
  // Where the camera goes for a layout name; unknown names are taken for "camera-full".
  Layout layout(const std::string& name) const;
  // The photos that may be shown soon, most likely first; the first is the one on show. Read and drawn in the
  // background for that layout, and the first one for all.
  void expect(const std::vector<std::filesystem::path>& photos, const std::string& layout);
  // Waits until they are there; false when `at_most` passed first.
  bool finish_photos(std::chrono::milliseconds at_most);
  // The photos that could not be read so far, newest last; a drawn stand-in is shown for them.
  std::vector<Error> problems() const;
  // Loads fonts and the photo of `content` for its layout and draws everything once, unseen: the first use
  // costs up to 100 ms. Does not change what plan() gave.
  void warm_up(const FeedContent& content);

  static const std::vector<std::string>& layout_names();

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace gladi
