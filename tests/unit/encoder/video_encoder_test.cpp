#include "encoder/file/video_encoder.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "encoder/file/encoder_frames.h"
#include "encoder/file/stream_parameters.h"
#include "tests/support/take_maker.h"

namespace gladi {
namespace {

using namespace test;

class EveryPreset : public ::testing::TestWithParam<std::string> {};

TEST_P(EveryPreset, HoldsBackLittleAndKeepsTheGrid) {
  EncoderSettings settings = default_encoder_settings(kSmallCanvas);
  settings.preset = GetParam();
  auto encoder = open_video_encoder(kSmallCanvas, settings);
  ASSERT_TRUE(encoder) << encoder.error().english();
  FlashBeepMaker maker(kSmallCanvas);
  int64_t packets = 0, most_held = 0;
  const auto sink = [&](libav::Packet packet) {
    EXPECT_EQ(packet->pts, packets);
    EXPECT_EQ(packet->dts, packets);
    EXPECT_EQ((packet->flags & AV_PKT_FLAG_KEY) != 0, packets % 15 == 0) << packets;
    ++packets;
  };
  for (int64_t n = 0; n < 75; ++n) {
    ASSERT_TRUE((*encoder)->encode(maker.picture(n), n, sink));
    most_held = std::max(most_held, n + 1 - packets);
  }
  EXPECT_LE(most_held, VideoEncoder::kMaxDelay.to_count(30));
  ASSERT_TRUE((*encoder)->flush(sink));
  EXPECT_EQ(packets, 75);
}

INSTANTIATE_TEST_SUITE_P(X264, EveryPreset, ::testing::ValuesIn(x264_presets()));

TEST(VideoEncoder, SaysWhichEncoderCantBeUsed) {
  for (const std::string& name : {std::string("h264_imaginary"), std::string("aac")}) {
    EncoderSettings settings;
    settings.video_encoder = name;
    const auto encoder = open_video_encoder(kSmallCanvas, settings);
    ASSERT_FALSE(encoder);
    EXPECT_EQ(encoder.error().kind, ErrorKind::kUnsupported);
    EXPECT_NE(encoder.error().english().find(name), std::string::npos);
  }
}

TEST(EncoderFrames, Nv12HoldsTheSamePicture) {
  FlashBeepMaker maker(kSmallCanvas);
  const PicturePtr picture = maker.picture(7);
  const libav::Frame frame = libav::make_frame();
  ASSERT_TRUE(EncoderFrames::nv12()->fill(picture, *frame));
  EXPECT_EQ(frame->format, AV_PIX_FMT_NV12);
  EXPECT_EQ(frame->width, 320);
  EXPECT_EQ(frame->height, 240);
  for (int y = 0; y < 240; ++y) {
    ASSERT_TRUE(std::equal(picture->y.data + y * picture->y.stride,
                           picture->y.data + y * picture->y.stride + 320,
                           frame->data[0] + y * frame->linesize[0]));
  }
  EXPECT_EQ(frame->data[1][0], picture->u.data[0]);
  EXPECT_EQ(frame->data[1][1], picture->v.data[0]);
}

TEST(EncoderFrames, InPlaceKeepsThePictureAliveAsLongAsTheFrame) {
  FlashBeepMaker maker(kSmallCanvas);
  PicturePtr picture = maker.picture(7);
  const std::weak_ptr<const Picture> seen = picture;
  libav::Frame frame = libav::make_frame();
  ASSERT_TRUE(EncoderFrames::in_place()->fill(picture, *frame));
  EXPECT_EQ(frame->data[0], picture->y.data);
  picture.reset();
  EXPECT_FALSE(seen.expired());
  frame.reset();
  EXPECT_TRUE(seen.expired());
}

// x264 without AV_CODEC_FLAG_GLOBAL_HEADER: gives its parameters only with its packets, as some drivers do.
class TalkativeEncoder final : public VideoEncoder {
 public:
  TalkativeEncoder() : codec_(avcodec_alloc_context3(avcodec_find_encoder_by_name("libx264"))) {
    codec_->width = kSmallCanvas.width_px;
    codec_->height = kSmallCanvas.height_px;
    codec_->pix_fmt = AV_PIX_FMT_YUV420P;
    codec_->time_base = {1, 30};
    EXPECT_EQ(avcodec_open2(codec_.get(), nullptr, nullptr), 0);
  }
  Status encode(const PicturePtr& picture, int64_t number, const PacketSink& sink) override {
    const libav::Frame frame = libav::make_frame();
    EXPECT_TRUE(EncoderFrames::in_place()->fill(picture, *frame));
    frame->pts = number;
    avcodec_send_frame(codec_.get(), frame.get());
    return receive(sink);
  }
  Status flush(const PacketSink& sink) override {
    avcodec_send_frame(codec_.get(), nullptr);
    return receive(sink);
  }
  bool repeat(int64_t, const PacketSink&) override { return false; }
  int64_t held() const override { return 0; }
  const AVCodecContext& context() const override { return *codec_; }
  int interval() const override { return 15; }

 private:
  Status receive(const PacketSink& sink) {
    for (;;) {
      libav::Packet packet = libav::make_packet();
      if (avcodec_receive_packet(codec_.get(), packet.get()) < 0) return {};
      sink(std::move(packet));
    }
  }
  libav::CodecContext codec_;
};

TEST(StreamParameters, AreFoundInTheFirstPacket) {
  TalkativeEncoder encoder;
  ASSERT_EQ(encoder.context().extradata_size, 0);
  const auto parameters = stream_parameters(encoder, kSmallCanvas);
  ASSERT_TRUE(parameters) << parameters.error().english();
  std::set<int> units;  // H.264's NAL unit types: 7 is the SPS, 8 the PPS
  for (size_t i = 0; i + 3 < parameters->size(); ++i) {
    const uint8_t* at = parameters->data() + i;
    if (at[0] == 0 && at[1] == 0 && at[2] == 1) units.insert(at[3] & 31);
  }
  EXPECT_EQ(units, (std::set<int>{7, 8}));
}

TEST(StreamParameters, AreMissedWhereNobodyGivesThem) {
  auto encoder = open_video_encoder(kSmallCanvas, {});  // with a global header: packets don't repeat it
  ASSERT_TRUE(encoder);
  EXPECT_FALSE(stream_parameters(**encoder, kSmallCanvas));
}

}  // namespace
}  // namespace gladi
