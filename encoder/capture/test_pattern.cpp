#include "encoder/capture/test_pattern.h"

#include <array>
#include <cstring>

namespace gladi {
namespace {

struct Shade {
  uint8_t y, u, v;
};

// 75 % colour bars in BT.709.
constexpr std::array<Shade, 6> kBars = {
    {{168, 44, 136}, {145, 147, 44}, {134, 63, 52}, {63, 193, 204}, {51, 109, 212}, {28, 212, 120}}};
constexpr Shade kDark{40, 128, 128};
constexpr Shade kBlackShade{TestPattern::kBlack, 128, 128};
constexpr Shade kWhiteShade{TestPattern::kWhite, 128, 128};

void fill_plane(uint8_t* data, int stride, const Rect& area, uint8_t value) {
  for (int row = area.y; row < area.y + area.height; ++row) {
    std::memset(data + static_cast<ptrdiff_t>(row) * stride + area.x, value, static_cast<size_t>(area.width));
  }
}

// `area` must be even.
void fill(DraftPicture& picture, const Rect& area, const Shade& shade) {
  const Rect half{area.x / 2, area.y / 2, area.width / 2, area.height / 2};
  fill_plane(picture.y(), picture.y_stride(), area, shade.y);
  fill_plane(picture.u(), picture.u_stride(), half, shade.u);
  fill_plane(picture.v(), picture.v_stride(), half, shade.v);
}

constexpr int kDigitWidth = 48;
constexpr int kDigitHeight = 88;
constexpr int kStroke = 8;

// Seven-segment digits; bits: top, upper right, lower right, bottom, lower left, upper left, middle.
void draw_digit(DraftPicture& picture, int x, int y, int digit, const Shade& ink) {
  static constexpr std::array<uint8_t, 10> kSegments = {0x3F, 0x06, 0x5B, 0x4F, 0x66,
                                                        0x6D, 0x7D, 0x07, 0x7F, 0x6F};
  constexpr int kWide = kDigitWidth;
  constexpr int kHalf = kDigitHeight / 2;
  const std::array<Rect, 7> places = {{
      {x, y, kWide, kStroke},
      {x + kWide - kStroke, y, kStroke, kHalf},
      {x + kWide - kStroke, y + kHalf, kStroke, kHalf},
      {x, y + kDigitHeight - kStroke, kWide, kStroke},
      {x, y + kHalf, kStroke, kHalf},
      {x, y, kStroke, kHalf},
      {x, y + kHalf - kStroke / 2, kWide, kStroke},
  }};
  for (size_t i = 0; i < places.size(); ++i) {
    if ((kSegments[static_cast<size_t>(digit)] >> i & 1) != 0) fill(picture, places[i], ink);
  }
}

}  // namespace

void TestPattern::draw(DraftPicture& picture, int64_t frame, bool flash) {
  fill(picture, {0, 0, kWidthPx, kHeightPx}, flash ? kWhiteShade : kDark);
  if (!flash) {
    for (int i = 0; i < static_cast<int>(kBars.size()); ++i) {
      fill(picture, {448 + 64 * i, 0, 64, 160}, kBars[static_cast<size_t>(i)]);
    }
  }
  // A bar that crosses the picture once in four seconds shows repeated and missing frames to the eye.
  const int travel = kWidthPx - 32;
  const auto at = static_cast<int>(frame % (4 * kFps) * travel / (4 * kFps)) / 2 * 2;
  fill(picture, {at, 200, 32, 160}, flash ? kBlackShade : kWhiteShade);

  int64_t rest = frame;
  for (int i = 5; i >= 0; --i, rest /= 10) {
    draw_digit(picture, 464 + 60 * i, 440, static_cast<int>(rest % 10), flash ? kBlackShade : kWhiteShade);
  }

  constexpr int kBitWidth = kBitBar.width / kBits;
  for (int bit = 0; bit < kBits; ++bit) {
    const bool one = (frame >> (kBits - 1 - bit) & 1) != 0;
    fill(picture, {kBitBar.x + bit * kBitWidth, kBitBar.y, kBitWidth, kBitBar.height},
         one ? kWhiteShade : kBlackShade);
  }
  picture.set_colour(Canvas::kColour);
  picture.set_stamp(frame_time(frame));
}

}  // namespace gladi
