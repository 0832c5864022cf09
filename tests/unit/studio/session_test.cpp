#include "studio/session/session_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <limits>
#include <nlohmann/json.hpp>

#include "tests/support/samples.h"
#include "tests/support/temp_folder.h"

namespace gladi {
namespace {
namespace fs = std::filesystem;
using nlohmann::json;
using testing::HasSubstr;

class SessionFolder : public testing::Test {
 protected:
  SessionFolder() : folder_(test::write_sample_session(temp_.path(), "take", session_)) {}
  fs::path file() const { return folder_ / "session.json"; }
  json content() const { return json::parse(test::read_text(file())); }
  void replace(const json& changed) { test::write_text(file(), changed.dump()); }

  test::TempFolder temp_;
  const Session session_ = test::sample_session();
  const fs::path folder_;
};

TEST_F(SessionFolder, GoesOutAndBackUnchanged) {
  Session changed = session_;
  changed.state = SessionState::kRecovered;
  changed.canvas = {1920, 1080, 30000, 1001};
  changed.audience = "busy";
  changed.seed = -7;
  changed.counters = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11};
  changed.sync = TakeSync{MediaTime{-2}, MediaTime{5}, 31.5};
  changed.loudness = Loudness{-18.25, -1.5};
  changed.parts.push_back(
      {"take-2.mp4", MediaTime{60'000'000'001}, MediaTime{5}, false, "libx264 ultrafast"});
  changed.person_name = "Bu \"Sri\" 🌺";
  ASSERT_TRUE(save_session(folder_, changed));
  const auto loaded = load_session(folder_);
  ASSERT_TRUE(loaded) << loaded.error().english();
  EXPECT_EQ(loaded->id, changed.id);
  EXPECT_EQ(loaded->title, changed.title);
  EXPECT_EQ(loaded->person_id, changed.person_id);
  EXPECT_EQ(loaded->person_name, changed.person_name);
  EXPECT_EQ(loaded->started_at, changed.started_at);
  EXPECT_EQ(loaded->state, changed.state);
  EXPECT_EQ(loaded->duration, changed.duration);
  EXPECT_EQ(loaded->catalogue, changed.catalogue);
  EXPECT_EQ(loaded->catalogue_name, changed.catalogue_name);
  EXPECT_EQ(loaded->products, changed.products);
  EXPECT_EQ(loaded->rundown, changed.rundown);
  EXPECT_EQ(loaded->canvas, changed.canvas);
  EXPECT_EQ(loaded->layout, changed.layout);
  EXPECT_EQ(loaded->audience, changed.audience);
  EXPECT_EQ(loaded->seed, changed.seed);
  EXPECT_EQ(loaded->camera, changed.camera);
  EXPECT_EQ(loaded->microphone, changed.microphone);
  ASSERT_EQ(loaded->parts.size(), 2u);
  EXPECT_EQ(loaded->parts[1].file, "take-2.mp4");
  EXPECT_EQ(loaded->parts[1].start, MediaTime{60'000'000'001});
  EXPECT_FALSE(loaded->parts[1].finalised);
  EXPECT_TRUE(loaded->parts[0].finalised);
  EXPECT_EQ(loaded->counters.lost_camera, 6);
  EXPECT_EQ(loaded->counters.dropped_blocks, 11);
  ASSERT_TRUE(loaded->sync && loaded->loudness);
  EXPECT_EQ(loaded->sync->mean_offset.ns, -2);
  EXPECT_EQ(loaded->sync->worst_offset.ns, 5);
  EXPECT_EQ(loaded->sync->device_ppm, 31.5);
  EXPECT_EQ(loaded->loudness->integrated_lufs, -18.25);
  EXPECT_EQ(loaded->loudness->true_peak_dbtp, -1.5);
  EXPECT_FALSE(loaded->nothing_recorded);
  EXPECT_FALSE(loaded->read_only());
}

TEST_F(SessionFolder, KeepsWhatThisVersionDoesNotKnow) {
  json changed = content();
  changed["rubric"] = {{"opening", 4}};
  changed["person"]["village"] = "Wates";
  changed["parts"][0]["checksum"] = "3a7b";
  changed["rundown"]["segments"][1]["cue"] = "flash";
  changed["catalogue"]["products"][1]["weight_g"] = 300;
  replace(changed);
  auto loaded = load_session(folder_);
  ASSERT_TRUE(loaded);
  loaded->title = "Lain";
  loaded->parts.insert(loaded->parts.begin(), TakePart{"take-0.mp4", {}, {}, false, ""});
  ASSERT_TRUE(save_session(folder_, *loaded));
  const json saved = content();
  EXPECT_EQ(saved["title"], "Lain");
  EXPECT_EQ(saved["rubric"]["opening"], 4);
  EXPECT_EQ(saved["person"]["village"], "Wates");
  EXPECT_EQ(saved["parts"][1]["checksum"], "3a7b");  // goes with its part, not with its place
  EXPECT_FALSE(saved["parts"][0].contains("checksum"));
  EXPECT_EQ(saved["rundown"]["segments"][1]["cue"], "flash");
  EXPECT_EQ(saved["catalogue"]["products"][1]["weight_g"], 300);
}

TEST_F(SessionFolder, OfANewerVersionIsReadAndNeverWritten) {
  json changed = content();
  changed["schema_version"] = 2;
  changed["state"] = "dreaming";
  replace(changed);
  const std::string before = test::read_text(file());
  const auto loaded = load_session(folder_);
  ASSERT_TRUE(loaded) << loaded.error().english();
  EXPECT_TRUE(loaded->read_only());
  EXPECT_EQ(loaded->person_name, session_.person_name);
  EXPECT_EQ(save_session(folder_, *loaded).error().kind, ErrorKind::kNewer);
  EXPECT_EQ(save_session(folder_, session_).error().kind, ErrorKind::kNewer);
  EXPECT_EQ(test::read_text(file()), before);
}

TEST_F(SessionFolder, ThatIsDamagedIsNamedAndLeftAsItIs) {
  const std::string whole = test::read_text(file());
  const std::vector<std::string> damages = {
      "",
      "\xff\xfe",
      "[]",
      "{",
      "{}",
      "null",
      whole.substr(0, whole.size() / 2),
      R"({"schema_version": "1"})",
      R"({"schema_version": 0})",
      R"({"schema_version": 1})",
      R"({"schema_version": 1, "id": "../x", "started_at": "2026-11-21T02:30:00Z", "state": "ready"})",
      R"({"schema_version": 1, "id": "6ba7b810-9dad-41d1-80b4-00c04fd430c8", "started_at": 5, "state": "ready"})",
      R"({"schema_version": 1, "id": "6ba7b810-9dad-41d1-80b4-00c04fd430c8", "started_at": "2026-11-21T02:30:00Z"})",
      std::string(1000, '\0'),
      std::string(100'000, '[')};
  for (const std::string& damage : damages) {
    test::write_text(file(), damage);
    const auto loaded = load_session(folder_);
    ASSERT_FALSE(loaded) << damage.substr(0, 60);
    EXPECT_EQ(loaded.error().kind, ErrorKind::kDamaged) << damage.substr(0, 60);
    EXPECT_THAT(loaded.error().message.english(), HasSubstr(file().string()));
    EXPECT_FALSE(loaded.error().detail.empty());
  }
  EXPECT_EQ(save_session(folder_, session_).error().kind, ErrorKind::kDamaged);
  EXPECT_EQ(test::read_text(file()), damages.back());
}

TEST_F(SessionFolder, TakesFieldsOfTheWrongKindForMissing) {
  json changed = content();
  changed["duration_ns"] = "long";
  changed["counters"] = 5;
  changed["canvas"] = {{"width_px", -1}, {"height_px", 1e300}, {"fps_den", 0}};
  changed["parts"] = {
      1, {{"file", "../../etc/passwd"}}, {{"file", "take.mp4"}, {"start_ns", 1.5}}, {{"file", ".."}}};
  changed["rundown"]["segments"] = {{{"kind", 7}}};
  changed["catalogue"]["products"][0]["stock"] = 99999999999;
  replace(changed);
  const auto loaded = load_session(folder_);
  ASSERT_TRUE(loaded) << loaded.error().english();
  EXPECT_EQ(loaded->duration, MediaTime{});
  EXPECT_EQ(loaded->canvas, Canvas{});
  ASSERT_EQ(loaded->parts.size(), 1u);
  EXPECT_EQ(loaded->parts[0].file, "take.mp4");
  EXPECT_EQ(loaded->rundown.segments.size(), 1u);
}

TEST_F(SessionFolder, TakesLengthsThatCannotBeForMissing) {
  for (const int64_t ns : {int64_t{-1}, std::numeric_limits<int64_t>::max()}) {
    json changed = content();
    changed["duration_ns"] = ns;
    changed["parts"] = {{{"file", "take.mp4"}, {"start_ns", ns}, {"duration_ns", ns}}};
    changed["rundown"]["segments"] = {{{"planned_ns", ns}}};
    replace(changed);
    const auto loaded = load_session(folder_);
    ASSERT_TRUE(loaded) << loaded.error().english();
    EXPECT_EQ(loaded->duration, MediaTime{});
    ASSERT_EQ(loaded->parts.size(), 1u);
    EXPECT_EQ(loaded->parts[0].start, MediaTime{});
    EXPECT_EQ(loaded->parts[0].duration, MediaTime{});
    ASSERT_EQ(loaded->rundown.segments.size(), 1u);
    EXPECT_EQ(loaded->rundown.segments[0].planned, MediaTime{});
  }
}

TEST_F(SessionFolder, ThatIsNotThereIsSaid) {
  EXPECT_EQ(load_session(temp_ / "none").error().kind, ErrorKind::kNotFound);
  EXPECT_EQ(save_session(temp_ / "none", session_).error().kind, ErrorKind::kNotFound);
}

TEST(PartFile, IsNamedAfterTheFinalOne) {
  EXPECT_EQ(part_file_name("take.mp4"), "take.part.mp4");
  EXPECT_EQ(part_file_name("take-2.mp4"), "take-2.part.mp4");
}

}  // namespace
}  // namespace gladi
