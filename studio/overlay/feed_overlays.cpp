#include "studio/overlay/feed_overlays.h"

#include <algorithm>
#include <list>

#include "studio/overlay/audience_layer.h"
#include "studio/overlay/camera_slate.h"
#include "studio/overlay/feed_layout.h"
#include "studio/overlay/picture_cache.h"
#include "studio/overlay/product_card.h"
#include "studio/overlay/product_photo.h"
#include "studio/overlay/take_timer.h"

namespace gladi {

struct FeedOverlays::Impl {
  explicit Impl(const Canvas& of) : canvas(of) {}

  const Canvas canvas;
  FeedFonts fonts;
  PictureCache photos;
  AudienceLayer audience{canvas, fonts};

  std::shared_ptr<const OverlayPlan> shown;
  FeedContent content;  // of `shown`
  PlacedOverlay card, timer;
  OverlayPlan product;  // one bitmap, or two where the camera is a window in it

  bool same_card(const FeedContent& next) const { return shown && next.card == content.card; }
  // The card's place is the same in both layouts, the product photo's isn't.
  bool same_product(const FeedContent& next) const {
    return shown && next.layout == content.layout && next.card.has_value() == content.card.has_value() &&
           (!next.card || next.card->photo == content.card->photo);
  }

  PlacedOverlay draw_card(const CardContent& wanted, const FeedLayout& layout) {
    const int side = card_photo_side_px(layout);
    return draw_product_card(wanted, *photos.get(wanted.photo, side, side), layout, canvas, fonts);
  }

  // Drawing it takes up to 15 ms, so those shown last are kept: 1 to 5 MB each.
  struct DrawnProduct {
    std::string layout;
    std::optional<std::filesystem::path> photo;  // nullopt: no product on show
    OverlayPlan parts;
  };
  static constexpr size_t kKeptProducts = 6;
  std::list<DrawnProduct> products;  // used last first

  const OverlayPlan& product_of(const FeedContent& wanted, const FeedLayout& layout) {
    const auto photo = wanted.card ? std::optional(wanted.card->photo) : std::nullopt;
    const auto found = std::find_if(products.begin(), products.end(), [&](const DrawnProduct& drawn) {
      return drawn.layout == wanted.layout && drawn.photo == photo;
    });
    if (found != products.end()) {
      products.splice(products.begin(), products, found);
    } else {
      products.push_front({wanted.layout, photo, draw_product(wanted, layout)});
      if (products.size() > kKeptProducts) products.pop_back();
    }
    return products.front().parts;
  }

  OverlayPlan draw_product(const FeedContent& wanted, const FeedLayout& layout) {
    const Rect& tile = layout.product_tile;
    const auto photo = wanted.card ? photos.get(wanted.card->photo, tile.width, tile.height) : nullptr;
    return draw_product_photo(photo.get(), layout, fonts);
  }
};

FeedOverlays::FeedOverlays(const Canvas& canvas) : impl_(std::make_unique<Impl>(canvas)) {}

FeedOverlays::~FeedOverlays() = default;

std::shared_ptr<const OverlayPlan> FeedOverlays::plan(const FeedContent& content) {
  Impl& impl = *impl_;
  if (impl.shown && content == impl.content) return impl.shown;
  const FeedLayout layout = feed_layout(impl.canvas, content.layout);
  if (!impl.same_product(content)) {
    impl.product = layout.product.width > 0 ? impl.product_of(content, layout) : OverlayPlan{};
  }
  if (!impl.same_card(content)) {
    impl.card = content.card ? impl.draw_card(*content.card, layout) : PlacedOverlay{};
  }
  if (!impl.shown || content.timer != impl.content.timer) {
    impl.timer = content.timer.empty() ? PlacedOverlay{} : draw_take_timer(content.timer, layout, impl.fonts);
  }
  auto plan = std::make_shared<OverlayPlan>();
  for (const PlacedOverlay& part : impl.product) {
    if (part.bitmap) plan->push_back(part);
  }
  if (impl.card.bitmap) plan->push_back(impl.card);
  impl.audience.add_to(*plan, content, layout);
  if (impl.timer.bitmap) plan->push_back(impl.timer);
  impl.shown = std::move(plan);
  impl.content = content;
  return impl.shown;
}

PlacedOverlay FeedOverlays::slate(const SlateContent& content, const std::string& layout_name) const {
  return draw_camera_slate(content, feed_layout(impl_->canvas, layout_name), impl_->fonts);
}

Layout FeedOverlays::layout(const std::string& name) const {
  return feed_layout(impl_->canvas, name).camera;
}

const std::vector<Error>& FeedOverlays::problems() const {
  return impl_->photos.problems();
}

void FeedOverlays::warm_up(const FeedContent& content) {
  const FeedLayout layout = feed_layout(impl_->canvas, content.layout);
  if (content.card) impl_->draw_card(*content.card, layout);
  if (layout.product.width > 0) impl_->product_of(content, layout);
  draw_take_timer("00:00", layout, impl_->fonts);
  impl_->audience.warm_up(layout);
}

const std::vector<std::string>& FeedOverlays::layout_names() {
  return feed_layout_names();
}

}  // namespace gladi
