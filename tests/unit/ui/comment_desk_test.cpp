#include "ui/app/comment_desk.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "studio/text/uuid.h"
#include "tests/support/samples.h"
#include "tests/support/temp_folder.h"
#include "tests/support/wait.h"

namespace gladi {
namespace {
using testing::ElementsAre;
using testing::IsEmpty;

class Desk : public testing::Test {
 protected:
  // Until what was handed over is written.
  CommentDesk::News settle(CommentDesk& desk) {
    CommentDesk::News last;
    EXPECT_TRUE(test::wait_for([&] {
      if (auto news = desk.tick()) last = std::move(*news);
      return !desk.busy();
    }));
    return last;
  }
  std::vector<std::string> texts() {
    std::vector<std::string> found;
    for (const Review& review : load_reviews(temp_.path())) {
      for (const Comment& comment : review.comments) found.push_back(comment.text);
    }
    return found;
  }
  static std::vector<std::string> texts_of(const std::vector<Comment>& comments) {
    std::vector<std::string> found;
    for (const Comment& comment : comments) found.push_back(comment.text);
    return found;
  }
  Comment comment(const std::string& text) { return new_comment(MediaTime::from_ms(next_ms_ += 100), text); }

  test::TempFolder temp_;
  const std::string reviewer_ = make_uuid();
  int64_t next_ms_ = 0;
};

TEST_F(Desk, UndoesWhatWasSaidOfAFindingInOneRowWithComments) {
  CommentDesk desk(temp_.path(), reviewer_, "Pak Budi", {});
  const TakeFinding held{FindingKind::kHeld, {MediaTime::from_ms(4000), MediaTime::from_ms(4400)}};
  const auto verdict = [&] {
    const std::vector<Review> reviews = load_reviews(temp_.path());
    return reviews.empty() ? ReviewVerdict::kOpen : verdict_on(held, reviews[0].findings);
  };
  const auto after = [&](void (CommentDesk::*what)()) {
    (desk.*what)();
    settle(desk);
    return verdict();
  };
  desk.carry_out(VerdictStep{held, ReviewVerdict::kOpen, ReviewVerdict::kOpen});
  EXPECT_FALSE(desk.busy()) << "nothing was said";
  desk.carry_out(VerdictStep{held, ReviewVerdict::kOpen, ReviewVerdict::kConfirmed});
  desk.carry_out({std::nullopt, comment("satu")});
  desk.carry_out(VerdictStep{held, ReviewVerdict::kConfirmed, ReviewVerdict::kDismissed});
  EXPECT_EQ(verdict_on(held, settle(desk).reviews.at(0).findings), ReviewVerdict::kDismissed);
  EXPECT_EQ(after(&CommentDesk::undo), ReviewVerdict::kConfirmed);
  EXPECT_THAT(texts(), ElementsAre("satu"));
  EXPECT_EQ(after(&CommentDesk::undo), ReviewVerdict::kConfirmed);
  EXPECT_THAT(texts(), IsEmpty());
  EXPECT_EQ(after(&CommentDesk::undo), ReviewVerdict::kOpen);
  EXPECT_FALSE(desk.can_undo());
  EXPECT_EQ(after(&CommentDesk::redo), ReviewVerdict::kConfirmed);
}

TEST_F(Desk, UndoesAndRedoesEachStepInItsOrder) {
  CommentDesk desk(temp_.path(), reviewer_, "Pak Budi", {});
  EXPECT_FALSE(desk.can_undo());
  const Comment one = comment("satu"), two = comment("dua");
  Comment better = one;
  better.text = "satu, lebih jelas";
  desk.carry_out({std::nullopt, one});
  desk.carry_out({std::nullopt, two});
  desk.carry_out({one, better});
  desk.carry_out({two, std::nullopt});
  settle(desk);
  EXPECT_THAT(texts(), ElementsAre("satu, lebih jelas"));
  const auto undo = [&] {
    desk.undo();
    settle(desk);
    return texts();
  };
  EXPECT_THAT(undo(), ElementsAre("satu, lebih jelas", "dua"));
  EXPECT_THAT(undo(), ElementsAre("satu", "dua"));
  EXPECT_THAT(undo(), ElementsAre("satu"));
  EXPECT_THAT(undo(), IsEmpty());
  EXPECT_FALSE(desk.can_undo());
  for (int i = 0; i < 4; ++i) {
    desk.redo();
    settle(desk);
  }
  EXPECT_THAT(texts(), ElementsAre("satu, lebih jelas"));
  EXPECT_FALSE(desk.can_redo());
  undo();
  desk.carry_out({std::nullopt, comment("tiga")});
  settle(desk);
  EXPECT_FALSE(desk.can_redo()) << "something else was done";
}

// A disk on which nothing can be written for a while.
class DeskWithoutDisk : public Desk {
 protected:
  void take_away() { std::filesystem::rename(temp_.path() / "take", temp_.path() / "elsewhere"); }
  void bring_back() { std::filesystem::rename(temp_.path() / "elsewhere", temp_.path() / "take"); }
  DeskWithoutDisk() { std::filesystem::create_directories(take_ / "reviews"); }
  std::vector<Comment> written() {
    std::vector<Comment> found;
    for (const Review& review : load_reviews(take_))
      found.insert(found.end(), review.comments.begin(), review.comments.end());
    return found;
  }
  std::vector<Comment> unwritten(const CommentDesk& desk) {
    std::vector<Comment> found;
    for (const CommentStep& step : desk.unwritten()) found.push_back(*step.after);
    return found;
  }
  const std::filesystem::path take_ = temp_.path() / "take";
};

TEST_F(DeskWithoutDisk, KeepsWhatCouldNotBeWrittenWholeAndDoesNotUndoIt) {
  CommentDesk desk(take_, reviewer_, "Pak Budi", {});
  take_away();
  Comment one = comment("satu");
  one.drawing.strokes = {{Stroke::Shape::kArrow, {{0.1F, 0.1F}, {0.9F, 0.9F}}}};
  desk.carry_out({std::nullopt, one});
  EXPECT_TRUE(settle(desk).problem);
  const Comment two = comment("dua");
  desk.carry_out({std::nullopt, two});
  EXPECT_TRUE(settle(desk).problem);
  EXPECT_THAT(unwritten(desk), ElementsAre(one, two));
  EXPECT_FALSE(desk.can_undo());
  bring_back();
  desk.try_again();
  EXPECT_FALSE(settle(desk).problem);
  EXPECT_THAT(written(), ElementsAre(one, two)) << "the others follow, each once";
  EXPECT_THAT(unwritten(desk), IsEmpty());
  EXPECT_TRUE(desk.can_undo());
}

TEST_F(DeskWithoutDisk, TellsBeforeItGoesWhatCouldNotBeWritten) {
  CommentDesk desk(take_, reviewer_, "Pak Budi", {});
  take_away();
  const Comment one = comment("satu"), two = comment("dua");
  for (const Comment& said : {one, two}) desk.carry_out({std::nullopt, said});
  EXPECT_EQ(desk.settle().size(), 2u) << "what is on its way has failed as well";
  EXPECT_FALSE(desk.busy());
  bring_back();
  EXPECT_THAT(desk.settle(), IsEmpty()) << "tried once more";
  EXPECT_THAT(written(), ElementsAre(one, two));
}

TEST_F(DeskWithoutDisk, KeepsAChangeOfAComment) {
  CommentDesk desk(take_, reviewer_, "Pak Budi", {});
  const Comment one = comment("satu");
  desk.carry_out({std::nullopt, one});
  settle(desk);
  take_away();
  Comment better = one, best = one;
  better.text = "lebih jelas";
  best.text = "paling jelas";
  desk.carry_out({one, better});
  settle(desk);
  desk.carry_out({better, best});
  settle(desk);
  EXPECT_THAT(unwritten(desk), ElementsAre(best)) << "its newest words";
  bring_back();
  desk.carry_out({std::nullopt, comment("dua")});
  settle(desk);
  EXPECT_THAT(texts_of(written()), ElementsAre("paling jelas", "dua")) << "written with the next that can be";
}

TEST_F(DeskWithoutDisk, DeletesWhatWasNeverWrittenAndBringsItBack) {
  CommentDesk desk(take_, reviewer_, "Pak Budi", {});
  take_away();
  const Comment one = comment("satu");
  desk.carry_out({std::nullopt, one});
  settle(desk);
  desk.carry_out({one, std::nullopt});
  settle(desk);
  EXPECT_THAT(unwritten(desk), IsEmpty());
  bring_back();
  desk.undo();
  settle(desk);
  EXPECT_THAT(written(), ElementsAre(one));
}

TEST_F(DeskWithoutDisk, NeverTakesAwayAVoiceThatCouldNotBeNoted) {
  Comment spoken = comment("");
  spoken.voice = VoiceNote{make_uuid() + ".m4a", MediaTime::from_ms(800)};
  // The file of a newer Gladi can be read and not written.
  test::write_text(
      take_ / "reviews" / (reviewer_ + ".json"),
      R"({"schema_version": 99, "reviewer": {"id": ")" + reviewer_ + R"(", "name": "Pak Budi"}})");
  test::write_text(take_ / "reviews" / spoken.voice->file, "voice");
  {
    CommentDesk desk(take_, reviewer_, "Pak Budi", {});
    desk.carry_out({std::nullopt, spoken});
    EXPECT_TRUE(settle(desk).problem);
    EXPECT_THAT(unwritten(desk), ElementsAre(spoken));
  }
  EXPECT_TRUE(std::filesystem::exists(take_ / "reviews" / spoken.voice->file));
  std::filesystem::remove(take_ / "reviews" / (reviewer_ + ".json"));
  std::filesystem::create_directories(take_ / "reviews" / (reviewer_ + ".json"));  // can't be replaced
  {
    CommentDesk desk(take_, reviewer_, "Pak Budi", {});
    desk.carry_out({std::nullopt, spoken});
    settle(desk);
    std::filesystem::remove(take_ / "reviews" / (reviewer_ + ".json"));
  }
  EXPECT_THAT(written(), ElementsAre(spoken)) << "tried once more at the end";
}

TEST_F(Desk, ReadsAgainWhatSomebodyElseHasWritten) {
  int told = 0;
  CommentDesk desk(temp_.path(), reviewer_, "Pak Budi", {}, [&told] { ++told; });
  ASSERT_TRUE(add_comment(temp_.path(), make_uuid(), "Bu Rina", {}, "Senyumnya ramah"));
  desk.reload();
  ASSERT_EQ(settle(desk).reviews.size(), 1u);
  EXPECT_EQ(told, 0) << "nothing was written";
  desk.carry_out({std::nullopt, comment("satu")});
  EXPECT_EQ(settle(desk).reviews.size(), 2u);
  EXPECT_EQ(told, 1);
}

TEST_F(Desk, WritesEverythingBeforeItGoes) {
  {
    CommentDesk desk(temp_.path(), reviewer_, "Pak Budi", {});
    for (const char* text : {"satu", "dua", "tiga"}) desk.carry_out({std::nullopt, comment(text)});
  }
  EXPECT_THAT(texts(), ElementsAre("satu", "dua", "tiga"));
}

TEST_F(Desk, TakesAwayVoicesThatNothingMentionsWhenItGoes) {
  const auto spoken = [this] {
    Comment made = comment("");
    made.voice = VoiceNote{make_uuid() + ".m4a", MediaTime::from_ms(800)};
    test::write_text(temp_ / "reviews" / made.voice->file, "voice");
    return made;
  };
  std::filesystem::create_directories(temp_ / "reviews");
  const Comment kept = spoken(), gone = spoken(), undone = spoken();
  const auto there = [this](const Comment& one) {
    return std::filesystem::exists(temp_ / "reviews" / one.voice->file);
  };
  {
    CommentDesk desk(temp_.path(), reviewer_, "Pak Budi", {});
    for (const Comment& one : {kept, gone}) desk.carry_out({std::nullopt, one});
    desk.carry_out({gone, std::nullopt});
    desk.carry_out({std::nullopt, undone});
    settle(desk);
    desk.undo();
    settle(desk);
    EXPECT_TRUE(there(gone)) << "the deletion can still be taken back";
  }
  EXPECT_TRUE(there(kept));
  EXPECT_FALSE(there(gone));
  EXPECT_FALSE(there(undone));
}

}  // namespace
}  // namespace gladi
