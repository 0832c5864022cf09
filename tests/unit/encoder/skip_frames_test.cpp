#include "encoder/file/skip_frames.h"

#include <gtest/gtest.h>

#include <set>

#include "encoder/file/h264_bits.h"
#include "encoder/file/video_encoder.h"
#include "tests/support/take_maker.h"

namespace gladi {
namespace {

using namespace test;

using Luma = std::vector<uint8_t>;

// With libav's decoder, which reports the least fault.
class Film {
 public:
  explicit Film(const VideoEncoder& encoder)
      : decoder_(avcodec_alloc_context3(avcodec_find_decoder(AV_CODEC_ID_H264))) {
    AVCodecParameters* parameters = avcodec_parameters_alloc();
    avcodec_parameters_from_context(parameters, &encoder.context());
    avcodec_parameters_to_context(decoder_.get(), parameters);
    avcodec_parameters_free(&parameters);
    decoder_->err_recognition = AV_EF_EXPLODE | AV_EF_BITSTREAM | AV_EF_BUFFER | AV_EF_COMPLIANT;
    decoder_->thread_count = 1;
    EXPECT_EQ(avcodec_open2(decoder_.get(), nullptr, nullptr), 0);
  }

  void add(const AVPacket* packet) {
    EXPECT_EQ(avcodec_send_packet(decoder_.get(), packet), 0);
    const libav::Frame frame = libav::make_frame();
    while (avcodec_receive_frame(decoder_.get(), frame.get()) >= 0) {
      EXPECT_EQ(frame->decode_error_flags, 0) << pictures_.size();
      EXPECT_EQ(frame->flags & AV_FRAME_FLAG_CORRUPT, 0) << pictures_.size();
      Luma luma;
      for (int y = 0; y < frame->height; ++y) {
        const uint8_t* row = frame->data[0] + y * frame->linesize[0];
        luma.insert(luma.end(), row, row + frame->width);
      }
      pictures_.push_back(std::move(luma));
    }
  }
  const std::vector<Luma>& pictures() const { return pictures_; }

 private:
  libav::CodecContext decoder_;
  std::vector<Luma> pictures_;
};

double difference(const Luma& seen, const Picture& picture) {
  double sum = 0;
  const auto width = static_cast<size_t>(picture.width_px);
  for (size_t i = 0; i < seen.size(); ++i) {
    const auto at = static_cast<ptrdiff_t>(i / width) * picture.y.stride + static_cast<ptrdiff_t>(i % width);
    sum += std::abs(int{seen[i]} - int{picture.y.data[at]});
  }
  return sum / static_cast<double>(seen.size());
}

struct Way {
  std::string preset;
  Canvas canvas;
};

class EveryWay : public ::testing::TestWithParam<Way> {};

// Seven of eight frames are asked for as repeats, some of them right behind a keyframe, others before one.
TEST_P(EveryWay, RepeatsShowExactlyThePictureBeforeAndHarmNoneAfter) {
  const Canvas canvas = GetParam().canvas;
  EncoderSettings settings = default_encoder_settings(canvas);
  settings.preset = GetParam().preset;
  auto opened = open_video_encoder(canvas, settings);
  ASSERT_TRUE(opened) << opened.error().english();
  VideoEncoder& encoder = **opened;
  Film film(encoder);
  int64_t packets = 0;
  const auto sink = [&](libav::Packet packet) {
    EXPECT_EQ(packet->pts, packets);
    EXPECT_EQ(packet->dts, packets);
    EXPECT_EQ((packet->flags & AV_PKT_FLAG_KEY) != 0, packets % encoder.interval() == 0) << packets;
    film.add(packet.get());
    ++packets;
  };
  FlashBeepMaker maker(canvas);
  constexpr int64_t kFrames = 150;
  std::vector<PicturePtr> shown;
  std::set<int64_t> repeats;
  for (int64_t n = 0; n < kFrames; ++n) {
    if (n > 0 && n % 8 != 0 && n < 130 && encoder.repeat(n, sink)) {
      repeats.insert(n);
      shown.push_back(shown.back());
      continue;
    }
    shown.push_back(maker.picture(n));
    ASSERT_TRUE(encoder.encode(shown.back(), n, sink));
    EXPECT_LE(encoder.held(), VideoEncoder::kMaxDelay.to_count(canvas.fps_num));
  }
  ASSERT_TRUE(encoder.flush(sink));
  EXPECT_EQ(encoder.held(), 0);
  film.add(nullptr);

  EXPECT_GT(repeats.size(), 85U);
  ASSERT_EQ(film.pictures().size(), static_cast<size_t>(kFrames));
  for (size_t n = 0; n < shown.size(); ++n) {
    const Luma& seen = film.pictures()[n];
    if (repeats.contains(static_cast<int64_t>(n))) {
      EXPECT_TRUE(seen == film.pictures()[n - 1]) << n;
    }
    EXPECT_LT(difference(seen, *shown[n]), 6) << n;
  }
}

INSTANTIATE_TEST_SUITE_P(X264, EveryWay,
                         ::testing::Values(Way{"ultrafast", kSmallCanvas}, Way{"superfast", kSmallCanvas},
                                           Way{"veryfast", kSmallCanvas}, Way{"faster", kSmallCanvas},
                                           Way{"medium", kSmallCanvas}, Way{"superfast", {320, 568, 60, 1}},
                                           Way{"superfast", {162, 178, 10, 1}}),
                         [](const auto& way) {
                           const Canvas& canvas = way.param.canvas;
                           return way.param.preset + "_" + std::to_string(canvas.width_px) + "_" +
                                  std::to_string(canvas.fps_num);
                         });

TEST(SkipFrames, AKeyframeIsNeverARepeat) {
  auto encoder = open_video_encoder(kSmallCanvas, {});
  ASSERT_TRUE(encoder);
  const auto sink = [](const libav::Packet&) {};
  FlashBeepMaker maker(kSmallCanvas);
  ASSERT_TRUE((*encoder)->encode(maker.picture(0), 0, sink));
  for (int64_t n = 1; n < 15; ++n) EXPECT_TRUE((*encoder)->repeat(n, sink)) << n;
  EXPECT_FALSE((*encoder)->repeat(15, sink));
}

TEST(SkipFrames, AreNotMadeForStreamsThatTheyDontFit) {
  EXPECT_FALSE(SkipFrames::for_stream({}));
  EXPECT_FALSE(SkipFrames::for_stream({0, 0, 0, 1, 0x67, 0x64, 0x00}));  // torn
  const auto parameters_of = [](const char* options) {
    const libav::CodecContext codec(avcodec_alloc_context3(avcodec_find_encoder_by_name("libx264")));
    codec->width = 320;
    codec->height = 240;
    codec->pix_fmt = AV_PIX_FMT_YUV420P;
    codec->time_base = {1, 30};
    codec->flags |= AV_CODEC_FLAG_GLOBAL_HEADER;
    av_opt_set(codec->priv_data, "x264-params", options, 0);
    EXPECT_EQ(avcodec_open2(codec.get(), nullptr, nullptr), 0);
    return std::vector<uint8_t>(codec->extradata, codec->extradata + codec->extradata_size);
  };
  EXPECT_TRUE(SkipFrames::for_stream(parameters_of("bframes=0:ref=1")));
  EXPECT_FALSE(SkipFrames::for_stream(parameters_of("bframes=0:ref=3")));
  EXPECT_FALSE(SkipFrames::for_stream(parameters_of("bframes=2:ref=1")));
  EXPECT_FALSE(SkipFrames::for_stream(parameters_of("bframes=0:ref=1:interlaced=1")));
}

TEST(H264Bits, NumbersAndEscapesComeBackAsTheyWere) {
  h264::BitWriter out;
  const std::vector<uint32_t> numbers{0, 1, 2, 7, 8, 255, 3600, 65535};
  for (const uint32_t number : numbers) out.ue(number);
  for (int i = 0; i < 2; ++i) out.bits(0, 20);
  out.bits(5, 3);
  out.end_unit();
  std::vector<uint8_t> stream;
  h264::append_unit(out.bytes(), stream);
  const auto units = h264::nal_units(stream);
  ASSERT_EQ(units.size(), 1U);
  EXPECT_GT(units[0].size(), out.bytes().size());  // five zero bytes had to be escaped
  const std::vector<uint8_t> plain = h264::unescaped(units[0]);
  EXPECT_EQ(plain, out.bytes());
  h264::BitReader in(plain);
  for (const uint32_t number : numbers) EXPECT_EQ(in.ue(), number);
  for (int i = 0; i < 2; ++i) EXPECT_EQ(in.bits(20), 0U);
  EXPECT_EQ(in.bits(3), 5U);
  EXPECT_FALSE(in.overrun());
  in.bits(9);
  EXPECT_TRUE(in.overrun());
}

}  // namespace
}  // namespace gladi
