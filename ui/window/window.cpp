#include "ui/window/window.h"

#include <SDL2/SDL.h>
#include <imgui.h>

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

#include "ui/window/imgui_renderer.h"
#include "ui/window/renderer_facts.h"
#include "ui/window/sdl_handles.h"
#include "ui/window/sdl_input.h"

namespace gladi {
namespace {

struct VideoSystem {  // SDL_Quit after everything else of SDL is gone
  ~VideoSystem() { SDL_Quit(); }
};

struct ImguiContext {
  ImguiContext() {
    IMGUI_CHECKVERSION();
    context = ImGui::CreateContext();
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;  // nothing of the screens' places is kept
    io.LogFilename = nullptr;
    io.ConfigFlags |= ImGuiConfigFlags_NavEnableKeyboard;
    io.BackendFlags |= ImGuiBackendFlags_RendererHasVtxOffset;
  }
  ~ImguiContext() { ImGui::DestroyContext(context); }
  ImguiContext(const ImguiContext&) = delete;
  ImguiContext& operator=(const ImguiContext&) = delete;
  ImGuiContext* context = nullptr;
};

tl::unexpected<Error> no_window(const char* what) {
  return fail(ErrorKind::kRefused,
              Message(GLADI_TEXT(
                  "The window can't be opened: is there a screen? Without one, use \"gladi record\".")),
              std::string(what) + ": " + SDL_GetError());
}

// Ctrl+Q, as desktop programs have it.
bool is_quit_key(const SDL_Event& event) {
  return event.type == SDL_KEYDOWN && event.key.keysym.sym == SDLK_q &&
         (event.key.keysym.mod & KMOD_CTRL) != 0;
}

}  // namespace

struct Window::Impl {
  VideoSystem video;
  WindowPtr window;
  RendererPtr renderer;
  std::optional<ImguiContext> context;
  std::optional<ImguiRenderer> drawing;
  std::optional<SdlInput> input;
  std::optional<Fonts> fonts;
  std::optional<FramePacer> pacer;
  bool gpu = false;
  float wanted_scale = 0;
  float scale = 0;
  int width_px = 0;
  int height_px = 0;
  Uint32 wake_event = 0;
  Uint64 last_frame_ticks = 0;
  bool close_requested = false;
  bool entered_full_screen = false;  // by set_full_screen()
  std::vector<Uint32> closed;        // other windows that were asked to close
  bool displays_changed = false;
  std::vector<std::filesystem::path> dropped;

  // Its mouse and its coming and going are none of ours; keys that it gets are meant for the host's window.
  bool is_of_another_window(const SDL_Event& event) {
    const Uint32 own = SDL_GetWindowID(window.get());
    switch (event.type) {
      case SDL_MOUSEMOTION:
        return event.motion.windowID != own;
      case SDL_MOUSEBUTTONDOWN:
      case SDL_MOUSEBUTTONUP:
        return event.button.windowID != own;
      case SDL_MOUSEWHEEL:
        return event.wheel.windowID != own;
      case SDL_WINDOWEVENT:
        if (event.window.event == SDL_WINDOWEVENT_CLOSE) {
          // With a second window SDL no longer asks to quit.
          if (event.window.windowID == own)
            close_requested = true;
          else
            closed.push_back(event.window.windowID);
        }
        return event.window.windowID != own;
      default:
        return false;
    }
  }

  Status fit_scale() {
    SDL_GetRendererOutputSize(renderer.get(), &width_px, &height_px);
    float wanted = wanted_scale;
    if (wanted <= 0) {
      SDL_DisplayMode mode{};
      const int display = std::max(0, SDL_GetWindowDisplayIndex(window.get()));
      wanted = SDL_GetDesktopDisplayMode(display, &mode) == 0 ? guess_ui_scale(mode.h) : 1.0F;
    }
    const float fitting = fitting_ui_scale(wanted, width_px, height_px);
    if (fitting == scale) return {};
    Result<Fonts> loaded = Fonts::load(fitting);
    if (!loaded) return fail(std::move(loaded));
    if (!drawing->upload_fonts()) return no_window("font texture");
    fonts = *loaded;
    scale = fitting;
    return {};
  }
};

Window::Window() : impl_(std::make_unique<Impl>()) {}
Window::~Window() {
  // Fonts and ImGui before the renderer that owns their textures.
  impl_->fonts.reset();
  impl_->drawing.reset();
  impl_->input.reset();
  impl_->context.reset();
}

Result<std::unique_ptr<Window>> Window::open(const WindowOptions& options) {
  SDL_SetHint(SDL_HINT_MOUSE_FOCUS_CLICKTHROUGH, "1");
  SDL_SetHint(SDL_HINT_VIDEO_ALLOW_SCREENSAVER, "0");
  SDL_SetHint(SDL_HINT_NO_SIGNAL_HANDLERS, "1");
  SDL_SetHint(SDL_HINT_RENDER_SCALE_QUALITY, "linear");
  if (SDL_Init(SDL_INIT_VIDEO) != 0) return no_window("SDL_Init");
  // Without a display SDL draws into memory, where nobody sees it.
  const std::string_view driver = SDL_GetCurrentVideoDriver();
  if (SDL_getenv("SDL_VIDEODRIVER") == nullptr && (driver == "offscreen" || driver == "dummy")) {
    SDL_SetError("no display, only %s", driver.data());
    return no_window("SDL_Init");
  }
  std::unique_ptr<Window> window(new Window());
  Impl& impl = *window->impl_;

  int width_px = options.width_px;
  int height_px = options.height_px;
  SDL_Rect usable{};
  Uint32 flags = SDL_WINDOW_RESIZABLE | SDL_WINDOW_ALLOW_HIGHDPI;
  if (SDL_GetDisplayUsableBounds(0, &usable) == 0) {
    // Up to full HD the screen is used whole; on a larger one the window leaves room for others.
    if (usable.w <= 2000) {
      flags |= SDL_WINDOW_MAXIMIZED;
      width_px = usable.w;
      height_px = usable.h;
    } else {
      width_px = std::max(width_px, usable.w * 4 / 5);
      height_px = std::max(height_px, usable.h * 4 / 5);
    }
  }
  impl.window.reset(SDL_CreateWindow(options.title.c_str(), SDL_WINDOWPOS_CENTERED, SDL_WINDOWPOS_CENTERED,
                                     width_px, height_px, flags));
  if (!impl.window) return no_window("SDL_CreateWindow");
  SDL_SetWindowMinimumSize(impl.window.get(), 800, 560);
  impl.renderer.reset(SDL_CreateRenderer(impl.window.get(), -1, 0));
  if (!impl.renderer) return no_window("SDL_CreateRenderer");
  impl.gpu = drawn_by_gpu(impl.renderer.get());
  impl.wake_event = SDL_RegisterEvents(1);

  impl.context.emplace();
  impl.drawing.emplace(impl.renderer.get());
  impl.input.emplace();
  impl.pacer.emplace(impl.gpu ? 30 : 15);
  impl.wanted_scale = options.ui_scale;
  if (Status fitted = impl.fit_scale(); !fitted) return fail(std::move(fitted));
  SDL_StartTextInput();
  return window;
}

bool Window::wait(std::chrono::milliseconds timeout) {
  SDL_Event event{};
  if (SDL_WaitEventTimeout(&event, static_cast<int>(timeout.count())) == 0) return false;
  bool by_person = false;
  do {
    if (event.type == impl_->wake_event) {
      impl_->pacer->on_change();
      continue;
    }
    by_person = true;
    if (impl_->is_of_another_window(event)) continue;
    if (event.type == SDL_DISPLAYEVENT) {
      impl_->displays_changed = true;
      continue;
    }
    if (event.type == SDL_DROPFILE) {
      impl_->dropped.emplace_back(event.drop.file);
      SDL_free(event.drop.file);
      continue;
    }
    if (event.type == SDL_QUIT || is_quit_key(event)) impl_->close_requested = true;
    if (impl_->input->handle(event, impl_->scale)) break;
  } while (SDL_PollEvent(&event) != 0);
  if (by_person) impl_->pacer->on_input();
  return by_person;
}

bool Window::take_close_request() {
  return std::exchange(impl_->close_requested, false);
}

std::vector<std::filesystem::path> Window::take_dropped_files() {
  return std::exchange(impl_->dropped, {});
}

bool Window::take_close_of(uint32_t window_id) {
  return std::erase(impl_->closed, window_id) > 0;
}

bool Window::take_display_change() {
  return std::exchange(impl_->displays_changed, false);
}

int Window::display() const {
  return SDL_GetWindowDisplayIndex(impl_->window.get());
}

void Window::raise() {
  SDL_RaiseWindow(impl_->window.get());
}

std::function<void()> Window::waker() const {
  return [type = impl_->wake_event] {
    SDL_Event event{};
    event.type = type;
    SDL_PushEvent(&event);
  };
}

void Window::begin_frame() {
  // A font that loaded at the start is there still: a failure here keeps the old scale.
  static_cast<void>(impl_->fit_scale());
  ImGuiIO& io = ImGui::GetIO();
  const Box whole = area();
  io.DisplaySize = {whole.w, whole.h};
  io.DisplayFramebufferScale = {impl_->scale, impl_->scale};
  const Uint64 ticks = SDL_GetPerformanceCounter();
  const double seconds = impl_->last_frame_ticks == 0
                             ? 1.0 / 60
                             : static_cast<double>(ticks - impl_->last_frame_ticks) /
                                   static_cast<double>(SDL_GetPerformanceFrequency());
  io.DeltaTime = static_cast<float>(std::clamp(seconds, 1e-4, 1.0));
  impl_->last_frame_ticks = ticks;
  impl_->input->prepare_frame();
  ImGuiStyle& style = ImGui::GetStyle();
  style.AntiAliasedLinesUseTex = false;  // with it lines need a linear font texture
  ImGui::NewFrame();
}

void Window::end_frame(Rgba background) {
  ImGui::Render();
  SDL_Renderer* renderer = impl_->renderer.get();
  SDL_SetRenderDrawColor(renderer, background.r, background.g, background.b, 255);
  SDL_RenderClear(renderer);
  impl_->drawing->draw(*ImGui::GetDrawData(), impl_->scale);
  SDL_RenderPresent(renderer);
}

Box Window::area() const {
  return {0, 0, static_cast<float>(impl_->width_px) / impl_->scale,
          static_cast<float>(impl_->height_px) / impl_->scale};
}

float Window::ui_scale() const {
  return impl_->scale;
}

void Window::set_ui_scale(float wanted) {
  impl_->wanted_scale = wanted;
}

bool Window::accelerated() const {
  return impl_->gpu;
}

const Fonts& Window::fonts() const {
  return *impl_->fonts;
}

FramePacer& Window::pacer() {
  return *impl_->pacer;
}

SDL_Renderer* Window::renderer() const {
  return impl_->renderer.get();
}

void Window::toggle_full_screen() {
  const bool full = (SDL_GetWindowFlags(impl_->window.get()) & SDL_WINDOW_FULLSCREEN_DESKTOP) != 0;
  SDL_SetWindowFullscreen(impl_->window.get(), full ? 0 : SDL_WINDOW_FULLSCREEN_DESKTOP);
}

void Window::set_full_screen(bool full) {
  const bool is = (SDL_GetWindowFlags(impl_->window.get()) & SDL_WINDOW_FULLSCREEN_DESKTOP) != 0;
  if (full ? is : !std::exchange(impl_->entered_full_screen, false) || !is) return;
  impl_->entered_full_screen = full;
  toggle_full_screen();
}

void Window::set_title(const std::string& title) {
  SDL_SetWindowTitle(impl_->window.get(), title.c_str());
}

}  // namespace gladi
