#include "ui/app/unsaved_comments.h"

#include <gtest/gtest.h>

#include "studio/review/review.h"

namespace gladi {
namespace {

CommentStep step(const std::string& text) {
  return {std::nullopt, new_comment(MediaTime::from_ms(1000), text)};
}

TEST(UnsavedComments, AreGivenBackOnceAndToWhoMadeThemAlone) {
  UnsavedComments unsaved;
  EXPECT_EQ(unsaved.owners(), "");
  unsaved.keep("/take", "id-1", "Bu Sri", {{step("satu"), step("dua")}, {}});
  unsaved.keep("/other", "id-1", "Bu Sri", {{}, {{new_comment({}, "tiga"), ""}}});
  EXPECT_EQ(unsaved.owners(), "Bu Sri (3)");
  EXPECT_TRUE(unsaved.take("/take", "id-2").empty()) << "another trainer";
  const UnsavedComments::Kept kept = unsaved.take("/take", "id-1");
  ASSERT_EQ(kept.steps.size(), 2u);
  EXPECT_EQ(kept.steps[1].after->text, "dua");
  EXPECT_TRUE(unsaved.take("/take", "id-1").empty()) << "the screen has them now";
  EXPECT_EQ(unsaved.owners(), "Bu Sri (1)");
}

TEST(UnsavedComments, NothingLeftIsNothingKept) {
  UnsavedComments unsaved;
  unsaved.keep("/take", "id-1", "Bu Sri", {{step("satu")}, {}});
  unsaved.keep("/take", "id-1", "Bu Sri", {});
  EXPECT_EQ(unsaved.owners(), "");
}

}  // namespace
}  // namespace gladi
