#include "ui/screens/share/share_sheets.h"

#include "encoder/file/clip.h"
#include "tests/unit/ui/screen_fixture.h"

namespace gladi {
namespace {
using Sheet = ShareView::Sheet;

class ShareSheets : public test::ScreenTest {
 protected:
  ShareSheets() {
    model_.subject = {{"/takes/a"}, "Siti Aminah", "Batik Ecoprint", {}, MediaTime::from_ms(120'000), {}};
    model_.places = {{"/media/siti/STICK", "STICK", FilePlace::Known::kStick},
                     {"/home/siti/Dokumen", "", FilePlace::Known::kDocuments}};
    view_.sheet = Sheet::kExport;
  }
  std::function<std::optional<ShareIntent>(Ui&)> drawing() {
    return [this](Ui& ui) {
      const ScreenScope screen(ui, "library");
      return draw_share(ui, model_, view_);
    };
  }
  void show() {
    for (int i = 0; i < 3; ++i) frame<ShareIntent>(drawing());
  }
  template <class T>
  std::optional<T> clicked(const std::string& name) {
    const auto intent = click<ShareIntent>(name, drawing());
    return intent && std::holds_alternative<T>(*intent) ? std::optional(std::get<T>(*intent)) : std::nullopt;
  }
  bool enabled(const std::string& name) const { return widgets_.places().at(name).enabled; }

  ShareModel model_;
  ShareView view_;
};

TEST_F(ShareSheets, OneTakeCanBeSavedAsEverything) {
  show();
  for (const char* kind : {"clip", "page", "sheet", "bundle", "reviews", "table"})
    EXPECT_TRUE(widgets_.places().contains(std::string("share.kind.") + kind)) << kind;
  click<ShareIntent>("share.kind.sheet", drawing());
  EXPECT_EQ(view_.kind, ExportKind::kSheet);
  EXPECT_TRUE(clicked<share::Save>("share.save"));
}

TEST_F(ShareSheets, SeveralTakesAreABundleReviewsOrATable) {
  model_.subject.folders = {"/takes/a", "/takes/b"};
  show();
  EXPECT_FALSE(widgets_.places().contains("share.kind.clip"));
  EXPECT_TRUE(widgets_.places().contains("share.kind.table"));
}

TEST_F(ShareSheets, AClipThatIsTooLongAsksForAPieceAndAPageDoesNot) {
  model_.subject.duration = longest_clip(ClipSpec::kMessageBytes) + MediaTime::from_ms(1000);
  show();
  EXPECT_FALSE(enabled("share.save"));
  EXPECT_FALSE(clicked<share::Save>("share.save"));
  view_.kind = ExportKind::kPage;
  show();
  EXPECT_TRUE(enabled("share.save"));
  view_.kind = ExportKind::kClip;
  model_.subject.loop = PlayerLoop{MediaTime::from_ms(10'000), MediaTime::from_ms(40'000)};
  view_.piece = true;
  show();
  EXPECT_TRUE(enabled("share.save"));
  click<ShareIntent>("share.piece", drawing());
  EXPECT_FALSE(view_.piece);
  show();
  EXPECT_FALSE(enabled("share.save"));
}

TEST_F(ShareSheets, NothingIsSavedWhileNoPlaceIsKnown) {
  model_.places.reset();
  show();
  EXPECT_FALSE(enabled("share.save"));
  click<ShareIntent>("share.folder", drawing());
  EXPECT_EQ(view_.sheet, Sheet::kFolder);
}

TEST_F(ShareSheets, WorkCanBeStoppedOrLeftAlone) {
  view_.sheet = Sheet::kJob;
  model_.job.phase = ShareState::Phase::kRunning;
  model_.job.title = Message("Sharing the recording of {0}", {"Siti Aminah"});
  model_.job.share = 0.4;
  EXPECT_TRUE(clicked<share::Cancel>("share.job.stop"));
  EXPECT_EQ(view_.sheet, Sheet::kJob) << "until it has ended";
  click<ShareIntent>("share.job.on", drawing());
  EXPECT_EQ(view_.sheet, Sheet::kNone);
}

TEST_F(ShareSheets, AFailureSaysWhatToDo) {
  view_.sheet = Sheet::kJob;
  model_.job.phase = ShareState::Phase::kFailed;
  model_.job.problem = Error{ErrorKind::kNoSpace,
                             Message("There is not enough room in {0}: {1} MB are needed, {2} MB are free.",
                                     {"/media/siti/STICK", "120", "3"}),
                             ""};
  show();
  EXPECT_TRUE(clicked<share::Close>("share.job.close"));
  view_.sheet = Sheet::kJob;
  EXPECT_TRUE(press_key<ShareIntent>(SDL_SCANCODE_RETURN, drawing()));
}

TEST_F(ShareSheets, AVideoIsTakenInForSomebody) {
  view_.sheet = Sheet::kVideo;
  model_.video = "/media/siti/VID_20261121_" + std::string(200, 'x') + ".mp4";
  model_.people = {"Ani", "Siti Aminah"};
  show();
  expect_everything_inside();
  EXPECT_TRUE(clicked<share::TakeInVideo>("share.video.go"));
}

TEST_F(ShareSheets, WhetherTwoAreOneIsAskedAndAnswered) {
  view_.sheet = Sheet::kSamePerson;
  model_.same = {{"theirs", std::string(80, 'W'), "here"}};
  for (const Language language : {Language::kIndonesian, Language::kEnglish}) {
    translator_.set_language(language);
    show();
    expect_everything_inside();
  }
  const auto yes = clicked<share::SamePerson>("share.same.yes");
  ASSERT_TRUE(yes);
  EXPECT_TRUE(yes->same);
  const auto no = clicked<share::SamePerson>("share.same.no");
  ASSERT_TRUE(no);
  EXPECT_FALSE(no->same);
}

TEST_F(ShareSheets, EverySheetFitsTheSmallestWindow) {
  area_ = {0, 0, 1024, 768};
  model_.subject.person_name = std::string(300, 'W');
  model_.subject.duration = longest_clip(ClipSpec::kMessageBytes) * 4;
  model_.subject.loop = PlayerLoop{{}, model_.subject.duration};
  model_.places->push_back(
      {"/" + std::string(200, 'p'), "/" + std::string(200, 'p'), FilePlace::Known::kOther});
  view_.place = 2;
  for (const Language language : {Language::kIndonesian, Language::kEnglish}) {
    translator_.set_language(language);
    for (const ExportKind kind : kinds_for(model_.subject)) {
      view_.kind = kind;
      view_.piece = true;
      show();
      expect_everything_inside();
      expect_no_overlap("share.place", "share.save");
      expect_no_overlap("share.folder", "share.save");
    }
  }
}

}  // namespace
}  // namespace gladi
