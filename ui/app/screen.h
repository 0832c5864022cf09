// One screen of the program, as the App sees it: a controller that owns the screen's model and view state,
// carries out what the drawn screen asks for, and says where to go next.
//
// How a screen is built (see ui/screens/home): a plain model, a small view state, a free function
// `std::optional<Intent> draw_x(Ui&, const Model&, View&)` that touches nothing else, and a controller
// deriving from Screen that fills the model in tick() and carries intents out.
#pragma once

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>
#include <variant>

#include "studio/rehearsal/rehearsal.h"
#include "ui/app/projector_show.h"
#include "ui/widgets/ui.h"

namespace gladi {

struct GoHome {};
struct GoStudio {
  TakePlan plan;
};
struct GoLibrary {
  std::string person_id;  // whose takes
};
struct GoFeedback {
  std::filesystem::path session_folder;
};
struct GoReview {
  std::filesystem::path session_folder;
  std::optional<MediaTime> at = {};  // plays from this moment on
};
struct GoCompare {
  std::filesystem::path session_folder;  // beside another take of its person
};
struct GoProgress {
  std::string person_id;  // whose takes
};
struct GoEditor {
  std::filesystem::path folder;  // the catalogue
};
struct GoPeople {};
struct Quit {};
using Navigation = std::variant<GoHome, GoStudio, GoLibrary, GoFeedback, GoReview, GoCompare, GoProgress,
                                GoEditor, GoPeople, Quit>;

// The screens, as help and tour know them.
enum class ScreenName { kHome, kStudio, kFeedback, kLibrary, kReview, kCompare, kProgress, kEditor, kPeople };

// Main thread.
class Screen {
 public:
  virtual ~Screen() = default;

  virtual ScreenName name() const = 0;  // what the help and the tour call it
  virtual bool dark() const { return false; }
  // In front of the camera: here the ring light shines.
  virtual bool lit() const { return false; }
  // In trainer mode it shows what others have done: left when that mode ends by itself.
  virtual bool may_show_others() const { return false; }
  // What is done here must not wait for a sheet to be closed: keys and mouse stay with the screen.
  virtual bool never_covered() const { return false; }
  // Takes what background threads have brought; never waits. Called before every frame and at least each
  // idle(). True: something that is shown has changed, so draw.
  virtual bool tick(MediaTime now) = 0;
  // What the last tick() brought is what the person has just asked for: drawn at once, not at the pace of
  // moving pictures.
  virtual bool answered() const { return false; }
  virtual std::optional<Navigation> draw(Ui& ui) = 0;
  // How long nothing needs to be looked at. A running preview or player says one frame of the window.
  virtual std::chrono::milliseconds idle() const { return std::chrono::milliseconds(500); }
  // A background thread works with the library (a take is being prepared): finished jobs are published later.
  virtual bool uses_library_elsewhere() const { return false; }
  // The window was asked to close. False: something would be lost that can't be kept, and the screen asks;
  // where it is asked once more, the window closes. May wait for the disk.
  virtual bool may_close() { return true; }
  // Closing the window asks: a running take is stopped and kept first.
  virtual void before_quit() {}
  // What the class sees meanwhile; asked only while the projector is on.
  virtual ProjectorShow on_projector() { return {}; }
  // A file was dropped on the window.
  virtual void drop_file(const std::filesystem::path&) {}
};

}  // namespace gladi
