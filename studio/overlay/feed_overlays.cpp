#include "studio/overlay/feed_overlays.h"

#include "studio/overlay/camera_slate.h"
#include "studio/overlay/feed_layout.h"
#include "studio/overlay/picture_cache.h"
#include "studio/overlay/product_card.h"
#include "studio/overlay/product_photo.h"
#include "studio/overlay/take_timer.h"

namespace gladi {

struct FeedOverlays::Impl {
  Canvas canvas;
  FeedFonts fonts;
  PictureCache photos;

  std::shared_ptr<const OverlayPlan> shown;
  FeedContent content;  // of `shown`
  PlacedOverlay card, timer, product;

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

  PlacedOverlay draw_product(const FeedContent& wanted, const FeedLayout& layout) {
    const Rect& tile = layout.product_tile;
    const auto photo = wanted.card ? photos.get(wanted.card->photo, tile.width, tile.height) : nullptr;
    return draw_product_photo(photo.get(), layout, fonts);
  }
};

FeedOverlays::FeedOverlays(const Canvas& canvas) : impl_(std::make_unique<Impl>()) {
  impl_->canvas = canvas;
}

FeedOverlays::~FeedOverlays() = default;

std::shared_ptr<const OverlayPlan> FeedOverlays::plan(const FeedContent& content) {
  Impl& impl = *impl_;
  if (impl.shown && content == impl.content) return impl.shown;
  const FeedLayout layout = feed_layout(impl.canvas, content.layout);
  if (!impl.same_product(content)) {
    impl.product = layout.product.width > 0 ? impl.draw_product(content, layout) : PlacedOverlay{};
  }
  if (!impl.same_card(content)) {
    impl.card = content.card ? impl.draw_card(*content.card, layout) : PlacedOverlay{};
  }
  if (!impl.shown || content.timer != impl.content.timer) {
    impl.timer = content.timer.empty() ? PlacedOverlay{} : draw_take_timer(content.timer, layout, impl.fonts);
  }
  auto plan = std::make_shared<OverlayPlan>();
  for (const PlacedOverlay* overlay : {&impl.product, &impl.card, &impl.timer}) {
    if (overlay->bitmap) plan->push_back(*overlay);
  }
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
  if (layout.product.width > 0) impl_->draw_product(content, layout);
  draw_take_timer("00:00", layout, impl_->fonts);
}

const std::vector<std::string>& FeedOverlays::layout_names() {
  return feed_layout_names();
}

}  // namespace gladi
