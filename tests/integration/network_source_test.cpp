// A phone as camera: a stream over HTTP, served by the ffmpeg program.
#include <gtest/gtest.h>

#include <atomic>
#include <random>
#include <thread>

#include "encoder/capture/sources.h"
#include "tests/support/command.h"

namespace gladi {
namespace {

class NetworkSourceTest : public testing::Test {
 protected:
  // Serves a stream of so many seconds to the first who asks.
  void serve(int seconds) {
    server_ = std::thread([this, seconds] {
      const auto served = test::run_command({"ffmpeg",
                                             "-v",
                                             "error",
                                             "-nostdin",
                                             "-re",
                                             "-f",
                                             "lavfi",
                                             "-i",
                                             "testsrc2=s=320x180:r=30",
                                             "-re",
                                             "-f",
                                             "lavfi",
                                             "-i",
                                             "sine=r=48000",
                                             "-t",
                                             std::to_string(seconds),
                                             "-c:v",
                                             "mpeg2video",
                                             "-g",
                                             "10",
                                             "-c:a",
                                             "mp2",
                                             "-f",
                                             "mpegts",
                                             "-listen",
                                             "1",
                                             address_});
      served_ = served.exit_code;
    });
  }
  ~NetworkSourceTest() override {
    if (server_.joinable()) server_.join();
  }

  // The server needs a moment to listen.
  std::unique_ptr<Sources> connect() {
    SourceOptions options;
    options.camera = *parse_camera_spec("url:" + address_);
    options.microphone = *parse_microphone_spec("url:" + address_);
    for (int attempt = 0; attempt < 200; ++attempt) {
      auto sources = Sources::open(options, clock_);
      if (!sources->camera_problem()) return sources;
      sources.reset();
      clock_.sleep_until(clock_.now() + MediaTime::from_ms(50));
    }
    return nullptr;
  }

  MonotonicClock clock_;
  std::random_device random_;
  const std::string address_ =
      "http://127.0.0.1:" + std::to_string(20'000 + random_() % 20'000) + "/camera.ts";
  std::atomic<int> served_{-1};
  std::thread server_;
};

TEST_F(NetworkSourceTest, GivesPicturesAndSoundUntilTheStreamEnds) {
  serve(5);
  const auto sources = connect();
  ASSERT_TRUE(sources);
  EXPECT_EQ(sources->camera()->mode().width_px, 320);
  SoundBlock block;
  while (sources->frames().frames_put() < 20) clock_.sleep_until(clock_.now() + MediaTime::from_ms(10));
  EXPECT_TRUE(sources->sound().try_pop(block));
  while (!sources->camera()->failure()) clock_.sleep_until(clock_.now() + MediaTime::from_ms(10));
  EXPECT_EQ(sources->camera()->failure()->kind, ErrorKind::kIo);
  EXPECT_NE(sources->camera()->failure()->english().find("127.0.0.1"), std::string::npos);
}

TEST_F(NetworkSourceTest, ClosesWhileTheStreamRuns) {
  serve(6);
  auto sources = connect();
  ASSERT_TRUE(sources);
  while (!sources->frames().has_frame()) clock_.sleep_until(clock_.now() + MediaTime::from_ms(10));
  sources.reset();
  EXPECT_EQ(served_, -1) << "closed before the server was done";
}

}  // namespace
}  // namespace gladi
