#include "studio/overlay/audience_layer.h"

#include <algorithm>
#include <cmath>

#include "studio/overlay/style.h"

namespace gladi {

void AudienceLayer::add_to(OverlayPlan& plan, const FeedContent& content, const FeedLayout& layout) {
  add_hearts(plan, content, layout);
  add_pills(plan, content, layout);
  add_chat(plan, content, layout);
}

void AudienceLayer::warm_up(const FeedLayout& layout) {
  draw_pill(PillIcon::kEye, "0", layout, fonts_);
  draw_countdown("00:00", layout, fonts_);
  draw_bubble({ChatBubble::Kind::kPinned, "wati", "Bahannya panas gak kak? 🙏"}, layout, fonts_);
  for (int sprite = 0; sprite < FloatingHeart::kSprites; ++sprite) {
    for (int step = 0; step < kStrengths; ++step) {
      heart({sprite, 0, static_cast<double>(step) / kStrengths}, layout);
    }
  }
}

template <class Draw>
const SharedBitmap& AudienceLayer::same_or(Drawn& kept, const std::string& text, const FeedLayout& layout,
                                           Draw draw) {
  if (!kept.bitmap || kept.text != text || kept.chat_width != layout.chat.width) {
    kept = {text, layout.chat.width, draw()};
  }
  return kept.bitmap;
}

const SharedBitmap& AudienceLayer::bubble(const ChatBubble& wanted, const FeedLayout& layout) {
  const auto found = std::find_if(bubbles_.begin(), bubbles_.end(), [&](const DrawnBubble& drawn) {
    return drawn.chat_width == layout.chat.width && drawn.bubble == wanted;
  });
  if (found != bubbles_.end()) {
    bubbles_.splice(bubbles_.begin(), bubbles_, found);
  } else {
    bubbles_.push_front({wanted, layout.chat.width, draw_bubble(wanted, layout, fonts_)});
    if (bubbles_.size() > kKeptBubbles) bubbles_.pop_back();
  }
  return bubbles_.front().bitmap;
}

const SharedBitmap& AudienceLayer::heart(const FloatingHeart& wanted, const FeedLayout& layout) {
  const int step = std::clamp(static_cast<int>(wanted.rise * kStrengths), 0, kStrengths - 1);
  const int sprite = std::clamp(wanted.sprite, 0, FloatingHeart::kSprites - 1);
  SharedBitmap& kept = heart_sprites_[static_cast<size_t>(sprite * kStrengths + step)];
  if (!kept) kept = draw_heart(sprite, 0.92 - 0.22 * step, layout, fonts_);
  return kept;
}

void AudienceLayer::add_pills(OverlayPlan& plan, const FeedContent& content, const FeedLayout& layout) {
  int x = layout.pills_corner.x;
  const auto add = [&](Drawn& kept, PillIcon icon, const std::string& text) {
    if (text.empty()) return;
    const SharedBitmap& pill =
        same_or(kept, text, layout, [&] { return draw_pill(icon, text, layout, fonts_); });
    if (!pill) return;
    plan.push_back({pill, x, layout.pills_corner.y});
    x += pill->width_px() + (static_cast<int>(style::kPillGap * layout.timer_scale) & ~1);
  };
  add(viewers_, PillIcon::kEye, content.viewers);
  add(hearts_, PillIcon::kHeart, content.hearts);
}

// From the bottom up: countdown, pinned question, the newest lines. What has no room isn't shown.
void AudienceLayer::add_chat(OverlayPlan& plan, const FeedContent& content, const FeedLayout& layout) {
  const int gap = static_cast<int>(style::kChatGap * layout.card_scale) & ~1;
  int bottom = layout.chat.y + layout.chat.height;
  const auto stack = [&](const SharedBitmap& bitmap) {
    if (!bitmap || bottom - bitmap->height_px() < layout.chat.y) return false;
    bottom -= bitmap->height_px();
    plan.push_back({bitmap, layout.chat.x, bottom & ~1});
    bottom -= gap;
    return true;
  };
  if (!content.countdown.empty()) {
    stack(same_or(countdown_, content.countdown, layout,
                  [&] { return draw_countdown(content.countdown, layout, fonts_); }));
  }
  if (content.pinned) stack(bubble(*content.pinned, layout));
  for (auto line = content.chat.rbegin(); line != content.chat.rend(); ++line) {
    if (!stack(bubble(*line, layout))) break;
  }
}

void AudienceLayer::add_hearts(OverlayPlan& plan, const FeedContent& content, const FeedLayout& layout) {
  for (const FloatingHeart& floating : content.floating) {
    const SharedBitmap& bitmap = heart(floating, layout);
    if (!bitmap) continue;
    const Rect& band = layout.hearts;
    const double x = band.x + floating.x * (band.width - bitmap->width_px());
    const double y = band.y + (1 - floating.rise) * (band.height - bitmap->height_px());
    if (y < 0 || y + bitmap->height_px() > canvas_.height_px) continue;
    plan.push_back({bitmap, static_cast<int>(x) & ~1, static_cast<int>(y) & ~1});
  }
}

}  // namespace gladi
