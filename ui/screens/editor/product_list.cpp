// The list of products: search, add, order by dragging or keys.
#include <imgui.h>

#include <algorithm>

#include "studio/text/format.h"
#include "ui/screens/editor/editor_screen.h"
#include "ui/theme/icons.h"
#include "ui/widgets/fields.h"

namespace gladi {
namespace {

constexpr float kRow = 62;

void draw_row(Ui& ui, const Box& box, const Product& product, size_t number, const TextureRef& thumbnail,
              bool chosen, bool hovered) {
  const Palette& p = ui.palette;
  if (chosen || hovered) fill(ui, box, chosen ? p.chip.fill : p.raised, 10);
  if (chosen) fill(ui, {box.x, box.y + 10, 4, box.h - 20}, p.primary.fill, 2);
  Box inner = box.inset(10, 6);
  const std::string place = std::to_string(number);
  const float digits = text_size(ui, TextStyle::kLabelBold, place.size() < 2 ? "00" : place).w;
  draw_text_in(ui, inner.cut_left(digits, 8), TextStyle::kLabelBold, p.mute, place);
  photo(ui, inner.cut_left(inner.h, 12), thumbnail, 8);
  draw_text_in(ui, inner.cut_right(22), TextStyle::kBody, p.mute, icons::kDrag);
  draw_text_in(ui, inner.cut_top(26), TextStyle::kBodyBold, p.text, product.name.in(ui.language()));
  const std::string price = format_rupiah(product.price_rupiah);
  const std::string both = price + " · " + ui.tr("Stock {0}", {std::to_string(product.stock)});
  const bool fits = text_size(ui, TextStyle::kLabel, both).w <= inner.w;
  draw_text_in(ui, inner, TextStyle::kLabel, p.mute, fits ? both : price);
}

Product new_product(const Ui& ui, const CatalogueDraft& draft) {
  Product product;
  product.name.indonesian = ui.tr("New product");
  product.id = draft.free_id(product.name.indonesian);
  return product;
}

std::optional<EditorIntent> move(const EditorModel& model, EditorView& view, size_t from, size_t to) {
  if (from == to || to >= model.draft.products.size()) return {};
  view.product = to;
  view.scroll_to_chosen = true;
  return editor::Change{edit::move_product(model.draft, from, to), ""};
}

// The arrow keys choose, with Ctrl they move the product.
std::optional<EditorIntent> keys(const EditorModel& model, EditorView& view,
                                 const std::vector<size_t>& found) {
  if (view.sheet != EditorView::Sheet::kNone || found.empty()) return {};
  if (key_pressed(Key::kMoveUp) && view.product > 0) return move(model, view, view.product, view.product - 1);
  if (key_pressed(Key::kMoveDown)) return move(model, view, view.product, view.product + 1);
  const auto at = std::find(found.begin(), found.end(), view.product);
  const bool up = key_pressed(Key::kChooseAbove), down = key_pressed(Key::kChooseBelow);
  if ((up || down) && at != found.end()) {
    if (up && at != found.begin()) view.product = *(at - 1);
    if (down && at + 1 != found.end()) view.product = *(at + 1);
    view.scroll_to_chosen = true;
  }
  return {};
}

}  // namespace

std::optional<EditorIntent> draw_product_list(Ui& ui, const Box& box, const EditorModel& model,
                                              EditorView& view) {
  std::optional<EditorIntent> intent;
  const CatalogueDraft& draft = model.draft;
  if (view.product >= draft.products.size())
    view.product = draft.products.empty() ? 0 : draft.products.size() - 1;
  card(ui, box);
  Box inner = box.inset(12);
  const Box search = inner.cut_top(kFormField, 8);
  text_field(ui, "editor.search", search, ui.tr("Search products…"), &view.search);
  Box bottom = inner.cut_bottom(Metrics::kSmallButtonHeight, 8);
  if (view.found.search != view.search || view.found.among != draft.products) {
    view.found = {view.search, draft.products, found_products(draft, view.search)};
  }
  const std::vector<size_t>& found = view.found.indices;

  ImGui::SetCursorScreenPos({inner.x, inner.y});
  ImGui::BeginChild("products", {inner.w, inner.h}, false, ImGuiWindowFlags_NavFlattened);
  if (view.scroll_to_chosen) {
    const auto at = std::find(found.begin(), found.end(), view.product);
    const float top = static_cast<float>(at - found.begin()) * kRow;
    if (at != found.end() && (top < ImGui::GetScrollY() || top + kRow > ImGui::GetScrollY() + inner.h)) {
      ImGui::SetScrollY(std::max(0.0F, top - inner.h / 2));
    }
    view.scroll_to_chosen = false;
  }
  const float scroll = ImGui::GetScrollY();
  const auto first = static_cast<size_t>(scroll / kRow);
  const size_t last = std::min(found.size(), first + static_cast<size_t>(inner.h / kRow) + 2);
  view.shown.clear();
  for (size_t i = first; i < last; ++i) {
    const size_t at = found[i];
    view.shown.push_back(at);
    const Box row{inner.x, inner.y + static_cast<float>(i) * kRow - scroll, inner.w - 14, kRow};
    bool hovered = false;
    if (press_area(ui, "editor.product." + std::to_string(at + 1), row, 10, &hovered)) view.product = at;
    const auto dropped =
        view.search.empty() ? drag_row(view, at, row, kRow, draft.products.size()) : std::nullopt;
    const auto thumbnail = std::find_if(model.thumbnails.begin(), model.thumbnails.end(),
                                        [at](const Thumbnail& one) { return one.product == at; });
    const TextureRef photo = thumbnail != model.thumbnails.end() ? thumbnail->picture : TextureRef{};
    const Box drawn = view.dragged == at ? row.moved(0, ImGui::GetIO().MousePos.y - row.middle_y()) : row;
    draw_row(ui, drawn, *draft.products[at], at + 1, photo, at == view.product || view.dragged == at,
             hovered);
    if (dropped) intent = move(model, view, at, *dropped);
  }
  ImGui::SetCursorScreenPos({inner.x, inner.y - scroll + static_cast<float>(found.size()) * kRow});
  ImGui::Dummy({1, 1});
  ImGui::EndChild();
  if (found.empty())
    draw_text_in(ui, inner, TextStyle::kBody, ui.palette.mute, ui.tr("Nothing found"), Align::kCentre);

  const ButtonSpec add{.label = ui.tr("New product"),
                       .icon = icons::kAdd,
                       .key = cap_of(ui, Key::kNew),
                       .look = ButtonLook::kDashed};
  if (button(ui, "editor.add", bottom, add) ||
      (view.sheet == EditorView::Sheet::kNone && key_pressed(Key::kNew))) {
    const size_t place = draft.products.empty() ? 0 : view.product + 1;
    view.product = place;
    view.search.clear();
    view.scroll_to_chosen = view.focus = true;
    intent = editor::Change{edit::add_product(draft, new_product(ui, draft), place), ""};
  }
  if (auto moved = keys(model, view, found)) intent = moved;
  return intent;
}

}  // namespace gladi
