// Small pictures of a take for whoever points at its timeline.
#pragma once

#include <SDL2/SDL.h>

#include <filesystem>
#include <functional>
#include <memory>

#include "encoder/base/media_time.h"
#include "studio/session/session.h"
#include "ui/widgets/texture_ref.h"

namespace gladi {

// Main thread. Pictures are decoded by a thread of its own ("previews") at low priority, only the one that
// was asked for last; the last kMostKept stay.
class PreviewShelf {
 public:
  static constexpr size_t kMostKept = 64;
  static constexpr int kWidthPx = 180;  // twice what is drawn, for large displays

  // `wake` is called from that thread when a picture has come. `renderer` must outlive this.
  PreviewShelf(std::filesystem::path session_folder, Session session, SDL_Renderer* renderer,
               std::function<void()> wake);
  ~PreviewShelf();
  PreviewShelf(const PreviewShelf&) = delete;
  PreviewShelf& operator=(const PreviewShelf&) = delete;

  // The picture at a moment, to half a second. While it is on its way the one that was given last; null when
  // there is none yet.
  TextureRef get(MediaTime at);
  // True when a picture has come since the last call.
  bool tick();
  size_t kept() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace gladi
