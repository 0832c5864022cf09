#include "ui/window/projector_window.h"

#include <SDL2/SDL.h>

#include <algorithm>

#include "ui/window/image_texture.h"
#include "ui/window/picture_texture.h"
#include "ui/window/renderer_facts.h"
#include "ui/window/sdl_handles.h"

namespace gladi {
namespace {

tl::unexpected<Error> no_projector(const char* what) {
  return fail(ErrorKind::kRefused, Message(GLADI_TEXT("The projector's window can't be opened.")),
              std::string(what) + ": " + SDL_GetError());
}

// The feed stands at the left, as high as the window; a wide one takes at most six tenths of it.
SDL_Rect place_of_feed(const Picture& feed, int width, int height) {
  const double shape = static_cast<double>(feed.width_px) / feed.height_px;
  const int w = std::min(static_cast<int>(height * shape), width * 6 / 10);
  const int h = static_cast<int>(w / shape);
  return {0, (height - h) / 2, w, h};
}

}  // namespace

std::vector<std::string> display_names() {
  std::vector<std::string> names;
  for (int i = 0; i < SDL_GetNumVideoDisplays(); ++i) {
    const char* name = SDL_GetDisplayName(i);
    names.emplace_back(name != nullptr ? name : "");
  }
  return names;
}

struct ProjectorWindow::Impl {
  WindowPtr window;
  RendererPtr renderer;
  bool gpu = false;
  std::unique_ptr<PictureTexture> feed;
  std::unique_ptr<ImageTexture> words, clock;
  ProjectorBoard board;
  PicturePtr shown;
  SDL_Point size{0, 0};

  void copy(const TextureRef& texture, const SDL_Rect& place) {
    if (texture) SDL_RenderCopy(renderer.get(), static_cast<SDL_Texture*>(texture.id), nullptr, &place);
  }
};

ProjectorWindow::ProjectorWindow() : impl_(std::make_unique<Impl>()) {}
ProjectorWindow::~ProjectorWindow() {
  // Textures before the renderer that owns them.
  impl_->feed.reset();
  impl_->words.reset();
  impl_->clock.reset();
}

Result<std::unique_ptr<ProjectorWindow>> ProjectorWindow::open(int display) {
  SDL_Rect bounds{};
  if (SDL_GetDisplayBounds(display, &bounds) != 0) return no_projector("SDL_GetDisplayBounds");
  // The keyboard stays with the window in front of the host, and losing it hides nothing.
  SDL_SetHint(SDL_HINT_WINDOW_NO_ACTIVATION_WHEN_SHOWN, "1");
  SDL_SetHint(SDL_HINT_VIDEO_MINIMIZE_ON_FOCUS_LOSS, "0");
  std::unique_ptr<ProjectorWindow> projector(new ProjectorWindow());
  Impl& impl = *projector->impl_;
  // Borderless at the display's place too: without a window manager nobody carries full screen out.
  impl.window.reset(SDL_CreateWindow("Gladi", bounds.x, bounds.y, bounds.w, bounds.h,
                                     SDL_WINDOW_BORDERLESS | SDL_WINDOW_FULLSCREEN_DESKTOP |
                                         SDL_WINDOW_ALLOW_HIGHDPI | SDL_WINDOW_SKIP_TASKBAR));
  if (!impl.window) return no_projector("SDL_CreateWindow");
  impl.renderer.reset(SDL_CreateRenderer(impl.window.get(), -1, 0));
  if (!impl.renderer) return no_projector("SDL_CreateRenderer");
  impl.gpu = drawn_by_gpu(impl.renderer.get());
  impl.feed = std::make_unique<PictureTexture>(impl.renderer.get());
  impl.words = std::make_unique<ImageTexture>(impl.renderer.get());
  impl.clock = std::make_unique<ImageTexture>(impl.renderer.get());
  return projector;
}

uint32_t ProjectorWindow::id() const {
  return SDL_GetWindowID(impl_->window.get());
}

int ProjectorWindow::display() const {
  return SDL_GetWindowDisplayIndex(impl_->window.get());
}

bool ProjectorWindow::fills_its_display() const {
  SDL_Rect bounds{};
  SDL_Point size{};
  SDL_GetWindowSize(impl_->window.get(), &size.x, &size.y);
  if (SDL_GetDisplayBounds(std::max(0, display()), &bounds) != 0) return false;
  return size.x == bounds.w && size.y == bounds.h;
}

bool ProjectorWindow::accelerated() const {
  return impl_->gpu;
}

void ProjectorWindow::show(const ProjectorWords& words, const PicturePtr& feed) {
  Impl& impl = *impl_;
  SDL_Renderer* renderer = impl.renderer.get();
  SDL_Point size{};
  SDL_GetRendererOutputSize(renderer, &size.x, &size.y);
  if (size.x <= 0 || size.y <= 0) return;
  const bool resized = size.x != impl.size.x || size.y != impl.size.y;
  const SDL_Rect feed_place = feed ? place_of_feed(*feed, size.x, size.y) : SDL_Rect{};
  const SDL_Rect board_place{feed_place.w, 0, size.x - feed_place.w, size.y};
  const bool drawn = impl.board.draw(words, std::max(2, board_place.w), std::max(2, board_place.h));
  if (!drawn && !resized && feed == impl.shown) return;
  impl.size = size;
  impl.shown = feed;
  if (drawn) {
    impl.words->set(impl.board.words());
    impl.clock->set(impl.board.clock());
  }
  impl.feed->update(feed);
  SDL_SetRenderDrawColor(renderer, 0, 0, 0, 255);
  SDL_RenderClear(renderer);
  impl.copy(impl.words->ref(), board_place);
  const Rect& clock = impl.board.clock_place();
  impl.copy(impl.clock->ref(), {board_place.x + clock.x, board_place.y + clock.y, clock.width, clock.height});
  if (const TextureRef picture = impl.feed->ref()) {
    use_matrix_of(renderer, static_cast<SDL_Texture*>(picture.id));
    impl.copy(picture, feed_place);
  }
  SDL_RenderPresent(renderer);
}

}  // namespace gladi
