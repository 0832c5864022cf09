#include "ui/screens/review/preview_shelf.h"

#include <deque>
#include <map>
#include <optional>
#include <thread>
#include <utility>

#include "encoder/base/mutex.h"
#include "encoder/base/platform.h"
#include "encoder/playback/take_previews.h"
#include "studio/session/part_place.h"
#include "ui/window/image_texture.h"

namespace gladi {
namespace {

constexpr MediaTime kStep = MediaTime::from_ms(500);  // a take has a keyframe each half second

struct Kept {
  ImageTexture texture;
  int64_t used = 0;
};

}  // namespace

struct PreviewShelf::Impl {
  std::filesystem::path folder;
  Session session;
  SDL_Renderer* renderer = nullptr;
  std::function<void()> wake;

  // Main thread.
  std::map<int64_t, Kept> kept;  // by half second
  int64_t uses = 0;
  int64_t given = -1;  // the one that was shown last
  int64_t asked = -1;  // the one that is on its way

  Mutex mutex;
  Condition changed;
  std::optional<int64_t> wanted GUARDED_BY(mutex);
  std::deque<std::pair<int64_t, Result<Image>>> made GUARDED_BY(mutex);
  bool stopping GUARDED_BY(mutex) = false;

  std::thread thread;  // last: it uses what is above

  void run() {
    platform::name_this_thread("previews");
    platform::lower_this_thread_priority();
    std::optional<TakePreviews> previews;
    for (;;) {
      int64_t step = 0;
      {
        MutexLock lock(mutex);
        while (!wanted && !stopping) changed.wait(mutex);
        if (stopping) return;
        step = *std::exchange(wanted, std::nullopt);
      }
      if (!previews) previews.emplace(parts_to_play(folder, session));
      Result<Image> image = previews->at(kStep * step, kWidthPx);
      // A part file may have become the final one before it was opened: looked for anew the next time.
      if (!image) previews.reset();
      {
        MutexLock lock(mutex);
        made.emplace_back(step, std::move(image));
      }
      if (wake) wake();
    }
  }

  void drop_oldest() {
    while (kept.size() > kMostKept) {
      auto oldest = kept.begin();
      for (auto it = kept.begin(); it != kept.end(); ++it) {
        if (it->second.used < oldest->second.used) oldest = it;
      }
      kept.erase(oldest);
    }
  }
};

PreviewShelf::PreviewShelf(std::filesystem::path session_folder, Session session, SDL_Renderer* renderer,
                           std::function<void()> wake)
    : impl_(std::make_unique<Impl>()) {
  impl_->folder = std::move(session_folder);
  impl_->session = std::move(session);
  impl_->renderer = renderer;
  impl_->wake = std::move(wake);
  impl_->thread = std::thread([impl = impl_.get()] { impl->run(); });
}

PreviewShelf::~PreviewShelf() {
  {
    MutexLock lock(impl_->mutex);
    impl_->stopping = true;
    impl_->changed.notify_all();
  }
  impl_->thread.join();
}

TextureRef PreviewShelf::get(MediaTime at) {
  const int64_t step = std::max<int64_t>(0, at.ns / kStep.ns);
  const auto found = impl_->kept.find(step);
  if (found != impl_->kept.end()) {
    found->second.used = ++impl_->uses;
    impl_->given = step;
    return found->second.texture.ref();
  }
  if (std::exchange(impl_->asked, step) != step) {
    MutexLock lock(impl_->mutex);
    impl_->wanted = step;
    impl_->changed.notify_all();
  }
  const auto before = impl_->kept.find(impl_->given);
  return before == impl_->kept.end() ? TextureRef{} : before->second.texture.ref();
}

bool PreviewShelf::tick() {
  std::deque<std::pair<int64_t, Result<Image>>> made;
  {
    MutexLock lock(impl_->mutex);
    made.swap(impl_->made);
  }
  for (auto& [step, image] : made) {
    Kept kept{ImageTexture(impl_->renderer), ++impl_->uses};
    if (image) kept.texture.set(*image);  // what can't be made isn't asked for again and again
    impl_->kept.insert_or_assign(step, std::move(kept));
    impl_->drop_oldest();
    if (step == impl_->asked) impl_->asked = -1;
  }
  return !made.empty();
}

size_t PreviewShelf::kept() const {
  return impl_->kept.size();
}

}  // namespace gladi
