#include "encoder/file/encoder_probe.h"

#include <gtest/gtest.h>

#include <utility>

#include "encoder/file/encoder_choice.h"
#include "encoder/file/video_encoder.h"
#include "tests/support/faulty_encoder.h"
#include "tests/support/take_maker.h"

namespace gladi {
namespace {

using namespace test;

// Between the probe and the real encoder: what goes in and what comes out can be changed.
class Changed final : public VideoEncoder {
 public:
  using In = std::function<PicturePtr(const PicturePtr&)>;
  using Out = std::function<libav::Packet(libav::Packet)>;  // null: lost

  static VideoEncoderFactory by(In in, Out out) {
    return [in, out](const Canvas& canvas,
                     const EncoderSettings& settings) -> Result<std::unique_ptr<VideoEncoder>> {
      auto real = open_video_encoder(canvas, settings);
      if (!real) return real;
      return std::unique_ptr<VideoEncoder>(new Changed(std::move(*real), in, out));
    };
  }

  Status encode(const PicturePtr& picture, int64_t number, const PacketSink& sink) override {
    return real_->encode(in_ ? in_(picture) : picture, number, through(sink));
  }
  bool repeat(int64_t number, const PacketSink& sink) override {
    return real_->repeat(number, through(sink));
  }
  Status flush(const PacketSink& sink) override { return real_->flush(through(sink)); }
  int64_t held() const override { return real_->held(); }
  const AVCodecContext& context() const override { return real_->context(); }
  int interval() const override { return real_->interval(); }

 private:
  Changed(std::unique_ptr<VideoEncoder> real, In in, Out out)
      : real_(std::move(real)), in_(std::move(in)), out_(std::move(out)) {}
  PacketSink through(const PacketSink& sink) const {
    return [this, &sink](libav::Packet packet) {
      if (out_) packet = out_(std::move(packet));
      if (packet) sink(std::move(packet));
    };
  }
  std::unique_ptr<VideoEncoder> real_;
  In in_;
  Out out_;
};

EncoderProbe probe(const VideoEncoderFactory& open = {}, const EncoderSettings& settings = {}) {
  return probe_encoder(kSmallCanvas, settings, open);
}

std::string detail_of(const EncoderProbe& result) {
  return result.problem ? result.problem->detail : "nothing is wrong";
}

TEST(EncoderProbe, MeasuresAnEncoderThatWorks) {
  const EncoderProbe result = probe();
  EXPECT_TRUE(result.usable()) << result.problem->english();
  EXPECT_GT(result.cpu_ms_per_frame, 0);
  EXPECT_GE(result.wall_ms_per_frame * 1.5, result.cpu_ms_per_frame);  // one thread; clocks differ a little
  EXPECT_NEAR(result.budget_share, result.cpu_ms_per_frame / (1000.0 / 30 * encoder_cores()), 1e-9);
  EXPECT_NEAR(result.times_real_time() * result.budget_share, 1, 1e-9);
}

TEST(EncoderProbe, WorksAtEverySizeOfCanvas) {
  for (const Canvas& canvas : {Canvas{160, 160, 1, 1}, Canvas{162, 288, 60, 1}, Canvas{640, 360, 15, 1}}) {
    const EncoderProbe result = probe_encoder(canvas, default_encoder_settings(canvas));
    EXPECT_TRUE(result.usable()) << to_string(canvas) << ": " << result.problem->english();
  }
}

TEST(EncoderProbe, SeesAnEncoderThatFails) {
  EXPECT_EQ(detail_of(probe(failing_after(10))), "made to fail");
}

TEST(EncoderProbe, SeesAnEncoderThatGivesOtherPictures) {
  PicturePool pool;
  DraftPicture green = pool.take(320, 240);
  std::fill_n(green.y(), green.y_stride() * 240, uint8_t{0});
  const PicturePtr wrong = green.freeze();
  EXPECT_NE(detail_of(probe(Changed::by([&](const PicturePtr&) { return wrong; }, {}))).find("differs"),
            std::string::npos);
}

TEST(EncoderProbe, SeesLostPackets) {
  const auto lose_one = [](libav::Packet packet) { return packet->pts == 7 ? nullptr : std::move(packet); };
  EXPECT_EQ(detail_of(probe(Changed::by({}, lose_one))), "29 of 30 frames came out");
}

TEST(EncoderProbe, SeesMissingKeyframes) {
  const auto no_keys = [](libav::Packet packet) {
    if (packet->pts > 0) packet->flags = 0;
    return packet;
  };
  EXPECT_EQ(detail_of(probe(Changed::by({}, no_keys))), "frame 15 is no keyframe");
}

TEST(EncoderProbe, SeesPacketsThatCantBeDecoded) {
  const auto spoilt = [](libav::Packet packet) {
    av_packet_make_writable(packet.get());
    std::fill_n(packet->data, packet->size, uint8_t{0xA5});
    return packet;
  };
  EXPECT_FALSE(probe(Changed::by({}, spoilt)).usable());
}

TEST(EncoderProbe, CanBeBrokenOff) {
  const std::atomic<bool> cancel = true;
  const EncoderProbe result = probe_encoder(kSmallCanvas, {}, {}, &cancel);
  ASSERT_TRUE(result.problem);
  EXPECT_EQ(result.problem->kind, ErrorKind::kCancelled);
}

TEST(EncoderProbe, SaysOfEveryHardwareEncoderWhetherItWorksHere) {
  for (const std::string& name : hardware_encoders()) {
    EncoderSettings settings = default_encoder_settings({720, 1280, 30, 1});
    settings.video_encoder = name;
    const EncoderProbe result = probe_encoder({720, 1280, 30, 1}, settings);
    if (result.usable()) {
      EXPECT_GT(result.wall_ms_per_frame, 0);
    } else {
      EXPECT_EQ(result.problem->kind, ErrorKind::kUnsupported);
      EXPECT_NE(result.problem->english().find(name), std::string::npos);
    }
  }
}

// What choose_encoder() sees of a machine: the share of the budget by preset or encoder; others can't be
// used.
EncoderProber machine(std::vector<std::pair<std::string, double>> shares) {
  return [shares = std::move(shares)](const EncoderSettings& settings) {
    EncoderProbe result;
    result.settings = settings;
    const std::string& name = settings.software() ? settings.preset : settings.video_encoder;
    for (const auto& [known, share] : shares) {
      if (known == name) result.budget_share = share;
    }
    if (result.budget_share <= 0) result.problem = Error{ErrorKind::kUnsupported, Message("no"), ""};
    return result;
  };
}

std::string chosen_on(std::vector<std::pair<std::string, double>> shares) {
  const auto choice = choose_encoder(EncoderSettings(), machine(std::move(shares)));
  if (!choice) return "";
  const EncoderSettings& settings = choice->chosen.settings;
  return settings.software() ? settings.preset : settings.video_encoder;
}

TEST(EncoderChoice, TakesTheSlowestPresetWithinHalfTheBudget) {
  EXPECT_EQ(chosen_on({{"ultrafast", .1}, {"superfast", .2}, {"veryfast", .36}, {"faster", .52}}),
            "veryfast");
  EXPECT_EQ(chosen_on({{"superfast", .2}, {"veryfast", .51}, {"faster", .3}}), "superfast");
}

TEST(EncoderChoice, TakesUltrafastWhereSuperfastIsTooMuch) {
  EXPECT_EQ(chosen_on({{"ultrafast", .4}, {"superfast", .7}}), "ultrafast");
  EXPECT_EQ(chosen_on({{"ultrafast", 1.4}, {"superfast", 2.5}}), "ultrafast");  // still the best there is
}

TEST(EncoderChoice, TakesHardwareOnlyWhereItIsNeededAndWorks) {
  EXPECT_EQ(chosen_on({{"superfast", .3}, {"veryfast", .6}, {"h264_vaapi", .1}}), "superfast");
  EXPECT_EQ(chosen_on({{"ultrafast", .4}, {"superfast", .8}, {"h264_qsv", .2}}), "h264_qsv");
  EXPECT_EQ(chosen_on({{"ultrafast", .4}, {"superfast", .8}, {"h264_qsv", .9}}), "ultrafast");
}

TEST(EncoderChoice, TellsOfEveryHardwareEncoder) {
  const auto choice = choose_encoder(EncoderSettings(), machine({{"superfast", .3}}));
  ASSERT_TRUE(choice);
  ASSERT_EQ(choice->hardware.size(), hardware_encoders().size());
  for (const EncoderProbe& one : choice->hardware) EXPECT_FALSE(one.usable());
}

TEST(EncoderChoice, IsNoneWhenItWasBrokenOff) {
  const std::atomic<bool> cancel = true;
  EXPECT_FALSE(choose_encoder(kSmallCanvas, &cancel));
}

}  // namespace
}  // namespace gladi
