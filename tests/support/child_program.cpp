#include "tests/support/child_program.h"

#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <fstream>
#include <sstream>

extern char** environ;

namespace gladi::test {
namespace {

std::string read_text(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

std::vector<char*> pointers_to(std::vector<std::string>& words) {
  std::vector<char*> pointers;
  for (std::string& word : words) pointers.push_back(word.data());
  pointers.push_back(nullptr);
  return pointers;
}

int exit_code_of(int status) {
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

}  // namespace

ChildProgram::ChildProgram(const std::vector<std::string>& arguments,
                           const std::map<std::string, std::string>& environment) {
  std::vector<std::string> words = arguments;
  std::vector<std::string> variables;
  for (char** variable = environ; *variable != nullptr; ++variable) {
    const std::string text = *variable;
    if (environment.find(text.substr(0, text.find('='))) == environment.end()) variables.push_back(text);
  }
  for (const auto& [name, value] : environment) variables.push_back(name + "=" + value);

  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
  for (const auto& [fd, name] : {std::pair(STDOUT_FILENO, "out"), std::pair(STDERR_FILENO, "err")}) {
    posix_spawn_file_actions_addopen(&actions, fd, (folder_ / name).c_str(), O_WRONLY | O_CREAT | O_APPEND,
                                     0600);
  }
  if (posix_spawnp(&pid_, words.front().c_str(), &actions, nullptr, pointers_to(words).data(),
                   pointers_to(variables).data()) != 0) {
    pid_ = -1;
    exit_code_ = 127;
  }
  posix_spawn_file_actions_destroy(&actions);
}

ChildProgram::~ChildProgram() {
  kill();
}

bool ChildProgram::running() {
  if (exit_code_ >= 0) return false;
  int status = 0;
  if (::waitpid(pid_, &status, WNOHANG) == pid_) exit_code_ = exit_code_of(status);
  return exit_code_ < 0;
}

std::string ChildProgram::out() const {
  return read_text(folder_ / "out");
}

std::string ChildProgram::err() const {
  return read_text(folder_ / "err");
}

void ChildProgram::kill() {
  if (exit_code_ >= 0) return;
  ::kill(pid_, SIGKILL);
  wait();
}

int ChildProgram::wait() {
  int status = 0;
  while (exit_code_ < 0) {
    const pid_t ended = ::waitpid(pid_, &status, 0);
    if (ended == pid_) {
      exit_code_ = exit_code_of(status);
    } else if (errno != EINTR) {
      exit_code_ = 127;
    }
  }
  return exit_code_;
}

}  // namespace gladi::test
