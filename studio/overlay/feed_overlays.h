// Everything that lies over the camera in the program feed: keeps the bitmaps and draws again only what changed.
// (Contract agreed with studio/rehearsal; fill in the implementation, adjust private parts freely.)
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "encoder/base/error.h"
#include "encoder/program/canvas.h"
#include "encoder/program/layout.h"
#include "encoder/program/overlay.h"

namespace gladi {

// What the product card says; texts are ready to show.
struct CardContent {
  int number = 0;              // in the basket
  std::string name;
  std::string price;           // "Rp 185.000"
  std::string old_price;       // struck; may be empty
  std::string stock_line;      // "Stok 12 · Katun primisima"
  int percent_off = 0;         // 0: no badge
  std::filesystem::path photo; // may be empty
  friend bool operator==(const CardContent&, const CardContent&) = default;
};

struct FeedContent {
  std::string layout = "camera-full";  // or "camera-over-product"
  std::optional<CardContent> card;     // nothing outside product segments
  std::string timer;                   // "04:12"; empty hides it
  friend bool operator==(const FeedContent&, const FeedContent&) = default;
};

// One thread (the caller's, never the program thread).
class FeedOverlays {
 public:
  explicit FeedOverlays(const Canvas& canvas);
  ~FeedOverlays();

  // The plan for `content`; the same pointer as before when nothing changed. Costs nothing for what stayed the same.
  std::shared_ptr<const OverlayPlan> plan(const FeedContent& content);
  // Where the camera goes for a layout name; unknown names are taken for "camera-full".
  Layout layout(const std::string& name) const;
  // The photos that could not be read so far, newest last; a drawn stand-in is shown for them.
  const std::vector<Error>& problems() const;
  // Loads fonts and draws everything once, unseen: the first use costs up to 100 ms.
  void warm_up(const FeedContent& content);

  static const std::vector<std::string>& layout_names();

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace gladi
