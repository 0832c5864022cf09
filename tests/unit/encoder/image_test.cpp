#include "encoder/file/image.h"

#include <gtest/gtest.h>

#include <array>
#include <fstream>
#include <string_view>

#include "encoder/base/platform.h"
#include "tests/support/command.h"
#include "tests/support/take_maker.h"
#include "tests/support/temp_folder.h"

namespace gladi {
namespace {

using namespace test;
namespace fs = std::filesystem;

constexpr uint32_t kRed = 0xFFE02020, kGreen = 0xFF20E020, kBlue = 0xFF2020E0, kGrey = 0xFF808080;

// Red top left, green top right, blue bottom left, grey bottom right; wider than high.
Image four_corners() {
  Image image{96, 64, std::vector<uint32_t>(96 * 64)};
  for (int y = 0; y < 64; ++y) {
    for (int x = 0; x < 96; ++x) {
      image.argb[static_cast<size_t>(y * 96 + x)] =
          y < 32 ? (x < 48 ? kRed : kGreen) : (x < 48 ? kBlue : kGrey);
    }
  }
  return image;
}

bool near(uint32_t a, uint32_t b) {
  for (int shift = 0; shift < 32; shift += 8) {
    if (std::abs(static_cast<int>(a >> shift & 255) - static_cast<int>(b >> shift & 255)) > 12) return false;
  }
  return true;
}

uint32_t pixel(const Image& image, int x, int y) {
  return image.argb[static_cast<size_t>(y) * static_cast<size_t>(image.width_px) + static_cast<size_t>(x)];
}

// The corners' colours, a little inside: top left, top right, bottom left, bottom right.
std::array<uint32_t, 4> corners(const Image& image) {
  const int right = image.width_px * 7 / 8, bottom = image.height_px * 7 / 8;
  const int left = image.width_px / 8, top = image.height_px / 8;
  return {pixel(image, left, top), pixel(image, right, top), pixel(image, left, bottom),
          pixel(image, right, bottom)};
}

void expect_corners(const Image& image, const std::array<uint32_t, 4>& expected) {
  const auto found = corners(image);
  for (size_t i = 0; i < 4; ++i) {
    EXPECT_TRUE(near(found[i], expected[i]))
        << "corner " << i << ": " << std::hex << found[i] << " for " << expected[i];
  }
}

// One EXIF entry: the orientation.
std::string exif_with(int orientation) {
  return std::string("MM\0\x2A\0\0\0\x08", 8) + std::string("\0\x01\x01\x12\0\x03\0\0\0\x01\0", 11) +
         static_cast<char>(orientation) + std::string(6, '\0');
}
// The same as computers with the other byte order write it, behind another entry.
std::string little_exif_with(int orientation) {
  return std::string("II\x2A\0\x08\0\0\0\x02\0", 10) + std::string("\x0F\x01\x02\0\x04\0\0\0HP\0\0", 12) +
         std::string("\x12\x01\x03\0\x01\0\0\0", 8) + static_cast<char>(orientation) + std::string(7, '\0');
}

// In an APP1 segment, put behind the start mark of a JPEG.
std::string with_orientation(const std::string& jpeg, int orientation) {
  const std::string exif = std::string("Exif\0\0", 6) + exif_with(orientation);
  const size_t length = exif.size() + 2;
  std::string segment("\xFF\xE1");
  segment += static_cast<char>(length >> 8);
  segment += static_cast<char>(length & 255);
  return jpeg.substr(0, 2) + segment + exif + jpeg.substr(2);
}

uint32_t png_checksum(std::string_view bytes) {
  uint32_t crc = 0xFFFFFFFF;
  for (const char byte : bytes) {
    crc ^= static_cast<uint8_t>(byte);
    for (int bit = 0; bit < 8; ++bit) crc = crc >> 1 ^ (crc & 1 ? 0xEDB88320U : 0U);
  }
  return ~crc;
}

std::string big_endian(uint32_t value) {
  std::string bytes;
  for (int shift = 24; shift >= 0; shift -= 8) bytes += static_cast<char>(value >> shift & 255);
  return bytes;
}

// As a chunk behind a PNG's first one, and at the end of a WebP's container with its flags.
std::string png_with_exif(const std::string& png, const std::string& exif) {
  constexpr size_t kHead = 8 + 12 + 13;
  const std::string chunk = "eXIf" + exif;
  return png.substr(0, kHead) + big_endian(static_cast<uint32_t>(exif.size())) + chunk +
         big_endian(png_checksum(chunk)) + png.substr(kHead);
}
std::string webp_with_exif(const std::string& webp, const std::string& exif) {
  const auto little_endian = [](size_t value) {
    std::string bytes;
    for (int shift = 0; shift < 32; shift += 8) bytes += static_cast<char>(value >> shift & 255);
    return bytes;
  };
  // Extended form: a flag says that EXIF follows; sizes are given less one, 24 bits each.
  const std::string extended = "VP8X" + little_endian(10) + std::string("\x08\0\0\0", 4) +
                               little_endian(95).substr(0, 3) + little_endian(63).substr(0, 3);
  const std::string body = "WEBP" + extended + webp.substr(12) + "EXIF" + little_endian(exif.size()) + exif +
                           std::string(exif.size() % 2, '\0');
  return "RIFF" + little_endian(body.size()) + body;
}

// The beginning of a PNG whose width and height are the two bytes of `side`; the checksum fits, pixels never
// come.
std::string png_that_promises(const std::string& side) {
  std::string png("\x89PNG\r\n\x1A\n\0\0\0\rIHDR", 16);
  for (int i = 0; i < 2; ++i) png += std::string(2, '\0') + side;
  png += std::string("\x08\x06\0\0\0", 5);
  png += big_endian(png_checksum(std::string_view(png).substr(12)));
  return png + std::string("\0\0\0\x0AIDAT\x78\x9C\x63\x60\0\0\0\x02\0\x01\0\0\0\0", 22);
}

class ImageTest : public ::testing::Test {
 protected:
  std::string jpeg_bytes() const {
    EXPECT_TRUE(save_jpeg(four_corners(), folder / "four.jpg"));
    return *platform::read_file(folder / "four.jpg");
  }
  void write(const fs::path& file, const std::string& bytes) const {
    std::ofstream(file, std::ios::binary) << bytes;
  }

  TempFolder folder;
};

TEST_F(ImageTest, SavesAJpegThatOthersAndItselfCanRead) {
  jpeg_bytes();
  const auto probed = stream_of_type(ffprobe_json(folder / "four.jpg"), "video");
  EXPECT_EQ(probed["width"], 96);
  EXPECT_EQ(probed["height"], 64);
  const auto image = load_image(folder / "four.jpg");
  ASSERT_TRUE(image) << image.error().english();
  EXPECT_EQ(image->width_px, 96);
  EXPECT_EQ(image->height_px, 64);
  expect_corners(*image, {kRed, kGreen, kBlue, kGrey});
}

// The corners of the picture that is turned upright from each orientation.
constexpr std::array<std::array<uint32_t, 4>, 8> kUprightCorners{{{kRed, kGreen, kBlue, kGrey},
                                                                  {kGreen, kRed, kGrey, kBlue},
                                                                  {kGrey, kBlue, kGreen, kRed},
                                                                  {kBlue, kGrey, kRed, kGreen},
                                                                  {kRed, kBlue, kGreen, kGrey},
                                                                  {kBlue, kRed, kGrey, kGreen},
                                                                  {kGrey, kGreen, kBlue, kRed},
                                                                  {kGreen, kGrey, kRed, kBlue}}};

void expect_upright(const fs::path& file, int orientation) {
  SCOPED_TRACE(file.filename().string() + " " + std::to_string(orientation));
  const auto image = load_image(file, 48);
  ASSERT_TRUE(image) << image.error().english();
  EXPECT_EQ(image->width_px, orientation <= 4 ? 48 : 32);
  EXPECT_EQ(image->height_px, orientation <= 4 ? 32 : 48);
  expect_corners(*image, kUprightCorners[static_cast<size_t>(orientation - 1)]);
}

TEST_F(ImageTest, TurnsPhotosUprightAsExifSays) {
  const std::string jpeg = jpeg_bytes();
  for (int orientation = 1; orientation <= 8; ++orientation) {
    write(folder / "phone.jpg", with_orientation(jpeg, orientation));
    expect_upright(folder / "phone.jpg", orientation);
  }
}

TEST_F(ImageTest, TurnsPngAndWebpUprightToo) {
  jpeg_bytes();
  for (const char* name : {"four.png", "four.webp"}) {
    ASSERT_EQ(
        run_command({"ffmpeg", "-v", "error", "-i", (folder / "four.jpg").string(), (folder / name).string()})
            .exit_code,
        0);
  }
  const std::string png = *platform::read_file(folder / "four.png"),
                    webp = *platform::read_file(folder / "four.webp");
  for (int orientation = 1; orientation <= 8; ++orientation) {
    write(folder / "phone.png", png_with_exif(png, exif_with(orientation)));
    expect_upright(folder / "phone.png", orientation);
    write(folder / "phone.webp", webp_with_exif(webp, little_exif_with(orientation)));
    expect_upright(folder / "phone.webp", orientation);
  }
  // What can't be understood leaves the picture as it is.
  const std::string sound = exif_with(6);
  for (const std::string& broken :
       {std::string(), sound.substr(0, 9), sound.substr(0, 15), "XX" + sound.substr(2),
        sound.substr(0, 4) + "\xFF\xFF\xFF\xF0" + sound.substr(8), exif_with(9)}) {
    write(folder / "odd.png", png_with_exif(png, broken));
    expect_upright(folder / "odd.png", 1);
  }
}

TEST_F(ImageTest, ReadsPngWithTransparencyAndWebpWhateverTheyAreCalled) {
  jpeg_bytes();
  ASSERT_EQ(
      run_command({"ffmpeg", "-v", "error", "-f", "lavfi", "-i", "color=0x20E020@0.5:s=40x40,format=rgba",
                   "-frames:v", "1", (folder / "half.png").string()})
          .exit_code,
      0);
  const auto png = load_image(folder / "half.png");
  ASSERT_TRUE(png) << png.error().english();
  EXPECT_TRUE(near(pixel(*png, 20, 20), 0x8020E020)) << std::hex << pixel(*png, 20, 20);

  ASSERT_EQ(run_command({"ffmpeg", "-v", "error", "-i", (folder / "four.jpg").string(), "-c:v", "libwebp",
                         (folder / "four.webp").string()})
                .exit_code,
            0);
  fs::rename(folder / "four.webp", folder / "renamed.png");
  const auto webp = load_image(folder / "renamed.png");
  ASSERT_TRUE(webp) << webp.error().english();
  expect_corners(*webp, {kRed, kGreen, kBlue, kGrey});
}

TEST_F(ImageTest, ScalesDownIntoASquareButNeverUp) {
  jpeg_bytes();
  EXPECT_EQ(load_image(folder / "four.jpg", 30)->width_px, 30);
  EXPECT_EQ(load_image(folder / "four.jpg", 30)->height_px, 20);
  EXPECT_EQ(load_image(folder / "four.jpg", 500)->width_px, 96);
}

TEST_F(ImageTest, RefusesHugePicturesBeforeItTakesMemory) {
  write(folder / "huge.png", png_that_promises("\x2E\xE0"));  // 12000 x 12000
  const auto image = load_image(folder / "huge.png", 100);
  ASSERT_FALSE(image);
  EXPECT_EQ(image.error().kind, ErrorKind::kUnsupported) << image.error().english();
  write(folder / "absurd.png",
        png_that_promises("\x75\x30"));  // 30000 x 30000: libav itself won't hear of it
  EXPECT_FALSE(load_image(folder / "absurd.png", 100));
}

TEST_F(ImageTest, RefusesWhatIsDamagedOrNoPicture) {
  const std::string jpeg = jpeg_bytes();
  write(folder / "half.jpg", jpeg.substr(0, jpeg.size() / 2));
  write(folder / "head.jpg", jpeg.substr(0, 30));
  write(folder / "text.png", "not a picture");
  write(folder / "empty.webp", "");
  for (const char* name : {"half.jpg", "head.jpg", "text.png", "empty.webp"}) {
    const auto image = load_image(folder / name);
    ASSERT_FALSE(image) << name;
    EXPECT_EQ(image.error().kind, ErrorKind::kDamaged) << name;
    EXPECT_NE(image.error().english().find(name), std::string::npos);
  }
  EXPECT_EQ(load_image(folder / "missing.jpg").error().kind, ErrorKind::kNotFound);
  EXPECT_FALSE(save_jpeg(Image{10, 10, {}}, folder / "bad.jpg"));
  EXPECT_FALSE(fs::exists(folder / "bad.jpg"));
}

TEST_F(ImageTest, TakesThumbnailsFromTheKeyframeBefore) {
  ASSERT_TRUE(record_part(folder / "take.mp4", 60));
  const auto flash =
      video_thumbnail(folder / "take.mp4", MediaTime::from_ms(1200), 160);  // keyframe at 1.0 s: white
  ASSERT_TRUE(flash) << flash.error().english();
  EXPECT_EQ(flash->width_px, 160);
  EXPECT_EQ(flash->height_px, 120);
  EXPECT_TRUE(near(pixel(*flash, 80, 60), 0xFFFFFFFF)) << std::hex << pixel(*flash, 80, 60);
  const auto dark = video_thumbnail(folder / "take.mp4", MediaTime::from_ms(1700), 160);
  ASSERT_TRUE(dark);
  EXPECT_LT(pixel(*dark, 80, 60) & 255, 128U);
  EXPECT_TRUE(
      video_thumbnail(folder / "take.mp4", MediaTime::from_ms(99'000), 160));  // behind the end: the last
  EXPECT_FALSE(video_thumbnail(folder / "missing.mp4", {}, 160));
}

TEST_F(ImageTest, TurnsThumbnailsOfPhoneVideosUpright) {
  const fs::path lying = folder / "lying.mp4", phone = folder / "phone.mp4";
  jpeg_bytes();
  ASSERT_EQ(run_command({"ffmpeg", "-v", "error", "-loop", "1", "-i", (folder / "four.jpg").string(), "-t",
                         "1", "-pix_fmt", "yuv420p", lying.string()})
                .exit_code,
            0);
  ASSERT_EQ(run_command({"ffmpeg", "-v", "error", "-i", lying.string(), "-c", "copy", "-metadata:s:v:0",
                         "rotate=90", phone.string()})
                .exit_code,
            0);
  const auto image = video_thumbnail(phone, {}, 64);
  ASSERT_TRUE(image) << image.error().english();
  EXPECT_EQ(image->width_px, 64);
  EXPECT_EQ(image->height_px, 96);
  // What the ffmpeg program shows, which turns pictures upright by itself.
  ASSERT_EQ(run_command({"ffmpeg", "-v", "error", "-i", phone.string(), "-frames:v", "1",
                         (folder / "shown.png").string()})
                .exit_code,
            0);
  const auto shown = load_image(folder / "shown.png", 96);
  ASSERT_TRUE(shown);
  EXPECT_EQ(shown->height_px, 96);
  expect_corners(*image, corners(*shown));
}

}  // namespace
}  // namespace gladi
