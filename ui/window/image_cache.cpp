#include "ui/window/image_cache.h"

#include <deque>
#include <map>
#include <thread>
#include <utility>

#include "encoder/base/mutex.h"
#include "encoder/base/platform.h"
#include "ui/window/image_texture.h"

namespace gladi {
namespace {

using Key = std::pair<std::filesystem::path, int>;

// A screenful of thumbnails and some more; the longest unused go first.
constexpr size_t kMostTextures = 160;

struct Entry {
  ImageTexture texture;
  int64_t used = 0;
};

struct Loaded {
  Key key;
  Result<Image> image;
};

}  // namespace

struct ImageCache::Impl {
  SDL_Renderer* renderer;
  Load load;
  std::function<void()> wake;

  // Main thread.
  std::map<Key, Entry> entries;
  int64_t uses = 0;

  Mutex mutex;
  Condition changed;
  std::deque<Key> wanted GUARDED_BY(mutex);
  std::deque<Loaded> loaded GUARDED_BY(mutex);
  bool stopping GUARDED_BY(mutex) = false;

  std::thread thread;  // last: it uses what is above

  void run() {
    platform::name_this_thread("images");
    platform::lower_this_thread_priority();
    for (;;) {
      Key key;
      {
        MutexLock lock(mutex);
        while (wanted.empty() && !stopping) changed.wait(mutex);
        if (stopping) return;
        key = std::move(wanted.front());
        wanted.pop_front();
      }
      Result<Image> image = load(key.first, key.second);
      {
        MutexLock lock(mutex);
        loaded.push_back({std::move(key), std::move(image)});
      }
      if (wake) wake();
    }
  }

  void take_loaded() {
    std::deque<Loaded> fresh;
    {
      MutexLock lock(mutex);
      fresh.swap(loaded);
    }
    for (Loaded& one : fresh) {
      const auto found = entries.find(one.key);
      if (found == entries.end() || !one.image || one.image->width_px <= 0) continue;
      found->second.texture.set(*one.image);
    }
  }

  void drop_oldest() {
    while (entries.size() > kMostTextures) {
      auto oldest = entries.begin();
      for (auto it = entries.begin(); it != entries.end(); ++it) {
        if (it->second.used < oldest->second.used) oldest = it;
      }
      entries.erase(oldest);
    }
  }
};

ImageCache::ImageCache(SDL_Renderer* renderer, Load load, std::function<void()> wake)
    : impl_(std::make_unique<Impl>()) {
  impl_->renderer = renderer;
  impl_->load = std::move(load);
  impl_->wake = std::move(wake);
  impl_->thread = std::thread([impl = impl_.get()] { impl->run(); });
}

ImageCache::~ImageCache() {
  {
    MutexLock lock(impl_->mutex);
    impl_->stopping = true;
    impl_->changed.notify_all();
  }
  impl_->thread.join();
}

TextureRef ImageCache::get(const std::filesystem::path& file, int max_side_px) {
  if (file.empty()) return {};
  impl_->take_loaded();
  const auto [it, fresh] =
      impl_->entries.try_emplace(Key{file, max_side_px}, Entry{ImageTexture(impl_->renderer)});
  Entry& entry = it->second;
  entry.used = ++impl_->uses;
  const TextureRef ref = entry.texture.ref();
  if (fresh) {
    {
      MutexLock lock(impl_->mutex);
      impl_->wanted.push_back(it->first);
      impl_->changed.notify_all();
    }
    impl_->drop_oldest();
  }
  return ref;
}

void ImageCache::forget(const std::filesystem::path& file) {
  std::erase_if(impl_->entries, [&](const auto& entry) { return entry.first.first == file; });
}

}  // namespace gladi
