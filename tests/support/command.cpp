#include "tests/support/command.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <iostream>
#include <memory>

extern char** environ;

namespace gladi::test {
namespace {

struct CloseFile {
  void operator()(std::FILE* file) const { std::fclose(file); }
};

std::string read_all(int fd) {
  std::string bytes;
  char chunk[65536];
  for (;;) {
    const ssize_t got = ::read(fd, chunk, sizeof chunk);
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return bytes;
    bytes.append(chunk, static_cast<size_t>(got));
  }
}

}  // namespace

CommandOutput run_command(const std::vector<std::string>& arguments) {
  CommandOutput output;
  // The errors go to a file: with two pipes one could fill up while the other is read.
  const std::unique_ptr<std::FILE, CloseFile> errors(std::tmpfile());
  int ends[2];
  if (!errors || ::pipe2(ends, O_CLOEXEC) != 0) return output;

  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
  posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
  posix_spawn_file_actions_adddup2(&actions, fileno(errors.get()), STDERR_FILENO);
  std::vector<char*> argv;
  for (const std::string& argument : arguments) argv.push_back(const_cast<char*>(argument.c_str()));
  argv.push_back(nullptr);
  pid_t child = 0;
  const int failed = posix_spawnp(&child, argv[0], &actions, nullptr, argv.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  ::close(ends[1]);
  if (failed == 0) {
    output.out = read_all(ends[0]);
    int status = 0;
    while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    output.exit_code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  } else {
    output.exit_code = 127;
  }
  ::close(ends[0]);
  ::lseek(fileno(errors.get()), 0, SEEK_SET);
  output.err = read_all(fileno(errors.get()));
  return output;
}

nlohmann::json ffprobe_json(const std::filesystem::path& file, const std::vector<std::string>& more) {
  std::vector<std::string> arguments = {"ffprobe", "-v",           "error",          "-of",
                                        "json",    "-show_format", "-show_chapters", "-show_streams"};
  arguments.insert(arguments.end(), more.begin(), more.end());
  arguments.push_back(file.string());
  const CommandOutput output = run_command(arguments);
  if (output.exit_code != 0) {
    std::cerr << "ffprobe " << file << ": " << output.err << "\n";
    return nullptr;
  }
  return nlohmann::json::parse(output.out, nullptr, false);
}

nlohmann::json stream_of_type(const nlohmann::json& probed, const std::string& type) {
  if (!probed.contains("streams")) return nullptr;
  for (const nlohmann::json& stream : probed["streams"]) {
    if (stream.value("codec_type", "") == type) return stream;
  }
  return nullptr;
}

}  // namespace gladi::test
