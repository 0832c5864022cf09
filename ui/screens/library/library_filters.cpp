// Which takes are listed, and in which order.
#include <array>

#include "ui/screens/library/library_screen.h"
#include "ui/theme/icons.h"
#include "ui/widgets/choice.h"

namespace gladi {
namespace {

constexpr float kGap = 8;
constexpr float kMostChoiceWidth = 240;

void draw_switch(Ui& ui, Box& row, const char* name, const std::string& label, const char* tooltip,
                 bool* on) {
  const ButtonSpec spec{.label = label,
                        .icon = *on ? icons::kCheck : nullptr,
                        .look = *on ? ButtonLook::kPrimary : ButtonLook::kNormal,
                        .tooltip = tooltip};
  if (button(ui, name, row.cut_left(button_width(ui, spec, 12), kGap), spec)) *on = !*on;
}

void draw_people(Ui& ui, const Box& box, const LibraryModel& model, LibraryView& view) {
  std::vector<std::string> labels = {ui.tr("Everybody")};
  int chosen = 0;
  for (const auto& [id, name] : model.people) {
    if (id == view.wish.person_id) chosen = static_cast<int>(labels.size());
    labels.push_back(name);
  }
  if (choice(ui, "library.person", box, labels, &chosen))
    view.wish.person_id = chosen == 0 ? "" : model.people[static_cast<size_t>(chosen) - 1].first;
}

void draw_products(Ui& ui, const Box& box, const LibraryModel& model, LibraryView& view) {
  std::vector<std::string> labels = {ui.tr("All products")};
  int chosen = 0;
  for (const LocalText& product : model.products) {
    if (product.indonesian == view.wish.product) chosen = static_cast<int>(labels.size());
    labels.push_back(product.in(ui.language()));
  }
  if (choice(ui, "library.product", box, labels, &chosen))
    view.wish.product = chosen == 0 ? "" : model.products[static_cast<size_t>(chosen) - 1].indonesian;
}

void draw_order(Ui& ui, const Box& box, LibraryView& view) {
  const std::vector<std::string> labels = {ui.tr("Newest first"), ui.tr("Oldest first"),
                                           ui.tr("Longest first"), ui.tr("By name")};
  int chosen = static_cast<int>(view.wish.order);
  if (choice(ui, "library.order", box, labels, &chosen)) view.wish.order = static_cast<TakeOrder>(chosen);
}

// Whose takes these are; empty: of several people, of nobody, or there is but one take and so nothing to
// compare.
std::string whose_progress(const LibraryModel& model, const LibraryView& view) {
  if (model.trainer_mode) return view.wish.person_id;
  return model.takes.size() > 1 ? model.takes.front().take.person_id : "";
}

// At the row's right end.
std::optional<LibraryIntent> draw_progress_button(Ui& ui, Box& row, const LibraryModel& model,
                                                  const LibraryView& view) {
  const std::string person_id = whose_progress(model, view);
  if (person_id.empty()) return {};
  const ButtonSpec spec{.label = ui.area.w < 1200 ? "" : ui.tr("Progress"),
                        .icon = icons::kChart,
                        .key = cap_of(ui, Key::kResults),
                        .tooltip = ui.tr("Progress over all rehearsals")};
  if (button(ui, "library.progress", row.cut_right(button_width(ui, spec, 12), kGap), spec) ||
      (view.sheet == LibraryView::Sheet::kNone && key_pressed(Key::kResults))) {
    return library::SeeProgress{person_id};
  }
  return {};
}

}  // namespace

std::optional<LibraryIntent> draw_library_filters(Ui& ui, Box row, const LibraryModel& model,
                                                  LibraryView& view) {
  const ButtonSpec trash{.label = ui.tr("Trash ({0})", {std::to_string(model.trash.size())}),
                         .icon = icons::kDelete,
                         .key = cap_of(ui, Key::kTrash)};
  if (button(ui, "library.trash", row.cut_right(button_width(ui, trash, 12), 2 * kGap), trash) ||
      key_pressed(Key::kTrash)) {
    view.sheet = LibraryView::Sheet::kTrash;
  }
  if (model.takes.empty()) return {};
  auto intent = draw_progress_button(ui, row, model, view);
  draw_switch(ui, row, "library.unreviewed", ui.tr("Not reviewed ({0})", {std::to_string(model.unreviewed)}),
              model.trainer_mode
                  ? ui.tr("Only rehearsals that nobody has reviewed yet, or that you have only begun")
                  : ui.tr("Only rehearsals that nobody has reviewed yet"),
              &view.wish.unreviewed);
  if (model.recovered > 0 || view.wish.recovered) {
    draw_switch(ui, row, "library.recovered", ui.tr("Rescued ({0})", {std::to_string(model.recovered)}),
                ui.tr("Only rehearsals that were cut off and rescued"), &view.wish.recovered);
  }
  const int choices = model.trainer_mode ? 3 : 2;
  const float width = std::min(
      kMostChoiceWidth, (row.w - static_cast<float>(choices - 1) * kGap) / static_cast<float>(choices));
  if (model.trainer_mode) draw_people(ui, row.cut_left(width, kGap), model, view);
  draw_products(ui, row.cut_left(width, kGap), model, view);
  draw_order(ui, row.cut_left(width, kGap), view);
  return intent;
}

}  // namespace gladi
