#include "studio/overlay/product_pictures.h"

#include <algorithm>
#include <deque>
#include <list>
#include <thread>

#include "encoder/base/mutex.h"
#include "encoder/base/platform.h"
#include "studio/overlay/feed_fonts.h"
#include "studio/overlay/feed_layout.h"
#include "studio/overlay/photo.h"
#include "studio/overlay/product_card.h"
#include "studio/overlay/product_photo.h"

namespace gladi {
namespace {

struct Made {
  ProductPicture what;
  std::shared_ptr<const Image> photo;
  OverlayPlan parts;
  size_t bytes = 0;
};

size_t bytes_of(const OverlayPlan& parts) {
  size_t bytes = 0;
  for (const PlacedOverlay& part : parts) {
    if (!part.bitmap) continue;
    // Luma and alpha, and two planes of a quarter.
    bytes +=
        static_cast<size_t>(part.bitmap->width_px()) * static_cast<size_t>(part.bitmap->height_px()) * 5 / 2;
  }
  return bytes;
}

}  // namespace

struct ProductPictures::Impl {
  explicit Impl(const Canvas& of) : canvas(of) {}

  const Canvas canvas;

  // The thread's own.
  FeedFonts fonts;
  std::vector<std::filesystem::path> unreadable;

  mutable Mutex mutex;
  Condition changed;
  std::deque<ProductPicture> asked GUARDED_BY(mutex);  // newest first
  std::deque<ProductPicture> expected GUARDED_BY(mutex);
  std::list<Made> kept GUARDED_BY(mutex);  // used last first
  size_t kept_bytes GUARDED_BY(mutex) = 0;
  int64_t made GUARDED_BY(mutex) = 0;
  bool working GUARDED_BY(mutex) = false;
  bool stopping GUARDED_BY(mutex) = false;
  std::vector<Error> problems GUARDED_BY(mutex);

  std::thread thread;  // last: it uses what is above

  void run();
  std::optional<ProductPicture> next() REQUIRES(mutex);
  Made make(const ProductPicture& what);
  Image load(const std::filesystem::path& file, int width_px, int height_px);
  void keep(Made one, bool was_asked) REQUIRES(mutex);
  // Null when it isn't there; it is asked for then.
  const Made* find(const ProductPicture& what) REQUIRES(mutex);
  bool is_kept(const ProductPicture& what) const REQUIRES(mutex) {
    return std::any_of(kept.begin(), kept.end(), [&](const Made& one) { return one.what == what; });
  }
};

void ProductPictures::Impl::run() {
  platform::name_this_thread("photos");
  for (;;) {
    std::optional<ProductPicture> what;
    bool was_asked = false;
    {
      MutexLock lock(mutex);
      while (!stopping) {
        was_asked = !asked.empty();
        if ((what = next())) break;
        changed.notify_all();  // all is there
        changed.wait(mutex);
      }
      if (stopping) return;
      working = true;
    }
    Made one = make(*what);
    MutexLock lock(mutex);
    working = false;
    keep(std::move(one), was_asked);
    changed.notify_all();
  }
}

std::optional<ProductPicture> ProductPictures::Impl::next() {
  for (std::deque<ProductPicture>* list : {&asked, &expected}) {
    while (!list->empty()) {
      ProductPicture what = std::move(list->front());
      list->pop_front();
      if (!is_kept(what)) return what;
    }
  }
  return std::nullopt;
}

Made ProductPictures::Impl::make(const ProductPicture& what) {
  if (what.layout.empty()) {
    const int side = card_photo_side_px(feed_layout(canvas, kCameraFull));
    auto photo = std::make_shared<const Image>(load(what.photo.value_or(""), side, side));
    const size_t bytes = photo->argb.size() * sizeof(uint32_t);
    return {what, std::move(photo), {}, bytes};
  }
  const FeedLayout layout = feed_layout(canvas, what.layout);
  std::optional<Image> photo;
  if (what.photo) {
    const Rect tile = product_photo_place(layout);
    photo = load(*what.photo, tile.width, tile.height);
  }
  OverlayPlan parts = draw_product_photo(photo ? &*photo : nullptr, layout, fonts);
  const size_t bytes = bytes_of(parts);
  return {what, nullptr, std::move(parts), bytes};
}

Image ProductPictures::Impl::load(const std::filesystem::path& file, int width_px, int height_px) {
  const bool known_bad = std::find(unreadable.begin(), unreadable.end(), file) != unreadable.end();
  if (!file.empty() && !known_bad) {
    auto photo = load_photo(file, width_px, height_px);
    if (photo) return *std::move(photo);
    unreadable.push_back(file);
    MutexLock lock(mutex);
    problems.push_back(std::move(photo).error());
  }
  return stand_in_photo(width_px, height_px);
}

// What nobody has asked for yet pushes nothing out.
void ProductPictures::Impl::keep(Made one, bool was_asked) {
  ++made;
  if (!was_asked && kept_bytes + one.bytes > kMaxBytes) {
    expected.clear();
    return;
  }
  kept_bytes += one.bytes;
  was_asked ? kept.push_front(std::move(one)) : kept.push_back(std::move(one));
  while (kept_bytes > kMaxBytes && kept.size() > 1) {
    kept_bytes -= kept.back().bytes;
    kept.pop_back();
  }
}

const Made* ProductPictures::Impl::find(const ProductPicture& what) {
  const auto found =
      std::find_if(kept.begin(), kept.end(), [&](const Made& one) { return one.what == what; });
  if (found != kept.end()) {
    kept.splice(kept.begin(), kept, found);
    return &kept.front();
  }
  if (std::find(asked.begin(), asked.end(), what) == asked.end()) asked.push_front(what);
  changed.notify_all();
  return nullptr;
}

ProductPictures::ProductPictures(const Canvas& canvas) : impl_(std::make_unique<Impl>(canvas)) {
  impl_->thread = std::thread([impl = impl_.get()] { impl->run(); });
}

ProductPictures::~ProductPictures() {
  {
    MutexLock lock(impl_->mutex);
    impl_->stopping = true;
    impl_->changed.notify_all();
  }
  impl_->thread.join();
}

std::shared_ptr<const Image> ProductPictures::card_photo(const std::filesystem::path& photo) {
  MutexLock lock(impl_->mutex);
  const Made* one = impl_->find({"", photo});
  return one != nullptr ? one->photo : nullptr;
}

std::optional<OverlayPlan> ProductPictures::product(const std::string& layout,
                                                    const std::optional<std::filesystem::path>& photo) {
  MutexLock lock(impl_->mutex);
  const Made* one = impl_->find({layout, photo});
  return one != nullptr ? std::optional(one->parts) : std::nullopt;
}

void ProductPictures::expect(std::vector<ProductPicture> pictures) {
  MutexLock lock(impl_->mutex);
  impl_->expected.assign(std::make_move_iterator(pictures.begin()), std::make_move_iterator(pictures.end()));
  impl_->changed.notify_all();
}

bool ProductPictures::finish(std::chrono::milliseconds at_most) {
  const auto end = std::chrono::steady_clock::now() + at_most;
  MutexLock lock(impl_->mutex);
  while (impl_->working || !impl_->asked.empty() || !impl_->expected.empty()) {
    const auto left = end - std::chrono::steady_clock::now();
    if (left <= left.zero()) return false;
    impl_->changed.wait_for(impl_->mutex, left);
  }
  return true;
}

int64_t ProductPictures::made() const {
  MutexLock lock(impl_->mutex);
  return impl_->made;
}

std::vector<Error> ProductPictures::problems() const {
  MutexLock lock(impl_->mutex);
  return impl_->problems;
}

}  // namespace gladi
