#include "tests/support/media_files.h"

#include <gtest/gtest.h>

#include "tests/support/command.h"

namespace gladi::test {

void make_media(const std::filesystem::path& file, const std::vector<std::string>& arguments) {
  std::vector<std::string> command = {"ffmpeg", "-v", "error", "-nostdin", "-y"};
  command.insert(command.end(), arguments.begin(), arguments.end());
  command.push_back(file.string());
  const CommandOutput ran = run_command(command);
  ASSERT_EQ(ran.exit_code, 0) << ran.err;
}

void make_flash_and_beep(const std::filesystem::path& file, int seconds) {
  make_media(file,
             {"-f", "lavfi", "-i",
              "color=c=black:s=320x180:r=30,drawbox=c=white:t=fill:enable='lt(mod(n,30),1)',format=yuvj420p",
              "-f", "lavfi", "-i", "aevalsrc='0.5*sin(2*PI*1000*t)*lt(mod(t,1),0.05)':s=48000", "-c:v",
              "mjpeg", "-c:a", "pcm_s16le", "-t", std::to_string(seconds)});
}

}  // namespace gladi::test
