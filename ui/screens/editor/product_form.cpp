// The chosen product: its card as the feed draws it, its photo, its fields.
#include <algorithm>
#include <sstream>

#include "studio/catalogue/catalogue_file.h"
#include "studio/text/format.h"
#include "studio/text/utf8.h"
#include "ui/screens/editor/editor_screen.h"
#include "ui/theme/icons.h"
#include "ui/widgets/choice.h"
#include "ui/widgets/fields.h"

namespace gladi {
namespace {

constexpr size_t kMostLetters = 120;
constexpr int64_t kMostRupiah = 1'000'000'000'000;
constexpr int64_t kMostStock = 1'000'000;

// 185.000, as people read it.
std::string money_words(int64_t rupiah) {
  return format_number(static_cast<double>(rupiah), 0, Language::kIndonesian);
}

void fill_form(ProductForm& form, const Product& product) {
  form.of = product;
  form.name = product.name.indonesian;
  form.name_en = product.name.english;
  form.price = money_words(product.price_rupiah);
  form.normal_price = product.normal_price_rupiah ? money_words(*product.normal_price_rupiah) : "";
  form.stock = std::to_string(product.stock);
  form.note = product.note.indonesian;
  form.note_en = product.note.english;
  form.points.clear();
  form.points_en.clear();
  for (const LocalText& point : product.key_points) {
    form.points += point.indonesian + "\n";
    form.points_en += point.english + "\n";
  }
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(trim(line));
  return lines;
}

// Line by line: an Indonesian point and the English one beside it.
std::vector<LocalText> points_of(const ProductForm& form) {
  const std::vector<std::string> english = lines_of(form.points_en);
  std::vector<LocalText> points;
  size_t line = 0;
  for (const std::string& point : lines_of(form.points)) {
    if (!point.empty()) points.push_back({point, line < english.size() ? english[line] : ""});
    ++line;
  }
  return points;
}

struct Problems {
  const char* name = "";
  const char* price = "";
  const char* normal_price = "";
  const char* stock = "";
};

// What of the fields makes sense goes into `product`; the rest stays as it was.
Problems read_form(const ProductForm& form, Product& product) {
  Problems problems;
  if (trim(form.name).empty()) {
    problems.name = GLADI_TEXT("a name is needed");
  } else {
    product.name = {trim(form.name), trim(form.name_en)};
  }
  const auto price = parse_rupiah(form.price);
  if (price && *price <= kMostRupiah) {
    product.price_rupiah = *price;
  } else {
    problems.price = GLADI_TEXT("like 185rb or 185.000");
  }
  const auto normal = parse_rupiah(form.normal_price);
  if (trim(form.normal_price).empty()) {
    product.normal_price_rupiah.reset();
  } else if (!normal || *normal > kMostRupiah) {
    problems.normal_price = GLADI_TEXT("like 185rb or 185.000");
  } else if (*normal <= product.price_rupiah) {
    problems.normal_price = GLADI_TEXT("must be above the live price");
    product.normal_price_rupiah.reset();
  } else {
    product.normal_price_rupiah = normal;
  }
  const auto stock = parse_rupiah(form.stock);
  if (trim(form.stock).empty()) {
    product.stock = 0;
  } else if (stock && *stock <= kMostStock) {
    product.stock = static_cast<int>(*stock);
  } else {
    problems.stock = GLADI_TEXT("a whole number");
  }
  product.note = {trim(form.note), trim(form.note_en)};
  product.key_points = points_of(form);
  return problems;
}

const char* words_of_kind(const std::string& kind) {
  if (kind == "cloth") return GLADI_TEXT("Cloth");
  if (kind == "bag") return GLADI_TEXT("Bag");
  if (kind == "shoes") return GLADI_TEXT("Shoes");
  if (kind == "snack") return GLADI_TEXT("Snack");
  if (kind == "drink") return GLADI_TEXT("Drink");
  return GLADI_TEXT("Something else");
}

// What it is, so that the audience asks what fits: nobody wants jamu in size L.
bool choose_kind(Ui& ui, Box& box, std::string* kind) {
  std::vector<std::string> kinds = product_kinds();
  kinds.emplace_back();
  std::vector<std::string> labels;
  int chosen = 0;
  for (size_t i = 0; i < kinds.size(); ++i) {
    labels.emplace_back(ui.tr(words_of_kind(kinds[i])));
    if (kinds[i] == *kind) chosen = static_cast<int>(i);
  }
  draw_text_in(ui, box.cut_top(kLabelHeight, 3), TextStyle::kCaptionBold, ui.palette.mute, ui.tr("Kind"));
  if (!choice(ui, "editor.kind", box.cut_top(kFormField), labels, &chosen)) return false;
  *kind = kinds[static_cast<size_t>(chosen)];
  return true;
}

std::optional<EditorIntent> draw_photo_row(Ui& ui, Box row, const EditorModel& model, EditorView& view,
                                           const Product& product) {
  std::optional<EditorIntent> intent;
  if (row.w > 700) {  // otherwise the card alone shows it
    photo(ui, row.cut_left(row.h, 14), model.photo);
  }
  Box buttons = row.cut_left(190, 18);
  const auto press = [&](const char* name, const char* icon, const char* label, bool enabled) {
    const ButtonSpec spec{.label = label, .icon = icon, .enabled = enabled};
    return button(ui, name, buttons.cut_top(Metrics::kSmallButtonHeight, 7), spec);
  };
  if (press("editor.photo.file", icons::kImage, ui.tr("Choose photo"), !model.working)) {
    intent = editor::ChooseFile{FilePurpose::kPhoto};
  }
  if (press("editor.photo.camera", icons::kCamera, ui.tr("Take photo"), !model.working)) {
    view.sheet = EditorView::Sheet::kCamera;
    intent = editor::OpenCamera{};
  }
  if (press("editor.photo.remove", icons::kClose, ui.tr("No photo"), !product.photo.empty())) {
    intent = editor::RemovePhoto{};
  }
  draw_wrapped(ui, buttons, TextStyle::kCaption, ui.palette.mute, ui.tr("Or drop a picture here."));
  // The card on the same dark ground as the rehearsal.
  fill(ui, row, kDarkPalette.background, Metrics::kPhotoRadius);
  if (model.card) picture(ui, row.inset(8), model.card, {.fit = PictureFit::kWhole, .radius = 0});
  ui.widgets.add("editor.card", row);
  ui.widgets.note("editor.card", model.card ? "drawn" : "none");
  return intent;
}

}  // namespace

std::optional<EditorIntent> draw_product_form(Ui& ui, const Box& box, const EditorModel& model,
                                              EditorView& view) {
  card(ui, box);
  if (view.product >= model.draft.products.size()) {
    draw_text_in(ui, box, TextStyle::kBody, ui.palette.mute, ui.tr("No product yet"), Align::kCentre);
    return {};
  }
  const Product& product = *model.draft.products[view.product];
  ProductForm& form = view.product_form;
  if (form.of != product) fill_form(form, product);
  Box inner = box.inset(16, 12);
  std::optional<EditorIntent> intent =
      draw_photo_row(ui, inner.cut_top(std::min(152.0F, inner.h - 380), 10), model, view, product);

  Product typed = product;
  const Problems problems = read_form(form, typed);
  bool changed = false;
  bool left = false;
  const auto field = [&](const char* name, Box& column, const char* label, std::string* text,
                         const char* problem, size_t letters) {
    changed |= form_field(ui, name, column, label, text, ui.tr(problem), letters);
    left |= field_left();
  };
  const auto halves = [&](float height) {
    Box row = inner.cut_top(height);
    const Box first = row.cut_left((row.w - 14) / 2, 14);
    return std::pair(first, row);
  };
  constexpr float kFieldRow = kLabelHeight + kFormField + 13;
  Box name_en = inner.cut_top(kFieldRow);
  Box name = name_en.cut_left((name_en.w - 28) * 0.4F, 14);
  Box kind = name_en.cut_right(std::min(190.0F, name_en.w * 0.5F), 14);
  std::string chosen_kind = product.kind;
  const bool kind_changed = choose_kind(ui, kind, &chosen_kind);
  field("editor.product_name", name, ui.tr("Name"), &form.name, problems.name, kMostLetters);
  field("editor.product_name_en", name_en, ui.tr("Name in English"), &form.name_en, "", kMostLetters);
  Box row = inner.cut_top(kFieldRow);
  Box price = row.cut_left((row.w - 28) / 3, 14);
  Box normal = row.cut_left((row.w - 14) / 2, 14);
  field("editor.price", price, ui.tr("Live price (Rp)"), &form.price, problems.price, 24);
  field("editor.normal_price", normal, ui.tr("Usual price (Rp)"), &form.normal_price, problems.normal_price,
        24);
  field("editor.stock", row, ui.tr("Stock"), &form.stock, problems.stock, 12);
  auto [note, note_en] = halves(kFieldRow);
  field("editor.note", note, ui.tr("Short note"), &form.note, "", kMostLetters);
  field("editor.note_en", note_en, ui.tr("Short note in English"), &form.note_en, "", kMostLetters);

  Box bottom = inner.cut_bottom(Metrics::kSmallButtonHeight, 10);
  auto [points, points_en] = halves(inner.h);
  draw_text_in(ui, points.cut_top(kLabelHeight, 3), TextStyle::kCaptionBold, ui.palette.mute,
               ui.tr("Key points, one a line"));
  changed |= text_area(ui, "editor.points", points, &form.points);
  left |= field_left();
  draw_text_in(ui, points_en.cut_top(kLabelHeight, 3), TextStyle::kCaptionBold, ui.palette.mute,
               ui.tr("In English"));
  changed |= text_area(ui, "editor.points_en", points_en, &form.points_en);
  left |= field_left();

  if (changed) {
    typed = product;
    read_form(form, typed);
    form.of = typed;
    intent = editor::Change{edit::set_product(model.draft, view.product, typed), "product " + typed.id};
  } else if (kind_changed) {
    typed = product;
    typed.kind = chosen_kind;
    form.of = typed;
    intent = editor::Change{edit::set_product(model.draft, view.product, typed), ""};
  } else if (left && !intent) {
    intent = editor::EndMerge{};
  }
  const ButtonSpec remove{
      .label = ui.tr("Delete product"), .icon = icons::kDelete, .enabled = model.draft.products.size() > 1};
  if (button(ui, "editor.delete", bottom.cut_right(button_width(ui, remove, 14)), remove)) {
    intent = editor::Change{edit::delete_product(model.draft, view.product), ""};
  }
  const std::string remark =
      ui.tr("Prices as you write them: 185rb, 185.000, 1,2 jt. Everything is saved by itself.");
  const float height = wrapped_height(ui, TextStyle::kCaption, remark, bottom.w - 14);
  draw_wrapped(ui, {bottom.x, bottom.middle_y() - height / 2, bottom.w - 14, height}, TextStyle::kCaption,
               ui.palette.mute, remark);
  return intent;
}

}  // namespace gladi
