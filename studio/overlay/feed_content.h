// What the overlays of the program feed say; texts are ready to show.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace gladi {

struct CardContent {
  int number = 0;  // in the basket; 0: not shown
  std::string name;
  std::string price;            // "Rp 185.000"
  std::string old_price;        // struck; may be empty
  std::string stock_line;       // "Stok 12 · Katun primisima"
  int percent_off = 0;          // 0: no badge
  std::filesystem::path photo;  // may be empty
  std::string sold_out;         // "HABIS" across the photo; empty while there is stock
  bool hidden = false;          // no card: only the photo is shown, in layouts that have it large
  friend bool operator==(const CardContent&, const CardContent&) = default;
};

struct ChatBubble {
  enum class Kind { kChat, kPinned, kOrder };
  Kind kind = Kind::kChat;
  std::string author;
  std::string text;
  friend bool operator==(const ChatBubble&, const ChatBubble&) = default;
};

// A heart that rises beside the card; its picture is drawn once, only its place changes.
struct FloatingHeart {
  int sprite = 0;   // colour and size: 0 to kSprites - 1
  double x = 0;     // 0 to 1 across the band the hearts rise in
  double rise = 0;  // 0 to 1 on its way up; it fades towards the end
  static constexpr int kSprites = 4;
  friend bool operator==(const FloatingHeart&, const FloatingHeart&) = default;
};

// Which overlays a person wants; the heart animation is also switched off when the computer can't keep up.
struct FeedParts {
  bool card = true;
  bool number = true;  // in the basket, on the card
  bool timer = true;
  bool viewers = true;  // and hearts
  bool chat = true;
  bool pinned = true;
  bool countdown = true;
  bool rising_hearts = true;
  friend bool operator==(const FeedParts&, const FeedParts&) = default;
};

struct FeedContent {
  std::string layout = "camera-full";  // "camera-over-product", "product-close-up"
  std::optional<CardContent> card;     // nothing outside product segments
  std::string timer;                   // "04:12"; empty hides it
  std::string viewers;                 // "128"; empty hides it
  std::string hearts;                  // "342"; empty hides it
  std::vector<ChatBubble> chat;        // oldest first; as many of the newest as there is room for are shown
  std::optional<ChatBubble> pinned;
  std::string countdown;  // "Flash sale 00:27"; empty hides it
  std::vector<FloatingHeart> floating;
  friend bool operator==(const FeedContent&, const FeedContent&) = default;
};

// What stands in the camera's place while it gives nothing.
struct SlateContent {
  std::string title;  // "Kamera terputus"
  std::string note;   // "Suara tetap direkam"; may be empty
  friend bool operator==(const SlateContent&, const SlateContent&) = default;
};

}  // namespace gladi
