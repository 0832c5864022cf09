// Where the named widgets of the current screen are: UI tests click on them, later a tour points at them.
#pragma once

#include <filesystem>
#include <map>
#include <string>

#include "ui/widgets/box.h"

namespace gladi {

struct WidgetPlace {
  Box box;  // dp
  bool enabled = true;
  friend bool operator==(const WidgetPlace&, const WidgetPlace&) = default;
};

// Main thread.
class WidgetRegistry {
 public:
  // Between these the screen draws and add()s. `screen` is its name: "home", "home.settings", "studio".
  void begin_frame(float ui_scale);
  void set_screen(const std::string& screen) { next_.screen = screen; }
  void add(const std::string& name, const Box& box, bool enabled = true) {
    next_.places[name] = {box, enabled};
  }
  // A word of state that tests may wait for: "studio.state" → "recording".
  void note(const std::string& name, const std::string& value) { next_.notes[name] = value; }
  void end_frame();

  // What the last whole frame showed.
  const std::string& screen() const { return now_.screen; }
  const std::map<std::string, WidgetPlace>& places() const { return now_.places; }
  const std::map<std::string, std::string>& notes() const { return now_.notes; }

  // From now on every change is written to `file` (written whole, then renamed), in pixels of the window:
  // {"screen": "home", "notes": {…}, "widgets": {"home.start": {"x": 48, "y": 663, "w": 307, "h": 70,
  // "enabled": true}}}
  void log_to(std::filesystem::path file) { log_ = std::move(file); }

 private:
  struct Frame {
    std::string screen;
    float ui_scale = 1;
    std::map<std::string, WidgetPlace> places;
    std::map<std::string, std::string> notes;
    friend bool operator==(const Frame&, const Frame&) = default;
  };
  void write() const;

  Frame now_;
  Frame next_;
  std::filesystem::path log_;
};

}  // namespace gladi
