#include "tests/support/faulty_encoder.h"

#include <chrono>
#include <functional>
#include <thread>
#include <utility>

#include "encoder/file/video_encoder.h"

namespace gladi::test {
namespace {

using Before = std::function<Status(const PicturePtr&, int64_t)>;

class FaultyEncoder final : public VideoEncoder {
 public:
  FaultyEncoder(std::unique_ptr<VideoEncoder> real, Before before)
      : real_(std::move(real)), before_(std::move(before)) {}

  Status encode(const PicturePtr& picture, int64_t number, const PacketSink& sink) override {
    if (Status status = before_(picture, number); !status) return status;
    return real_->encode(picture, number, sink);
  }
  bool repeat(int64_t number, const PacketSink& sink) override { return real_->repeat(number, sink); }
  Status flush(const PacketSink& sink) override { return real_->flush(sink); }
  int64_t held() const override { return real_->held(); }
  const AVCodecContext& context() const override { return real_->context(); }
  int interval() const override { return real_->interval(); }

 private:
  std::unique_ptr<VideoEncoder> real_;
  Before before_;
};

Result<std::unique_ptr<VideoEncoder>> with_fault(const Canvas& canvas, const EncoderSettings& settings,
                                                 Before before) {
  auto real = open_video_encoder(canvas, settings);
  if (!real) return real;
  return std::make_unique<FaultyEncoder>(std::move(*real), std::move(before));
}

}  // namespace

VideoEncoderFactory failing_after(int64_t frames, const std::string& only) {
  return [frames, only](const Canvas& canvas, const EncoderSettings& settings) {
    const bool fails = only.empty() || settings.video_encoder == only;
    EncoderSettings real = settings;
    if (fails) real.video_encoder = "libx264";
    return with_fault(canvas, real, [=](const PicturePtr&, int64_t number) -> Status {
      if (!fails || number < frames) return {};
      return fail(ErrorKind::kInternal, Message("The picture could not be encoded."), "made to fail");
    });
  };
}

VideoEncoderFactory slowed_by(int ms) {
  return [ms](const Canvas& canvas, const EncoderSettings& settings) {
    return with_fault(canvas, settings, [ms](const PicturePtr&, int64_t) {
      std::this_thread::sleep_for(std::chrono::milliseconds(ms));
      return Status();
    });
  };
}

void Gate::open() {
  const std::lock_guard lock(mutex_);
  open_ = true;
  changed_.notify_all();
}

void Gate::wait() {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [this] { return open_; });
}

VideoEncoderFactory held_by(std::shared_ptr<Gate> gate) {
  return held_at({{0, std::move(gate)}});
}

VideoEncoderFactory held_at(std::vector<std::pair<int64_t, std::shared_ptr<Gate>>> gates) {
  return [gates = std::move(gates)](const Canvas& canvas, const EncoderSettings& settings) {
    return with_fault(canvas, settings, [gates](const PicturePtr&, int64_t number) {
      for (const auto& [at, gate] : gates) {
        if (number >= at) gate->wait();
      }
      return Status();
    });
  };
}

}  // namespace gladi::test
