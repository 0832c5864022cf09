// Takes of the real program that are killed, and what must be true of their library afterwards.
#pragma once

#include <filesystem>
#include <map>
#include <random>
#include <string>
#include <vector>

#include "encoder/base/media_time.h"
#include "tests/support/child_program.h"

namespace gladi::test {

// How far a take had got by its own account: the last line of `gladi record --progress` before its end.
struct TakeProgress {
  MediaTime elapsed;
  MediaTime frames;  // length of the program frames given to the recorder
  MediaTime safe;    // called safe
  int segment = -1;  // -1: nothing was said yet
};

// A small take, quick to encode, whose segments of about a second each give the journal a line.
class SmallTake {
 public:
  static constexpr int kFps = 30;
  // `below` gets a rundown and the library.
  explicit SmallTake(const std::filesystem::path& below);

  const std::filesystem::path& library() const { return library_; }
  // gladi record with `seconds`.
  std::vector<std::string> command(double seconds) const;

 private:
  std::filesystem::path library_;
  std::filesystem::path rundown_;
};

TakeProgress progress_of(const std::string& standard_output);

// The environment that makes a program end at its n-th step on the disk below `folder`; without n it only
// counts them into `count`.
std::map<std::string, std::string> killed_at(const std::filesystem::path& folder, int64_t step,
                                             const std::filesystem::path& count = {});

// The seed of a test's random choices: GLADI_SEED, else a new one; it is printed.
uint64_t seed_of_this_run();

// Recovers the library as a person would, by the program, and looks at everything that is promised: at most
// one take, whole up to `said` but for a second, its film decodes, its journal is whole, and nothing lies
// about. Fails the test otherwise, saying what. The length that was recovered, 0 for nothing.
struct Recovered {
  MediaTime duration;
  std::filesystem::path folder;  // empty for nothing
};
Recovered recover_and_check(const std::filesystem::path& library, const TakeProgress& said);

// A checksum of all packets of a film with their times, by the ffmpeg program; empty when it can't be read.
std::string packets_of(const std::filesystem::path& film);

}  // namespace gladi::test
