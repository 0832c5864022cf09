// What a person has agreed to, and what leaves the library: all that gladi export and the window write.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <fstream>

#include "encoder/playback/picture_timeline.h"
#include "studio/library/withdrawal.h"
#include "studio/share/export_log.h"
#include "studio/share/take_export.h"
#include "tests/support/carried_take.h"
#include "tests/support/numbered_media.h"

namespace gladi {
namespace {
namespace fs = std::filesystem;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

class ExportConsent : public test::CarriedTake {
 protected:
  void SetUp() override {
    test::NumberedMedia media;
    media.width_px = 320;
    media.height_px = 576;
    media.frames = 30;
    media.sound = test::TestSound::kSine;
    fs::remove(folder_ / "take.mp4");
    ASSERT_TRUE(test::make_media(folder_ / "take.mp4", media));
    session_.duration = session_.parts[0].duration = MediaTime::from_ms(1000);
    ASSERT_TRUE(save_session(folder_, session_));
  }
  void agree(bool review, bool promotion) {
    person_.consent.review = review;
    person_.consent.promotion = promotion;
    ASSERT_TRUE(PeopleStore(a_ / "people").save(person_));
  }
  ReportWords words() const {
    return {Language::kIndonesian, [](const Message& message) { return message.english(); }};
  }
  Status share(ExportKind kind, const fs::path& target, const ShareProgress& progress = {}) {
    auto made = export_takes({kind, a_, {folder_}, {}, target}, words(), progress);
    return made ? Status{} : fail(std::move(made));
  }
  std::vector<std::pair<ExportKind, Status>> export_everything(const std::string& name) {
    const auto file = [&](const char* ending) { return temp_ / (name + ending); };
    std::vector<std::pair<ExportKind, Status>> done;
    done.emplace_back(ExportKind::kClip, share(ExportKind::kClip, file(".mp4")));
    done.emplace_back(ExportKind::kPage, share(ExportKind::kPage, file(".html")));
    done.emplace_back(ExportKind::kSheet, share(ExportKind::kSheet, file(".pdf")));
    done.emplace_back(ExportKind::kTable, share(ExportKind::kTable, file(".csv")));
    done.emplace_back(ExportKind::kBundle, export_bundle(a_, {folder_}, false, file(".gladi")));
    done.emplace_back(ExportKind::kReviews, export_bundle(a_, {folder_}, true, file("-2.gladi")));
    return done;
  }
  PicturePtr first_picture(const fs::path& film) {
    auto pictures = PictureTimeline::open({{film, {}}});
    EXPECT_TRUE(pictures);
    return pictures ? (*pictures)->at(MediaTime::from_ms(500)) : nullptr;
  }
  // How much two pictures differ on average, in a part of them given in shares.
  double difference(const Picture& a, const Picture& b, double left, double top, double right,
                    double bottom) {
    double sum = 0;
    int count = 0;
    for (int y = static_cast<int>(top * a.height_px); y < static_cast<int>(bottom * a.height_px); ++y) {
      for (int x = static_cast<int>(left * a.width_px); x < static_cast<int>(right * a.width_px);
           ++x, ++count)
        sum += std::abs(a.y.data[y * a.y.stride + x] - b.y.data[y * b.y.stride + x]);
    }
    return sum / std::max(1, count);
  }
};

TEST_F(ExportConsent, WithoutTheReviewTickNothingLeaves) {
  agree(false, true);
  for (const auto& [kind, done] : export_everything("x")) {
    ASSERT_FALSE(done) << to_string(kind);
    EXPECT_EQ(done.error().kind, ErrorKind::kRefused);
    EXPECT_THAT(done.error().message.english(), HasSubstr("has not agreed"));
  }
  EXPECT_THAT(exports_with(a_, person_.id), IsEmpty());
  for (const auto& entry : fs::directory_iterator(temp_.path()))
    EXPECT_TRUE(entry.is_directory()) << entry.path();
}

TEST_F(ExportConsent, WhatLeavesIsNotedWithWhenAndWhere) {
  agree(true, true);
  const auto before = std::chrono::system_clock::now() - std::chrono::seconds(1);
  const auto made = export_everything("x");
  const std::vector<ExportRecord> noted = exports_with(a_, person_.id);
  ASSERT_EQ(noted.size(), made.size());
  for (const auto& [kind, done] : made) {
    EXPECT_TRUE(done) << to_string(kind) << ": " << done.error().english();
    const auto record = std::find_if(noted.begin(), noted.end(),
                                     [kind = kind](const ExportRecord& one) { return one.kind == kind; });
    ASSERT_NE(record, noted.end()) << to_string(kind);
    EXPECT_TRUE(fs::exists(record->target)) << record->target;
    EXPECT_GT(record->at, before);
    EXPECT_EQ(record->takes[0].session_id, session_.id);
  }
}

TEST_F(ExportConsent, WhatFailsOrIsCancelledIsNotNoted) {
  agree(true, true);
  const std::atomic<bool> cancel{true};
  EXPECT_FALSE(share(ExportKind::kClip, temp_ / "x.mp4", {{}, &cancel}));
  EXPECT_FALSE(export_bundle(a_, {folder_}, false, temp_ / "x.gladi", {{}, &cancel}));
  EXPECT_FALSE(share(ExportKind::kTable, temp_ / "nowhere/x.csv"));
  EXPECT_THAT(exports_with(a_, person_.id), IsEmpty());
}

TEST_F(ExportConsent, NothingLeavesWhereItCannotBeNoted) {
  agree(true, true);
  test::write_text(a_ / "exports", "in the way");
  for (const auto& [kind, done] : export_everything("x")) EXPECT_FALSE(done) << to_string(kind);
  EXPECT_FALSE(fs::exists(temp_ / "x.mp4"));
}

TEST_F(ExportConsent, WithoutThePromotionTickClipsCarryThatTheyAreForPractice) {
  agree(true, true);
  ASSERT_TRUE(share(ExportKind::kClip, temp_ / "free.mp4"));
  agree(true, false);
  ASSERT_TRUE(share(ExportKind::kClip, temp_ / "practice.mp4"));
  const PicturePtr free = first_picture(temp_ / "free.mp4"), marked = first_picture(temp_ / "practice.mp4");
  ASSERT_TRUE(free && marked);
  ASSERT_EQ(free->width_px, marked->width_px);
  EXPECT_GT(difference(*free, *marked, 0.05, 0.12, 0.3, 0.15), 20) << "the mark";
  EXPECT_LT(difference(*free, *marked, 0.05, 0.5, 0.95, 0.95), 3) << "the rest of the picture";
}

TEST_F(ExportConsent, WithoutThePromotionTickPagesSayThatTheyAreForPractice) {
  agree(true, false);
  ASSERT_TRUE(share(ExportKind::kPage, temp_ / "practice.html"));
  EXPECT_THAT(test::read_text(temp_ / "practice.html"), HasSubstr("for practice"));
  agree(true, true);
  ASSERT_TRUE(share(ExportKind::kPage, temp_ / "free.html"));
  EXPECT_THAT(test::read_text(temp_ / "free.html"), Not(HasSubstr("for practice")));
}

TEST_F(ExportConsent, AnOldStickBringsNobodyBackWhoHasWithdrawn) {
  agree(true, true);
  ASSERT_TRUE(write());
  ASSERT_TRUE(read());
  ASSERT_TRUE(withdraw(b_, person_.id));
  const auto again = read();
  ASSERT_TRUE(again) << again.error().english();
  EXPECT_EQ(again->takes_added, 0);
  EXPECT_EQ(again->takes_withdrawn, 1);
  EXPECT_EQ(again->people_added, 0);
  EXPECT_FALSE(PeopleStore(b_ / "people").load(person_.id));
  for (const auto& entry : fs::directory_iterator(b_ / "sessions")) ADD_FAILURE() << entry.path();
}

}  // namespace
}  // namespace gladi
