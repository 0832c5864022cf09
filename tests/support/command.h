// Runs someone else's program and gives back what it said: outputs under test are checked by strangers.
#pragma once

#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace gladi::test {

struct CommandOutput {
  int exit_code = -1;  // 128 + signal when it was killed, 127 when it could not be started
  std::string out;
  std::string err;
};

// `arguments` begins with the program, found through PATH; no shell is in between. Waits until it ends.
CommandOutput run_command(const std::vector<std::string>& arguments);

// ffprobe's view of a media file: "streams", "format" and "chapters", and what `more` asks for, such as
// {"-show_packets", "-select_streams", "v"}. Null, with the reason on stderr, when ffprobe refuses the file.
nlohmann::json ffprobe_json(const std::filesystem::path& file, const std::vector<std::string>& more = {});

// The first stream of a type ("video", "audio") in ffprobe_json's answer; null when there is none.
nlohmann::json stream_of_type(const nlohmann::json& probed, const std::string& type);

}  // namespace gladi::test
