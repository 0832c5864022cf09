#include "ui/screens/people/people_screen.h"

#include "tests/support/samples.h"
#include "tests/unit/ui/screen_fixture.h"

namespace gladi::test {
namespace {

class PeopleScreenTest : public ScreenTest {
 protected:
  PeopleScreenTest() {
    for (const char* name : {"Ani", "Siti", "Wati"}) model_.people.push_back(sample_person(name));
    model_.people[2].consent = {};
    Group group;
    group.id = "g";
    group.name = "UMKM Malang";
    group.members = {model_.people[2].id, model_.people[0].id};
    model_.groups = {group};
    view_.person = model_.people[0].id;
  }
  std::function<std::optional<PeopleIntent>(Ui&)> draw() {
    return [this](Ui& ui) { return draw_people(ui, model_, view_); };
  }
  std::optional<PeopleIntent> click_on(const std::string& name) { return click<PeopleIntent>(name, draw()); }

  PeopleModel model_;
  PeopleView view_;
};

TEST_F(PeopleScreenTest, FitsEveryWindow) {
  model_.chosen_group = "g";
  for (const Box area : {Box{0, 0, 1366, 768}, Box{0, 0, 1024, 700}}) {
    for (const Language language : {Language::kIndonesian, Language::kEnglish}) {
      translator_.set_language(language);
      area_ = area;
      frame<PeopleIntent>(draw());
      frame<PeopleIntent>(draw());
      expect_everything_inside();
      expect_no_overlap("people.remove_group", "people.paste");
      expect_no_overlap("people.consent.promotion", "people.remove");
    }
  }
}

TEST_F(PeopleScreenTest, AClassIsListedInItsOwnOrder) {
  EXPECT_EQ(listed_people(model_, "").size(), 3u);
  model_.chosen_group = "g";
  const auto list = listed_people(model_, "");
  ASSERT_EQ(list.size(), 2u);
  EXPECT_EQ(list[0]->name, "Wati");
  EXPECT_EQ(listed_people(model_, "AN").size(), 1u);
}

TEST_F(PeopleScreenTest, TheOrderOfTurnsIsChangedWithKeys) {
  model_.chosen_group = "g";
  frame<PeopleIntent>(draw());
  ImGui::GetIO().KeyCtrl = true;
  const auto intent = press_key<PeopleIntent>(SDL_SCANCODE_UP, draw());
  ASSERT_TRUE(intent && std::holds_alternative<people::SaveGroup>(*intent));
  EXPECT_EQ(std::get<people::SaveGroup>(*intent).group.members.front(), model_.people[0].id);
}

TEST_F(PeopleScreenTest, ConsentIsTickedForTheChosenPersonOnly) {
  const auto intent = click_on("people.consent.class");
  ASSERT_TRUE(intent && std::holds_alternative<people::SetConsent>(*intent));
  const auto& given = std::get<people::SetConsent>(*intent);
  EXPECT_EQ(given.id, model_.people[0].id);
  EXPECT_TRUE(given.consent.class_show);
  EXPECT_TRUE(given.consent.review);
}

TEST_F(PeopleScreenTest, APastedListSaysWhatBecomesOfEachName) {
  click_on("people.paste");
  ASSERT_EQ(view_.sheet, PeopleView::Sheet::kPaste);
  view_.pasted = "1. Dewi\nDewi\nsiti\n";
  model_.listed = read_names(view_.pasted, model_.people);
  frame<PeopleIntent>(draw());
  frame<PeopleIntent>(draw());
  expect_everything_inside();
  const auto intent = click_on("people.paste.add");
  EXPECT_TRUE(intent && std::holds_alternative<people::AddNames>(*intent));
}

TEST_F(PeopleScreenTest, FiveHundredPeopleDrawOnlyWhatIsSeen) {
  for (int i = 0; i < 500; ++i) model_.people.push_back(sample_person("Peserta " + std::to_string(i)));
  frame<PeopleIntent>(draw());
  frame<PeopleIntent>(draw());
  size_t rows = 0;
  for (const auto& [name, place] : widgets_.places()) rows += name.starts_with("people.person.");
  EXPECT_LT(rows, 25u);
}

class WithdrawalSheet : public PeopleScreenTest {
 protected:
  WithdrawalSheet() {
    WithdrawalList list;
    list.person_id = model_.people[0].id;
    list.person_name = "Ani";
    for (int i = 0; i < 40; ++i) {
      TakeSummary take;
      take.title = "Batik " + std::to_string(i);
      list.takes.push_back(take);
    }
    list.classes = {"UMKM Malang"};
    list.exports = {{"x", ExportKind::kClip, {}, "/media/usb/ani.mp4", {}}};
    model_.withdrawal.person_name = "Ani";
    model_.withdrawal.list = list;
    model_.withdrawal.may_withdraw = true;
    view_.sheet = PeopleView::Sheet::kWithdraw;
  }
};

TEST_F(WithdrawalSheet, IsAskedForWithAButton) {
  view_.sheet = PeopleView::Sheet::kNone;
  const auto intent = click_on("people.withdraw");
  ASSERT_TRUE(intent && std::holds_alternative<people::BeginWithdrawal>(*intent));
  EXPECT_EQ(std::get<people::BeginWithdrawal>(*intent).id, model_.people[0].id);
}

TEST_F(WithdrawalSheet, RemovesNothingBeforeTheListIsThere) {
  model_.withdrawal.list.reset();
  frame<PeopleIntent>(draw());
  frame<PeopleIntent>(draw());
  EXPECT_FALSE(widgets_.places().contains("people.withdraw.yes"));
}

TEST_F(WithdrawalSheet, AsksForThePinWhereThereAreTrainersAndForgetsIt) {
  model_.withdrawal.asks_pin = true;
  view_.pin = "471";
  EXPECT_FALSE(click_on("people.withdraw.yes")) << "too short";
  view_.pin = "4711";
  const auto intent = click_on("people.withdraw.yes");
  ASSERT_TRUE(intent && std::holds_alternative<people::Withdraw>(*intent));
  EXPECT_EQ(std::get<people::Withdraw>(*intent).pin, "4711");
  EXPECT_EQ(view_.pin, "");
}

TEST_F(WithdrawalSheet, OutsideTrainerModeNothingIsRemoved) {
  model_.withdrawal.asks_pin = true;
  model_.withdrawal.may_withdraw = false;
  view_.pin = "4711";
  EXPECT_FALSE(click_on("people.withdraw.yes"));
  EXPECT_FALSE(widgets_.places().contains("people.withdraw.pin"));
  EXPECT_FALSE(press_key<PeopleIntent>(SDL_SCANCODE_RETURN, draw()));
}

TEST_F(WithdrawalSheet, CannotBeClosedWhileItWorksAndFitsEveryWindow) {
  for (const int state : {0, 1, 2, 3}) {
    model_.withdrawal.asks_pin = state == 1;
    model_.withdrawal.removing = state == 2;
    model_.withdrawal.done = state == 3;
    model_.withdrawal.sheet = "Proof\n\nRecordings: 2\n";
    model_.withdrawal.sheet_file = "/home/siti/Gladi/withdrawals/0a7c6e1e-1111-4222-8333-944455556666.txt";
    for (const Language language : {Language::kIndonesian, Language::kEnglish}) {
      translator_.set_language(language);
      area_ = {0, 0, 1024, 700};
      for (int i = 0; i < 3; ++i) frame<PeopleIntent>(draw());
      expect_everything_inside();
    }
    if (state == 2) {
      press_key<PeopleIntent>(SDL_SCANCODE_ESCAPE, draw());
      EXPECT_EQ(view_.sheet, PeopleView::Sheet::kWithdraw);
    }
  }
}

}  // namespace
}  // namespace gladi::test
