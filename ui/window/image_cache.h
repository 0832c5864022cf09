// Still pictures on the graphics card: loaded in the background, kept while they are used.
#pragma once

#include <SDL2/SDL.h>

#include <filesystem>
#include <functional>
#include <memory>

#include "encoder/base/error.h"
#include "encoder/file/image.h"
#include "ui/widgets/texture_ref.h"

namespace gladi {

// What a screen asks for pictures: never waits.
class Images {
 public:
  virtual ~Images() = default;
  // The picture in `file`, at most `max_side_px` on its longer side; null while it loads and when it can't be
  // read.
  virtual TextureRef get(const std::filesystem::path& file, int max_side_px) = 0;
  // The file has changed: loaded again when next asked for.
  virtual void forget(const std::filesystem::path& file) = 0;
};

// Main thread; files are read by a thread of its own ("images").
class ImageCache final : public Images {
 public:
  using Load = std::function<Result<Image>(const std::filesystem::path& file, int max_side_px)>;

  // `wake` is called from the loading thread when a picture has come. `renderer` must outlive the cache.
  ImageCache(SDL_Renderer* renderer, Load load, std::function<void()> wake);
  ~ImageCache() override;

  TextureRef get(const std::filesystem::path& file, int max_side_px) override;
  void forget(const std::filesystem::path& file) override;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace gladi
