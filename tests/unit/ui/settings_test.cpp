#include "ui/app/settings.h"

#include "ui/app/settings_store.h"

#include <gtest/gtest.h>

#include <fstream>
#include <random>

#include "encoder/base/platform.h"

namespace gladi {
namespace {

class SettingsFile : public ::testing::Test {
 protected:
  SettingsFile()
      : folder_(std::filesystem::temp_directory_path() /
                ("gladi-settings-" + std::to_string(std::random_device{}()))) {
    std::filesystem::create_directories(folder_);
  }
  ~SettingsFile() override { std::filesystem::remove_all(folder_); }

  void write(const std::string& text) { std::ofstream(file()) << text; }
  std::filesystem::path file() const { return folder_ / "settings.toml"; }
  std::filesystem::path folder_;
};

TEST_F(SettingsFile, ComesBackAsItWasSaved) {
  Settings settings;
  settings.language = Language::kEnglish;
  settings.ui_scale = 1.5F;
  settings.camera = "v4l2:/dev/video2";
  settings.canvas = "1280x720@30";
  settings.library = "/media/stick/Gladi";
  settings.last_person = "b5a7";
  settings.prompter_size = 4;
  settings.prompter_speed = 140;
  settings.ring_light = {RingLight::Tone::kWarm, 3};
  settings.tour_seen = false;
  settings.quality = "best";
  settings.quick_words.own[2] = "Sebut harganya";
  settings.review_volume = 40;
  settings.review_muted = true;
  settings.review_speed = 75;
  settings.layout = "camera-over-product";
  settings.feed_parts.chat = false;
  settings.feed_parts.number = false;
  ASSERT_TRUE(save_settings(file(), settings));
  const LoadedSettings loaded = load_settings(file());
  EXPECT_FALSE(loaded.problem);
  EXPECT_EQ(loaded.settings, settings);
}

TEST_F(SettingsFile, ThatIsMissingGivesTheDefaultsWithoutAWord) {
  const LoadedSettings loaded = load_settings(file());
  EXPECT_FALSE(loaded.problem);
  EXPECT_EQ(loaded.settings.canvas, "720x1280@30");
}

TEST_F(SettingsFile, OnlyTheVeryFirstStartHasNotSeenTheTour) {
  EXPECT_FALSE(load_settings(file()).settings.tour_seen);
  write("language = \"id\"\n");
  EXPECT_TRUE(load_settings(file()).settings.tour_seen) << "Gladi was here before there was a tour";
  write("tour_seen = = 1\n");
  EXPECT_TRUE(load_settings(file()).settings.tour_seen) << "damaged settings are no first start";
}

TEST_F(SettingsFile, ALightThatIsNoneIsOff) {
  write("ring_light = \"disco\"\nring_light_brightness = 40\n");
  EXPECT_EQ(load_settings(file()).settings.ring_light, RingLight{});
}

TEST_F(SettingsFile, WordsForTheNumberKeysAreShortAndOnOneLine) {
  write("quick_words = [\"  Kail\\n bagus \", 7, \"" + std::string(100, 'x') + "\"]\nreview_speed = 5000\n");
  const Settings settings = load_settings(file()).settings;
  EXPECT_EQ(settings.quick_words.word(1, Language::kIndonesian), "Kail  bagus");
  EXPECT_EQ(settings.quick_words.word(2, Language::kIndonesian), "Peragaan");
  EXPECT_EQ(settings.quick_words.word(2, Language::kEnglish), "Demo");
  EXPECT_EQ(settings.quick_words.word(3, Language::kEnglish).size(), QuickWords::kMostLetters);
  EXPECT_EQ(settings.quick_words.word(9, Language::kIndonesian), "Catatan");
  EXPECT_EQ(settings.review_speed, 100);
}

TEST_F(SettingsFile, ThatIsDamagedIsKeptAsideAndTold) {
  write("language = \"id\"\nui_scale = = 3\n");
  const LoadedSettings loaded = load_settings(file());
  ASSERT_TRUE(loaded.problem);
  EXPECT_EQ(loaded.problem->kind, ErrorKind::kDamaged);
  EXPECT_NE(loaded.problem->english().find("settings.toml.damaged"), std::string::npos);
  EXPECT_NE(loaded.problem->detail.find("line 2"), std::string::npos) << loaded.problem->detail;
  EXPECT_FALSE(std::filesystem::exists(file()));
  EXPECT_EQ(platform::read_file(folder_ / "settings.toml.damaged").value_or(""),
            "language = \"id\"\nui_scale = = 3\n");
  EXPECT_FALSE(load_settings(file()).problem) << "told once only";
}

TEST_F(SettingsFile, WithAWrongValueLosesOnlyThatValue) {
  write(
      "language = \"en\"\nui_scale = \"big\"\ncanvas = \"7x\"\ncamera = 5\nmicrophone = \"portaudio:USB\"\n");
  const LoadedSettings loaded = load_settings(file());
  EXPECT_FALSE(loaded.problem);
  EXPECT_EQ(loaded.settings.language, Language::kEnglish);
  EXPECT_FLOAT_EQ(loaded.settings.ui_scale, 0);
  EXPECT_EQ(loaded.settings.canvas, "720x1280@30");
  EXPECT_EQ(loaded.settings.camera, "");
  EXPECT_EQ(loaded.settings.microphone, "portaudio:USB");
}

TEST_F(SettingsFile, WithAWordThatIsUnknownTakesTheUsualOne) {
  write("quality = \"huge\"\nlayout = \"upside-down\"\noverlays = 3\n");
  const LoadedSettings loaded = load_settings(file());
  EXPECT_FALSE(loaded.problem);
  EXPECT_EQ(loaded.settings.quality, "normal");
  EXPECT_EQ(loaded.settings.layout, "camera-full");
  EXPECT_EQ(loaded.settings.feed_parts, FeedParts{});
  ASSERT_TRUE(save_settings(file(), loaded.settings));
  EXPECT_EQ(load_settings(file()).settings, loaded.settings);
}

TEST_F(SettingsFile, TurnsOffOnlyTheOverlaysThatItNames) {
  write("[overlays]\nchat = false\ntimer = \"no\"\nsparkles = true\n");
  const Settings settings = load_settings(file()).settings;
  FeedParts wanted;
  wanted.chat = false;
  EXPECT_EQ(settings.feed_parts, wanted);
  ASSERT_TRUE(save_settings(file(), settings));
  EXPECT_NE(platform::read_file(file())->find("sparkles"), std::string::npos) << "a newer version's";
}

TEST_F(SettingsFile, NeverAsksForAScaleThatCannotBeRead) {
  write("ui_scale = 40.0\n");
  EXPECT_FLOAT_EQ(load_settings(file()).settings.ui_scale, 2.5F);
}

TEST_F(SettingsFile, KeepsWhatANewerVersionWrote) {
  write("language = \"id\"\nprojector = \"HDMI-1\"\n");
  ASSERT_TRUE(save_settings(file(), load_settings(file()).settings));
  EXPECT_NE(platform::read_file(file())->find("HDMI-1"), std::string::npos);
}

TEST_F(SettingsFile, DoesNotTakeOverWhatTheCommandLineAsksFor) {
  write("language = \"id\"\ncamera = \"v4l2:/dev/video2\"\n");
  {
    SettingsStore store(file());
    store.load();
    store.use_for_now({.language = "en", .camera = "demo"});
    EXPECT_EQ(store.settings().camera, "demo");
    store.settings().last_catalogue = "tas-sepatu";
    store.save();
  }
  const Settings kept = load_settings(file()).settings;
  EXPECT_EQ(kept.camera, "v4l2:/dev/video2");
  EXPECT_EQ(kept.language, Language::kIndonesian);
  EXPECT_EQ(kept.last_catalogue, "tas-sepatu");
}

TEST_F(SettingsFile, TakesWhatThePersonChoosesInsteadOfTheCommandLine) {
  write("camera = \"v4l2:/dev/video2\"\n");
  {
    SettingsStore store(file());
    store.load();
    store.use_for_now({.camera = "demo"});
    store.settings().camera = "v4l2:/dev/video0";
    store.save();
  }
  EXPECT_EQ(load_settings(file()).settings.camera, "v4l2:/dev/video0");
}

}  // namespace
}  // namespace gladi
