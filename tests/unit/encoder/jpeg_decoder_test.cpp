// Webcam pictures by libjpeg-turbo: the same as by libavcodec, and only those that it knows.
#include "encoder/libav/jpeg_decoder.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <random>

#include "encoder/libav/decoder.h"

namespace gladi::libav {
namespace {

CodecContext open_encoder(int width, int height, AVPixelFormat format, AVColorRange range) {
  const AVCodec* codec = avcodec_find_encoder(AV_CODEC_ID_MJPEG);
  CodecContext context(avcodec_alloc_context3(codec));
  context->width = width;
  context->height = height;
  context->pix_fmt = format;
  context->time_base = {1, 30};
  context->color_range = range;
  context->strict_std_compliance = FF_COMPLIANCE_UNOFFICIAL;  // limited range
  context->flags |= AV_CODEC_FLAG_QSCALE;
  context->global_quality = 3 * FF_QP2LAMBDA;
  av_opt_set(context->priv_data, "huffman", "default", 0);  // the standard's tables, as webcams have
  EXPECT_GE(avcodec_open2(context.get(), codec, nullptr), 0);
  return context;
}

// A picture with soft shapes and some noise.
Packet jpeg(int width, int height, AVPixelFormat format, AVColorRange range = AVCOL_RANGE_JPEG) {
  const auto encoder = open_encoder(width, height, format, range);
  Frame frame = make_frame();
  frame->format = format;
  frame->width = width;
  frame->height = height;
  frame->color_range = range;
  frame->pts = 17;
  EXPECT_GE(av_frame_get_buffer(frame.get(), 0), 0);
  std::minstd_rand random(5);
  for (int plane = 0; plane < 3; ++plane) {
    const bool half = plane > 0 && (format == AV_PIX_FMT_YUVJ420P || format == AV_PIX_FMT_YUV420P);
    const int rows = half ? (height + 1) / 2 : height;
    for (int y = 0; y < rows; ++y) {
      for (int x = 0; x < frame->linesize[plane]; ++x)
        frame->data[plane][y * frame->linesize[plane] + x] =
            static_cast<uint8_t>(40 + (x * 3 + y * 2 + plane * 50) % 160 + static_cast<int>(random() % 8));
    }
  }
  Packet packet = make_packet();
  EXPECT_GE(avcodec_send_frame(encoder.get(), frame.get()), 0);
  EXPECT_GE(avcodec_receive_packet(encoder.get(), packet.get()), 0);
  return packet;
}

Frame by_libavcodec(const AVPacket& packet, int width, int height) {
  const AVCodec* codec = avcodec_find_decoder(AV_CODEC_ID_MJPEG);
  CodecContext context(avcodec_alloc_context3(codec));
  context->width = width;
  context->height = height;
  EXPECT_GE(avcodec_open2(context.get(), codec, nullptr), 0);
  Frame frame = make_frame();
  EXPECT_GE(avcodec_send_packet(context.get(), &packet), 0);
  EXPECT_GE(avcodec_receive_frame(context.get(), frame.get()), 0);
  return frame;
}

int largest_difference(const AVFrame& a, const AVFrame& b, int plane, int width, int height) {
  int largest = 0;
  for (int y = 0; y < height; ++y) {
    for (int x = 0; x < width; ++x)
      largest = std::max(largest, std::abs(a.data[plane][y * a.linesize[plane] + x] -
                                           b.data[plane][y * b.linesize[plane] + x]));
  }
  return largest;
}

void expect_same_picture(const AVFrame& ours, const AVFrame& theirs) {
  EXPECT_EQ(ours.format, theirs.format);
  EXPECT_EQ(ours.width, theirs.width);
  EXPECT_EQ(ours.height, theirs.height);
  EXPECT_EQ(ours.color_range, theirs.color_range);
  EXPECT_EQ(ours.colorspace, theirs.colorspace);
  EXPECT_EQ(ours.best_effort_timestamp, theirs.best_effort_timestamp);
  const bool half_width = ours.format != AV_PIX_FMT_YUVJ444P,
             half_height = ours.format == AV_PIX_FMT_YUVJ420P;
  EXPECT_LE(largest_difference(ours, theirs, 0, ours.width, ours.height), 2);
  for (int plane = 1; plane < 3; ++plane) {
    EXPECT_LE(largest_difference(ours, theirs, plane, half_width ? (ours.width + 1) / 2 : ours.width,
                                 half_height ? (ours.height + 1) / 2 : ours.height),
              2);
  }
}

TEST(JpegDecoder, GivesWhatLibavcodecGives) {
  for (const AVPixelFormat format : {AV_PIX_FMT_YUVJ420P, AV_PIX_FMT_YUVJ422P, AV_PIX_FMT_YUVJ444P}) {
    for (const auto& [width, height] : {std::pair{640, 360}, std::pair{1280, 720}, std::pair{51, 35}}) {
      const Packet packet = jpeg(width, height, format);
      JpegDecoder decoder(width, height);
      Frame first = decoder.decode(*packet);
      ASSERT_TRUE(first) << format << " " << width;
      const Frame second = decoder.decode(*packet);  // while the first is still held
      ASSERT_TRUE(second);
      const Frame theirs = by_libavcodec(*packet, width, height);
      expect_same_picture(*first, *theirs);
      expect_same_picture(*second, *theirs);
    }
  }
}

TEST(JpegDecoder, FramesOutliveIt) {
  const Packet packet = jpeg(320, 240, AV_PIX_FMT_YUVJ420P);
  Frame frame;
  {
    JpegDecoder decoder(320, 240);
    frame = decoder.decode(*packet);
  }
  ASSERT_TRUE(frame);
  expect_same_picture(*frame, *by_libavcodec(*packet, 320, 240));
}

TEST(JpegDecoder, KnowsWebcamsThatSendNoHuffmanTables) {
  const Packet packet = jpeg(320, 240, AV_PIX_FMT_YUVJ422P);
  const Frame whole = by_libavcodec(*packet, 320, 240);
  // Takes the segment FF C4 out, as USB webcams leave it out: libavcodec's encoder writes the standard's
  // tables there.
  std::vector<uint8_t> bytes(packet->data, packet->data + packet->size);
  for (size_t i = 2; i + 3 < bytes.size() && bytes[i] == 0xFF && bytes[i + 1] != 0xDA;) {
    const size_t length = 2 + static_cast<size_t>(bytes[i + 2] << 8 | bytes[i + 3]);
    if (bytes[i + 1] == 0xC4) {
      bytes.erase(bytes.begin() + static_cast<ptrdiff_t>(i),
                  bytes.begin() + static_cast<ptrdiff_t>(i + length));
    } else {
      i += length;
    }
  }
  ASSERT_LT(bytes.size(), static_cast<size_t>(packet->size));
  const Packet without = make_packet();
  ASSERT_GE(av_new_packet(without.get(), static_cast<int>(bytes.size())), 0);
  std::memcpy(without->data, bytes.data(), bytes.size());
  without->pts = packet->pts;
  const Frame frame = JpegDecoder(320, 240).decode(*without);
  ASSERT_TRUE(frame);
  expect_same_picture(*frame, *whole);
}

TEST(JpegDecoder, LeavesToLibavcodecWhatIsUnusual) {
  const Packet packet = jpeg(320, 240, AV_PIX_FMT_YUVJ420P);
  EXPECT_FALSE(JpegDecoder(640, 480).decode(*packet)) << "another size";
  const Packet limited = jpeg(320, 240, AV_PIX_FMT_YUV420P, AVCOL_RANGE_MPEG);
  EXPECT_FALSE(JpegDecoder(320, 240).decode(*limited)) << "limited range";
  EXPECT_FALSE(JpegDecoder(320, 240).decode(*make_packet())) << "nothing at all";
  const Packet noise = make_packet();
  ASSERT_GE(av_new_packet(noise.get(), 3000), 0);
  std::memset(noise->data, 0x5A, 3000);
  EXPECT_FALSE(JpegDecoder(320, 240).decode(*noise)) << "no picture";
}

TEST(JpegDecoder, LeavesDamagedPicturesToLibavcodecWhereverTheDamageIs) {
  const Packet packet = jpeg(320, 240, AV_PIX_FMT_YUVJ420P);
  JpegDecoder decoder(320, 240);
  const int whole = packet->size;
  for (int size = 1; size < whole - 2; size += whole / 60) {
    packet->size = size;
    EXPECT_FALSE(decoder.decode(*packet)) << size << " of " << whole;
  }
  packet->size = whole;
  EXPECT_TRUE(decoder.decode(*packet));
}

TEST(JpegDecoder, StreamsOfAnotherKindAreStillDecoded) {
  const Packet limited = jpeg(320, 240, AV_PIX_FMT_YUV420P, AVCOL_RANGE_MPEG);
  AVFormatContext* owner = avformat_alloc_context();
  AVStream* stream = avformat_new_stream(owner, nullptr);
  stream->codecpar->codec_type = AVMEDIA_TYPE_VIDEO;
  stream->codecpar->codec_id = AV_CODEC_ID_MJPEG;
  stream->codecpar->width = 320;
  stream->codecpar->height = 240;
  stream->time_base = {1, 30};
  auto decoder = Decoder::open(*stream);
  ASSERT_TRUE(decoder);
  for (int i = 0; i < 40; ++i) {  // more than it takes to give libjpeg-turbo up
    const std::vector<Frame> frames = decoder->decode(limited.get());
    ASSERT_EQ(frames.size(), 1U);
    EXPECT_EQ(frames[0]->color_range, AVCOL_RANGE_MPEG);
  }
  EXPECT_EQ(decoder->broken(), 0);
  avformat_free_context(owner);
}

}  // namespace
}  // namespace gladi::libav
