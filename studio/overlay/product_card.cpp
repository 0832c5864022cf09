#include "studio/overlay/product_card.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "studio/overlay/painter.h"

namespace gladi {
namespace {

// Even-aligned: the card, its badge and its shadow, inside the canvas.
Rect bitmap_rect(const FeedLayout& layout, const Canvas& canvas) {
  const double scale = layout.card_scale;
  const double reach = 2 * style::kShadowSigma * scale;
  const int side = static_cast<int>(std::ceil(reach));
  const int above = static_cast<int>(std::ceil(style::kBadgeRise * scale));
  const int below = static_cast<int>(std::ceil(reach + style::kShadowDrop * scale));
  const int left = std::max(0, layout.card.x - side) & ~1;
  const int top = std::max(0, layout.card.y - above) & ~1;
  const int right = std::min(canvas.width_px, layout.card.x + layout.card.width + side + 1) & ~1;
  const int bottom = std::min(canvas.height_px, layout.card.y + layout.card.height + below + 1) & ~1;
  return {left, top, right - left, bottom - top};
}

struct CardPen {
  Painter& painter;
  double scale;
  double px(double value) const { return value * scale; }
};

void draw_number(const CardPen& pen, const RectF& photo, int number) {
  const TextLook look{pen.px(style::kTagSize), style::kBold, style::kWhite, true};
  const std::string text = "🛒 " + std::to_string(number);
  const TextSize size = pen.painter.measure(text, look);
  const double height = size.height_px + pen.px(4), width = size.width_px + pen.px(18);
  pen.painter.fill_rounded({photo.x + pen.px(7), photo.y + pen.px(7), width, height}, pen.px(12),
                           style::kTag);
  pen.painter.text(photo.x + pen.px(16), photo.y + pen.px(9), text, look);
}

void draw_percent(const CardPen& pen, const RectF& card, int percent) {
  const TextLook look{pen.px(style::kBadgeSize), style::kHeavy, style::kWhite, true};
  const std::string text = "-" + std::to_string(percent) + "%";
  const TextSize size = pen.painter.measure(text, look);
  const double width = size.width_px + pen.px(30), height = size.height_px + pen.px(13);
  const double x = card.x + card.width - pen.px(style::kCardPadding) - width;
  const double y = card.y - pen.px(style::kBadgeRise - 2);
  pen.painter.fill_rounded({x, y, width, height}, pen.px(style::kBadgeRadius), style::kRed);
  pen.painter.text(x + (width - size.width_px) / 2, y + (height - size.height_px) / 2, text, look);
}

// Across the photo: what is gone is gone.
void draw_sold_out(const CardPen& pen, const RectF& photo, const std::string& text) {
  pen.painter.fill_rounded(photo, pen.px(style::kPhotoRadius), style::kSoldOutVeil);
  TextLook look{pen.px(style::kSoldOutSize), style::kHeavy, style::kWhite};
  const double room = photo.width - pen.px(12);
  if (const double width = pen.painter.measure(text, look).width_px; width > room)
    look.size_px *= room / width;
  const TextSize size = pen.painter.measure(text, look);
  pen.painter.text(photo.x + (photo.width - size.width_px) / 2, photo.y + (photo.height - size.height_px) / 2,
                   text, look);
}

// The live price and, on the same baseline, the struck one.
struct PriceLine {
  TextLook price, old_price;
  TextSize price_size, old_size;

  PriceLine(const CardPen& pen, const CardContent& content, double width)
      : price{pen.px(style::kPriceSize), style::kHeavy, style::kRed, true},
        old_price{pen.px(style::kOldPriceSize), style::kMedium, style::kMute, true, true} {
    measure(pen, content);
    const double total =
        price_size.width_px + (content.old_price.empty() ? 0 : pen.px(12) + old_size.width_px);
    if (total <= width) return;
    price.size_px *= width / total;
    old_price.size_px *= width / total;
    measure(pen, content);
  }

  void measure(const CardPen& pen, const CardContent& content) {
    price_size = pen.painter.measure(content.price, price);
    old_size = pen.painter.measure(content.old_price, old_price);
  }

  void draw(const CardPen& pen, const CardContent& content, double x, double y) const {
    pen.painter.text(x, y, content.price, price);
    if (content.old_price.empty()) return;
    // Inter's ascent is 0.97 of its size.
    const double drop = 0.97 * (price.size_px - old_price.size_px);
    pen.painter.text(x + price_size.width_px + pen.px(12), y + drop, content.old_price, old_price);
  }
};

void draw_texts(const CardPen& pen, const CardContent& content, const RectF& area) {
  const TextLook name{pen.px(style::kNameSize), style::kBold, style::kInk, false, false, area.width, 2};
  const TextLook stock{pen.px(style::kStockSize), style::kMedium, style::kMute, false, false, area.width, 1};
  const PriceLine price(pen, content, area.width);
  const TextSize name_size = pen.painter.measure(content.name, name);
  const TextSize stock_size = pen.painter.measure(content.stock_line, stock);
  const double total = name_size.height_px + price.price_size.height_px + stock_size.height_px;
  double y = area.y + (area.height - total) / 2;
  pen.painter.text(area.x, y, content.name, name);
  y += name_size.height_px;
  price.draw(pen, content, area.x, y);
  y += price.price_size.height_px;
  pen.painter.text(area.x, y, content.stock_line, stock);
}

}  // namespace

int card_photo_side_px(const FeedLayout& layout) {
  return static_cast<int>(std::lround(style::kPhotoSide * layout.card_scale));
}

PlacedOverlay draw_product_card(const CardContent& content, const Image& photo, const FeedLayout& layout,
                                const Canvas& canvas, const FeedFonts& fonts) {
  const Rect whole = bitmap_rect(layout, canvas);
  Painter painter(fonts, whole.width, whole.height);
  const CardPen pen{painter, layout.card_scale};
  const RectF card{static_cast<double>(layout.card.x - whole.x), static_cast<double>(layout.card.y - whole.y),
                   static_cast<double>(layout.card.width), static_cast<double>(layout.card.height)};
  painter.shadow({card.x, card.y + pen.px(style::kShadowDrop), card.width, card.height},
                 pen.px(style::kShadowSigma), style::kShadow);
  painter.fill_rounded(card, pen.px(style::kCardRadius), style::kCard);

  const double side = card_photo_side_px(layout), padding = pen.px(style::kCardPadding);
  const RectF picture{std::round(card.x + padding), std::round(card.y + (card.height - side) / 2), side,
                      side};
  painter.image(picture, pen.px(style::kPhotoRadius), photo);
  if (!content.sold_out.empty()) draw_sold_out(pen, picture, content.sold_out);
  if (content.number > 0) draw_number(pen, picture, content.number);

  const double text_x = picture.x + side + padding;
  draw_texts(pen, content,
             {text_x, card.y + pen.px(8), card.x + card.width - padding - text_x, card.height - pen.px(16)});
  if (content.percent_off > 0) draw_percent(pen, card, content.percent_off);
  return {painter.bitmap(), whole.x, whole.y};
}

}  // namespace gladi
