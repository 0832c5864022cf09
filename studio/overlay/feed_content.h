// What the overlays of the program feed say; texts are ready to show.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

namespace gladi {

struct CardContent {
  int number = 0;  // in the basket; 0: not shown
  std::string name;
  std::string price;            // "Rp 185.000"
  std::string old_price;        // struck; may be empty
  std::string stock_line;       // "Stok 12 · Katun primisima"
  int percent_off = 0;          // 0: no badge
  std::filesystem::path photo;  // may be empty
  friend bool operator==(const CardContent&, const CardContent&) = default;
};

struct FeedContent {
  std::string layout = "camera-full";  // or "camera-over-product"
  std::optional<CardContent> card;     // nothing outside product segments
  std::string timer;                   // "04:12"; empty hides it
  friend bool operator==(const FeedContent&, const FeedContent&) = default;
};

// What stands in the camera's place while it gives nothing.
struct SlateContent {
  std::string title;  // "Kamera terputus"
  std::string note;   // "Suara tetap direkam"; may be empty
  friend bool operator==(const SlateContent&, const SlateContent&) = default;
};

}  // namespace gladi
