// Bundles are a stranger's: what is refused, and that nothing is touched then.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "studio/share/bundle.h"
#include "studio/share/sha256.h"
#include "tests/support/carried_take.h"
#include "tests/support/command.h"

namespace gladi {
namespace {
namespace fs = std::filesystem;
using nlohmann::json;
using test::content_of;
using testing::HasSubstr;

std::string sha256_of(const std::string& text) {
  Sha256 sum;
  sum.add(text.data(), text.size());
  return sum.hex();
}

class HostileBundle : public test::CarriedTake {
 protected:
  HostileBundle() { session_text_ = test::read_text(folder_ / "session.json"); }

  // A bundle made by hand.
  struct Made {
    std::string why;
    json entries;
  };
  // Tries each: one program makes them all, so that its start is paid for once.
  template <class Try>
  void each(const std::vector<Made>& wanted, Try&& try_one) {
    json list = json::array();
    for (size_t i = 0; i < wanted.size(); ++i)
      list.push_back({{"file", temp_ / ("made-" + std::to_string(i))}, {"entries", wanted[i].entries}});
    const fs::path file = temp_ / "wanted.json";
    test::write_text(file, list.dump());
    const auto made =
        test::run_command({"sh", "-c", "python3 \"$1\" < \"$2\"", "sh",
                           std::string(GLADI_SOURCE_DIR) + "/tests/support/zip_maker.py", file.string()});
    ASSERT_EQ(made.exit_code, 0) << made.err;
    for (size_t i = 0; i < wanted.size(); ++i) {
      fs::rename(temp_ / ("made-" + std::to_string(i)), bundle_);
      try_one(wanted[i].why);
    }
  }
  void expect_all_refused(const std::vector<Made>& wanted, const std::string& detail = {}) {
    each(wanted, [&](const std::string& why) { expect_refused(why, detail); });
  }
  // What is sound: one take with a session.json and a film.
  json sound_manifest() const {
    return {{"schema_version", 1},
            {"format", "gladi-bundle"},
            {"takes", {{{"folder", test::kTakeFolder}, {"session_id", session_.id}}}},
            {"files", {listed("session.json", session_text_), listed("take.mp4", "film")}}};
  }
  static json listed(const std::string& name, const std::string& text) {
    return {{"path", std::string("sessions/") + test::kTakeFolder + "/" + name},
            {"size_bytes", text.size()},
            {"sha256", sha256_of(text)}};
  }
  json sound_entries(const json& manifest) const {
    return {
        {{"path", "manifest.json"}, {"text", manifest.dump()}},
        {{"path", std::string("sessions/") + test::kTakeFolder + "/session.json"}, {"text", session_text_}},
        {{"path", std::string("sessions/") + test::kTakeFolder + "/take.mp4"}, {"text", "film"}}};
  }
  // Refused, with nothing changed in the library or beside it.
  void expect_refused(const std::string& why, const std::string& detail) {
    const auto before = content_of(temp_.path());
    const auto report = read();
    ASSERT_FALSE(report) << why;
    EXPECT_FALSE(report.error().message.english().empty());
    EXPECT_THAT(report.error().english(), HasSubstr(detail)) << why;
    EXPECT_EQ(content_of(temp_.path()), before) << why;
  }

  std::string session_text_;
};

TEST_F(HostileBundle, ThatWasCutOffIsRefusedAtEveryLength) {
  ASSERT_TRUE(write());
  const std::string whole = test::read_text(bundle_);
  for (size_t i = 0; i < 24; ++i) {
    test::write_text(bundle_, whole.substr(0, whole.size() * i / 24));
    expect_refused("cut off at " + std::to_string(i) + "/24", "");
  }
}

TEST_F(HostileBundle, InWhichBytesWereChangedIsRefused) {
  ASSERT_TRUE(write());
  const std::string whole = test::read_text(bundle_);
  const auto film = whole.find(std::string(1000, 'm'));
  ASSERT_NE(film, std::string::npos);
  std::string changed = whole;
  changed[film + 500] = 'x';
  test::write_text(bundle_, changed);
  expect_refused("a byte of the film", "");
}

TEST_F(HostileBundle, MadeByHandIsTakenWhenItIsSound) {
  each({{"sound", sound_entries(sound_manifest())}}, [&](const std::string&) {
    const auto report = read();
    ASSERT_TRUE(report) << report.error().english();
    EXPECT_EQ(report->takes_added, 1);
  });
}

TEST_F(HostileBundle, WithAHostileNameIsRefused) {
  const json manifest = sound_manifest();
  std::vector<Made> made;
  for (const std::string path :
       {"../evil", "/tmp/gladi-evil", "sessions/../../evil", "sessions/x/../../../evil",
        "people/../evil.json", "people/evil.json", "sessions/.hidden/session.json", "sessions/x/.bashrc",
        "sessions/x/run.sh", "sessions/x/reviews/../session.json", "sessions\\x\\session.json", "C:/evil",
        "sessions//session.json", "sessions/x/take-0.mp4", "sessions/x/take-1000000.mp4", "sessions/x/", "",
        "manifest.json/x"}) {
    json listed_too = manifest;
    listed_too["files"].push_back({{"path", path}, {"size_bytes", 4}, {"sha256", sha256_of("evil")}});
    for (const json& said : {manifest, listed_too}) {
      json entries = sound_entries(said);
      entries.push_back({{"path", path}, {"text", "evil"}});
      made.push_back({path, entries});
    }
  }
  expect_all_refused(made);
}

TEST_F(HostileBundle, WithLinksDevicesAndFoldersIsRefused) {
  const json manifest = sound_manifest();
  std::vector<Made> made;
  for (const int mode : {0120777, 0060600, 0020600, 0010600, 0040700, 0140700}) {
    json entries = sound_entries(manifest);
    entries[2]["mode"] = mode;
    made.push_back({"mode " + std::to_string(mode), entries});
  }
  expect_all_refused(made, "take.mp4");
}

TEST_F(HostileBundle, WhoseManifestDoesNotFitIsRefused) {
  json sound = sound_manifest();
  struct Case {
    const char* why;
    std::function<void(json& manifest, json& entries)> change;
  };
  const std::string extra = std::string("sessions/") + test::kTakeFolder + "/journal.jsonl";
  const Case cases[] = {
      {"wrong checksum", [](json& m, json&) { m["files"][1]["sha256"] = sha256_of("other"); }},
      {"wrong size", [](json& m, json&) { m["files"][1]["size_bytes"] = 5; }},
      {"negative size", [](json& m, json&) { m["files"][1]["size_bytes"] = -1; }},
      {"no checksum", [](json& m, json&) { m["files"][1].erase("sha256"); }},
      {"missing file", [&](json& m, json&) { m["files"].push_back(listed("journal.jsonl", "x")); }},
      {"file that isn't listed",
       [&](json&, json& e) {
         e.push_back({{"path", extra}, {"text", "x"}});
       }},
      {"listed twice", [](json& m, json&) { m["files"].push_back(m["files"][1]); }},
      {"there twice", [](json&, json& e) { e.push_back(e[2]); }},
      {"take twice", [](json& m, json&) { m["takes"].push_back(m["takes"][0]); }},
      {"of no take", [](json& m, json&) { m["takes"] = json::array(); }},
      {"other session", [](json& m, json&) { m["takes"][0]["session_id"] = make_uuid(); }},
      {"no session id", [](json& m, json&) { m["takes"][0]["session_id"] = "1"; }},
      {"folder that points away", [](json& m, json&) { m["takes"][0]["folder"] = "../x"; }},
      {"film in reviews only", [](json& m, json&) { m["reviews_only"] = true; }},
      {"other format", [](json& m, json&) { m["format"] = "zip"; }},
      {"no version", [](json& m, json&) { m.erase("schema_version"); }},
      {"no manifest", [](json&, json& e) { e.erase(0); }},
      {"film that is packed", [](json&, json& e) { e[2]["packed"] = true; }},
      {"no film", [](json& m, json& e) { m["files"].erase(1), e.erase(2); }},
  };
  std::vector<Made> made;
  for (const Case& one : cases) {
    json manifest = sound, entries = sound_entries(sound);
    one.change(manifest, entries);
    if (!entries.empty() && entries[0]["path"] == "manifest.json") entries[0]["text"] = manifest.dump();
    made.push_back({one.why, entries});
  }
  expect_all_refused(made);
}

TEST_F(HostileBundle, OfANewerGladiSaysSo) {
  json manifest = sound_manifest();
  manifest["schema_version"] = 2;
  each({{"newer", sound_entries(manifest)}},
       [&](const std::string&) { EXPECT_EQ(read().error().kind, ErrorKind::kNewer); });
}

TEST_F(HostileBundle, ThatUnpacksToFarTooMuchIsRefusedUnopened) {
  json manifest = sound_manifest();
  const std::string journal = std::string("sessions/") + test::kTakeFolder + "/journal.jsonl";
  constexpr int kZeros = (64 << 20) + 1;
  manifest["files"].push_back({{"path", journal}, {"size_bytes", kZeros}, {"sha256", std::string(64, '0')}});
  json entries = sound_entries(manifest);
  entries.push_back({{"path", journal}, {"zeros", kZeros}, {"packed", true}});
  each({{"a bomb", entries}}, [&](const std::string& why) {
    EXPECT_LT(fs::file_size(bundle_), 200'000u);
    expect_refused(why, "size of");
  });
}

// The index says one size, the bytes are of another: less, more, and far more than any disk holds.
TEST_F(HostileBundle, WhoseIndexLiesAboutSizesIsRefused) {
  constexpr size_t kPackedSize = 20, kSize = 24, kName = 46;  // in an entry of the central directory
  const std::string film = std::string("sessions/") + test::kTakeFolder + "/take.mp4";
  for (const uint32_t said : {1U, 3U, 5U, 4096U, 0x7FFFFFFFU, 0xFFFFFFFEU, 0xFFFFFFFFU}) {
    json manifest = sound_manifest();
    manifest["files"][1]["size_bytes"] = said;
    each({{"", sound_entries(manifest)}}, [&](const std::string&) {
      std::string bytes = test::read_text(bundle_);
      const size_t name = bytes.rfind(film);
      ASSERT_EQ(bytes.substr(name - kName, 4), "PK\x01\x02");
      for (const size_t field : {kPackedSize, kSize}) {
        for (size_t i = 0; i < 4; ++i)
          bytes[name - kName + field + i] = static_cast<char>(said >> (8 * i) & 0xFF);
      }
      test::write_text(bundle_, bytes);
      expect_refused("said to have " + std::to_string(said) + " bytes", "");
    });
  }
}

// On a stick's file system the two would be one.
TEST_F(HostileBundle, WithNamesThatDifferByLetterCaseOnlyIsRefused) {
  json manifest = sound_manifest();
  json other = manifest["takes"][0];
  std::string folder = test::kTakeFolder;
  std::transform(folder.begin(), folder.end(), folder.begin(),
                 [](unsigned char c) { return std::toupper(c); });
  other["folder"] = folder;
  other["session_id"] = make_uuid();
  manifest["takes"].push_back(other);
  expect_all_refused({{"two takes", sound_entries(manifest)}});
}

TEST_F(HostileBundle, WithASessionOfANewerGladiIsRefusedWhole) {
  json session = json::parse(session_text_);
  session["schema_version"] = 99;
  session["state"] = "something new";
  session_text_ = session.dump();
  expect_all_refused({{"newer session", sound_entries(sound_manifest())}});
}

TEST_F(HostileBundle, OfStrangePeopleAndSessionsIsRefused) {
  const json manifest = sound_manifest();
  const std::string id = make_uuid();
  std::vector<Made> made;
  const auto with_person = [&](const std::string& text) {
    json said = manifest;
    said["files"].push_back(
        {{"path", "people/" + id + ".json"}, {"size_bytes", text.size()}, {"sha256", sha256_of(text)}});
    json entries = sound_entries(said);
    entries.push_back({{"path", "people/" + id + ".json"}, {"text", text}});
    made.push_back({text, entries});
  };
  for (const std::string& text :
       {std::string("{"), json{{"schema_version", 1}, {"id", make_uuid()}, {"name", "X"}}.dump(),
        json{{"schema_version", 1}, {"id", id}, {"name", std::string(300, 'x')}}.dump(),
        json{{"schema_version", 1}, {"id", id}, {"name", "a\nb"}}.dump()}) {
    with_person(text);
  }
  expect_all_refused(made);
  // A film that is said to lie elsewhere on this computer.
  json session = json::parse(session_text_);
  session["parts"][0]["root"] = "/etc";
  json said = manifest;
  said["files"][0] = listed("session.json", session.dump());
  json entries = sound_entries(said);
  entries[1]["text"] = session.dump();
  expect_all_refused({{"root", entries}}, "root of");
}

}  // namespace
}  // namespace gladi
