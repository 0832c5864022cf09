#include "ui/app/app.h"

#include <SDL2/SDL_scancode.h>
#include <imgui.h>
#include <spdlog/spdlog.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <optional>
#include <utility>

#include "encoder/base/platform.h"
#include "studio/library/ballast.h"
#include "studio/overlay/photo.h"
#include "ui/app/help.h"
#include "ui/app/idle_clock.h"
#include "ui/app/recovery.h"
#include "ui/app/services.h"
#include "ui/app/settings_store.h"
#include "ui/app/tour.h"
#include "ui/base/platform.h"
#include "ui/window/window.h"

namespace gladi {
namespace {

constexpr MediaTime kReportInterval = MediaTime::from_ms(500);

// Drawn pictures by librsvg, the others by the engine.
Result<Image> load_picture(const std::filesystem::path& file, int max_side_px) {
  if (file.extension() == ".svg") return load_photo(file, max_side_px, max_side_px);
  return load_image(file, max_side_px);
}

// The folder asked for; when it can't be used, this is told and the usual one stands in.
Result<std::unique_ptr<Library>> open_library(const std::filesystem::path& wanted, Toasts& toasts) {
  const std::filesystem::path usual = default_library_folder();
  Result<std::unique_ptr<Library>> library = Library::open(wanted.empty() ? usual : wanted);
  if (library || wanted.empty() || wanted == usual) return library;
  toasts.add(library.error());
  return Library::open(usual);
}

}  // namespace

// Members in the order in which they need each other.
struct App::Impl {
  Paths paths;
  MonotonicClock clock;
  Toasts toasts;
  SettingsStore settings{config_folder() / "settings.toml"};
  Translator translator{Language::kIndonesian};
  std::unique_ptr<Window> window;
  WidgetRegistry widgets;
  std::unique_ptr<Library> library;
  std::optional<LibraryClaim> claim;
  std::optional<Shelf> shelf;
  std::unique_ptr<BackgroundWorker> worker;
  std::optional<MeasureDesk> measures;
  std::optional<ShareJobs> shares;
  std::optional<ImageCache> images;
  std::optional<StageKeeper> stage;
  std::optional<EncoderKeeper> encoder;
  std::optional<Projector> projector;
  TrainerMode trainer;
  UnsavedComments unsaved;
  std::string told_unsaved;  // whose comments would be lost, as it was told last
  std::optional<Services> services;
  std::unique_ptr<Screen> screen;
  Help help;
  Tour tour;
  platform::StopSignals signals;
  // Of the main thread, between two looks at what a person does: by the clock, and what all threads of this
  // program computed meanwhile. The second says what holds up the window where other programs have the cores.
  // Only where somebody reads them (the widgets' log).
  bool watch_stalls = false;
  MediaTime longest_stall;
  double longest_stall_cpu_seconds = 0;
  IdleClock idle;
  // How many keys had been pressed by this frame, the last one and the one before: what a key does is seen
  // two frames later. For the widgets' log too.
  std::array<int64_t, 3> keys_by_frame{};
  bool quit = false;  // wished

  void go_to(Navigation target) {
    if (std::holds_alternative<Quit>(target)) {
      quit = true;  // from the screen that asks for it
      return;
    }
    screen.reset();  // first: the next screen may want the devices
    struct Make {
      Impl& app;
      std::unique_ptr<Screen> operator()(const GoHome&) const { return make_home_screen(*app.services); }
      std::unique_ptr<Screen> operator()(GoStudio& go) const {
        return make_studio_screen(*app.services, std::move(go.plan));
      }
      std::unique_ptr<Screen> operator()(const GoLibrary& go) const {
        return make_library_screen(*app.services, go.person_id);
      }
      std::unique_ptr<Screen> operator()(const GoReview& go) const {
        return make_review_screen(*app.services, go.session_folder, go.at);
      }
      std::unique_ptr<Screen> operator()(const GoFeedback& go) const {
        return make_feedback_screen(*app.services, go.session_folder);
      }
      std::unique_ptr<Screen> operator()(const GoCompare& go) const {
        return make_compare_screen(*app.services, go.session_folder);
      }
      std::unique_ptr<Screen> operator()(const GoProgress& go) const {
        return make_progress_screen(*app.services, go.person_id);
      }
      std::unique_ptr<Screen> operator()(const GoEditor& go) const {
        return make_editor_screen(*app.services, go.folder);
      }
      std::unique_ptr<Screen> operator()(const GoPeople&) const { return make_people_screen(*app.services); }
      std::unique_ptr<Screen> operator()(const Quit&) const { return nullptr; }  // never comes here
    };
    screen = std::visit(Make{*this}, target);
    window->pacer().on_input();
  }

  // Whether the window was asked to close and nobody has to be asked first.
  bool closes() {
    const bool asked = window->take_close_request();
    if (!std::exchange(quit, false) && !asked) return false;
    window->pacer().on_input();
    const bool may_close = screen->may_close();
    const std::string owners = unsaved.owners();
    if (owners.empty() || std::exchange(told_unsaved, owners) == owners) return may_close;
    toasts.add(
        Toasts::Kind::kProblem,
        Message(GLADI_TEXT("Comments that could not be saved would be lost: {0}. To save them, open the "
                           "recording again. To close Gladi without them, close the window once more."),
                {owners}));
    return false;
  }

  void tick(MediaTime now) {
    if (!screen->uses_library_elsewhere()) worker->publish_finished();
    if (const std::optional<Error> problem = settings.tick()) toasts.add(*problem);
    const bool devices = stage->tick();
    if (const std::optional<Message> free = claim->tick(now)) {
      toasts.add(Toasts::Kind::kNews, *free);
      recover_interrupted_takes(*services);
      window->pacer().on_change();
    }
    const bool encoders = encoder->tick();
    const bool goods = shelf->tick();
    if (screen->tick(now) || devices || encoders || goods) window->pacer().on_change();
    if (screen->answered()) window->pacer().on_answer();
    if (projector->tick(now)) projector->draw(screen->on_projector());
    if (trainer.tick(idle.idle(now))) {
      toasts.add(Toasts::Kind::kNews,
                 Message(GLADI_TEXT("Trainer mode has been locked: nobody was here for a while.")));
      if (screen->may_show_others()) go_to(GoHome{});
    }
    window->set_ui_scale(settings.settings().ui_scale);
    translator.set_language(settings.settings().language);
  }

  Palette palette() {
    const RingLight& light = settings.settings().ring_light;
    if (screen->lit() && light.on()) return lit_palette(light);
    return screen->dark() ? kDarkPalette : kLightPalette;
  }

  // The screen with its sheet, and help and tour above them.
  std::optional<Navigation> draw_screen(Ui& ui) {
    help.take_keys();
    const std::function<void(Ui&)> over_sheet = [this](Ui& within) { help.draw(within, *screen, true); };
    ui.over_sheet = &over_sheet;
    std::optional<Navigation> target = screen->draw(ui);
    const bool covered = std::exchange(ui.over_sheet, nullptr) == nullptr;
    // On another screen she has found her way without it.
    if (tour.running() && screen->name() != ScreenName::kHome) tour.end();
    if (!covered && help.draw(ui, *screen, false)) {
      tour.begin();
      if (screen->name() != ScreenName::kHome) return GoHome{};
    }
    if (tour.draw(ui) || (!tour.running() && !settings.settings().tour_seen)) {
      settings.settings().tour_seen = true;
      settings.save();
    }
    widgets.note("app.help", help.open() ? "open" : "closed");
    return target;
  }

  // Before anybody takes one. Letters of a text and Ctrl by itself don't count.
  void note_keys() {
    const ImGuiIO& io = ImGui::GetIO();
    int64_t pressed = 0;
    for (int key = SDL_SCANCODE_A; key < SDL_SCANCODE_LCTRL; ++key) {
      const bool letter = key <= SDL_SCANCODE_0 || (key >= SDL_SCANCODE_SPACE && key <= SDL_SCANCODE_SLASH);
      pressed += io.KeysDownDuration[key] == 0 && !(io.WantTextInput && letter) ? 1 : 0;
    }
    keys_by_frame = {keys_by_frame[0] + pressed, keys_by_frame[0], keys_by_frame[1]};
    widgets.note("app.keys", std::to_string(keys_by_frame[2]));
  }

  void draw(MediaTime now) {
    const Palette palette = this->palette();
    window->begin_frame();
    apply_style(palette);
    widgets.begin_frame(window->ui_scale());
    note_keys();
    Ui ui{palette, window->fonts(), translator, widgets, window->area(), now};
    std::optional<Navigation> target = draw_screen(ui);
    const bool fading = toasts.draw(ui);
    if (key_pressed_in_sheet(Key::kFullScreen)) window->toggle_full_screen();
    if (key_pressed_in_sheet(Key::kProjector)) projector->toggle();
    widgets.note("app.projector", projector->open() ? "open" : projector->on() ? "waiting" : "off");
    widgets.note("app.longest_stall_ms", std::to_string(longest_stall.ms()));
    widgets.note("app.longest_stall_cpu_ms", std::to_string(std::lround(longest_stall_cpu_seconds * 1000)));
    window->end_frame(palette.background);
    widgets.end_frame();  // what the log says can be seen by now
    window->pacer().drawn(now);
    if (fading) window->pacer().on_change();
    if (target) go_to(std::move(*target));
  }
};

App::App() : impl_(std::make_unique<Impl>()) {}
App::~App() = default;

Result<std::unique_ptr<App>> App::open(const StudioOptions& options) {
  Result<Paths> paths = find_paths();
  if (!paths) return fail(std::move(paths));
  std::unique_ptr<App> app(new App());
  Impl& impl = *app->impl_;
  impl.paths = *paths;
  if (const std::optional<Error> problem = impl.settings.load()) impl.toasts.add(*problem);
  impl.settings.use_for_now(options);
  Settings& settings = impl.settings.settings();
  impl.translator.set_language(settings.language);

  Result<std::unique_ptr<Library>> library =
      open_library(options.library.empty() ? settings.library : options.library, impl.toasts);
  if (!library) return fail(std::move(library));
  impl.library = std::move(*library);
  impl.claim.emplace(impl.library->root());
  if (const auto warning = privacy_warning(impl.library->root()))
    impl.toasts.add(Toasts::Kind::kNews, *warning);

  WindowOptions look;
  look.ui_scale = settings.ui_scale;
  Result<std::unique_ptr<Window>> window = Window::open(look);
  if (!window) return fail(std::move(window));
  impl.window = std::move(*window);
  if (const char* log = std::getenv("GLADI_WIDGET_LOG")) {
    impl.widgets.log_to(log);
    impl.watch_stalls = true;
  }
  const std::function<void()> wake = impl.window->waker();
  impl.shelf.emplace(std::vector<std::filesystem::path>{impl.library->root() / "catalogues",
                                                        impl.paths.assets / "catalogues"},
                     impl.toasts, wake);
  impl.worker = std::make_unique<BackgroundWorker>(wake);
  impl.measures.emplace(
      *impl.worker, [&impl] { return impl.claim->held(); }, face_model(impl.paths));
  impl.shares.emplace(*impl.worker, impl.toasts);
  impl.images.emplace(impl.window->renderer(), load_picture, wake);
  const auto slate = [&impl] {
    return SlateContent{impl.translator.tr("Camera disconnected"),
                        impl.translator.tr("It is looked for all the time.")};
  };
  impl.stage.emplace(impl.clock, face_model(impl.paths), slate, wake);
  impl.encoder.emplace(encoder_memory(), wake);
  impl.projector.emplace(*impl.window, settings, impl.toasts);
  impl.services.emplace(Services{impl.paths,
                                 impl.clock,
                                 *impl.library,
                                 *impl.claim,
                                 *impl.worker,
                                 *impl.measures,
                                 *impl.shares,
                                 *impl.shelf,
                                 settings,
                                 [&impl] { impl.settings.save(); },
                                 impl.translator,
                                 *impl.stage,
                                 *impl.encoder,
                                 *impl.projector,
                                 impl.trainer,
                                 impl.unsaved,
                                 *impl.images,
                                 impl.toasts,
                                 impl.window->renderer(),
                                 wake,
                                 [window = impl.window.get()](bool full) { window->set_full_screen(full); }});
  if (impl.claim->held()) {
    continue_cut_off_withdrawals(*impl.services);
    recover_interrupted_takes(*impl.services);
  }
  // Not worth a message: without it a full disk ends a take less gently, no more.
  impl.worker->add(BackgroundWorker::Priority::kLow, Message(GLADI_TEXT("Preparing the disk")),
                   [library = impl.library->root()](JobControl&) -> BackgroundWorker::Publish {
                     static_cast<void>(make_ballast(library));
                     return {};
                   });
  impl.screen = make_home_screen(*impl.services);
  if (!settings.tour_seen) impl.tour.begin();
  return app;
}

void App::run() {
  Impl& impl = *impl_;
  MediaTime now = impl.clock.now();
  MediaTime next_report = now;
  while (!impl.closes() && impl.signals.count() == 0) {
    impl.window->wait(impl.window->pacer().sleep(now, impl.screen->idle()));
    for (const std::filesystem::path& file : impl.window->take_dropped_files()) impl.screen->drop_file(file);
    now = impl.clock.now();
    if (impl.window->pacer().asked()) impl.idle.on_input(now);
    const double cpu_seconds = impl.watch_stalls ? platform::process_cpu_seconds() : 0;
    impl.tick(now);
    if (impl.window->pacer().due(now)) impl.draw(now);
    if (impl.watch_stalls) {
      impl.longest_stall = std::max(impl.longest_stall, impl.clock.now() - now);
      impl.longest_stall_cpu_seconds =
          std::max(impl.longest_stall_cpu_seconds, platform::process_cpu_seconds() - cpu_seconds);
    }
    if (now >= next_report) {  // what tests/bench/running.py divides the CPU time by
      spdlog::debug("{} frames drawn, {} on the projector", impl.window->pacer().frames_drawn(),
                    impl.projector->frames_drawn());
      next_report = now + kReportInterval;
    }
  }
  impl.screen->before_quit();
}

}  // namespace gladi
