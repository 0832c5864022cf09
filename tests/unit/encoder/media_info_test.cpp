#include "encoder/file/media_info.h"

#include <gtest/gtest.h>

#include <fstream>

#include "tests/support/command.h"
#include "tests/support/take_maker.h"
#include "tests/support/temp_folder.h"

namespace gladi {
namespace {

using namespace test;
namespace fs = std::filesystem;

TEST(MediaInfo, TellsWhatATakeHolds) {
  const TempFolder folder;
  ASSERT_TRUE(record_part(folder / "take.part.mp4", 60));
  ASSERT_TRUE(finalise({folder / "take.part.mp4",
                        folder / "take.mp4",
                        {{MediaTime(), "Opening"}, {MediaTime::from_ms(1000), "Sambal"}},
                        ""}));
  const auto info = probe_media(folder / "take.mp4");
  ASSERT_TRUE(info) << info.error().english();
  EXPECT_NEAR(info->duration.seconds(), 2.0, 0.03);
  EXPECT_TRUE(info->has_video);
  EXPECT_TRUE(info->has_audio);
  EXPECT_EQ(info->width_px, 320);
  EXPECT_EQ(info->height_px, 240);
  EXPECT_NEAR(info->fps, 30, 0.001);
  EXPECT_EQ(info->video_codec, "h264");
  EXPECT_EQ(info->audio_codec, "aac");
  EXPECT_EQ(info->sample_rate_hz, 48'000);
  EXPECT_EQ(info->channels, 2);
  ASSERT_EQ(info->chapters.size(), 2U);
  EXPECT_EQ(info->chapters[1].start, MediaTime::from_ms(1000));
  EXPECT_EQ(info->chapters[1].title, "Sambal");
}

TEST(MediaInfo, KnowsSoundWithoutPictureAndNamesWithOddSigns) {
  const TempFolder folder;
  const fs::path file = folder / "suara: 100% 'baik'.wav";
  ASSERT_EQ(
      run_command({"ffmpeg", "-v", "error", "-f", "lavfi", "-i", "sine=d=1:r=16000", "file:" + file.string()})
          .exit_code,
      0);
  const auto info = probe_media(file);
  ASSERT_TRUE(info) << info.error().english();
  EXPECT_FALSE(info->has_video);
  EXPECT_EQ(info->sample_rate_hz, 16'000);
  EXPECT_EQ(info->duration, MediaTime::from_ms(1000));
}

TEST(MediaInfo, RejectsWhatIsNoMediaWithASentence) {
  const TempFolder folder;
  std::ofstream(folder / "notes.txt") << "Rp 15.000 per botol\n";
  std::ofstream(folder / "broken.mp4") << std::string(5000, 'x');
  std::ofstream{folder / "empty.mp4"};
  // A playlist could lead libav to other files or into the network.
  std::ofstream(folder / "list.m3u8")
      << "#EXTM3U\n#EXT-X-TARGETDURATION:10\n#EXTINF:10,\nhttp://localhost/a.ts\n";
  std::ofstream(folder / "list.ffconcat") << "ffconcat version 1.0\nfile /etc/passwd\n";
  for (const char* name : {"notes.txt", "broken.mp4", "empty.mp4", "list.m3u8", "list.ffconcat", "."}) {
    const auto info = probe_media(folder / name);
    ASSERT_FALSE(info) << name;
    EXPECT_EQ(info.error().kind, ErrorKind::kDamaged) << name;
    EXPECT_EQ(info.error().message.english(),
              (folder / name).string() + " is no sound or picture that Gladi can read.");
  }
  const auto missing = probe_media(folder / "missing.mp4");
  ASSERT_FALSE(missing);
  EXPECT_EQ(missing.error().kind, ErrorKind::kNotFound);
}

}  // namespace
}  // namespace gladi
