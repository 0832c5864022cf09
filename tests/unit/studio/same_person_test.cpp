// People whom two computers know under two numbers.
#include "studio/share/same_person.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "studio/library/withdrawal.h"
#include "studio/people/also_ids.h"
#include "studio/review/kept_draft.h"
#include "studio/share/bundle.h"
#include "tests/support/carried_take.h"

namespace gladi {
namespace {
namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::IsEmpty;

// Library "b" has a Siti Aminah of its own.
class SamePerson : public test::CarriedTake {
 protected:
  SamePerson() {
    ours_ = test::sample_person("SITI Aminah");
    ours_.id = make_uuid();
    EXPECT_TRUE(PeopleStore(b_ / "people").save(ours_));
    EXPECT_TRUE(add_comment(folder_, person_.id, person_.name, MediaTime::from_ms(50), "Dari saya"));
  }
  ImportReport bring(const SamePeople& same = {}, const fs::path& library = {},
                     const std::map<std::string, fs::path>& known = {}) {
    const auto report = import_bundle(library.empty() ? b_ : library, known, bundle_, {}, same);
    EXPECT_TRUE(report) << report.error().english();
    return report ? *report : ImportReport{};
  }
  std::vector<std::string> numbers() const { return also_ids(b_ / "people", ours_.id); }
  std::vector<SameName> asked() const {
    const auto found = same_names(b_, bundle_);
    EXPECT_TRUE(found) << found.error().english();
    return found ? *found : std::vector<SameName>{};
  }
  std::vector<std::string> reviewers(const fs::path& folder) const {
    std::vector<std::string> ids;
    for (const Review& review : load_reviews(folder)) ids.push_back(review.reviewer_id);
    return ids;
  }
  // Another take of hers, in library "a".
  fs::path add_take() {
    Session session = session_;
    session.id = make_uuid();
    const fs::path folder =
        test::write_sample_session(a_ / "sessions", "2026-11-22T09-30-00-siti-aminah", session);
    for (const TakePart& part : session.parts) test::write_text(folder / part.file, "film");
    return folder;
  }

  Person ours_;
  const fs::path there_ = b_ / "sessions" / test::kTakeFolder;
};

TEST_F(SamePerson, IsAskedAboutBeforeAnythingComesIn) {
  ASSERT_TRUE(write());
  const auto before = test::content_of(b_);
  const std::vector<SameName> found = asked();
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].theirs_id, person_.id);
  EXPECT_EQ(found[0].here_id, ours_.id);
  EXPECT_EQ(found[0].name, "SITI Aminah");
  EXPECT_EQ(test::content_of(b_), before);
}

TEST_F(SamePerson, HasHerTakesUnderOneNumberAndIsNotAskedAboutAgain) {
  ASSERT_TRUE(write());
  const ImportReport report = bring({{person_.id, ours_.id}});
  EXPECT_EQ(report.people_added, 0);
  EXPECT_EQ(report.people_joined, 1);
  EXPECT_THAT(report.same_names, IsEmpty());
  const auto session = load_session(there_);
  ASSERT_TRUE(session);
  EXPECT_EQ(session->person_id, ours_.id);
  EXPECT_EQ(session->person_name, "SITI Aminah");
  EXPECT_THAT(reviewers(there_), testing::UnorderedElementsAre(ours_.id, trainer_)) << "hers is her own";
  EXPECT_THAT(numbers(), ElementsAre(person_.id));
  EXPECT_EQ(PeopleStore(b_ / "people").list().size(), 1u);

  fs::remove(bundle_);
  ASSERT_TRUE(export_bundle(a_, {add_take()}, false, bundle_));
  EXPECT_THAT(asked(), IsEmpty());
  EXPECT_EQ(bring().people_joined, 0);
  EXPECT_EQ(load_session(b_ / "sessions" / "2026-11-22T09-30-00-siti-aminah")->person_id, ours_.id);
}

TEST_F(SamePerson, OrAnotherOneStaysAnotherAndIsNotAskedAboutAgain) {
  ASSERT_TRUE(write());
  const ImportReport report = bring();
  EXPECT_EQ(report.people_added, 1);
  EXPECT_THAT(report.same_names, ElementsAre(person_.name));
  EXPECT_EQ(load_session(there_)->person_id, person_.id);
  EXPECT_THAT(asked(), IsEmpty());
  EXPECT_THAT(numbers(), IsEmpty());
}

TEST_F(SamePerson, IsNotAskedAboutWhereSeveralHaveTheName) {
  Person third = ours_;
  third.id = make_uuid();
  ASSERT_TRUE(PeopleStore(b_ / "people").save(third));
  ASSERT_TRUE(write());
  EXPECT_THAT(asked(), IsEmpty());
}

TEST_F(SamePerson, GetsHerFeedbackBackUnderTheNumberOfHerOwnComputer) {
  ASSERT_TRUE(write());
  bring({{person_.id, ours_.id}});
  ASSERT_TRUE(add_comment(there_, trainer_, "Pak Budi", {}, "Dari jauh"));
  ASSERT_TRUE(add_comment(there_, ours_.id, ours_.name, {}, "Saya lagi"));
  fs::remove(bundle_);
  ASSERT_TRUE(export_bundle(b_, {there_}, true, bundle_));
  const ImportReport report = bring({}, a_, {{session_.id, folder_}});
  EXPECT_EQ(report.takes_known, 1);
  EXPECT_EQ(report.reviews_merged, 2);
  EXPECT_EQ(report.reviews_added, 0) << "she is nobody else there";
  EXPECT_THAT(reviewers(folder_), testing::UnorderedElementsAre(person_.id, trainer_));
  EXPECT_EQ(load_session(folder_)->person_id, person_.id);
}

TEST_F(SamePerson, WhoHasWithdrawnDoesNotComeBackUnderAnyOfHerNumbers) {
  ASSERT_TRUE(write());
  bring({{person_.id, ours_.id}});
  const auto proof = withdraw(b_, ours_.id);
  ASSERT_TRUE(proof) << proof.error().english();
  EXPECT_EQ(proof->takes, 1);
  EXPECT_TRUE(is_withdrawn(b_, person_.id));
  const ImportReport report = bring();
  EXPECT_EQ(report.takes_withdrawn, 1);
  EXPECT_EQ(report.takes_added + report.people_added, 0);
  EXPECT_THAT(PeopleStore(b_ / "people").list(), IsEmpty());
}

TEST_F(SamePerson, AWithdrawalTakesWhatSheHasBegunUnderAnyOfHerNumbers) {
  ASSERT_TRUE(write());
  bring({{person_.id, ours_.id}});
  const fs::path others = b_ / "sessions/2026-11-20T08-00-00-budi";
  fs::create_directories(others / "reviews");
  Session session = test::sample_session();
  session.id = make_uuid();
  session.person_id = make_uuid();
  ASSERT_TRUE(save_session(others, session));
  ASSERT_TRUE(keep_drafts(others, person_.id, {{new_comment({}, "Belum selesai"), {}}}));
  ASSERT_TRUE(withdraw(b_, ours_.id));
  EXPECT_THAT(kept_drafts(others, person_.id), IsEmpty());
}

TEST_F(SamePerson, WhoHasWithdrawnDoesNotComeBackFromWhereSheIsKnownAsOneOfTwo) {
  ASSERT_TRUE(write());
  bring({{person_.id, ours_.id}});
  fs::remove(bundle_);
  ASSERT_TRUE(export_bundle(b_, {there_}, false, bundle_));
  ASSERT_TRUE(withdraw(a_, person_.id));
  const ImportReport report = bring({}, a_);
  EXPECT_EQ(report.takes_withdrawn, 1);
  EXPECT_EQ(report.takes_added + report.people_added, 0);
}

}  // namespace
}  // namespace gladi
