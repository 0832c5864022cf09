// The audience's part of the overlay plan: keeps the bitmaps of bubbles and hearts, draws only what is new.
#pragma once

#include <array>
#include <list>

#include "studio/overlay/audience_overlays.h"

namespace gladi {

// One thread at a time. Belongs to FeedOverlays.
class AudienceLayer {
 public:
  AudienceLayer(const Canvas& canvas, const FeedFonts& fonts) : canvas_(canvas), fonts_(fonts) {}

  // Adds what `content` shows of the audience to `plan`.
  void add_to(OverlayPlan& plan, const FeedContent& content, const FeedLayout& layout);
  // Draws hearts and fonts once, unseen.
  void warm_up(const FeedLayout& layout);

 private:
  static constexpr int kStrengths = 4;  // of a heart: it fades in steps, so that each is drawn once
  static constexpr size_t kKeptBubbles = 24;

  // A bitmap and what it was drawn from.
  struct Drawn {
    std::string text;
    int chat_width = 0;  // layouts differ in it
    SharedBitmap bitmap;
  };
  struct DrawnBubble {
    ChatBubble bubble;
    int chat_width = 0;
    SharedBitmap bitmap;
  };
  template <class Draw>
  const SharedBitmap& same_or(Drawn& kept, const std::string& text, const FeedLayout& layout, Draw draw);
  const SharedBitmap& bubble(const ChatBubble& wanted, const FeedLayout& layout);
  const SharedBitmap& heart(const FloatingHeart& wanted, const FeedLayout& layout);
  void add_pills(OverlayPlan& plan, const FeedContent& content, const FeedLayout& layout);
  void add_chat(OverlayPlan& plan, const FeedContent& content, const FeedLayout& layout);
  void add_hearts(OverlayPlan& plan, const FeedContent& content, const FeedLayout& layout);

  const Canvas canvas_;
  const FeedFonts& fonts_;
  Drawn viewers_, hearts_, countdown_;
  std::list<DrawnBubble> bubbles_;  // used last first
  std::array<SharedBitmap, FloatingHeart::kSprites * kStrengths> heart_sprites_;
};

}  // namespace gladi
