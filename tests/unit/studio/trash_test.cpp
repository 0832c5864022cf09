#include "studio/library/trash.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

#include "encoder/base/platform.h"
#include "studio/library/retention.h"
#include "studio/library/take_title.h"
#include "studio/review/review.h"
#include "studio/session/session_file.h"
#include "studio/text/uuid.h"
#include "tests/support/samples.h"
#include "tests/support/temp_folder.h"

namespace gladi {
namespace {
namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

class TrashTest : public testing::Test {
 protected:
  fs::path add(const std::string& name, const Session& session = test::sample_session()) {
    const fs::path folder = test::write_sample_session(root() / "sessions", name, session);
    test::write_text(folder / "take.mp4", "film");
    return folder;
  }
  static Session other_take() {
    Session session = test::sample_session();
    session.id = make_uuid();
    return session;
  }
  fs::path root() const { return temp_ / "perpustakaan"; }
  std::vector<std::string> listed() const {
    std::vector<std::string> names;
    for (const ListedTake& take : takes_by_folders(root()).takes)
      names.push_back(take.take.folder.filename().string());
    return names;
  }

  test::TempFolder temp_;
};

TEST_F(TrashTest, ATakeGoesThereAndComesBackWhole) {
  const fs::path a = add("a");
  ASSERT_TRUE(add_comment(a, make_uuid(), "Bu Sri", {}, "Bagus"));
  EXPECT_THAT(listed(), ElementsAre("a"));
  const auto trashed = throw_take_away(root(), a);
  ASSERT_TRUE(trashed) << trashed.error().english();
  EXPECT_THAT(listed(), IsEmpty());
  EXPECT_THAT(takes_by_index(root()).takes, IsEmpty());
  const auto in_trash = trashed_takes(root());
  ASSERT_EQ(in_trash.size(), 1u);
  EXPECT_EQ(in_trash[0].take.folder, *trashed);
  EXPECT_EQ(in_trash[0].take.comments, 1);
  EXPECT_LT(std::chrono::system_clock::now() - in_trash[0].trashed_at, std::chrono::minutes(10));
  const auto back = restore_take(root(), *trashed);
  ASSERT_TRUE(back);
  EXPECT_EQ(*back, a);
  EXPECT_THAT(listed(), ElementsAre("a"));
  EXPECT_EQ(test::read_text(a / "take.mp4"), "film");
  EXPECT_FALSE(fs::exists(a / "trashed.json"));
  EXPECT_THAT(trashed_takes(root()), IsEmpty());
}

TEST_F(TrashTest, TakesOfTheSameNameDontReplaceEachOther) {
  const auto first = throw_take_away(root(), add("a", other_take()));
  const auto second = throw_take_away(root(), add("a", other_take()));
  ASSERT_TRUE(first && second);
  EXPECT_NE(*first, *second);
  add("a", other_take());
  ASSERT_TRUE(restore_take(root(), *first));
  ASSERT_TRUE(restore_take(root(), *second));
  EXPECT_EQ(listed().size(), 3u);
}

// It was taken in again from a stick while it lay there.
TEST_F(TrashTest, ATakeThatIsInTheListAgainIsNotThereTwice) {
  const Session session = test::sample_session();
  const auto trashed = throw_take_away(root(), add("a", session));
  ASSERT_TRUE(trashed);
  const fs::path again = add("imported", session);
  const auto refused = restore_take(root(), *trashed);
  ASSERT_FALSE(refused);
  EXPECT_THAT(refused.error().english(), HasSubstr("in the list already"));
  EXPECT_THAT(listed(), ElementsAre("imported"));
  EXPECT_EQ(test::read_text(*trashed / "take.mp4"), "film");
  ASSERT_TRUE(throw_take_away(root(), again));
  EXPECT_TRUE(restore_take(root(), *trashed));
  EXPECT_THAT(listed(), ElementsAre("a"));
}

TEST_F(TrashTest, ATakeWhoseOtherDiskIsNotHereIsKeptUntilItIs) {
  Session session = test::sample_session();
  const fs::path stick = temp_ / "stick", other = stick / "sessions/a";
  session.parts.push_back({"take-2.mp4", session.duration, session.duration, true, "libx264", other});
  const auto trashed = throw_take_away(root(), add("a", session));
  ASSERT_TRUE(trashed);
  const auto refused = delete_take(root(), *trashed);
  ASSERT_FALSE(refused);
  EXPECT_THAT(refused.error().english(), HasSubstr(other.string())) << "it says where";
  EXPECT_EQ(trashed_takes(root()).size(), 1u);
  EXPECT_EQ(test::read_text(*trashed / "take.mp4"), "film");

  Session seen = session;
  seen.parts[0].root = *trashed;
  seen.parts[1].root.clear();
  test::write_sample_session(other.parent_path(), "a", seen);
  test::write_text(other / "take-2.mp4", "film");
  ASSERT_TRUE(delete_take(root(), *trashed));
  EXPECT_FALSE(fs::exists(other));
  EXPECT_THAT(trashed_takes(root()), IsEmpty());
}

TEST_F(TrashTest, ATakeWhoseOtherFolderIsGoneFromItsDiskIsDeleted) {
  Session session = test::sample_session();
  fs::create_directories(temp_ / "stick/sessions");
  session.parts.push_back(
      {"take-2.mp4", session.duration, session.duration, true, "libx264", temp_ / "stick/sessions/a"});
  const auto trashed = throw_take_away(root(), add("a", session));
  ASSERT_TRUE(trashed);
  EXPECT_TRUE(delete_take(root(), *trashed));
  EXPECT_THAT(trashed_takes(root()), IsEmpty());
}

TEST_F(TrashTest, ATakeThatIsRecordedOrSavedStaysAndItIsSaid) {
  Session session = test::sample_session();
  session.state = SessionState::kStopped;
  const fs::path stopped = add("stopped", session);
  const fs::path held = add("held");
  test::write_text(held / "take-2.part.mp4", "film");
  const auto lock = platform::FileLock::take(held / "take-2.part.mp4");
  ASSERT_TRUE(lock);
  for (const fs::path& folder : {stopped, held}) {
    const auto trashed = throw_take_away(root(), folder);
    ASSERT_FALSE(trashed);
    EXPECT_EQ(trashed.error().kind, ErrorKind::kBusy);
    EXPECT_THAT(trashed.error().message.english(),
                HasSubstr("\"Contoh\" of Siti Aminah is still being recorded"));
    EXPECT_FALSE(fs::exists(folder / "trashed.json"));
    EXPECT_FALSE(rename_take(folder, "Baru"));
  }
  EXPECT_EQ(listed().size(), 2u);
}

TEST_F(TrashTest, ATakeThatSomebodyWatchesCanBeThrownAway) {
  const fs::path a = add("a");
  std::ifstream open_elsewhere(a / "take.mp4");
  ASSERT_TRUE(throw_take_away(root(), a));
  std::string word;
  open_elsewhere >> word;
  EXPECT_EQ(word, "film");
}

TEST_F(TrashTest, OnlyWhatLiesInItIsDeletedForGood) {
  const fs::path a = add("a");
  EXPECT_FALSE(delete_take(root(), a));
  EXPECT_FALSE(delete_take(root(), trash_of(root()) / "../a"));
  EXPECT_FALSE(delete_take(root(), trash_of(root())));
  EXPECT_FALSE(throw_take_away(root(), root() / "people"));
  EXPECT_TRUE(fs::exists(a / "take.mp4"));
  const auto trashed = throw_take_away(root(), a);
  ASSERT_TRUE(trashed);
  ASSERT_TRUE(delete_take(root(), *trashed));
  EXPECT_THAT(trashed_takes(root()), IsEmpty());
  for (const auto& entry : fs::directory_iterator(root() / "sessions"))
    EXPECT_EQ(entry.path(), trash_of(root()));
}

TEST_F(TrashTest, DeletesThePartsOfATakeOnOtherDisksToo) {
  Session session = test::sample_session();
  const fs::path other = temp_ / "stick/sessions/a";
  session.parts.push_back({"take-2.mp4", session.duration, session.duration, true, "libx264", other});
  const fs::path a = add("a", session);
  Session seen = session;
  seen.parts[0].root = a;
  seen.parts[1].root.clear();
  test::write_sample_session(other.parent_path(), "a", seen);
  test::write_text(other / "take-2.mp4", "film");
  const fs::path stranger = temp_ / "stick/sessions/b";
  test::write_sample_session(stranger.parent_path(), "b", test::sample_session());
  const auto trashed = throw_take_away(root(), a);
  ASSERT_TRUE(trashed);
  EXPECT_TRUE(fs::exists(other / "take-2.mp4"));
  ASSERT_TRUE(delete_take(root(), *trashed));
  EXPECT_FALSE(fs::exists(other));
  EXPECT_TRUE(fs::exists(stranger));
}

TEST_F(TrashTest, ATakeIsRenamedWithWhateverLetters) {
  const fs::path a = add("a");
  std::string endless;
  for (int i = 0; i < 300; ++i) endless += "ñ";
  for (const std::string& name : {std::string("Siti/Aminah"), std::string("\"Jual\" <b>&'"),
                                  std::string("🧕🏽 laris"), std::string("مريم"), endless}) {
    const auto renamed = rename_take(a, "  " + name + " ");
    ASSERT_TRUE(renamed) << renamed.error().english();
    EXPECT_EQ(load_session(a)->title, name);
    EXPECT_EQ(takes_by_folders(root()).takes.front().take.title, name);
    EXPECT_EQ(title_of(*load_session(a)).in(Language::kEnglish), name);
    EXPECT_EQ(a, takes_by_folders(root()).takes.front().take.folder) << "folders keep their names";
  }
  EXPECT_FALSE(rename_take(a, endless + "n"));
  EXPECT_FALSE(rename_take(a, "two\nlines"));
  EXPECT_FALSE(rename_take(a, "\xff"));
  EXPECT_EQ(load_session(a)->title, endless);
  ASSERT_TRUE(rename_take(a, " "));
  EXPECT_EQ(load_session(a)->title, "Contoh");
}

TEST_F(TrashTest, ATakeOfANewerVersionIsNotRenamed) {
  const fs::path a = add("a");
  std::string content = test::read_text(a / "session.json");
  content.replace(content.find("\"schema_version\": 1"), 19, "\"schema_version\": 9");
  test::write_text(a / "session.json", content);
  const auto renamed = rename_take(a, "Baru");
  ASSERT_FALSE(renamed);
  EXPECT_EQ(renamed.error().kind, ErrorKind::kNewer);
  EXPECT_EQ(test::read_text(a / "session.json"), content);
}

TEST_F(TrashTest, TakesAreDueAfterTheDaysOfTheLibrary) {
  fs::create_directories(root());
  EXPECT_EQ(load_library_rules(root()).keep_days, 0);
  Session session = test::sample_session();
  add("old", session);
  session.started_at += std::chrono::hours(24 * 10);
  add("new", session);
  const std::vector<ListedTake> takes = takes_by_folders(root()).takes;
  const WallTime now = test::sample_session().started_at + std::chrono::hours(24 * 91);
  EXPECT_THAT(due_takes(takes, load_library_rules(root()), now), IsEmpty());
  ASSERT_TRUE(save_library_rules(root(), {90}));
  EXPECT_EQ(load_library_rules(root()).keep_days, 90);
  EXPECT_THAT(due_takes(takes, load_library_rules(root()), now), ElementsAre(1u));
  EXPECT_EQ(takes[1].take.folder.filename(), "old");
  EXPECT_EQ(listed().size(), 2u) << "nothing goes by itself";
}

TEST_F(TrashTest, RulesThatMakeNoSenseKeepTakesForEver) {
  for (const char* content :
       {R"({"schema_version":1,"keep_days":-5})", R"({"schema_version":1,"keep_days":1e99})",
        R"({"schema_version":1,"keep_days":"soon"})", R"({"schema_version":1})"}) {
    test::write_text(root() / "library.json", content);
    EXPECT_EQ(load_library_rules(root()).keep_days, 0) << content;
  }
  test::write_text(root() / "library.json", "{ torn");
  std::optional<Error> problem;
  EXPECT_EQ(load_library_rules(root(), &problem).keep_days, 0);
  EXPECT_TRUE(problem);
  EXPECT_FALSE(save_library_rules(root(), {30}));
  EXPECT_EQ(test::read_text(root() / "library.json"), "{ torn");
}

}  // namespace
}  // namespace gladi
