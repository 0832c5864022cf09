#include "studio/review/kept_draft.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "studio/review/review.h"
#include "studio/text/uuid.h"
#include "tests/support/samples.h"
#include "tests/support/temp_folder.h"

namespace gladi {
namespace {
using testing::ElementsAre;
using testing::IsEmpty;

class KeptDrafts : public testing::Test {
 protected:
  std::filesystem::path file() const { return temp_ / "reviews" / ("." + trainer_ + ".draft"); }
  test::TempFolder temp_;
  const std::string trainer_ = make_uuid();
};

TEST_F(KeptDrafts, ComeBackAsTheyWere) {
  KeptDraft written{new_comment(MediaTime::from_ms(1200), "Lebih pel"), {}};
  KeptDraft changed{new_comment(MediaTime::from_ms(3400), ""), make_uuid()};
  changed.comment.drawing.strokes = {{Stroke::Shape::kCircle, {{0.25F, 0.25F}, {0.5F, 0.5F}}}};
  ASSERT_TRUE(keep_drafts(temp_.path(), trainer_, {written, changed}));
  EXPECT_THAT(kept_drafts(temp_.path(), trainer_), ElementsAre(written, changed));
  EXPECT_THAT(kept_drafts(temp_.path(), make_uuid()), IsEmpty()) << "nobody else's";
  EXPECT_THAT(load_reviews(temp_.path()), IsEmpty()) << "nothing has been said yet";
  ASSERT_TRUE(keep_drafts(temp_.path(), trainer_, {}));
  EXPECT_FALSE(std::filesystem::exists(file()));
  EXPECT_TRUE(keep_drafts(temp_.path(), trainer_, {})) << "nothing to forget";
}

TEST_F(KeptDrafts, OfADamagedFileAreNone) {
  test::write_text(file(), "{\"schema_version\": 1, \"drafts\": [7, {}");
  EXPECT_THAT(kept_drafts(temp_.path(), trainer_), IsEmpty());
  test::write_text(file(), "{\"schema_version\": 2, \"drafts\": []}");
  EXPECT_THAT(kept_drafts(temp_.path(), trainer_), IsEmpty());
}

TEST_F(KeptDrafts, TellWhyTheyCouldNotBeKept) {
  EXPECT_FALSE(keep_drafts(temp_ / "gone", trainer_, {{new_comment({}, "x"), {}}}));
  EXPECT_FALSE(keep_drafts(temp_.path(), "../x", {{new_comment({}, "x"), {}}}));
}

}  // namespace
}  // namespace gladi
