// Who wants to go into trainer mode says who she is; the first one chooses a PIN.
#include <utility>

#include "studio/people/people_store.h"
#include "studio/people/pin.h"
#include "ui/screens/library/library_screen.h"
#include "ui/widgets/choice.h"
#include "ui/widgets/fields.h"
#include "ui/widgets/sheet.h"

namespace gladi {
namespace {

using Sheet = LibraryView::Sheet;

void forget(LibraryView& view) {
  view.sheet = Sheet::kNone;
  view.name.clear();
  view.pin.clear();
  view.pin_again.clear();
  view.pins_differ = false;
}

void draw_words(Ui& ui, Box& box, const std::string& words, Rgba colour) {
  const float height = wrapped_height(ui, TextStyle::kBody, words, box.w);
  draw_wrapped(ui, box.cut_top(height, 14), TextStyle::kBody, colour, words);
}

void draw_label(Ui& ui, Box& box, const char* words) {
  draw_text_in(ui, box.cut_top(kLabelHeight, 4), TextStyle::kLabelBold, ui.palette.mute, words);
}

// The last line of the sheet; true when it is to be carried out.
bool draw_buttons(Ui& ui, Box& box, const LibraryModel& model, LibraryView& view, bool enabled) {
  Box row = box.cut_bottom(Metrics::kButtonHeight, 12);
  const ButtonSpec go{.label = model.trainer_mode ? ui.tr("Save") : ui.tr("Open"),
                      .key = "Enter",
                      .look = ButtonLook::kPrimary,
                      .enabled = enabled && !model.checking_pin};
  const ButtonSpec cancel{.label = ui.tr("Cancel"), .key = "Esc"};
  const bool pressed = button(ui, "library.trainer.open", row.cut_right(button_width(ui, go, 24), 12), go);
  if (button(ui, "library.trainer.cancel", row.cut_right(button_width(ui, cancel)), cancel)) forget(view);
  return pressed && go.enabled;
}

// Nobody can be asked for a PIN, and nobody may choose one.
void draw_shut_out(Ui& ui, Box box, const LibraryModel& model, LibraryView& view) {
  const ButtonSpec close{.label = ui.tr("Close"), .key = "Esc"};
  Box row = box.cut_bottom(Metrics::kButtonHeight, 12);
  if (button(ui, "library.trainer.cancel", row.cut_right(button_width(ui, close)), close)) forget(view);
  draw_words(ui, box, ui.tr(*model.shut_out), ui.palette.text);
}

std::optional<LibraryIntent> draw_pin(Ui& ui, Box box, const LibraryModel& model, LibraryView& view) {
  bool entered = false;
  draw_label(ui, box, ui.tr("Trainer"));
  if (choice(ui, "library.trainer.who", box.cut_top(kFormField, 12), model.trainers, &view.trainer))
    view.pin.clear();
  draw_label(ui, box, ui.tr("PIN"));
  pin_field(ui, "library.trainer.pin", box.cut_top(kFormField, 10), ui.tr("digits"), &view.pin,
            kMostPinDigits, std::exchange(view.focus, false), &entered);
  const bool whole = view.pin.size() >= kFewestPinDigits;
  const bool pressed = draw_buttons(ui, box, model, view, whole);
  if (model.pin_problem) draw_words(ui, box, ui.tr(*model.pin_problem), ui.palette.chip_bad.text);
  if (model.checking_pin || (!pressed && !entered)) return {};
  view.focus = true;
  if (!whole) return {};
  return library::BeginTrainerMode{view.trainer, std::exchange(view.pin, {})};
}

std::optional<LibraryIntent> draw_new_trainer(Ui& ui, Box box, const LibraryModel& model, LibraryView& view) {
  draw_words(
      ui, box,
      model.trainer_mode
          ? ui.tr("Please let the other trainer sit here: she types her own name and a PIN that only she "
                  "knows. "
                  "She reviews under her own name; you stay in trainer mode.")
          : ui.tr("A trainer watches the rehearsals of everybody who agreed to it. The PIN keeps others from "
                  "these screens; it doesn't encrypt the files. Please keep it in mind: nobody can look it "
                  "up."),
      ui.palette.text);
  bool entered = false;
  draw_label(ui, box, model.trainer_mode ? ui.tr("Name of the other trainer") : ui.tr("Your name"));
  text_field(ui, "library.trainer.name", box.cut_top(kFormField, 12), ui.tr("for example Bu Sri"), &view.name,
             std::exchange(view.focus, false), nullptr, PeopleStore::kMaxNameLength);
  Box labels = box.cut_top(kLabelHeight, 4);
  Box fields = box.cut_top(kFormField, 10);
  const float half = (fields.w - 12) / 2;
  draw_text_in(ui, labels.cut_left(half, 12), TextStyle::kLabelBold, ui.palette.mute,
               ui.tr("PIN, 4 to 12 digits"));
  draw_text_in(ui, labels, TextStyle::kLabelBold, ui.palette.mute, ui.tr("The PIN once more"));
  pin_field(ui, "library.trainer.pin", fields.cut_left(half, 12), ui.tr("digits"), &view.pin, kMostPinDigits,
            std::exchange(view.focus_pin, false));
  pin_field(ui, "library.trainer.again", fields, ui.tr("digits"), &view.pin_again, kMostPinDigits, false,
            &entered);
  const bool named = view.name.find_first_not_of(" \t") != std::string::npos;
  const bool whole = view.pin.size() >= kFewestPinDigits;
  const bool again = view.pin_again.size() >= kFewestPinDigits;
  const bool pressed = draw_buttons(ui, box, model, view, named && whole && again);
  if (!view.pin_again.empty()) view.pins_differ = false;  // she types them anew
  if (view.pins_differ) {
    draw_words(ui, box, ui.tr("The two PINs were different. Please type both once more."),
               ui.palette.chip_bad.text);
  } else if (model.pin_problem) {
    draw_words(ui, box, ui.tr(*model.pin_problem), ui.palette.chip_bad.text);
  }
  if (model.checking_pin || (!pressed && !entered)) return {};
  if (!named) {  // Enter must not take the keyboard away
    view.focus = true;
    return {};
  }
  view.focus_pin = true;
  if (!whole) return {};
  if (view.pin != view.pin_again) {  // nobody sees which of them is the wrong one
    view.pin.clear();
    view.pin_again.clear();
    view.pins_differ = true;
    return {};
  }
  return library::AddTrainer{view.name, view.pin};
}

}  // namespace

std::optional<LibraryIntent> draw_trainer_sheet(Ui& ui, const LibraryModel& model, LibraryView& view) {
  const bool pin = view.sheet == Sheet::kPin;
  const bool another = view.sheet == Sheet::kAnotherTrainer;
  const SheetScope sheet(ui, "library.trainer", another ? ui.tr("Another trainer") : ui.tr("Trainer mode"),
                         pin ? 320 : 430);
  // Also when trainer mode has begun meanwhile, or has locked itself.
  if (sheet.closed() || model.trainer_mode != another) forget(view);
  if (!sheet.open() || view.sheet == Sheet::kNone) return {};
  if (!pin) return draw_new_trainer(ui, sheet.box(), model, view);
  if (!model.shut_out) return draw_pin(ui, sheet.box(), model, view);
  draw_shut_out(ui, sheet.box(), model, view);
  return {};
}

}  // namespace gladi
