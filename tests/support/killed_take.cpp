#include "tests/support/killed_take.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iostream>

#include "studio/library/library.h"
#include "studio/session/journal.h"
#include "tests/support/gladi_program.h"

namespace gladi::test {
namespace {
namespace fs = std::filesystem;
using nlohmann::json;

// Progress is told each tenth of a second: so much may have been recorded after its last line.
constexpr MediaTime kUntold = MediaTime::from_ms(100);
constexpr MediaTime kMostLost = MediaTime::from_ms(1000);
constexpr MediaTime kOnePacketOfSound = MediaTime::from_ms(22);

void expect_whole_journal(const fs::path& folder, const TakeProgress& said) {
  std::ifstream file(folder / "journal.jsonl", std::ios::binary);
  int torn = 0;
  bool started = false;
  std::vector<bool> segments(static_cast<size_t>(said.segment) + 1);
  std::string last_type;
  for (std::string line; std::getline(file, line);) {
    const json event = json::parse(line, nullptr, false);
    if (!event.is_object()) {
      ++torn;
      continue;
    }
    last_type = event["type"];
    started = started || last_type == "take_started";
    if (last_type == "segment_started" && event["segment"] < segments.size())
      segments[event["segment"].get<size_t>()] = true;
  }
  EXPECT_LE(torn, 1) << "only the line that was being written may be torn";
  EXPECT_TRUE(started);
  EXPECT_EQ(std::count(segments.begin(), segments.end(), false), 0) << "a segment is missing";
  EXPECT_EQ(last_type, "take_ended");
}

void expect_whole_film(const fs::path& film, MediaTime duration) {
  const CommandOutput decoded =
      run_command({"ffmpeg", "-v", "error", "-xerror", "-nostdin", "-i", film, "-f", "null", "-"});
  EXPECT_EQ(decoded.exit_code, 0) << decoded.err;
  EXPECT_EQ(decoded.err, "");
  const json probed = ffprobe_json(film);
  ASSERT_TRUE(probed.contains("format"));
  EXPECT_NEAR(std::stod(probed["format"]["duration"].get<std::string>()), duration.seconds(), 0.05);
}

std::vector<std::string> leftovers(const fs::path& library) {
  std::vector<std::string> found;
  for (const fs::path& folder : {library, library / "people", library / "sessions"}) {
    for (const auto& entry : fs::directory_iterator(folder)) {
      if (entry.path().filename().string().starts_with('.')) found.push_back(entry.path());
    }
  }
  return found;
}

}  // namespace

SmallTake::SmallTake(const fs::path& below) : library_(below / "library"), rundown_(below / "rundown.toml") {
  std::ofstream rundown(rundown_);
  rundown << "name = \"Short\"\n";
  for (int i = 0; i < 8; ++i) {
    rundown << "[[segment]]\nkind = \"" << (i % 2 == 0 ? "opening" : "closing") << "\"\ntitle = \"Part " << i
            << "\"\nminutes = 0.015\n";
  }
}

std::vector<std::string> SmallTake::command(double seconds) const {
  return {gladi_program(), "record",  "--library", library_,
          "--person",      "Bu Sari", "--camera",  "test",
          "--mic",         "test",    "--canvas",  "320x240@" + std::to_string(kFps),
          "--rundown",     rundown_,  "--seconds", std::to_string(seconds),
          "--progress",    "--lang",  "en"};
}

TakeProgress progress_of(const std::string& out) {
  TakeProgress progress;
  const size_t end = out.rfind("}\n");
  if (end == std::string::npos) return progress;
  const size_t before = out.rfind('\n', end);
  const size_t begin = before == std::string::npos ? 0 : before + 1;
  const json line = json::parse(out.substr(begin, end + 1 - begin), nullptr, false);
  if (!line.is_object()) return progress;
  progress.elapsed = {line["elapsed_ns"].get<int64_t>()};
  progress.frames = Canvas{320, 240, SmallTake::kFps, 1}.frame_time(line["frames"].get<int64_t>());
  progress.safe = {line["safe_until_ns"].get<int64_t>()};
  progress.segment = line["segment"].get<int>();
  return progress;
}

std::map<std::string, std::string> killed_at(const fs::path& folder, int64_t step, const fs::path& count) {
  std::map<std::string, std::string> environment = {
      {"LD_PRELOAD", GLADI_KILL_AT},
      {"ASAN_OPTIONS", "verify_asan_link_order=0"},  // the sanitizer would refuse to come second
      {"GLADI_KILL_BELOW", folder}};
  if (step > 0) environment["GLADI_KILL_STEP"] = std::to_string(step);
  if (!count.empty()) environment["GLADI_KILL_COUNT"] = count;
  return environment;
}

uint64_t seed_of_this_run() {
  const char* given = std::getenv("GLADI_SEED");
  const uint64_t seed = given != nullptr ? std::strtoull(given, nullptr, 10) : std::random_device()();
  std::cout << "GLADI_SEED=" << seed << std::endl;
  return seed;
}

Recovered recover_and_check(const fs::path& library, const TakeProgress& said) {
  const CommandOutput output = gladi({"recover", "--json", "--library", library});
  const json answer = json::parse(output.out, nullptr, false);
  EXPECT_TRUE(answer.is_object()) << output.out << output.err;
  EXPECT_EQ(leftovers(library), std::vector<std::string>());
  EXPECT_EQ(answer_of(gladi({"recover", "--json", "--library", library})),
            json({{"recovered", json::array()}, {"failed", json::array()}}));

  const auto opened = Library::open(library);
  if (!opened) {
    ADD_FAILURE() << opened.error().english();
    return {};
  }
  std::vector<Error> problems;
  const std::vector<TakeSummary> takes = (*opened)->takes(&problems);
  Recovered recovered;
  if (takes.empty()) {
    EXPECT_LE(problems.size(), 1U);  // one that was begun and of which nothing plays
  } else {
    EXPECT_EQ(takes.size(), 1U);
    EXPECT_TRUE(problems.empty()) << problems.front().english();
    const TakeSummary& take = takes.front();
    EXPECT_TRUE(take.state == SessionState::kRecovered || take.state == SessionState::kReady);
    recovered = {take.duration, take.folder};
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator(take.folder)) {
      if (entry.path().filename() != "cache")
        names.push_back(entry.path().filename());  // made when it is missing
    }
    std::sort(names.begin(), names.end());
    EXPECT_EQ(names, (std::vector<std::string>{"journal.jsonl", "session.json", "take.mp4"}));
    expect_whole_film(take.folder / "take.mp4", take.duration);
    expect_whole_journal(take.folder, said);
  }
  EXPECT_LE(said.frames - recovered.duration, kMostLost - kUntold);
  EXPECT_LE(said.safe - recovered.duration, kOnePacketOfSound) << "this had been called safe";
  return recovered;
}

std::string packets_of(const fs::path& film) {
  const CommandOutput output =
      run_command({"ffmpeg", "-v", "error", "-xerror", "-nostdin", "-i", film, "-map", "0:v", "-map", "0:a",
                   "-c", "copy", "-f", "framemd5", "-"});
  return output.exit_code == 0 ? output.out : std::string();
}

}  // namespace gladi::test
