#include "encoder/file/house_video.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>

#include "encoder/file/image.h"
#include "tests/support/command.h"
#include "tests/support/flash_beep.h"
#include "tests/support/media_files.h"
#include "tests/support/temp_folder.h"

namespace gladi {
namespace {
namespace fs = std::filesystem;
using nlohmann::json;
using test::make_media;
using testing::HasSubstr;

class HouseVideoTest : public testing::Test {
 protected:
  Result<HouseVideo> take_in() {
    const auto before = content();
    auto made = make_house_video(source_, target_, "Siti");
    EXPECT_EQ(content(), before) << "the video itself was changed";
    return made;
  }
  HouseVideo taken_in() {
    auto made = take_in();
    EXPECT_TRUE(made) << made.error().english();
    return made ? *made : HouseVideo{};
  }
  json video() const { return test::stream_of_type(test::ffprobe_json(target_), "video"); }
  std::string content() const {
    std::ifstream in(source_, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }
  void expect_refused(ErrorKind kind, const std::string& words) {
    const auto made = take_in();
    ASSERT_FALSE(made);
    EXPECT_EQ(made.error().kind, kind) << made.error().english();
    EXPECT_THAT(made.error().english(), HasSubstr(words));
    EXPECT_FALSE(fs::exists(target_));
    for (const auto& entry : fs::directory_iterator(temp_.path()))
      EXPECT_EQ(entry.path(), source_) << "left behind";
  }

  test::TempFolder temp_;
  fs::path source_ = temp_ / "VID_1.mp4";
  const fs::path target_ = temp_ / "take.mp4";
};

// A phone's: pictures come when they come, a flash and a beep at each second.
TEST_F(HouseVideoTest, OfAnUnsteadyRateKeepsEachMomentAndItsSound) {
  make_media(source_,
             {"-f",
              "lavfi",
              "-i",
              "color=c=black:s=320x180:r=60,drawbox=c=white:t=fill:enable='lt(mod(n,60),3)',"
              "select='lt(mod(n,60),3)+not(mod(n,2))*lt(n,150)+not(mod(n,5))*gte(n,150)',format=yuv420p",
              "-f",
              "lavfi",
              "-i",
              "aevalsrc='0.5*sin(2*PI*1000*t)*lt(mod(t,1),0.05)':s=44100",
              "-vsync",
              "vfr",
              "-c:v",
              "libx264",
              "-preset",
              "ultrafast",
              "-g",
              "250",
              "-c:a",
              "aac",
              "-ac",
              "1",
              "-t",
              "5"});
  const HouseVideo made = taken_in();
  EXPECT_NEAR(made.duration.seconds(), 5, 0.1);
  EXPECT_TRUE(made.has_sound);
  const json stream = video();
  EXPECT_EQ(stream["avg_frame_rate"], "30/1");
  EXPECT_EQ(stream["r_frame_rate"], "30/1");
  EXPECT_EQ(stream["has_b_frames"], 0);
  const auto found = test::find_flashes_and_beeps(target_);
  EXPECT_EQ(found.problem, "");
  ASSERT_EQ(found.flashes.size(), 5u);
  for (size_t i = 0; i < 5; ++i)
    EXPECT_NEAR(found.flashes[i].seconds(), static_cast<double>(i), 0.034) << "flash " << i;
  const std::vector<double> late = test::sound_minus_picture_ms(found);
  ASSERT_EQ(late.size(), 5u);
  for (const double ms : late) EXPECT_LT(std::abs(ms), 40);
}

TEST_F(HouseVideoTest, HasAKeyframeEachHalfSecondAndOneRate) {
  make_media(source_, {"-f", "lavfi", "-i", "testsrc2=s=180x320:r=30:d=3", "-c:v", "libx264", "-preset",
                       "ultrafast", "-g", "300", "-bf", "2"});
  taken_in();
  std::vector<int> keys;
  const json packets = test::ffprobe_json(target_, {"-show_packets", "-select_streams", "v"})["packets"];
  for (size_t i = 0; i < packets.size(); ++i) {
    if (packets[i]["flags"].get<std::string>().starts_with('K')) keys.push_back(static_cast<int>(i));
  }
  EXPECT_EQ(packets.size(), 90u);
  EXPECT_THAT(keys, testing::ElementsAre(0, 15, 30, 45, 60, 75));
}

// Held upright the phone stores a lying picture and says so beside it. The tag counts counterclockwise, as
// the ffmpeg program turns it.
TEST_F(HouseVideoTest, StandsUprightHoweverThePhoneWasHeld) {
  const fs::path lying = temp_ / "lying.mp4";
  make_media(lying, {"-f", "lavfi", "-i",
                     "color=c=black:s=320x180:r=30:d=1,drawbox=w=160:h=180:c=white:t=fill,format=yuv420p",
                     "-c:v", "libx264", "-preset", "ultrafast"});
  struct Held {
    const char* degrees;
    int width, height;
    bool top_left_white, bottom_right_white;
  };
  for (const Held& held : {Held{"90", 180, 320, false, true}, Held{"180", 320, 180, false, true},
                           Held{"270", 180, 320, true, false}, Held{"0", 320, 180, true, false}}) {
    fs::remove(target_);
    make_media(source_,
               {"-i", lying, "-c", "copy", "-metadata:s:v:0", std::string("rotate=") + held.degrees});
    taken_in();
    const json stream = video();
    EXPECT_EQ(stream["width"], held.width) << held.degrees;
    EXPECT_EQ(stream["height"], held.height) << held.degrees;
    EXPECT_FALSE(stream.contains("side_data_list")) << "turned twice";
    const auto image = video_thumbnail(target_, {}, held.width);
    ASSERT_TRUE(image);
    const auto white = [&](double x, double y) {
      const auto column = static_cast<size_t>(x * image->width_px),
                 row = static_cast<size_t>(y * image->height_px);
      return (image->argb[row * static_cast<size_t>(image->width_px) + column] & 0xFF) > 128;
    };
    EXPECT_EQ(white(0.1, 0.1), held.top_left_white) << held.degrees;
    EXPECT_EQ(white(0.9, 0.9), held.bottom_right_white) << held.degrees;
  }
}

TEST_F(HouseVideoTest, WithoutSoundIsSilent) {
  make_media(source_, {"-f", "lavfi", "-i", "testsrc2=s=180x320:r=25:d=1", "-c:v", "libx264"});
  EXPECT_FALSE(taken_in().has_sound);
  const json probed = test::ffprobe_json(target_);
  EXPECT_EQ(test::stream_of_type(probed, "audio")["sample_rate"], "48000");
  EXPECT_EQ(video()["avg_frame_rate"], "25/1");
}

TEST_F(HouseVideoTest, OfEveryCommonKindComesIn) {
  struct Kind {
    const char* name;
    std::vector<std::string> how;
    int width, height;
  };
  const std::string size = "testsrc2=s=200x360:r=30:d=1";
  const Kind kinds[] = {
      {"hevc.mp4",
       {"-f", "lavfi", "-i", size, "-c:v", "libx265", "-tag:v", "hvc1", "-x265-params", "log-level=none"},
       200,
       360},
      {"ten-bit.mov",
       {"-f", "lavfi", "-i", size, "-c:v", "libx265", "-pix_fmt", "yuv420p10le", "-x265-params",
        "log-level=none"},
       200,
       360},
      {"odd.mp4",
       {"-f", "lavfi", "-i", "testsrc2=s=201x361:r=30:d=1", "-pix_fmt", "yuv444p", "-c:v", "libx264"},
       200,
       360},
      {"sixty.mp4", {"-f", "lavfi", "-i", "testsrc2=s=200x360:r=60:d=1", "-c:v", "libx264"}, 200, 360},
      {"old.3gp", {"-f", "lavfi", "-i", "testsrc2=s=176x144:r=15:d=1", "-c:v", "h263"}, 176, 144},
      {"browser.webm", {"-f", "lavfi", "-i", size, "-c:v", "libvpx", "-deadline", "realtime"}, 200, 360},
      {"large.mp4",
       {"-f", "lavfi", "-i", "testsrc2=s=1440x2560:r=30:d=0.1", "-c:v", "libx264", "-preset", "ultrafast"},
       1080,
       1920},
  };
  for (const Kind& kind : kinds) {
    SCOPED_TRACE(kind.name);
    source_ = temp_ / kind.name;
    fs::remove(target_);
    make_media(source_, kind.how);
    taken_in();
    const json stream = video();
    EXPECT_EQ(stream["codec_name"], "h264");
    EXPECT_EQ(stream["pix_fmt"], "yuv420p");
    EXPECT_NEAR(stream["width"].get<int>(), kind.width, 2);
    EXPECT_NEAR(stream["height"].get<int>(), kind.height, 2);
    EXPECT_EQ(stream["color_space"], "bt709");
    fs::remove(source_);
  }
}

TEST_F(HouseVideoTest, OfWhatIsNoVideoIsRefused) {
  std::ofstream(source_) << std::string(100'000, 'x');
  expect_refused(ErrorKind::kDamaged, "is no sound or picture");
  std::ofstream(source_) << "";
  expect_refused(ErrorKind::kDamaged, "is no sound or picture");
  std::ofstream(source_) << "#EXTM3U\n#EXTINF:10,\nhttp://127.0.0.1/secret.ts\n";
  expect_refused(ErrorKind::kDamaged, "is no sound or picture");
  fs::remove(source_);
  make_media(source_, {"-f", "lavfi", "-i", "sine=d=1", "-c:a", "aac"});
  expect_refused(ErrorKind::kUnsupported, "no moving picture");
}

TEST_F(HouseVideoTest, ThatWasCutOffWhileItWasCopiedIsRefused) {
  for (const char* index : {"+faststart", "0"}) {
    make_media(source_, {"-f", "lavfi", "-i", "testsrc2=s=180x320:r=30:d=4", "-f", "lavfi", "-i", "sine=d=4",
                         "-c:v", "libx264", "-preset", "ultrafast", "-c:a", "aac", "-movflags", index});
    fs::resize_file(source_, fs::file_size(source_) / 2);
    const auto made = take_in();
    ASSERT_FALSE(made) << index;
    EXPECT_EQ(made.error().kind, ErrorKind::kDamaged);
    EXPECT_FALSE(fs::exists(target_));
  }
}

TEST_F(HouseVideoTest, CancelledLeavesNothing) {
  make_media(source_,
             {"-f", "lavfi", "-i", "testsrc2=s=180x320:r=30:d=2", "-c:v", "libx264", "-preset", "ultrafast"});
  for (const double at : {0.0, 0.5, 0.97}) {
    std::atomic<bool> cancel{false};
    const auto made = make_house_video(
        source_, target_, "", [&](double done) { cancel = cancel || done >= at; }, &cancel);
    ASSERT_FALSE(made) << at;
    EXPECT_EQ(made.error().kind, ErrorKind::kCancelled);
    EXPECT_EQ(std::distance(fs::directory_iterator(temp_.path()), fs::directory_iterator()), 1) << at;
  }
}

}  // namespace
}  // namespace gladi
