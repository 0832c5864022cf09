#include "ui/screens/library/library_screen.h"

#include "tests/unit/ui/screen_fixture.h"

namespace gladi {
namespace {

class LibraryScreen : public test::ScreenTest {
 protected:
  LibraryScreen() {
    model_.person_name = "Siti Aminah";
    model_.trainers_known = true;
    ImGui::GetIO().KeyMap[ImGuiKey_DownArrow] = SDL_SCANCODE_DOWN;
    ImGui::GetIO().KeyMap[ImGuiKey_LeftArrow] = SDL_SCANCODE_LEFT;
  }

  ListedTake& add_take(const std::string& folder, const std::string& title) {
    ListedTake take;
    take.take.folder = "/takes/" + folder;
    take.take.title = title;
    take.take.person_name = "Siti Aminah";
    take.take.started_at = *parse_iso8601("2026-11-21T02:30:00.000Z");
    take.take.duration = MediaTime::from_ms(252'000);
    take.words = title;
    ++model_.revision;
    return model_.takes.emplace_back(take);
  }
  void add_to_trash(const std::string& folder) {
    TrashedTake thrown;
    thrown.take.folder = "/trash/" + folder;
    thrown.take.title = "Batik Ecoprint";
    thrown.take.person_name = "Siti Aminah";
    model_.trash.push_back(thrown);
  }
  std::function<std::optional<LibraryIntent>(Ui&)> drawing() {
    return [this](Ui& ui) { return draw_library(ui, model_, view_); };
  }
  void show() {
    for (int i = 0; i < 3; ++i) frame<LibraryIntent>(drawing());
  }
  // Puts the keyboard on a take, as the arrow keys do.
  void focus_on(const std::string& take) {
    show();
    for (int i = 0; i < 10 && view_.focused.empty(); ++i) press(SDL_SCANCODE_DOWN);
    for (int i = 0; i < 10 && view_.focused != "/takes/" + take; ++i) press(SDL_SCANCODE_LEFT);
    ASSERT_EQ(view_.focused, "/takes/" + take);
  }
  template <class T>
  std::optional<T> answer(const std::optional<LibraryIntent>& intent) {
    return intent && std::holds_alternative<T>(*intent) ? std::optional<T>(std::get<T>(*intent))
                                                        : std::nullopt;
  }
  std::optional<LibraryIntent> click_on(const std::string& name) {
    return click<LibraryIntent>(name, drawing());
  }
  std::optional<LibraryIntent> press(int key) { return press_key<LibraryIntent>(key, drawing()); }
  bool shown(const std::string& name) { return widgets_.places().contains(name); }

  LibraryModel model_;
  LibraryView view_;
};

TEST_F(LibraryScreen, OpensTheTakeThatIsClicked) {
  add_take("a", "Batik Ecoprint");
  add_take("b", "Jamu & Camilan");
  const auto open = answer<library::OpenTake>(click_on("library.take.b"));
  ASSERT_TRUE(open);
  EXPECT_EQ(open->folder, "/takes/b");
}

TEST_F(LibraryScreen, ShowsOnlyWhatIsFound) {
  add_take("a", "batik");
  add_take("b", "jamu");
  view_.wish.search = "Jamu";
  show();
  EXPECT_FALSE(shown("library.take.a"));
  EXPECT_TRUE(shown("library.take.b"));
  model_.takes.clear();
  ++model_.revision;
  show();
  EXPECT_FALSE(shown("library.take.b")) << "another list is looked through again";
}

TEST_F(LibraryScreen, AnEmptyListLeadsToTheFirstRehearsal) {
  EXPECT_TRUE(answer<library::GoBack>(click_on("library.first")));
  model_.loading = true;
  show();
  EXPECT_FALSE(shown("library.first")) << "it isn't known yet that there is none";
}

TEST_F(LibraryScreen, EscapeGoesBack) {
  EXPECT_TRUE(answer<library::GoBack>(press(SDL_SCANCODE_ESCAPE)));
}

TEST_F(LibraryScreen, TenThousandTakesDrawOnlyWhatIsSeen) {
  for (int i = 0; i < 10'000; ++i) add_take(std::to_string(i), "Batik Ecoprint");
  show();
  EXPECT_LT(widgets_.places().size(), 90u);
  EXPECT_LT(view_.visible.size(), 40u);
}

TEST_F(LibraryScreen, FitsSmallScreensInBothLanguages) {
  for (int i = 0; i < 3; ++i) add_take(std::to_string(i), "Batik Ecoprint");
  for (int i = 0; i < 3; ++i) add_to_trash(std::to_string(i));
  model_.recovered = 2;
  model_.trainer_name = "Bu Sri Wahyuningsih Kusumawardani";
  model_.thrown_away = "Batik Ecoprint · Siti Aminah";
  model_.rules.keep_days = 90;
  model_.due = {0, 1};
  for (const Language language : {Language::kIndonesian, Language::kEnglish}) {
    for (const Box& size : {Box{0, 0, 1024, 700}, Box{0, 0, 1366, 768}}) {
      translator_.set_language(language);
      area_ = size;
      for (const bool trainer : {false, true}) {
        model_.trainer_mode = trainer;
        for (const auto sheet :
             {LibraryView::Sheet::kNone, LibraryView::Sheet::kTake, LibraryView::Sheet::kTitle,
              LibraryView::Sheet::kTrash, LibraryView::Sheet::kDelete, LibraryView::Sheet::kDue}) {
          view_.sheet = sheet;
          view_.take = "/takes/1";
          view_.doomed = {"/trash/0", "/trash/1"};
          show();
          EXPECT_EQ(view_.sheet, sheet);
          expect_everything_inside();
          if (sheet != LibraryView::Sheet::kNone) {
            press(SDL_SCANCODE_ESCAPE);
            view_.sheet = LibraryView::Sheet::kNone;
            show();
          }
        }
      }
    }
  }
}

TEST_F(LibraryScreen, NobodyIsTheFirstTrainerBeforeItIsKnownWhetherThereIsOne) {
  model_.trainers_known = false;
  click_on("library.trainer");
  EXPECT_EQ(view_.sheet, LibraryView::Sheet::kNone);
}

TEST_F(LibraryScreen, WhereNoTrainersFileCanBeReadNobodyChoosesAPin) {
  model_.shut_out = Message("The trainer's file can't be read.");
  click_on("library.trainer");
  show();
  EXPECT_TRUE(shown("library.trainer.cancel"));
  EXPECT_FALSE(shown("library.trainer.open"));
  EXPECT_FALSE(shown("library.trainer.pin"));
  click_on("library.trainer.cancel");
  EXPECT_EQ(view_.sheet, LibraryView::Sheet::kNone);
}

TEST_F(LibraryScreen, ATrainerLetsAnotherOneChooseAPin) {
  model_.trainers = {"Bu Sri"};
  show();
  EXPECT_FALSE(shown("library.another_trainer")) << "only in trainer mode";
  model_.trainer_mode = true;
  model_.trainer_name = "Bu Sri";
  view_.name = "Pak Agus";
  click_on("library.another_trainer");
  EXPECT_EQ(view_.sheet, LibraryView::Sheet::kAnotherTrainer);
  view_.pin = "0815";
  view_.pin_again = "0816";
  EXPECT_FALSE(click_on("library.trainer.open"));
  show();
  ImGui::GetIO().AddInputCharactersUTF8("0815");  // the first field is empty and has the keyboard
  show();
  view_.pin_again = "0815";
  const auto add = answer<library::AddTrainer>(click_on("library.trainer.open"));
  ASSERT_TRUE(add);
  EXPECT_EQ(add->name, "Pak Agus");
  model_.trainer_mode = false;  // it has locked itself meanwhile
  show();
  EXPECT_EQ(view_.sheet, LibraryView::Sheet::kNone);
  EXPECT_EQ(view_.pin, "");
}

TEST_F(LibraryScreen, ATrainerIsAskedForHerPinWhichIsForgottenAtOnce) {
  model_.trainers = {"Bu Sri", "Pak Agus"};
  click_on("library.trainer");
  EXPECT_EQ(view_.sheet, LibraryView::Sheet::kPin);
  view_.trainer = 1;
  view_.pin = "471";
  EXPECT_FALSE(click_on("library.trainer.open")) << "too short";
  view_.pin = "4711";
  const auto begin = answer<library::BeginTrainerMode>(click_on("library.trainer.open"));
  ASSERT_TRUE(begin);
  EXPECT_EQ(begin->trainer, 1);
  EXPECT_EQ(begin->pin, "4711");
  EXPECT_EQ(view_.pin, "");
  model_.trainer_mode = true;
  show();
  EXPECT_EQ(view_.sheet, LibraryView::Sheet::kNone);
  EXPECT_TRUE(shown("library.lock"));
}

TEST_F(LibraryScreen, ATrainerSeesWhoseTakesTheyAreAndWhichWait) {
  ListedTake& ani = add_take("a", "Batik Ecoprint");
  ani.take.reviewed = true;
  ani.words = "ani batik ecoprint";
  add_take("b", "Jamu & Camilan").words = "budi jamu";
  model_.trainer_mode = true;
  view_.wish.search = "budi";
  show();
  EXPECT_FALSE(shown("library.take.a"));
  view_.wish.search.clear();
  click_on("library.unreviewed");
  show();
  EXPECT_FALSE(shown("library.take.a"));
  EXPECT_TRUE(shown("library.take.b"));
  EXPECT_TRUE(answer<library::EndTrainerMode>(click_on("library.lock")));
}

TEST_F(LibraryScreen, ATakeThatWasFoundByACommentOpensAtItsMoment) {
  add_take("a", "Batik").reviews = {{"sri", true, 0, 1, "harga\n", {MediaTime::from_ms(31'000)}}};
  view_.wish.search = "harga";
  EXPECT_EQ(answer<library::OpenTake>(click_on("library.take.a"))->at, MediaTime::from_ms(31'000));
}

TEST_F(LibraryScreen, OnlyATrainerChoosesAmongPeople) {
  add_take("a", "Batik").take.person_id = "1";
  add_take("b", "Batik").take.person_id = "2";
  model_.people = {{"1", "Ani"}, {"2", "Budi"}};
  show();
  EXPECT_FALSE(shown("library.person"));
  model_.trainer_mode = true;
  click_on("library.person");
  click_on("library.person.2");
  EXPECT_EQ(view_.wish.person_id, "2");
  show();
  EXPECT_FALSE(shown("library.take.a"));
  EXPECT_TRUE(shown("library.take.b"));
}

TEST_F(LibraryScreen, ProductsAndOrderAreChosen) {
  add_take("a", "Batik").products = {{"Kain", "Cloth"}};
  add_take("b", "Jamu").products = {{"Jamu", "Herbs"}};
  model_.products = {{"Jamu", "Herbs"}, {"Kain", "Cloth"}};
  click_on("library.product");
  click_on("library.product.1");
  show();
  EXPECT_TRUE(shown("library.take.b"));
  EXPECT_FALSE(shown("library.take.a"));
  click_on("library.order");
  click_on("library.order.2");
  EXPECT_EQ(view_.wish.order, TakeOrder::kLongest);
}

TEST_F(LibraryScreen, ATakeIsRenamedAndThrownAwayFromItsMenu) {
  add_take("a", "Batik Ecoprint");
  click_on("library.more.a");
  EXPECT_EQ(view_.sheet, LibraryView::Sheet::kTake);
  click_on("library.menu.rename");
  EXPECT_EQ(view_.sheet, LibraryView::Sheet::kTitle);
  EXPECT_EQ(view_.title, "Batik Ecoprint");
  const auto renamed = answer<library::Rename>(click_on("library.title.save"));
  ASSERT_TRUE(renamed);
  EXPECT_EQ(renamed->folder, "/takes/a");
  click_on("library.more.a");
  const auto away = answer<library::ThrowAway>(click_on("library.menu.away"));
  ASSERT_TRUE(away);
  EXPECT_EQ(away->folders, std::vector<std::filesystem::path>{"/takes/a"});
  EXPECT_EQ(view_.sheet, LibraryView::Sheet::kNone);
}

TEST_F(LibraryScreen, ATakeIsRenamedThrownAwayAndTakenBackWithKeysAlone) {
  add_take("a", "Batik Ecoprint");
  add_take("b", "Jamu");
  focus_on("a");
  const auto away = answer<library::ThrowAway>(press(SDL_SCANCODE_DELETE));
  ASSERT_TRUE(away);
  EXPECT_EQ(away->folders.front(), "/takes/a");
  press(SDL_SCANCODE_F2);
  EXPECT_EQ(view_.sheet, LibraryView::Sheet::kTitle);
  press(SDL_SCANCODE_ESCAPE);
  press(SDL_SCANCODE_ESCAPE);
  EXPECT_EQ(view_.sheet, LibraryView::Sheet::kNone);
  ImGui::GetIO().KeyCtrl = true;
  EXPECT_FALSE(press(SDL_SCANCODE_Z)) << "nothing to take back";
  model_.thrown_away = "Batik Ecoprint";
  EXPECT_TRUE(answer<library::Undo>(press(SDL_SCANCODE_Z)));
  press(SDL_SCANCODE_F);
  ImGui::GetIO().KeyCtrl = false;
  show();
  EXPECT_TRUE(ImGui::GetIO().WantTextInput) << "the search has the keyboard";
}

TEST_F(LibraryScreen, ATakeIsComparedAndLeadsToTheProgressOfItsPerson) {
  add_take("a", "Batik Ecoprint").take.person_id = "siti";
  view_.sheet = LibraryView::Sheet::kTake;
  view_.take = "/takes/a";
  EXPECT_EQ(answer<library::Compare>(click_on("library.menu.compare"))->folder, "/takes/a");
  EXPECT_EQ(view_.sheet, LibraryView::Sheet::kNone);
  view_.sheet = LibraryView::Sheet::kTake;
  EXPECT_EQ(answer<library::SeeProgress>(click_on("library.menu.progress"))->person_id, "siti");
  focus_on("a");
  EXPECT_EQ(answer<library::Compare>(press(SDL_SCANCODE_B))->folder, "/takes/a");
  EXPECT_EQ(answer<library::SeeProgress>(press(SDL_SCANCODE_H))->person_id, "siti");
  model_.may_change = false;
  EXPECT_TRUE(answer<library::Compare>(press(SDL_SCANCODE_B))) << "looking changes nothing";
}

TEST_F(LibraryScreen, ProgressIsAButtonWhereThereIsSomethingToCompareOfOnePerson) {
  add_take("a", "Batik Ecoprint").take.person_id = "siti";
  show();
  EXPECT_FALSE(shown("library.progress")) << "one take is no progress";
  add_take("b", "Jamu").take.person_id = "siti";
  EXPECT_EQ(answer<library::SeeProgress>(click_on("library.progress"))->person_id, "siti");
  EXPECT_EQ(answer<library::SeeProgress>(press(SDL_SCANCODE_H))->person_id, "siti");
  model_.trainer_mode = true;
  show();
  EXPECT_FALSE(shown("library.progress")) << "of everybody's takes";
  view_.wish.person_id = "siti";
  EXPECT_EQ(answer<library::SeeProgress>(click_on("library.progress"))->person_id, "siti");
}

TEST_F(LibraryScreen, WhereNothingMayBeChangedNothingIsOffered) {
  add_take("a", "Batik Ecoprint");
  add_to_trash("t");
  model_.may_change = false;
  model_.due = {0};
  focus_on("a");
  EXPECT_FALSE(press(SDL_SCANCODE_DELETE));
  EXPECT_FALSE(shown("library.due"));
  click_on("library.more.a");
  EXPECT_FALSE(click_on("library.menu.away"));
  EXPECT_FALSE(press(SDL_SCANCODE_DELETE));
  view_.sheet = LibraryView::Sheet::kNone;
  press(SDL_SCANCODE_ESCAPE);
}

TEST_F(LibraryScreen, NothingIsDeletedForGoodWithoutAQuestionThatNamesIt) {
  add_to_trash("t");
  click_on("library.trash");
  EXPECT_EQ(view_.sheet, LibraryView::Sheet::kTrash);
  EXPECT_FALSE(click_on("library.delete.t"));
  EXPECT_EQ(view_.sheet, LibraryView::Sheet::kDelete);
  EXPECT_FALSE(press(SDL_SCANCODE_RETURN)) << "Enter alone deletes nothing";
  EXPECT_FALSE(answer<library::Delete>(click_on("library.delete.cancel")));
  EXPECT_EQ(view_.sheet, LibraryView::Sheet::kTrash);
  click_on("library.trash.empty");
  const auto gone = answer<library::Delete>(click_on("library.delete.yes"));
  ASSERT_TRUE(gone);
  EXPECT_EQ(gone->trashed, std::vector<std::filesystem::path>{"/trash/t"});
}

TEST_F(LibraryScreen, WhatIsThrownAwayIsPutBack) {
  add_to_trash("t");
  press(SDL_SCANCODE_T);
  EXPECT_EQ(view_.sheet, LibraryView::Sheet::kTrash);
  const auto back = answer<library::Restore>(click_on("library.restore.t"));
  ASSERT_TRUE(back);
  EXPECT_EQ(back->trashed, "/trash/t");
}

TEST_F(LibraryScreen, DeletingCanBeStopped) {
  add_to_trash("t");
  model_.to_delete = 3;
  view_.sheet = LibraryView::Sheet::kTrash;
  EXPECT_TRUE(answer<library::StopDeleting>(click_on("library.trash.stop")));
}

TEST_F(LibraryScreen, WhatIsDueIsOfferedWithAList) {
  add_take("a", "Batik");
  add_take("b", "Jamu");
  model_.rules.keep_days = 90;
  model_.due = {1};
  click_on("library.due");
  EXPECT_EQ(view_.sheet, LibraryView::Sheet::kDue);
  const auto away = answer<library::ThrowAway>(click_on("library.due.away"));
  ASSERT_TRUE(away);
  EXPECT_EQ(away->folders, std::vector<std::filesystem::path>{"/takes/b"});
  click_on("library.due.later");
  show();
  EXPECT_FALSE(shown("library.due"));
}

TEST_F(LibraryScreen, OnlyATrainerSaysHowLongTakesAreKept) {
  view_.sheet = LibraryView::Sheet::kTrash;
  show();
  EXPECT_FALSE(shown("library.keep"));
  model_.trainer_mode = true;
  click_on("library.keep");
  const auto keep = answer<library::KeepFor>(click_on("library.keep.2"));
  ASSERT_TRUE(keep);
  EXPECT_EQ(keep->days, 90);
}

}  // namespace
}  // namespace gladi
