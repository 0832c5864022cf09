// Everything that lies over the camera in the program feed: keeps the bitmaps and draws again only what
// changed.
#pragma once

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
  explicit FeedOverlays(const Canvas& canvas);
  ~FeedOverlays();

  // The plan for `content`; the same pointer as before when nothing changed. Costs nothing for what stayed
  // the same.
  std::shared_ptr<const OverlayPlan> plan(const FeedContent& content);
  // What stands in the camera's place in that layout while the camera is lost.
  PlacedOverlay slate(const SlateContent& content, const std::string& layout_name) const;
  // Where the camera goes for a layout name; unknown names are taken for "camera-full".
  Layout layout(const std::string& name) const;
  // The photos that could not be read so far, newest last; a drawn stand-in is shown for them.
  const std::vector<Error>& problems() const;
  // Loads fonts and the photo of `content` for its layout and draws everything once, unseen: the first use
  // costs up to 100 ms, each further product's photo 30 ms. Does not change what plan() gave.
  void warm_up(const FeedContent& content);

  static const std::vector<std::string>& layout_names();

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace gladi
