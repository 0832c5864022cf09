#include "encoder/libav/frame_picture.h"

#include <gtest/gtest.h>

#include <cstring>

namespace gladi {
namespace {

libav::Frame make(AVPixelFormat format, int width, int height) {
  libav::Frame frame = libav::make_frame();
  frame->format = format;
  frame->width = width;
  frame->height = height;
  EXPECT_EQ(av_frame_get_buffer(frame.get(), 0), 0);
  for (int plane = 0; plane < 4 && frame->buf[plane] != nullptr; ++plane) {
    std::memset(frame->buf[plane]->data, 128, frame->buf[plane]->size);
  }
  return frame;
}

TEST(FramePictures, KeepPlanarPicturesWhereTheyAre) {
  libav::FramePictures pictures;
  for (const auto format : {AV_PIX_FMT_YUV420P, AV_PIX_FMT_YUVJ422P, AV_PIX_FMT_YUV444P}) {
    libav::Frame frame = make(format, 64, 48);
    const uint8_t* luma = frame->data[0];
    auto picture = pictures.make(std::move(frame), MediaTime::from_ms(7));
    ASSERT_TRUE(picture);
    EXPECT_EQ((*picture)->y.data, luma);
    EXPECT_EQ((*picture)->stamp, MediaTime::from_ms(7));
    EXPECT_EQ((*picture)->colour.full_range, format == AV_PIX_FMT_YUVJ422P);
  }
}

TEST(FramePictures, UnpackWhatWebcamsGive) {
  libav::FramePictures pictures(0, ColourMatrix::kBt601);
  libav::Frame frame = make(AV_PIX_FMT_YUYV422, 64, 48);
  for (int row = 0; row < 48; ++row) {
    for (int pair = 0; pair < 32; ++pair) {
      uint8_t* at = frame->data[0] + row * frame->linesize[0] + 4 * pair;
      at[0] = at[2] = static_cast<uint8_t>(16 + row);
      at[1] = 90;
      at[3] = 170;
    }
  }
  auto picture = pictures.make(std::move(frame), {});
  ASSERT_TRUE(picture);
  EXPECT_TRUE((*picture)->is_i420());
  EXPECT_EQ((*picture)->colour, (Colour{ColourMatrix::kBt601, false}));
  EXPECT_EQ((*picture)->y.data[10 * (*picture)->y.stride + 5], 26);
  EXPECT_EQ((*picture)->u.data[3], 90);
  EXPECT_EQ((*picture)->v.data[3], 170);
}

TEST(FramePictures, TurnRedInRgbIntoRedInTheCanvassColour) {
  libav::FramePictures pictures;
  libav::Frame frame = make(AV_PIX_FMT_RGB24, 33, 17);
  for (int row = 0; row < 17; ++row) {
    for (int x = 0; x < 33; ++x) {
      uint8_t* at = frame->data[0] + row * frame->linesize[0] + 3 * x;
      at[0] = 255;
      at[1] = at[2] = 0;
    }
  }
  auto picture = pictures.make(std::move(frame), {});
  ASSERT_TRUE(picture);
  EXPECT_EQ((*picture)->width_px, 33);
  EXPECT_EQ((*picture)->colour, (Colour{ColourMatrix::kBt709, false}));
  EXPECT_NEAR((*picture)->y.data[0], 63, 2);  // 16 + 219 · 0.2126
  EXPECT_NEAR((*picture)->u.data[0], 102, 2);
  EXPECT_NEAR((*picture)->v.data[0], 240, 2);
}

TEST(FramePictures, GuessTheMatrixOnlyWhereNoneIsTold) {
  EXPECT_EQ(libav::colour_of(*make(AV_PIX_FMT_YUV420P, 64, 720)).matrix, ColourMatrix::kBt709);
  EXPECT_EQ(libav::colour_of(*make(AV_PIX_FMT_YUV420P, 64, 480)).matrix, ColourMatrix::kBt601);
  const libav::Frame tagged = make(AV_PIX_FMT_YUV420P, 64, 480);
  tagged->colorspace = AVCOL_SPC_BT709;
  tagged->color_range = AVCOL_RANGE_JPEG;
  EXPECT_EQ(libav::colour_of(*tagged, ColourMatrix::kBt601), (Colour{ColourMatrix::kBt709, true}));
}

}  // namespace
}  // namespace gladi
