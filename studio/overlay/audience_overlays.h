// What the audience adds to the program feed: viewers and hearts, chat bubbles, countdown, rising hearts.
#pragma once

#include <string>

#include "encoder/program/overlay.h"
#include "studio/overlay/feed_content.h"
#include "studio/overlay/feed_fonts.h"
#include "studio/overlay/feed_layout.h"

namespace gladi {

// Bitmaps only; FeedOverlays places them. Null only when memory ran out.
using SharedBitmap = std::shared_ptr<const OverlayBitmap>;

// "👁 128" or "♥ 342" on a dark pill.
enum class PillIcon { kEye, kHeart };
SharedBitmap draw_pill(PillIcon icon, const std::string& text, const FeedLayout& layout,
                       const FeedFonts& fonts);

// Name and line, at most style::kChatLines lines of layout.chat.width.
SharedBitmap draw_bubble(const ChatBubble& bubble, const FeedLayout& layout, const FeedFonts& fonts);

// "⏰ Flash sale 00:27" on yellow; drawn each second.
SharedBitmap draw_countdown(const std::string& text, const FeedLayout& layout, const FeedFonts& fonts);

// One of FloatingHeart::kSprites, at a strength of 0 to 1.
SharedBitmap draw_heart(int sprite, double strength, const FeedLayout& layout, const FeedFonts& fonts);

}  // namespace gladi
