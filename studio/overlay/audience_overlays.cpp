#include "studio/overlay/audience_overlays.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "studio/overlay/painter.h"

namespace gladi {
namespace {

int even_up(double value) {
  return static_cast<int>(std::ceil(value / 2)) * 2;
}

// Each person's name keeps its colour.
Paint name_colour(const std::string& author) {
  constexpr std::array<unsigned, 5> kColours{0xFFD37A, 0x9BE7C4, 0xA8D8FF, 0xF6B8D0, 0xD9C7FF};
  size_t sum = 0;
  for (const char c : author) sum = sum * 31 + static_cast<unsigned char>(c);
  return rgb(kColours[sum % kColours.size()]);
}

}  // namespace

SharedBitmap draw_pill(PillIcon icon, const std::string& text, const FeedLayout& layout,
                       const FeedFonts& fonts) {
  const double scale = layout.timer_scale;
  const TextLook look{style::kPillSize * scale, style::kBold, style::kWhite, true};
  const TextLook eye{style::kPillSize * 0.9 * scale, style::kMedium, style::kWhite};
  const double side = style::kPillSize * 0.9 * scale, padding = style::kPillPadding * scale, gap = 8 * scale;
  const Painter ruler(fonts, 2, 2);
  const TextSize size = ruler.measure(text, look);
  const TextSize eye_size = icon == PillIcon::kEye ? ruler.measure("👁️", eye) : TextSize{side, side};
  const int width = even_up(2 * padding + eye_size.width_px + gap + size.width_px);
  const int height = even_up(style::kPillHeight * scale);
  Painter painter(fonts, width, height);
  painter.fill_rounded({0, 0, static_cast<double>(width), static_cast<double>(height)},
                       style::kPillRadius * scale, style::kPill);
  if (icon == PillIcon::kEye) {
    painter.text(padding, (height - eye_size.height_px) / 2, "👁️", eye);
  } else {
    painter.heart({padding, (height - side) / 2, side, side}, style::kWhite);
  }
  painter.text(padding + eye_size.width_px + gap, (height - size.height_px) / 2, text, look);
  return painter.bitmap();
}

SharedBitmap draw_bubble(const ChatBubble& bubble, const FeedLayout& layout, const FeedFonts& fonts) {
  const double scale = layout.card_scale;
  const double padding_x = style::kChatPaddingX * scale, padding_y = style::kChatPaddingY * scale;
  const bool pinned = bubble.kind == ChatBubble::Kind::kPinned,
             order = bubble.kind == ChatBubble::Kind::kOrder;
  const std::string lead = (pinned ? "📌 " : order ? "🛒 " : "") + bubble.author;
  TextLook look{style::kChatSize * scale, style::kMedium, style::kWhite};
  look.max_width_px = layout.chat.width - 2 * padding_x;
  look.max_lines = style::kChatLines;
  look.lead_bytes = static_cast<int>(lead.size());
  look.lead_colour = pinned ? style::kWhite : order ? style::kOrderName : name_colour(bubble.author);
  const std::string text = lead + " " + bubble.text;
  const TextSize size = Painter(fonts, 2, 2).measure(text, look);
  const int width = std::min(even_up(size.width_px + 2 * padding_x), layout.chat.width & ~1);
  const int height = even_up(size.height_px + 2 * padding_y);
  Painter painter(fonts, width, height);
  painter.fill_rounded({0, 0, static_cast<double>(width), static_cast<double>(height)},
                       style::kChatRadius * scale,
                       pinned  ? style::kPinnedBubble
                       : order ? style::kOrderBubble
                               : style::kBubble);
  painter.text(padding_x, (height - size.height_px) / 2, text, look);
  return painter.bitmap();
}

SharedBitmap draw_countdown(const std::string& text, const FeedLayout& layout, const FeedFonts& fonts) {
  const double scale = layout.card_scale;
  const TextLook look{style::kCountdownSize * scale, style::kHeavy, style::kInk, true};
  const std::string line = "⏰ " + text;
  const TextSize size = Painter(fonts, 2, 2).measure(line, look);
  const int width = even_up(size.width_px + 2 * style::kPillPadding * scale);
  const int height = even_up(size.height_px + 2 * style::kChatPaddingY * scale);
  Painter painter(fonts, width, height);
  painter.fill_rounded({0, 0, static_cast<double>(width), static_cast<double>(height)},
                       style::kChatRadius * scale, style::kFlash);
  painter.text((width - size.width_px) / 2, (height - size.height_px) / 2, line, look);
  return painter.bitmap();
}

SharedBitmap draw_heart(int sprite, double strength, const FeedLayout& layout, const FeedFonts& fonts) {
  constexpr std::array<unsigned, FloatingHeart::kSprites> kColours{0xFF4D6D, 0xFF8FA3, 0xFFB35C, 0xE5383B};
  constexpr std::array<double, FloatingHeart::kSprites> kSizes{1, 0.8, 0.7, 0.9};
  const auto kind = static_cast<size_t>(sprite) % kColours.size();
  const int side = even_up(style::kHeartSide * kSizes[kind] * layout.card_scale);
  Painter painter(fonts, side, side);
  painter.heart({0, 0, static_cast<double>(side), static_cast<double>(side)}, rgb(kColours[kind], strength));
  return painter.bitmap();
}

}  // namespace gladi
