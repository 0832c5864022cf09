// How the program feed looks: every colour, radius and size of its overlays, in one place. Sizes are in px on
// a canvas 720 px wide and are multiplied by the overlay's scale (feed_layout.h).
#pragma once

namespace gladi {

struct Paint {
  double red = 0, green = 0, blue = 0, alpha = 1;
};

constexpr Paint rgb(unsigned hex, double alpha = 1) {
  return {((hex >> 16) & 0xFF) / 255.0, ((hex >> 8) & 0xFF) / 255.0, (hex & 0xFF) / 255.0, alpha};
}

namespace style {

// The emoji font (fonts-noto-color-emoji) is not named: Pango takes it for emoji by itself; when it stands in
// the list, Pango 1.50 takes digits and spaces from it too.
inline constexpr const char* kFontFamily = "Inter,sans-serif";
inline constexpr int kMedium = 500, kSemiBold = 600, kBold = 700, kHeavy = 800;

inline constexpr Paint kInk = rgb(0x1E2242);
inline constexpr Paint kMute = rgb(0x6B6F86);
inline constexpr Paint kRed = rgb(0xE5383B);
inline constexpr Paint kWhite = rgb(0xFFFFFF);
inline constexpr Paint kCream = rgb(0xFBF6EC);
inline constexpr Paint kCreamDark = rgb(0xE4D3B5);
inline constexpr Paint kSoga = rgb(0x8A4B2A);
inline constexpr Paint kYellow = rgb(0xFFD37A);
inline constexpr Paint kCard = rgb(0xFFFFFF, .96);
inline constexpr Paint kPill = rgb(0x14162B, .80);
inline constexpr Paint kTag = rgb(0x14162B, .86);
inline constexpr Paint kShadow = rgb(0x000000, .30);

inline constexpr double kShadowSigma = 13, kShadowDrop = 9;  // the shadow ends two sigma out

// Product card.
inline constexpr double kCardWidth = 662, kCardHeight = 192, kCardRadius = 30, kCardPadding = 18;
inline constexpr double kPhotoSide = 156, kPhotoRadius = 18;
inline constexpr double kNameSize = 30, kPriceSize = 41, kOldPriceSize = 25, kStockSize = 25;
inline constexpr double kBadgeSize = 26, kBadgeRadius = 18, kBadgeRise = 24;
inline constexpr double kTagSize = 24;

// Take timer.
inline constexpr double kTimerSize = 41, kTimerRadius = 22, kTimerPaddingX = 22, kTimerPaddingY = 7;

// Viewers and hearts, countdown, chat. The right third is left free: live apps put their buttons there.
inline constexpr Paint kBubble = rgb(0x14162B, .60);
inline constexpr Paint kOrderBubble = rgb(0x1F7A4D, .86);
inline constexpr Paint kPinnedBubble = rgb(0xD62F33, .94);
inline constexpr Paint kOrderName = rgb(0xD9FFE9);
inline constexpr Paint kFlash = rgb(0xFFC93C);
inline constexpr Paint kSoldOutVeil = rgb(0x14162B, .72);
inline constexpr double kPillSize = 27, kPillRadius = 24, kPillHeight = 48, kPillPadding = 18, kPillGap = 14;
inline constexpr double kChatSize = 26, kChatRadius = 22, kChatPaddingX = 20, kChatPaddingY = 9,
                        kChatGap = 12;
inline constexpr int kChatLines = 3;
inline constexpr double kCountdownSize = 30;
inline constexpr double kSoldOutSize = 34;
inline constexpr double kHeartSide = 46;
inline constexpr double kHeartBand = 120;  // how wide hearts wander

// Product photo beside or below the camera.
inline constexpr double kTileRadius = 28, kTileBorder = 6;
inline constexpr double kWindowRadius = 24;  // the camera's window in the close-up

// The board beside the feed on the projector.
inline constexpr Paint kBoard = rgb(0x0D0E1C), kBoardMute = rgb(0xA9ABC7);

// The slate in place of a lost camera.
inline constexpr Paint kSlateGround = rgb(0x262A4A), kSlateGroundLow = rgb(0x1A1D36);
inline constexpr Paint kSlateShape = rgb(0x8C92BC), kSlateNote = rgb(0xC9CCE2);
inline constexpr double kSlateTitleSize = 46, kSlateNoteSize = 30, kSlateCameraWidth = 190, kSlateGap = 36;

}  // namespace style
}  // namespace gladi
