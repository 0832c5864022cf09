#include "ui/screens/editor/editor_screen.h"

#include "tests/support/samples.h"
#include "tests/unit/ui/screen_fixture.h"

namespace gladi::test {
namespace {

class EditorScreenTest : public ScreenTest {
 protected:
  EditorScreenTest() {
    CatalogueDraft& draft = model_.draft;
    draft.name = {"Toko Siti", ""};
    draft.segments.push_back(std::make_shared<const Segment>(
        Segment{SegmentKind::kOpening, {}, "", MediaTime::from_ms(60'000), {}}));
    for (const Product& product : sample_catalogue().products) draft = edit::add_product(draft, product, 99);
    model_.folder = "/nowhere/toko";
    model_.can_undo = true;
  }
  std::function<std::optional<EditorIntent>(Ui&)> draw() {
    return [this](Ui& ui) { return draw_editor(ui, model_, view_); };
  }
  std::optional<EditorIntent> click_on(const std::string& name) { return click<EditorIntent>(name, draw()); }
  // Types as SDL gives letters; what the screen asks for is carried out.
  void type(const std::string& text) {
    for (const char c : text) {
      ImGui::GetIO().AddInputCharacter(static_cast<unsigned int>(c));
      apply(frame<EditorIntent>(draw()));
    }
    apply(frame<EditorIntent>(draw()));
  }
  void apply(const std::optional<EditorIntent>& intent) {
    if (!intent) return;
    if (const auto* step = std::get_if<editor::Change>(&*intent)) model_.draft = step->draft;
  }
  const Product& product(size_t at) { return *model_.draft.products[at]; }

  EditorModel model_;
  EditorView view_;
};

TEST_F(EditorScreenTest, FitsEveryWindow) {
  for (const Box area :
       {Box{0, 0, 1366, 768}, Box{0, 0, 1024, 768}, Box{0, 0, 1024, 700}, Box{0, 0, 1280, 720}}) {
    for (const Language language : {Language::kIndonesian, Language::kEnglish}) {
      translator_.set_language(language);
      area_ = area;
      for (const EditorView::Tab tab : {EditorView::Tab::kProducts, EditorView::Tab::kRundown}) {
        view_.tab = tab;
        frame<EditorIntent>(draw());
        frame<EditorIntent>(draw());
        expect_everything_inside();
        expect_no_overlap("editor.csv.in", "editor.tab.rundown");
        expect_no_overlap("editor.name", "editor.undo");
      }
      view_.tab = EditorView::Tab::kProducts;
      frame<EditorIntent>(draw());
      frame<EditorIntent>(draw());
      expect_no_overlap("editor.points", "editor.delete");
      expect_no_overlap("editor.card", "editor.product_name");
      EXPECT_GE(widgets_.places().at("editor.points").box.h, 60);
    }
  }
}

TEST_F(EditorScreenTest, ATypedPriceIsUnderstoodAndNonsenseChangesNothing) {
  click_on("editor.price");
  ImGui::GetIO().KeyCtrl = true;
  ImGui::GetIO().KeysDown[SDL_SCANCODE_A] = true;
  ImGui::GetIO().KeyMap[ImGuiKey_A] = SDL_SCANCODE_A;
  frame<EditorIntent>(draw());
  ImGui::GetIO().KeysDown[SDL_SCANCODE_A] = false;
  ImGui::GetIO().KeyCtrl = false;
  frame<EditorIntent>(draw());
  type("150rb");
  EXPECT_EQ(product(0).price_rupiah, 150'000);
  type("?");
  EXPECT_EQ(product(0).price_rupiah, 150'000);
  EXPECT_EQ(view_.product_form.price, "150rb?");
}

TEST_F(EditorScreenTest, AnUndoneStepIsSeenInTheFields) {
  frame<EditorIntent>(draw());
  EXPECT_EQ(view_.product_form.name, "Kain Daun Jati");
  Product other = product(0);
  other.name.indonesian = "Lain";
  model_.draft = edit::set_product(model_.draft, 0, other);
  frame<EditorIntent>(draw());
  EXPECT_EQ(view_.product_form.name, "Lain");
}

TEST_F(EditorScreenTest, AddsOrdersAndDeletes) {
  auto intent = click_on("editor.add");
  ASSERT_TRUE(intent && std::holds_alternative<editor::Change>(*intent));
  apply(intent);
  EXPECT_EQ(model_.draft.products.size(), 3u);
  EXPECT_EQ(view_.product, 1u);
  EXPECT_EQ(model_.draft.segments.size(), 4u);
  ImGui::GetIO().KeyCtrl = true;
  apply(press_key<EditorIntent>(SDL_SCANCODE_DOWN, draw()));
  ImGui::GetIO().KeyCtrl = false;
  EXPECT_EQ(view_.product, 2u);
  EXPECT_EQ(product(2).name.indonesian, "Produk baru");
  apply(click_on("editor.delete"));
  EXPECT_EQ(model_.draft.products.size(), 2u);
  EXPECT_EQ(model_.draft.segments.size(), 3u);
}

TEST_F(EditorScreenTest, ARowIsDraggedToItsPlace) {
  frame<EditorIntent>(draw());
  frame<EditorIntent>(draw());
  const Box first = widgets_.places().at("editor.product.1").box,
            second = widgets_.places().at("editor.product.2").box;
  ImGuiIO& io = ImGui::GetIO();
  io.MousePos = {first.middle_x(), first.middle_y()};
  frame<EditorIntent>(draw());
  io.MouseDown[0] = true;
  frame<EditorIntent>(draw());
  io.MousePos = {second.middle_x(), second.middle_y() + 4};
  frame<EditorIntent>(draw());
  frame<EditorIntent>(draw());
  io.MouseDown[0] = false;
  apply(frame<EditorIntent>(draw()));
  EXPECT_EQ(product(0).id, "tas");
  EXPECT_EQ(view_.product, 1u);
}

TEST_F(EditorScreenTest, UndoAndRedoAreOnTheKeys) {
  model_.can_redo = true;
  frame<EditorIntent>(draw());
  ImGui::GetIO().KeyCtrl = true;
  auto intent = press_key<EditorIntent>(SDL_SCANCODE_Z, draw());
  EXPECT_TRUE(intent && std::holds_alternative<editor::Undo>(*intent));
  ImGui::GetIO().KeyShift = true;
  intent = press_key<EditorIntent>(SDL_SCANCODE_Z, draw());
  EXPECT_TRUE(intent && std::holds_alternative<editor::Redo>(*intent));
}

TEST_F(EditorScreenTest, MinutesGoUpByHalvesAndTheTotalFollows) {
  view_.tab = EditorView::Tab::kRundown;
  apply(click_on("editor.segment.more"));
  EXPECT_EQ(model_.draft.segments[0]->planned.ms(), 90'000);
  apply(click_on("editor.segment.less"));
  apply(click_on("editor.segment.less"));
  apply(click_on("editor.segment.less"));
  EXPECT_EQ(model_.draft.segments[0]->planned.ms(), 30'000);
}

TEST_F(EditorScreenTest, TheEnglishTextStaysWhenTheIndonesianOneIsEdited) {
  view_.tab = EditorView::Tab::kRundown;
  Segment opening = *model_.draft.segments[0];
  opening.script = {"Halo", "Hello"};
  model_.draft = edit::set_segment(model_.draft, 0, opening);
  click_on("editor.segment.script");
  type("!");
  EXPECT_EQ(model_.draft.segments[0]->script, (LocalText{"Halo!", "Hello"}));
  click_on("editor.segment.script_en");
  type("?");
  EXPECT_EQ(model_.draft.segments[0]->script, (LocalText{"Halo!", "Hello?"}));
}

TEST_F(EditorScreenTest, FiveThousandProductsDrawAsFastAsTen) {
  for (int i = 0; i < 5000; ++i) {
    Product product;
    product.id = "p" + std::to_string(i);
    product.name.indonesian = "Produk " + std::to_string(i);
    model_.draft.products.push_back(std::make_shared<const Product>(product));
  }
  frame<EditorIntent>(draw());
  frame<EditorIntent>(draw());
  size_t rows = 0;
  for (const auto& [name, place] : widgets_.places()) rows += name.starts_with("editor.product.");
  EXPECT_LT(rows, 20u);  // only what is seen is drawn
  view_.search = "produk 4999";
  frame<EditorIntent>(draw());
  EXPECT_EQ(view_.shown, std::vector<size_t>{5001});
  Product renamed = *model_.draft.products[7];
  renamed.name.indonesian = "Produk 4999 lagi";
  model_.draft = edit::set_product(model_.draft, 7, renamed);
  frame<EditorIntent>(draw());
  EXPECT_EQ(view_.shown, (std::vector<size_t>{7, 5001}));
}

TEST_F(EditorScreenTest, TellsWhichRowsOfATableCouldNotBeRead) {
  model_.report =
      TableReport{"harga.csv", 3, 1, 0, {{7, Message(GLADI_TEXT("the product has no name"))}}, {"Warna"}};
  view_.sheet = EditorView::Sheet::kReport;
  frame<EditorIntent>(draw());
  frame<EditorIntent>(draw());
  EXPECT_EQ(widgets_.screen(), "editor.report");
  expect_everything_inside();
  const auto intent = click_on("editor.report.close");
  EXPECT_TRUE(intent && std::holds_alternative<editor::CloseReport>(*intent));
}

TEST_F(EditorScreenTest, EverySheetFitsAndClosesWithEscape) {
  model_.shelf = {{"/nowhere/toko", {"Toko", ""}, 2, true}, {"/nowhere/batik", {"Batik", ""}, 5, false}};
  model_.can_restore = true;
  model_.light = PhotoVerdict::kDark;
  model_.files.entries = std::vector<FileEntry>{{"/x/Foto", true, false}, {"/x/kain.jpg", false, false}};
  model_.files.places = {{"/x", "", FilePlace::Known::kPictures},
                         {"/media/x", "STICK", FilePlace::Known::kStick}};
  using Sheet = EditorView::Sheet;
  for (const Box area : {Box{0, 0, 1366, 768}, Box{0, 0, 1024, 700}}) {
    area_ = area;
    for (const Sheet sheet : {Sheet::kCatalogues, Sheet::kNewName, Sheet::kFiles, Sheet::kCamera}) {
      view_.sheet = sheet;
      view_.new_name = "Toko";
      frame<EditorIntent>(draw());
      frame<EditorIntent>(draw());
      frame<EditorIntent>(draw());
      expect_everything_inside();
      press_key<EditorIntent>(SDL_SCANCODE_ESCAPE, draw());
      EXPECT_EQ(view_.sheet, Sheet::kNone) << static_cast<int>(sheet);
      frame<EditorIntent>(draw());
    }
  }
}

}  // namespace
}  // namespace gladi::test
