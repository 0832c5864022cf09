#include "studio/library/withdrawal.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "encoder/base/platform.h"
#include "studio/library/take_list.h"
#include "studio/library/trash.h"
#include "studio/review/kept_draft.h"
#include "studio/review/review.h"
#include "studio/session/session_file.h"
#include "studio/text/uuid.h"
#include "tests/support/samples.h"
#include "tests/support/temp_folder.h"

namespace gladi {
namespace {
namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::IsEmpty;

constexpr const char* kName = "Siti Nurhaliza Pertiwi";

class Withdrawal : public testing::Test {
 protected:
  // Two people in a class; each has a take with a review, the one who will leave has another one in the
  // trash.
  void SetUp() override {
    auto library = Library::open(root());
    ASSERT_TRUE(library);
    leaver_ = *(*library)->people().add(kName, {true, true, true, {}});
    other_ = *(*library)->people().add("Budi", {true, true, true, {}});
    Group group;
    group.name = "UMKM Malang";
    group.members = {leaver_.id, other_.id};
    ASSERT_TRUE((*library)->groups().save(group));
    hers_ = add("hers-siti-nurhaliza-pertiwi", leaver_);
    his_ = add("his", other_);
    ASSERT_TRUE(add_comment(hers_, make_uuid(), "Bu Sri", {}, std::string("Bagus, ") + kName));
    ASSERT_TRUE(add_comment(his_, make_uuid(), "Bu Sri", {}, "Bagus, Budi"));
    Comment spoken = new_comment({}, "Dari saya");
    spoken.voice = VoiceNote{make_uuid() + ".m4a", MediaTime::from_ms(900)};
    her_voice_ = his_ / "reviews" / spoken.voice->file;
    ASSERT_TRUE(put_comment(his_, leaver_.id, spoken, kName));
    test::write_text(her_voice_, "her voice");
    ASSERT_TRUE(keep_drafts(his_, leaver_.id, {{new_comment({}, "Belum selesai"), {}}}));
    ASSERT_TRUE(throw_take_away(root(), add("thrown", leaver_)));
    const std::vector<Session> both = {*load_session(hers_), *load_session(his_)};
    auto alone =
        ExportNote::begin(root(), ExportKind::kClip, temp_ / "stick/siti-nurhaliza-pertiwi.mp4", {both[0]});
    auto together = ExportNote::begin(root(), ExportKind::kTable, temp_ / "kelas.csv", both);
    ASSERT_TRUE(alone && together);
    alone->keep();
    together->keep();
    takes_by_folders(root());
  }
  fs::path root() const { return temp_ / "perpustakaan"; }
  fs::path add(const std::string& name, const Person& person) {
    Session session = test::sample_session();
    session.person_id = person.id;
    session.person_name = person.name;
    const fs::path folder = test::write_sample_session(root() / "sessions", name, session);
    test::write_text(folder / "take.mp4", std::string(1000, 'f'));
    test::write_text(folder / "cache/thumbnail.jpg", "face");
    return folder;
  }
  // Every file of the library that has the text in its name or in itself.
  std::vector<std::string> files_with(const std::string& text) const {
    std::vector<std::string> found;
    for (const auto& entry : fs::recursive_directory_iterator(root())) {
      const std::string name = entry.path().filename().string();
      const bool inside =
          entry.is_regular_file() && test::read_text(entry.path()).find(text) != std::string::npos;
      if (inside || name.find(text) != std::string::npos)
        found.push_back(fs::relative(entry.path(), root()).string());
    }
    return found;
  }
  void expect_nothing_of_her_and_all_of_him() {
    for (const char* text : {kName, "siti", "Siti"}) EXPECT_THAT(files_with(text), IsEmpty()) << text;
    EXPECT_THAT(files_with(leaver_.id), ElementsAre("withdrawals/" + leaver_.id + ".json"));
    EXPECT_FALSE(fs::exists(hers_));
    EXPECT_THAT(trashed_takes(root()), IsEmpty());
    EXPECT_TRUE(fs::exists(his_ / "take.mp4"));
    EXPECT_EQ(takes_by_folders(root()).takes.size(), 1u);
    EXPECT_EQ(load_reviews(his_).size(), 1u);
    EXPECT_FALSE(fs::exists(her_voice_)) << "what she said goes with what she wrote";
    EXPECT_TRUE(PeopleStore(root() / "people").load(other_.id));
    const std::vector<Group> groups = GroupStore(root() / "groups").list();
    ASSERT_EQ(groups.size(), 1u);
    EXPECT_THAT(groups[0].members, ElementsAre(other_.id));
    EXPECT_EQ(exports_with(root(), other_.id).size(), 1u);
    for (const auto& entry : fs::directory_iterator(root() / "sessions"))
      EXPECT_FALSE(entry.path().filename().string().starts_with(".gone-")) << entry.path();
  }

  test::TempFolder temp_;
  Person leaver_, other_;
  fs::path hers_, his_, her_voice_;
};

TEST_F(Withdrawal, ListsEverythingAndChangesNothing) {
  const auto list = list_withdrawal(root(), leaver_.id);
  ASSERT_TRUE(list) << list.error().english();
  EXPECT_EQ(list->person_name, kName);
  EXPECT_EQ(list->takes.size(), 2u);
  EXPECT_EQ(list->in_trash, 1);
  EXPECT_EQ(list->reviews, 2) << "one of hers, one by her";
  EXPECT_THAT(list->classes, ElementsAre("UMKM Malang"));
  EXPECT_GE(list->bytes, 2000);
  ASSERT_EQ(list->exports.size(), 2u);
  EXPECT_EQ(list->exports[0].kind, ExportKind::kClip);
  EXPECT_EQ(list->exports[0].target, temp_ / "stick/siti-nurhaliza-pertiwi.mp4");
  EXPECT_THAT(list->unclear, IsEmpty());
  EXPECT_TRUE(fs::exists(hers_ / "take.mp4"));
  EXPECT_EQ(takes_by_folders(root()).takes.size(), 2u);
  EXPECT_FALSE(is_withdrawn(root(), leaver_.id));
}

TEST_F(Withdrawal, LeavesNothingOfHerInAnyFileButAProofWithoutHerName) {
  std::vector<double> shares;
  const auto proof = withdraw(root(), leaver_.id, [&](double share) { shares.push_back(share); });
  ASSERT_TRUE(proof) << proof.error().english();
  expect_nothing_of_her_and_all_of_him();
  EXPECT_TRUE(proof->finished_at);
  EXPECT_EQ(proof->takes, 2);
  EXPECT_EQ(proof->reviews, 2);
  EXPECT_EQ(proof->classes, 1);
  ASSERT_EQ(proof->left.size(), 2u);
  EXPECT_EQ(proof->left[0].folder, temp_ / "stick");
  EXPECT_EQ(shares.back(), 1);
  EXPECT_TRUE(std::is_sorted(shares.begin(), shares.end()));
  EXPECT_TRUE(is_withdrawn(root(), leaver_.id));
  EXPECT_FALSE(is_withdrawn(root(), other_.id));
}

TEST_F(Withdrawal, ThatWasCutOffGoesOnAtTheNextStart) {
  // As a kill leaves it: the order is there, one take is half gone, the rest is untouched.
  ASSERT_TRUE(platform::create_private_folder(withdrawals_of(root())));
  test::write_text(
      withdrawals_of(root()) / (leaver_.id + ".json"),
      R"({"schema_version":1,"person_id":")" + leaver_.id +
          R"(","begun_at":"2026-11-22T02:30:00.000Z","finished_at":null,"takes":2,"reviews":2})");
  fs::rename(hers_, root() / "sessions" / (".gone-" + make_uuid()));
  ASSERT_TRUE(Library::open(root()));  // sweeps what was half gone
  const auto finished = continue_withdrawals(root());
  ASSERT_EQ(finished.size(), 1u);
  EXPECT_EQ(finished[0].takes, 2) << "as it was listed before";
  EXPECT_TRUE(finished[0].finished_at);
  expect_nothing_of_her_and_all_of_him();
  EXPECT_THAT(continue_withdrawals(root()), IsEmpty()) << "done is done";
}

TEST_F(Withdrawal, WaitsWhileOneOfHerTakesIsBeingRecorded) {
  test::write_text(hers_ / "take-2.part.mp4", "film");
  const auto lock = platform::FileLock::take(hers_ / "take-2.part.mp4");
  ASSERT_TRUE(lock);
  const auto proof = withdraw(root(), leaver_.id);
  ASSERT_FALSE(proof);
  EXPECT_EQ(proof.error().kind, ErrorKind::kBusy);
  EXPECT_FALSE(is_withdrawn(root(), leaver_.id));
  EXPECT_EQ(trashed_takes(root()).size(), 1u);
}

// Somebody else may have the same name.
TEST_F(Withdrawal, TakesThatKnowHerNameAloneStayAndAreNamed) {
  Session session = test::sample_session();
  session.person_id.clear();
  session.person_name = kName;
  const fs::path recovered = test::write_sample_session(root() / "sessions", "recovered", session);
  test::write_text(recovered / "take.mp4", "film");
  const auto list = list_withdrawal(root(), leaver_.id);
  EXPECT_EQ(list->takes.size(), 2u);
  EXPECT_THAT(list->namesakes, ElementsAre(recovered));
  ASSERT_TRUE(withdraw(root(), leaver_.id));
  EXPECT_EQ(test::read_text(recovered / "take.mp4"), "film");
  EXPECT_FALSE(fs::exists(hers_));
}

TEST_F(Withdrawal, TakesFilmsOnOtherDisksAwayAndNamesThoseThatAreNotHere) {
  Session session = *load_session(hers_);
  const fs::path stick = temp_ / "stick/sessions/a", gone = temp_ / "gone/sessions/a";
  session.parts.push_back({"take-2.mp4", {}, session.duration, true, "libx264", stick});
  session.parts.push_back({"take-3.mp4", {}, session.duration, false, "libx264", gone});
  ASSERT_TRUE(save_session(hers_, session));
  test::write_sample_session(stick.parent_path(), "a", session);
  test::write_text(stick / "take-2.mp4", "film");
  EXPECT_THAT(list_withdrawal(root(), leaver_.id)->unreachable, ElementsAre(gone));
  const auto proof = withdraw(root(), leaver_.id);
  ASSERT_TRUE(proof);
  EXPECT_FALSE(fs::exists(stick));
  EXPECT_THAT(proof->unreachable, ElementsAre(gone));
}

TEST_F(Withdrawal, NamesFoldersThatNobodyCanRead) {
  test::write_text(root() / "sessions/damaged/session.json", "{ torn");
  EXPECT_THAT(list_withdrawal(root(), leaver_.id)->unclear, ElementsAre(root() / "sessions/damaged"));
  ASSERT_TRUE(withdraw(root(), leaver_.id));
  EXPECT_TRUE(fs::exists(root() / "sessions/damaged/session.json"));
}

TEST_F(Withdrawal, OfAStrangerIsRefused) {
  for (const std::string& id : {make_uuid(), std::string("../people"), std::string()}) {
    EXPECT_FALSE(withdraw(root(), id));
    EXPECT_FALSE(is_withdrawn(root(), id));
  }
  EXPECT_FALSE(fs::exists(withdrawals_of(root())));
}

TEST_F(Withdrawal, AnExportThatWasNotMadeIsNotNoted) {
  const std::vector<Session> take = {*load_session(hers_)};
  {
    const auto note = ExportNote::begin(root(), ExportKind::kPage, temp_ / "a.html", take);
    ASSERT_TRUE(note);
    EXPECT_EQ(exports_with(root(), leaver_.id).size(), 3u) << "before it is made";
  }
  EXPECT_EQ(exports_with(root(), leaver_.id).size(), 2u);
}

}  // namespace
}  // namespace gladi
