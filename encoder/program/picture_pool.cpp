#include "encoder/program/picture_pool.h"

#include <algorithm>
#include <cstddef>
#include <new>
#include <vector>

#include "encoder/base/mutex.h"

namespace gladi {
namespace {

constexpr size_t kAlign = 64;  // a cache line, and more than any SIMD load libyuv uses
// Idle buffers beyond this are freed: a size change must not pin old memory. A recorder gives back a whole
// fragment of pictures at a time.
constexpr size_t kKept = 24;
// After so many pictures, ten seconds of them, the buffers that none of them needed are freed.
constexpr int kLookBack = 300;

size_t aligned(int bytes) {
  return (static_cast<size_t>(bytes) + kAlign - 1) / kAlign * kAlign;
}

struct Buffer {
  explicit Buffer(size_t bytes)
      : size(bytes), data(static_cast<uint8_t*>(::operator new(bytes, std::align_val_t(kAlign)))) {}
  ~Buffer() { ::operator delete(data, std::align_val_t(kAlign)); }
  Buffer(const Buffer&) = delete;
  Buffer& operator=(const Buffer&) = delete;
  const size_t size;
  uint8_t* const data;
};

}  // namespace

struct PicturePool::Shelf {
  Mutex mutex;
  std::vector<std::unique_ptr<Buffer>> idle GUARDED_BY(mutex);

  size_t least_idle GUARDED_BY(mutex) = 0;  // since the last look
  int taken GUARDED_BY(mutex) = 0;

  std::unique_ptr<Buffer> take(size_t bytes) {
    MutexLock lock(mutex);
    std::unique_ptr<Buffer> buffer = reuse(bytes);
    least_idle = std::min(least_idle, idle.size());
    if (++taken == kLookBack) {
      idle.erase(idle.begin(), idle.begin() + static_cast<std::ptrdiff_t>(least_idle));
      least_idle = idle.size();
      taken = 0;
    }
    return buffer ? std::move(buffer) : std::make_unique<Buffer>(bytes);
  }

  std::unique_ptr<Buffer> reuse(size_t bytes) REQUIRES(mutex) {
    for (auto& buffer : idle) {
      if (buffer->size != bytes) continue;
      std::swap(buffer, idle.back());
      auto found = std::move(idle.back());
      idle.pop_back();
      return found;
    }
    return nullptr;
  }

  void give_back(std::unique_ptr<Buffer> buffer) {
    MutexLock lock(mutex);
    if (idle.size() >= kKept) idle.erase(idle.begin());
    idle.push_back(std::move(buffer));
  }
};

PicturePool::PicturePool() : shelf_(std::make_shared<Shelf>()) {}

size_t PicturePool::idle() const {
  MutexLock lock(shelf_->mutex);
  return shelf_->idle.size();
}

DraftPicture PicturePool::take(int width_px, int height_px) {
  const int width = (width_px + 1) / 2 * 2;
  const int height = (height_px + 1) / 2 * 2;
  const size_t luma_stride = aligned(width);
  const size_t chroma_stride = aligned(width / 2);
  const size_t luma_bytes = luma_stride * static_cast<size_t>(height);
  const size_t chroma_bytes = chroma_stride * static_cast<size_t>(height / 2);

  auto buffer = shelf_->take(luma_bytes + 2 * chroma_bytes);
  uint8_t* data = buffer->data;

  DraftPicture draft;
  draft.picture_ = std::make_shared<Picture>();
  Picture& picture = *draft.picture_;
  picture.width_px = width;
  picture.height_px = height;
  picture.y = {data, static_cast<int>(luma_stride)};
  picture.u = {data + luma_bytes, static_cast<int>(chroma_stride)};
  picture.v = {data + luma_bytes + chroma_bytes, static_cast<int>(chroma_stride)};
  picture.memory = std::shared_ptr<const void>(data, [shelf = shelf_, held = buffer.release()](const void*) {
    shelf->give_back(std::unique_ptr<Buffer>(held));
  });
  return draft;
}

}  // namespace gladi
