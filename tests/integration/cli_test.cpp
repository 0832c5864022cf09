// The command line as a shell sees it: the real program, its exit codes, what it prints and the files it
// leaves.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <regex>

#include "encoder/file/media_info.h"
#include "tests/support/command.h"
#include "tests/support/gladi_program.h"
#include "tests/support/temp_folder.h"

namespace gladi::test {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;
using testing::HasSubstr;
using testing::StartsWith;

std::vector<std::string> record_command(const fs::path& library, std::vector<std::string> more) {
  std::vector<std::string> arguments = {"record", "--library", library, "--person", "Bu Sari"};
  arguments.insert(arguments.end(), more.begin(), more.end());
  return arguments;
}

void write_file(const fs::path& path, const std::string& text) {
  std::ofstream(path) << text;
}

std::string read_text(const fs::path& path) {
  std::ifstream file(path);
  return {std::istreambuf_iterator<char>(file), {}};
}

// One take of the test source, shared by the tests that only read it.
class RecordedTake : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    folder_ = std::make_unique<TempFolder>();
    output_ = gladi(record_command(library(), {"--camera", "test", "--mic", "test", "--seconds", "3"}));
    session_ = last_line(output_.out);
  }
  static void TearDownTestSuite() { folder_.reset(); }

  static fs::path library() { return *folder_ / "library"; }
  static json show() { return answer_of(gladi({"show", session_, "--json", "--library", library()})); }

  static inline std::unique_ptr<TempFolder> folder_;
  static inline CommandOutput output_;
  static inline fs::path session_;
};

TEST_F(RecordedTake, EndsWithTheSessionFolder) {
  ASSERT_EQ(output_.exit_code, 0) << output_.err;
  EXPECT_TRUE(fs::exists(session_ / "session.json")) << output_.out;
  EXPECT_TRUE(fs::exists(session_ / "take.mp4"));
  EXPECT_FALSE(fs::exists(session_ / "take.part.mp4"));
  EXPECT_EQ(session_.parent_path(), library() / "sessions");
}

TEST_F(RecordedTake, SaysThatThePersonIsNewAndConsentOpen) {
  EXPECT_THAT(output_.err, HasSubstr("Bu Sari is new here"));
}

TEST_F(RecordedTake, IsAFileThatOthersCanPlay) {
  const json probed = ffprobe_json(session_ / "take.mp4");
  const json video = stream_of_type(probed, "video");
  const json audio = stream_of_type(probed, "audio");
  ASSERT_TRUE(video.is_object() && audio.is_object());
  EXPECT_EQ(video["codec_name"], "h264");
  EXPECT_EQ(video["width"], 720);
  EXPECT_EQ(video["height"], 1280);
  EXPECT_EQ(video["avg_frame_rate"], "30/1");
  EXPECT_EQ(video["color_space"], "bt709");
  EXPECT_EQ(video["color_range"], "tv");
  EXPECT_EQ(audio["codec_name"], "aac");
  EXPECT_EQ(audio["sample_rate"], "48000");
  EXPECT_NEAR(std::stod(probed["format"]["duration"].get<std::string>()), 3.0, 0.25);
  EXPECT_GE(probed["chapters"].size(), 1U);
}

TEST_F(RecordedTake, IsListed) {
  const json answer = answer_of(gladi({"list", "--json", "--library", library()}));
  ASSERT_EQ(answer["sessions"].size(), 1U);
  const json take = answer["sessions"][0];
  EXPECT_EQ(take["person"], "Bu Sari");
  EXPECT_EQ(take["folder"], session_.string());
  EXPECT_NEAR(take["duration_s"].get<double>(), 3.0, 0.25);
  EXPECT_THAT(take["state"].get<std::string>(), testing::AnyOf("ready", "reviewed"));
  EXPECT_TRUE(answer["problems"].empty());

  const CommandOutput text = gladi({"list", "--library", library()});
  EXPECT_THAT(text.out, HasSubstr("Bu Sari"));
  EXPECT_THAT(text.out, StartsWith(take["id"].get<std::string>().substr(0, 8)));
}

TEST_F(RecordedTake, IsShownWithEverythingKnown) {
  const json take = show();
  EXPECT_EQ(take["person"], "Bu Sari");
  const json& session = take["session"];  // the file, word for word
  EXPECT_EQ(session.value("schema_version", 0), 1);
  EXPECT_NEAR(session.value("/counters/frames"_json_pointer, 0), 90, 8);
  ASSERT_FALSE(take["segments"].empty());
  EXPECT_EQ(take["segments"][0]["start_s"], 0.0);
  EXPECT_NEAR(take["segments"].back()["end_s"].get<double>(), take["duration_s"].get<double>(), 0.001);
  EXPECT_GT(take["journal"]["events"].get<int>(), 2);
  EXPECT_EQ(take["journal"]["unreadable_lines"], 0);
  EXPECT_TRUE(take["gaps"].is_array());

  const CommandOutput text = gladi({"show", session_, "--library", library()});
  EXPECT_EQ(text.exit_code, 0);
  EXPECT_THAT(text.out, HasSubstr(session_.string()));
}

TEST_F(RecordedTake, IsFoundByTheBeginningOfItsIdAndByItsFolderName) {
  const std::string id = show()["id"];
  for (const std::string& name : {id, id.substr(0, 6), session_.filename().string()}) {
    EXPECT_EQ(answer_of(gladi({"show", name, "--json", "--library", library()}))["id"], id) << name;
  }
  const CommandOutput unknown = gladi({"show", "ffffffff", "--library", library()});
  EXPECT_EQ(unknown.exit_code, 1);
  EXPECT_THAT(unknown.err, HasSubstr("ffffffff"));
  EXPECT_EQ(unknown.out, "");
}

TEST_F(RecordedTake, KeepsComments) {
  const auto comment = [](const std::string& at, const std::string& text) {
    return gladi(
        {"comment", session_, "--at", at, "--text", text, "--reviewer", "Bu Guru", "--library", library()});
  };
  EXPECT_EQ(comment("00:00:01.5", "Bagus, senyumnya hangat").exit_code, 0);
  EXPECT_EQ(comment("0:02", "Harga disebut sekali lagi").exit_code, 0);
  const json reviews = show()["reviews"];
  ASSERT_EQ(reviews.size(), 1U) << "one file a reviewer";
  EXPECT_EQ(reviews[0]["reviewer_name"], "Bu Guru");
  ASSERT_EQ(reviews[0]["comments"].size(), 2U);
  EXPECT_EQ(reviews[0]["comments"][0]["at_s"], 1.5);
  EXPECT_EQ(reviews[0]["comments"][0]["text"], "Bagus, senyumnya hangat");
  EXPECT_EQ(answer_of(gladi({"list", "--json", "--library", library()}))["sessions"][0]["state"], "reviewed");
}

TEST_F(RecordedTake, RefusesCommentsThatMakeNoSense) {
  const auto exit_code = [](const std::string& at, const std::string& text) {
    return gladi({"comment", session_, "--at", at, "--text", text, "--library", library()}).exit_code;
  };
  EXPECT_EQ(exit_code("soon", "x"), 2);
  EXPECT_EQ(exit_code("01:00:00", "behind the end"), 2);
  EXPECT_EQ(exit_code("00:00:01", ""), 1);
}

TEST_F(RecordedTake, SurvivesALostIndex) {
  EXPECT_EQ(gladi({"reindex", "--library", library()}).exit_code, 0);
  EXPECT_EQ(answer_of(gladi({"list", "--json", "--library", library()}))["sessions"].size(), 1U);
}

// Bu Sari has not been asked yet: her take stays here until she has agreed.
TEST_F(RecordedTake, IsCarriedToAnotherLibraryOnceThePersonHasAgreed) {
  const TempFolder temp;
  const fs::path bundle = temp / "sari.gladi";
  const std::vector<std::string> command = {"export", session_, "-o", bundle, "--library", library()};
  const CommandOutput refused = gladi(command);
  EXPECT_EQ(refused.exit_code, 1);
  EXPECT_FALSE(fs::exists(bundle));
  const fs::path person = fs::directory_iterator(library() / "people")->path();
  const std::string before = read_text(person);
  json agreed = json::parse(before);
  agreed["consent"]["review"] = true;
  write_file(person, agreed.dump());
  const CommandOutput written = gladi(command);
  for (const char* name : {"sari.mp4", "sari.html", "sari.pdf", "sari.csv"}) {
    const CommandOutput shared = gladi({"export", session_, "-o", temp / name, "--library", library()});
    EXPECT_EQ(shared.exit_code, 0) << shared.err;
    EXPECT_EQ(gladi({"export", session_, "-o", temp / name, "--library", library()}).exit_code, 1)
        << "never over a file that is there";
  }
  write_file(person, before);
  ASSERT_EQ(written.exit_code, 0) << written.err;
  EXPECT_EQ(last_line(written.out), bundle);
  const json answer = answer_of(gladi({"import", bundle, "--json", "--library", temp / "other"}));
  EXPECT_EQ(answer["imported"][0]["takes_added"], 1);
  EXPECT_EQ(answer["imported"][0]["people_added"], 1);
  const json list = answer_of(gladi({"list", "--json", "--library", temp / "other"}));
  ASSERT_EQ(list["sessions"].size(), 1U) << list;
  EXPECT_EQ(list["sessions"][0]["person"], "Bu Sari");
  EXPECT_EQ(gladi({"import", temp / "none.gladi", "--library", temp / "other"}).exit_code, 1);
  EXPECT_EQ(gladi({"export", session_, "-o", temp / "x.odt", "--library", library()}).exit_code, 2);
  EXPECT_EQ(
      gladi({"export", session_, "-o", temp / "x.mp4", "--from", "soon", "--library", library()}).exit_code,
      2);
  const auto clip = probe_media(temp / "sari.mp4");
  ASSERT_TRUE(clip);
  EXPECT_TRUE(clip->has_video && clip->has_audio);
  EXPECT_LT(fs::file_size(temp / "sari.mp4"), 16'000'000u);
  EXPECT_NE(read_text(temp / "sari.html").find("data:video/mp4;base64,"), std::string::npos);
  EXPECT_THAT(run_command({"pdftotext", temp / "sari.pdf", "-"}).out, HasSubstr("Bu Sari"));

  // The clip comes back as a video that somebody filmed.
  const std::string film = read_text(temp / "sari.mp4");
  EXPECT_EQ(gladi({"import", temp / "sari.mp4", "--library", temp / "other"}).exit_code, 2) << "whose?";
  const json taken = answer_of(
      gladi({"import", temp / "sari.mp4", "--person", "bu sari", "--json", "--library", temp / "other"}));
  EXPECT_EQ(taken["imported"][0]["takes_added"], 1) << taken;
  EXPECT_EQ(read_text(temp / "sari.mp4"), film);
  const json now = answer_of(gladi({"list", "--json", "--library", temp / "other"}));
  ASSERT_EQ(now["sessions"].size(), 2U);
  for (const json& take : now["sessions"]) EXPECT_EQ(take["person"], "Bu Sari") << "nobody new";
  write_file(temp / "none.mp4", "no video");
  EXPECT_EQ(gladi({"import", temp / "none.mp4", "--person", "Budi", "--library", temp / "other"}).exit_code,
            1);
  EXPECT_EQ(answer_of(gladi({"list", "--json", "--library", temp / "other"}))["sessions"].size(), 2U);
  EXPECT_NE(read_text(temp / "sari.csv").find("Bu Sari"), std::string::npos);
}

TEST_F(RecordedTake, NeedsNoRecovery) {
  EXPECT_EQ(answer_of(gladi({"recover", "--json", "--library", library()}))["recovered"].size(), 0U);
}

struct WrongUse {
  std::vector<std::string> arguments;
};
class WrongUses : public testing::TestWithParam<WrongUse> {};

TEST_P(WrongUses, AreToldWithExitCodeTwo) {
  const TempFolder folder;
  std::vector<std::string> arguments = GetParam().arguments;
  for (std::string& word : arguments) {
    if (word == "LIBRARY") word = folder / "library";
  }
  const CommandOutput output = gladi(arguments);
  EXPECT_EQ(output.exit_code, 2);
  EXPECT_EQ(output.out, "");
  EXPECT_NE(output.err, "");
  EXPECT_FALSE(fs::exists(folder / "library" / "sessions")) << "something was begun";
}

INSTANTIATE_TEST_SUITE_P(
    CommandLine, WrongUses,
    testing::Values(WrongUse{{"rehearse"}}, WrongUse{{"record", "--library", "LIBRARY"}},
                    WrongUse{{"list", "--no-such-option"}}, WrongUse{{"show"}},
                    WrongUse{{"record", "--person", "A", "--library", "LIBRARY", "--canvas", "7x7"}},
                    WrongUse{{"record", "--person", "A", "--library", "LIBRARY", "--layout", "upside-down"}},
                    WrongUse{{"record", "--person", "A", "--library", "LIBRARY", "--audience", "asleep"}},
                    WrongUse{{"record", "--person", "A", "--library", "LIBRARY", "--seconds", "soon"}},
                    WrongUse{{"record", "--person", "A", "--library", "LIBRARY", "--seconds", "-3"}}));

TEST(List, OfAnEmptyLibraryIsEmpty) {
  const TempFolder folder;
  const json answer = answer_of(gladi({"list", "--json", "--library", folder / "library"}));
  EXPECT_TRUE(answer["sessions"].is_array());
  EXPECT_TRUE(answer["sessions"].empty());
}

TEST(List, NamesADamagedSessionAndGoesOn) {
  const TempFolder folder;
  const fs::path damaged = folder / "library" / "sessions" / "2026-11-21T093000-rusak";
  fs::create_directories(damaged);
  write_file(damaged / "session.json", "{\"schema_version\": 1, \"id\": ");
  const CommandOutput output = gladi({"list", "--json", "--library", folder / "library"});
  EXPECT_EQ(answer_of(output)["problems"].size(), 1U);
  EXPECT_THAT(output.err, HasSubstr("2026-11-21T093000-rusak"));
  EXPECT_THAT(read_text(damaged / "session.json"), StartsWith("{\"schema_version\": 1, \"id\": "))
      << "left alone";
}

TEST(Check, FindsTheDemoCataloguesInOrder) {
  for (const char* name : {"batik-ecoprint", "jamu-camilan", "tas-sepatu"}) {
    const fs::path folder = fs::path(GLADI_SOURCE_DIR) / "assets/catalogues" / name;
    const CommandOutput output = gladi({"check", folder, folder / "catalogue.toml", folder / "rundown.toml"});
    EXPECT_EQ(output.exit_code, 0) << output.out << output.err;
    EXPECT_EQ(output.out, "");
  }
}

TEST(Check, NamesFileLineAndReasonOfAFault) {
  const TempFolder folder;
  write_file(folder / "catalogue.toml",
             "name = \"Warung\"\n[[product]]\nid = \"kopi\"\nname = \"Kopi\"\nprice = 15000\nstock = 3\n"
             "[[product]]\nid = \"teh\"\nname = \"Teh\"\nprice = \"murah sekali\"\nstock = 1\n");
  const CommandOutput output = gladi({"check", folder.path()});
  EXPECT_EQ(output.exit_code, 1);
  EXPECT_THAT(output.out, HasSubstr((folder / "catalogue.toml").string() + ":10: "));
  EXPECT_THAT(output.out, HasSubstr("murah sekali"));

  const CommandOutput as_json = gladi({"check", "--json", folder.path()});
  const json fault = json::parse(as_json.out)["faults"][0];
  EXPECT_EQ(fault["line"], 10);
}

TEST(Check, NamesTheLineThatIsNoToml) {
  const TempFolder folder;
  write_file(folder / "catalogue.toml", "name = \"Warung\"\n[[product]\n");
  const CommandOutput output = gladi({"check", folder / "catalogue.toml"});
  EXPECT_EQ(output.exit_code, 1);
  EXPECT_TRUE(std::regex_search(output.out, std::regex("\\b[23]\\b"))) << output.out;
}

TEST(Check, ReadsWhatTheAudienceMaySay) {
  const fs::path shipped = fs::path(GLADI_SOURCE_DIR) / "assets/audience";
  const CommandOutput sound = gladi({"check", shipped / "id.toml", shipped / "en.toml"});
  EXPECT_EQ(sound.exit_code, 0) << sound.out;
  const TempFolder folder;
  write_file(folder / "my-audience.toml",
             "language = \"id\"\nnames = []\n[[intent]]\nname = \"price\"\nexpects = \"answer\"\n"
             "action = \"Jawab\"\nlines = [\n  \"Berapa {harga}?\",\n]\n");
  const CommandOutput faulty = gladi({"check", folder / "my-audience.toml"});
  EXPECT_EQ(faulty.exit_code, 1);
  EXPECT_THAT(faulty.out, HasSubstr((folder / "my-audience.toml").string() + ":8: "));
  EXPECT_THAT(faulty.out, HasSubstr("{harga}"));
}

TEST(Check, SaysWhatItCanNotFindOrTell) {
  const TempFolder folder;
  write_file(folder / "shopping.txt", "eggs");
  EXPECT_EQ(gladi({"check", folder / "missing.toml"}).exit_code, 1);
  EXPECT_EQ(gladi({"check", folder / "shopping.txt"}).exit_code, 1);
}

TEST(Devices, AreToldAsJson) {
  const json answer = answer_of(gladi({"devices", "--json"}));
  EXPECT_TRUE(answer["cameras"].is_array());
  EXPECT_TRUE(answer["microphones"].is_array());
}

TEST(Doctor, JudgesWhatItSawAndNothingElse) {
  const TempFolder folder;
  const json answer = answer_of(gladi({"doctor", "--json", "--camera", "test", "--mic", "test", "--seconds",
                                       "2", "--canvas", "320x568@30", "--library", folder / "library"}));
  EXPECT_EQ(answer["camera"]["verdict"], "good") << answer.dump();
  EXPECT_GT(answer["microphone"]["peak_dbfs"].get<double>(), -60.0);
  EXPECT_TRUE(answer["light"]["mean_brightness"].is_number());
  EXPECT_GT(answer["disk"]["free_bytes"].get<int64_t>(), 0);
  EXPECT_GE(answer["disk"]["minutes"].get<int64_t>(), 0);
  const json encoder = answer["encoder"];
  EXPECT_NE(encoder["verdict"], "not_checked");
  EXPECT_TRUE(encoder["chosen"]["usable"]);
  EXPECT_GT(encoder["chosen"]["budget_share"].get<double>(), 0);
  EXPECT_NEAR(
      encoder["chosen"]["times_real_time"].get<double>() * encoder["chosen"]["budget_share"].get<double>(), 1,
      1e-6);
  EXPECT_THAT(encoder["description"].get<std::string>(),
              HasSubstr(encoder["chosen"]["name"].get<std::string>()));
  ASSERT_EQ(encoder["hardware"].size(), 4U);  // each is listed, with the reason why it can't be used
  for (const json& one : encoder["hardware"]) {
    EXPECT_EQ(one["usable"].get<bool>(), one["why_not"].is_null()) << one.dump();
  }
  EXPECT_EQ(answer["sync"]["verdict"], "not_checked");
  EXPECT_FALSE(fs::exists(folder / "library")) << "a check writes nothing";
}

TEST(Doctor, MeasuresWhatTakesAreThenRecordedWith) {
  const TempFolder folder;
  const std::vector<std::string> canvas{"--canvas", "320x568@30", "--camera", "test", "--mic", "test"};
  std::vector<std::string> doctor{"doctor", "--json", "--seconds", "1"};
  doctor.insert(doctor.end(), canvas.begin(), canvas.end());
  const json chosen = answer_of(gladi(doctor))["encoder"];
  std::vector<std::string> record{"record",    "--person",        "Siti", "--seconds", "1",
                                  "--library", folder / "library"};
  record.insert(record.end(), canvas.begin(), canvas.end());
  const CommandOutput recorded = gladi(record);
  ASSERT_EQ(recorded.exit_code, 0) << recorded.err;
  const fs::path session = last_line(recorded.out);
  std::ifstream file(session / "session.json");
  EXPECT_EQ(json::parse(file)["parts"][0]["encoder"], chosen["description"]);
}

TEST(Doctor, SaysThatTheDemoStandsInForWhatIsNotThere) {
  const json answer = answer_of(gladi({"doctor", "--json", "--camera", "v4l2:/dev/video99", "--mic", "none",
                                       "--seconds", "1", "--canvas", "320x568@30"}));
  EXPECT_EQ(answer["camera"]["verdict"], "bad");
  EXPECT_THAT(answer["camera"]["what"].get<std::string>(), HasSubstr("/dev/video99"));
}

TEST(Languages, AreSwitchedByAnOption) {
  const TempFolder folder;
  const auto say = [&folder](const char* language) {
    return run_command({gladi_program(), "list", "--library", folder / "library", "--lang", language}).err;
  };
  EXPECT_THAT(say("en"), HasSubstr("There are no takes"));
  EXPECT_THAT(say("id"), HasSubstr("Belum ada")) << "is the translation there?";
}

}  // namespace
}  // namespace gladi::test
