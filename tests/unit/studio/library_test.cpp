#include "studio/library/library.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

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

class LibraryFolder : public testing::Test {
 protected:
  LibraryFolder() { open(); }

  void open() {
    library_.reset();
    auto opened = Library::open(root());
    ASSERT_TRUE(opened) << opened.error().english();
    library_ = std::move(*opened);
  }
  fs::path root() const { return temp_ / "perpustakaan"; }
  fs::path sessions() const { return root() / "sessions"; }

  Session session_at(const std::string& started_at, const std::string& person = "Siti Aminah") {
    Session session = test::sample_session();
    session.started_at = *parse_iso8601(started_at);
    session.person_name = person;
    return session;
  }
  fs::path add(const std::string& name, const Session& session) {
    return test::write_sample_session(sessions(), name, session);
  }
  std::vector<std::string> names(std::vector<Error>* problems = nullptr) {
    std::vector<std::string> found;
    for (const TakeSummary& take : library_->takes(problems))
      found.push_back(take.folder.filename().string());
    return found;
  }
  // As if it had lain there for long: what was read just now is read again the next time.
  static void age(const fs::path& folder) {
    const auto long_ago = fs::file_time_type::clock::now() - std::chrono::hours(1);
    for (const auto& entry : fs::recursive_directory_iterator(folder))
      fs::last_write_time(entry.path(), long_ago);
    fs::last_write_time(folder, long_ago);
  }

  test::TempFolder temp_;
  std::unique_ptr<Library> library_;
};

TEST_F(LibraryFolder, IsMadeWithItsFoldersAndReadableByItsOwnerOnly) {
  EXPECT_TRUE(fs::is_directory(sessions()));
  EXPECT_TRUE(fs::is_directory(root() / "people"));
  EXPECT_EQ(fs::status(root()).permissions() & fs::perms::all, fs::perms::owner_all);
  EXPECT_THAT(names(), IsEmpty());
  ASSERT_TRUE(library_->people().add("Siti", {}));
  for (const auto& entry : fs::directory_iterator(root())) {
    EXPECT_THAT(entry.path().filename().string(),
                testing::AnyOf("people", "sessions", "index.sqlite", "take.lock"));
  }
}

TEST_F(LibraryFolder, ThatCannotBeWrittenIsSaidClearly) {
  test::write_text(temp_ / "file", "not a folder");
  for (const fs::path& folder : {temp_ / "file", temp_ / "file/below", fs::path("/proc/gladi")}) {
    const auto opened = Library::open(folder);
    ASSERT_FALSE(opened) << folder;
    EXPECT_EQ(opened.error().message.english(),
              "Recordings can't be kept in " + folder.string() + ". Please choose another folder.");
    EXPECT_FALSE(opened.error().detail.empty());
  }
  EXPECT_EQ(test::read_text(temp_ / "file"), "not a folder");
}

TEST_F(LibraryFolder, MakesSessionFoldersThatEveryStickTakes) {
  Session session = test::sample_session();
  session.id.clear();
  session.state = SessionState::kReady;
  session.person_name = "Bu Sri: \"Wati\" <?>*|";
  const auto first = library_->create_session(session);
  ASSERT_TRUE(first) << first.error().english();
  EXPECT_TRUE(is_uuid(session.id));
  EXPECT_EQ(session.state, SessionState::kRecording);
  EXPECT_EQ(load_session(*first)->id, session.id);
  EXPECT_EQ(load_session(*first)->state, SessionState::kRecording);
  const std::string name = first->filename().string();
  EXPECT_THAT(name, testing::MatchesRegex("2026-11-2[12]T[0-9][0-9]-30-00-bu-sri-wati"));
  session.id.clear();
  EXPECT_EQ(library_->create_session(session)->filename().string(), name + "-2");
  session.id.clear();
  EXPECT_EQ(library_->create_session(session)->filename().string(), name + "-3");
  EXPECT_EQ(std::distance(fs::directory_iterator(sessions()), fs::directory_iterator()), 3);
}

TEST_F(LibraryFolder, ListsTakesNewestFirst) {
  add("a", session_at("2026-11-21T02:30:00Z"));
  add("b", session_at("2026-11-23T02:30:00Z"));
  const fs::path c = add("c", session_at("2026-11-22T02:30:00Z", "Wati"));
  EXPECT_THAT(names(), ElementsAre("b", "c", "a"));
  ASSERT_TRUE(add_comment(c, make_uuid(), "Pak Budi", {}, "Bagus"));
  ASSERT_TRUE(add_comment(c, make_uuid(), "Bu Rina", {}, "Ya"));
  const TakeSummary take = library_->takes()[1];
  EXPECT_EQ(take.person_name, "Wati");
  EXPECT_EQ(take.title, "Contoh");
  EXPECT_EQ(take.comments, 2);
  EXPECT_TRUE(take.reviewed);
  EXPECT_EQ(take.duration, MediaTime::from_ms(60'000));
  EXPECT_EQ(take.state, SessionState::kReady);
  EXPECT_EQ(take.thumbnail, c / "cache/thumbnail.jpg");
  EXPECT_EQ(to_iso8601(take.started_at), "2026-11-22T02:30:00.000Z");
}

TEST_F(LibraryFolder, SeesWhatComesChangesAndGoes) {
  const fs::path a = add("a", session_at("2026-11-21T02:30:00Z"));
  EXPECT_THAT(names(), ElementsAre("a"));
  fs::rename(a, sessions() / "renamed");
  add("b", session_at("2026-11-23T02:30:00Z"));
  EXPECT_THAT(names(), ElementsAre("b", "renamed"));
  Session changed = session_at("2026-11-24T02:30:00Z");
  changed.title = "Lain";
  add("renamed", changed);
  EXPECT_THAT(names(), ElementsAre("renamed", "b"));
  EXPECT_EQ(library_->takes()[0].title, "Lain");
  fs::remove_all(sessions() / "b");
  open();
  EXPECT_THAT(names(), ElementsAre("renamed"));
}

TEST_F(LibraryFolder, ReadsAgainOnlyWhatHasChanged) {
  const fs::path a = add("a", session_at("2026-11-21T02:30:00Z"));
  age(a);
  EXPECT_THAT(names(), ElementsAre("a"));
  // The same size and time, other content: who doesn't look doesn't see it.
  const auto time = fs::last_write_time(a / "session.json");
  std::string content = test::read_text(a / "session.json");
  const std::string title = "\"title\": \"Contoh\"";
  content.replace(content.find(title), title.size(), "\"title\": \"Lainya\"");
  test::write_text(a / "session.json", content);
  fs::last_write_time(a / "session.json", time);
  EXPECT_EQ(library_->takes()[0].title, "Contoh");
  open();
  EXPECT_EQ(library_->takes()[0].title, "Contoh");
  library_->refresh(a);
  EXPECT_EQ(library_->takes()[0].title, "Lainya");
}

TEST_F(LibraryFolder, SeesNewCommentsOfOldTakes) {
  const fs::path a = add("a", session_at("2026-11-21T02:30:00Z"));
  const std::string trainer = make_uuid();
  ASSERT_TRUE(add_comment(a, trainer, "Pak Budi", {}, "satu"));
  age(a);
  EXPECT_EQ(library_->takes()[0].comments, 1);
  ASSERT_TRUE(add_comment(a, trainer, "Pak Budi", {}, "dua"));
  EXPECT_EQ(library_->takes()[0].comments, 2);
}

TEST_F(LibraryFolder, NamesDamagedSessionsAndLeavesThemAlone) {
  add("a", session_at("2026-11-21T02:30:00Z"));
  add("b", session_at("2026-11-22T02:30:00Z"));
  EXPECT_EQ(names().size(), 2u);
  test::write_text(sessions() / "b/session.json", "{ torn");
  test::write_text(sessions() / "c/take.mp4", "no session.json beside it");
  fs::create_directories(sessions() / "foreign");
  test::write_text(sessions() / "readme.txt", "no folder");
  for (int round = 0; round < 2; ++round) {  // told each time, not only once
    std::vector<Error> problems;
    EXPECT_THAT(names(&problems), ElementsAre("a"));
    ASSERT_EQ(problems.size(), 2u);
    EXPECT_THAT(problems[0].english(), HasSubstr("b/session.json is damaged"));
    EXPECT_THAT(problems[1].english(), HasSubstr("c/session.json is not there"));
  }
  EXPECT_EQ(test::read_text(sessions() / "b/session.json"), "{ torn");
}

TEST_F(LibraryFolder, ListsSessionsOfANewerVersion) {
  const fs::path a = add("a", session_at("2026-11-21T02:30:00Z"));
  std::string content = test::read_text(a / "session.json");
  content.replace(content.find("\"schema_version\": 1"), 19, "\"schema_version\": 9");
  test::write_text(a / "session.json", content);
  EXPECT_THAT(names(), ElementsAre("a"));
  test::write_text(a / "take.part.mp4", "x");
  EXPECT_THAT(library_->interrupted(), IsEmpty());
}

TEST_F(LibraryFolder, FindsTakesByNumberBeginningAndFolder) {
  Session one = session_at("2026-11-21T02:30:00Z");
  one.id = "aaaabbbb-0000-4000-8000-000000000001";
  Session two = session_at("2026-11-22T02:30:00Z");
  two.id = "aaaacccc-0000-4000-8000-000000000002";
  const fs::path a = add("a", one);
  const fs::path b = add("b", two);
  const auto found = [&](const std::string& text) -> std::string {
    auto take = library_->find(text);
    return take                                       ? take->folder.filename().string()
           : take.error().kind == ErrorKind::kInvalid ? "several"
                                                      : "none";
  };
  EXPECT_EQ(found(one.id), "a");
  EXPECT_EQ(found("aaaac"), "b");
  EXPECT_EQ(found("aaaa"), "several");
  EXPECT_EQ(found("aaa"), "none");
  EXPECT_EQ(found("ffff"), "none");
  EXPECT_EQ(found(""), "none");
  EXPECT_EQ(found(".."), "none");
  EXPECT_EQ(found("b"), "b");
  EXPECT_EQ(found(a.string()), "a");
  EXPECT_EQ(found(b.string() + "/"), "b");
  EXPECT_EQ(found("%"), "none");
  test::write_sample_session(temp_.path(), "elsewhere", one);
  EXPECT_EQ(found((temp_ / "elsewhere").string()), "elsewhere");
}

TEST_F(LibraryFolder, HasTheSameListWhateverHappensToItsIndex) {
  for (int i = 0; i < 20; ++i) {
    add("take-" + std::to_string(i), session_at("2026-11-21T02:30:" + std::to_string(10 + i) + "Z"));
  }
  const std::vector<std::string> before = names();
  ASSERT_EQ(before.size(), 20u);
  ASSERT_TRUE(library_->reindex());
  EXPECT_EQ(names(), before);
  const std::string whole = test::read_text(root() / "index.sqlite");
  std::string holes = whole;
  for (size_t i = 4096 + 8; i + 600 < holes.size(); i += 1024) holes.replace(i, 600, 600, '\xa5');
  const std::vector<std::string> damages = {"", "no database", whole.substr(0, whole.size() / 2), holes,
                                            std::string(whole.size(), '\0')};
  for (const std::string& damage : damages) {
    library_.reset();
    test::write_text(root() / "index.sqlite", damage);
    open();
    EXPECT_EQ(names(), before);
    // Under the open library's feet too.
    test::write_text(root() / "index.sqlite", damage);
    EXPECT_EQ(names(), before);
  }
  library_.reset();
  fs::remove(root() / "index.sqlite");
  open();
  EXPECT_EQ(names(), before);
  fs::remove(root() / "index.sqlite");
  EXPECT_EQ(names(), before);
  EXPECT_TRUE(library_->reindex());
  EXPECT_TRUE(fs::exists(root() / "index.sqlite"));
}

TEST_F(LibraryFolder, WorksWhereNoIndexCanBeWritten) {
  library_.reset();
  fs::remove(root() / "index.sqlite");
  fs::create_directories(root() / "index.sqlite/in-the-way");
  add("a", session_at("2026-11-21T02:30:00Z"));
  open();
  EXPECT_THAT(names(), ElementsAre("a"));
  EXPECT_FALSE(library_->reindex());
  EXPECT_THAT(names(), ElementsAre("a"));
}

TEST_F(LibraryFolder, ListsAThousandTakes) {
  const Session sample = test::sample_session();
  for (int i = 0; i < 1000; ++i) {
    Session session = sample;
    session.id = make_uuid();
    session.started_at += std::chrono::seconds(i);
    const fs::path folder = sessions() / ("take-" + std::to_string(i));
    fs::create_directories(folder);
    // Copied rather than saved: a thousand synced files would only try the disk's patience.
    test::write_text(folder / "session.json", R"({"schema_version": 1, "id": ")" + session.id +
                                                  R"(", "state": "ready", "started_at": ")" +
                                                  to_iso8601(session.started_at) + R"("})");
    age(folder);
  }
  EXPECT_EQ(names().size(), 1000u);
  EXPECT_EQ(names().front(), "take-999");
  EXPECT_EQ(names().back(), "take-0");
}

TEST(DefaultLibrary, IsWherePeopleFindIt) {
  EXPECT_EQ(default_library_folder().filename(), "Gladi");
  EXPECT_TRUE(default_library_folder().is_absolute());
}

}  // namespace
}  // namespace gladi
