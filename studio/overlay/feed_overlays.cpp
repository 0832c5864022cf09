#include "studio/overlay/feed_overlays.h"

#include <algorithm>
#include <chrono>

#include "studio/overlay/audience_layer.h"
#include "studio/overlay/camera_slate.h"
#include "studio/overlay/feed_layout.h"
#include "studio/overlay/product_card.h"
#include "studio/overlay/product_photo.h"
#include "studio/overlay/product_pictures.h"
#include "studio/overlay/take_timer.h"

namespace gladi {

namespace {

// Reading a photo from a slow stick.
constexpr std::chrono::milliseconds kPhotosAtMost(10'000);
// How many cards ahead, and how many whole pictures of products: those take up to 5 MB each.
constexpr size_t kMostCardsAhead = 24;
constexpr size_t kMostProductsAhead = 2;

// Instead of a photo that hasn't come yet.
Image paper(int side_px) {
  constexpr uint32_t kPaper = 0xFFF3EADB;
  return {side_px, side_px,
          std::vector<uint32_t>(static_cast<size_t>(side_px) * static_cast<size_t>(side_px), kPaper)};
}

}  // namespace

struct FeedOverlays::Impl {
  Impl(const Canvas& of, Photos when) : canvas(of), waits(when == Photos::kWaitedFor), pictures(of) {}

  const Canvas canvas;
  const bool waits;
  FeedFonts fonts;
  ProductPictures pictures;
  AudienceLayer audience{canvas, fonts};

  std::shared_ptr<const OverlayPlan> shown;
  FeedContent content;  // of `shown`
  PlacedOverlay card, timer;
  OverlayPlan product;                             // one bitmap, or two where the camera is a window in it
  bool card_waits = false, product_waits = false;  // for a picture that was not there
  int64_t pictures_seen = 0;

  bool same_card(const FeedContent& next) const { return shown && next.card == content.card; }
  // The card's place is the same in both layouts, the product photo's isn't.
  bool same_layout(const FeedContent& next) const { return shown && next.layout == content.layout; }
  bool same_product(const FeedContent& next) const {
    return same_layout(next) && next.card.has_value() == content.card.has_value() &&
           (!next.card || next.card->photo == content.card->photo);
  }
  static std::optional<std::filesystem::path> photo_of(const FeedContent& wanted) {
    return wanted.card ? std::optional(wanted.card->photo) : std::nullopt;
  }

  void refresh_card(const FeedContent& wanted, const FeedLayout& layout) {
    card_waits = false;
    card = {};
    if (!wanted.card || wanted.card->hidden) return;
    std::shared_ptr<const Image> photo = pictures.card_photo(wanted.card->photo);
    if (!photo && waits && pictures.finish(kPhotosAtMost)) photo = pictures.card_photo(wanted.card->photo);
    card_waits = !photo;
    card = draw_product_card(*wanted.card, photo ? *photo : paper(card_photo_side_px(layout)), layout, canvas,
                             fonts);
  }

  // The product before stays until the next one is drawn, in another layout the warm ground.
  void refresh_product(const FeedContent& wanted, const FeedLayout& layout) {
    product_waits = false;
    if (layout.product.width <= 0) {
      product.clear();
      return;
    }
    auto parts = pictures.product(wanted.layout, photo_of(wanted));
    if (!parts && waits && pictures.finish(kPhotosAtMost))
      parts = pictures.product(wanted.layout, photo_of(wanted));
    product_waits = !parts;
    if (parts)
      product = std::move(*parts);
    else if (!same_layout(wanted))
      product = draw_product_photo(nullptr, layout, fonts);
  }
};

FeedOverlays::FeedOverlays(const Canvas& canvas, Photos photos)
    : impl_(std::make_unique<Impl>(canvas, photos)) {}

FeedOverlays::~FeedOverlays() = default;

std::shared_ptr<const OverlayPlan> FeedOverlays::plan(const FeedContent& content) {
  Impl& impl = *impl_;
  const int64_t made = impl.pictures.made();
  const bool come = (impl.card_waits || impl.product_waits) && made != impl.pictures_seen;
  if (impl.shown && content == impl.content && !come) return impl.shown;
  impl.pictures_seen = made;
  const FeedLayout layout = feed_layout(impl.canvas, content.layout);
  if (!impl.same_product(content) || impl.product_waits) impl.refresh_product(content, layout);
  if (!impl.same_card(content) || impl.card_waits) impl.refresh_card(content, layout);
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

void FeedOverlays::expect(const std::vector<std::filesystem::path>& photos, const std::string& layout_name) {
  std::vector<ProductPicture> wanted;
  const auto want_product = [&](const std::string& layout,
                                const std::optional<std::filesystem::path>& photo) {
    if (feed_layout(impl_->canvas, layout).product.width > 0) wanted.push_back({layout, photo});
  };
  const size_t cards = std::min(photos.size(), kMostCardsAhead);
  for (size_t i = 0; i < std::min(cards, kMostProductsAhead + 1); ++i) wanted.push_back({"", photos[i]});
  for (size_t i = 0; i < std::min(cards, kMostProductsAhead + 1); ++i) want_product(layout_name, photos[i]);
  want_product(layout_name, std::nullopt);
  if (cards > 0) {  // another layout, for what is on show
    for (const std::string& other : layout_names()) want_product(other, photos.front());
  }
  for (size_t i = 0; i < cards; ++i) wanted.push_back({"", photos[i]});
  impl_->pictures.expect(std::move(wanted));
}

bool FeedOverlays::finish_photos(std::chrono::milliseconds at_most) {
  return impl_->pictures.finish(at_most);
}

PlacedOverlay FeedOverlays::slate(const SlateContent& content, const std::string& layout_name) const {
  return draw_camera_slate(content, feed_layout(impl_->canvas, layout_name), impl_->fonts);
}

Layout FeedOverlays::layout(const std::string& name) const {
  return feed_layout(impl_->canvas, name).camera;
}

std::vector<Error> FeedOverlays::problems() const {
  return impl_->pictures.problems();
}

void FeedOverlays::warm_up(const FeedContent& content) {
  Impl& impl = *impl_;
  const FeedLayout layout = feed_layout(impl.canvas, content.layout);
  if (content.card) {
    impl.pictures.card_photo(content.card->photo);
    draw_product_card(*content.card, paper(card_photo_side_px(layout)), layout, impl.canvas, impl.fonts);
  }
  if (layout.product.width > 0) impl.pictures.product(content.layout, Impl::photo_of(content));
  draw_take_timer("00:00", layout, impl.fonts);
  impl.audience.warm_up(layout);
  impl.pictures.finish(kPhotosAtMost);
}

const std::vector<std::string>& FeedOverlays::layout_names() {
  return feed_layout_names();
}

}  // namespace gladi
