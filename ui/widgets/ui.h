// What every screen draws with: colours, fonts, words, and the registry that names what it draws.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "encoder/base/media_time.h"
#include "ui/app/keys.h"
#include "ui/text/translator.h"
#include "ui/theme/text_style.h"
#include "ui/theme/theme.h"
#include "ui/widgets/box.h"
#include "ui/widgets/widget_registry.h"
#include "ui/window/fonts.h"

namespace gladi {

// Made anew for each frame, on the main thread, between ImGui::NewFrame and ImGui::Render. Nothing is owned.
struct Ui {
  const Palette& palette;
  const Fonts& fonts;
  const Translator& translator;
  WidgetRegistry& widgets;
  Box area;                 // the window, in dp
  MediaTime now;            // monotonic: for blinking and fading
  bool help_asked = false;  // the header's button was pressed in this frame
  // Draws what belongs above the topmost sheet; the sheet takes it away.
  const std::function<void(Ui&)>* over_sheet = nullptr;

  Language language() const { return translator.language(); }
  const char* tr(const char* id) const { return translator.tr(id); }
  std::string tr(const char* id, const std::vector<std::string>& values) const {
    return translator.tr(id, values);
  }
  std::string tr(const Message& message) const { return translator.tr(message); }
  std::string tr_n(const char* one, const char* many, int64_t count) const {
    return translator.tr_n(one, many, count);
  }
};

// The host window of a screen: covers the whole window, draws no background of its own (a full-window blended
// quad costs 16 ms without a GPU), and names the screen in the registry. While it lives widgets can be drawn.
class ScreenScope {
 public:
  enum class Keyboard {
    kMoves,      // arrows and Tab move between widgets, Enter and Space press them
    kShortcuts,  // keys belong to the screen (while rehearsing, in the player)
  };
  ScreenScope(Ui& ui, const char* name, Keyboard keyboard = Keyboard::kMoves);
  ~ScreenScope();
  ScreenScope(const ScreenScope&) = delete;
  ScreenScope& operator=(const ScreenScope&) = delete;
};

// Colours and sizes of ImGui's own widgets (fields, scroll bars, pop-ups); once a frame.
void apply_style(const Palette& palette);

// What stands on the key's cap, in the person's language.
const char* cap_of(const Ui& ui, Key key);
// Enter, also in a sheet; false while a text field has the keyboard (it reports Enter itself).
bool enter_pressed();

}  // namespace gladi
