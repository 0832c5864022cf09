#include "encoder/capture/source_spec.h"

#include <gtest/gtest.h>

#include "encoder/capture/picture_source.h"

namespace gladi {
namespace {

using Kind = SourceSpec::Kind;

struct Case {
  const char* text;
  Kind camera;
  Kind microphone;
  const char* name;
};

TEST(SourceSpec, UnderstandsWhatTheCommandLineNames) {
  for (const Case& c : {
           Case{"", Kind::kDefault, Kind::kDefault, ""},
           Case{"demo", Kind::kDemo, Kind::kDemo, ""},
           Case{"test", Kind::kTest, Kind::kTest, ""},
           Case{"none", Kind::kNone, Kind::kNone, ""},
           Case{"file:/a/b c.mp4", Kind::kFile, Kind::kFile, "/a/b c.mp4"},
           Case{"file:demo", Kind::kFile, Kind::kFile, "demo"},
           Case{"url:rtsp://10.0.0.2:8554/x", Kind::kUrl, Kind::kUrl, "rtsp://10.0.0.2:8554/x"},
           Case{"Integrated Webcam: HD", Kind::kV4l2, Kind::kPortAudio, "Integrated Webcam: HD"},
       }) {
    const auto camera = parse_camera_spec(c.text);
    ASSERT_TRUE(camera) << c.text;
    EXPECT_EQ(*camera, (SourceSpec{c.camera, c.name})) << c.text;
    const auto microphone = parse_microphone_spec(c.text);
    ASSERT_TRUE(microphone) << c.text;
    EXPECT_EQ(*microphone, (SourceSpec{c.microphone, c.name})) << c.text;
  }
  EXPECT_EQ(*parse_camera_spec("v4l2:/dev/video2"), (SourceSpec{Kind::kV4l2, "/dev/video2"}));
  EXPECT_EQ(*parse_microphone_spec("portaudio:pulse"), (SourceSpec{Kind::kPortAudio, "pulse"}));
}

TEST(SourceSpec, RefusesADeviceOfTheOtherKindAndAnEmptyName) {
  for (const char* text : {"portaudio:pulse", "file:", "v4l2:", "url:"}) {
    const auto camera = parse_camera_spec(text);
    ASSERT_FALSE(camera) << text;
    EXPECT_EQ(camera.error().kind, ErrorKind::kInvalid);
    EXPECT_NE(camera.error().english().find(text), std::string::npos) << "the sentence names what was wrong";
  }
  EXPECT_FALSE(parse_microphone_spec("v4l2:/dev/video0"));
}

TEST(SourceSpec, IsWrittenAsItIsRead) {
  for (const char* text : {"", "demo", "test", "none", "file:x.mkv", "url:http://a/b", "v4l2:/dev/video0"}) {
    EXPECT_EQ(to_string(*parse_camera_spec(text)), text);
  }
  EXPECT_EQ(to_string(*parse_microphone_spec("portaudio:HDA Intel")), "portaudio:HDA Intel");
}

TEST(PictureMode, IsTextForPeople) {
  EXPECT_EQ((PictureMode{1280, 720, 30, "mjpeg"}).text(), "1280×720, 30 fps, mjpeg");
  EXPECT_EQ((PictureMode{640, 480, 30000.0 / 1001, "yuyv422"}).text(), "640×480, 29.97 fps, yuyv422");
}

}  // namespace
}  // namespace gladi
