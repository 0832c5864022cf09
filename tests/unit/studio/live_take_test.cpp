// Comments that are made while a take is recorded.
#include <gtest/gtest.h>

#include "studio/rehearsal/take_record.h"
#include "studio/review/review.h"
#include "studio/text/uuid.h"
#include "tests/support/flash_beep.h"
#include "tests/support/samples.h"
#include "tests/support/take_maker.h"
#include "tests/support/temp_folder.h"

namespace gladi {
namespace {

TEST(LiveTake, HasItsCommentsInTheReviewsOnceItIsClosed) {
  const test::TempFolder temp;
  const auto library = std::move(*Library::open(temp / "library"));
  Session session = test::sample_session();
  session.id.clear();
  session.state = SessionState::kRecording;
  session.duration = {};
  session.canvas = test::kSmallCanvas;
  DiskRules rules;
  rules.reserve_bytes = 0;
  rules.reserve_time = {};
  auto made = TakeRecord::create(session, default_encoder_settings(test::kSmallCanvas), rules, *library);
  ASSERT_TRUE(made) << made.error().english();
  TakeRecord& take = **made;
  test::FlashBeepMaker maker{test::kSmallCanvas};
  for (int64_t i = 0; i < 20; ++i) {
    take.recorder().on_program_frame(maker.picture(i), i, 0);
    const auto sound = test::FlashBeepMaker::sound(i * 1600, 1600);
    take.recorder().on_sound(sound.data(), 1600);
    test::keep_pace(take.recorder());
  }
  const std::string comment = make_uuid();
  take.note({MediaTime::from_ms(400), LiveComment{comment, take.session().id, "", "Kail"}});
  EXPECT_FALSE(std::filesystem::exists(take.folder() / "reviews")) << "the journal is enough meanwhile";
  const auto closed = take.close("stopped", {}, {});
  ASSERT_TRUE(closed) << closed.error().english();
  const std::vector<Review> reviews = load_reviews(*closed);
  ASSERT_EQ(reviews.size(), 1u);
  ASSERT_EQ(reviews[0].comments.size(), 1u);
  EXPECT_EQ(reviews[0].comments[0].id, comment);
  EXPECT_EQ(reviews[0].comments[0].text, "Kail");
  EXPECT_EQ(reviews[0].comments[0].at, MediaTime::from_ms(400));
}

}  // namespace
}  // namespace gladi
