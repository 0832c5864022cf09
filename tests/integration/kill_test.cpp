// kill -9 of the real program, at random instants and at every step on the disk. What must be true afterwards
// is in killed_take.h. GLADI_KILLS sets how often, GLADI_SEED repeats a run.
#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <fstream>
#include <iostream>
#include <mutex>
#include <thread>

#include "tests/support/gladi_program.h"
#include "tests/support/killed_take.h"
#include "tests/support/wait.h"

namespace gladi::test {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

constexpr int kAtATime = 3;
constexpr double kTakeSeconds = 3;

int kills() {
  const char* given = std::getenv("GLADI_KILLS");
  return given != nullptr ? std::atoi(given) : 50;
}

// Runs job(0) … job(count - 1), some at a time: a take mostly waits for its own clock.
template <typename Job>
void some_at_a_time(int count, Job job) {
  std::atomic<int> next{0};
  std::vector<std::thread> threads;
  for (int i = 0; i < kAtATime; ++i) {
    threads.emplace_back([&] {
      for (int number = next++; number < count; number = next++) job(number);
    });
  }
  for (std::thread& thread : threads) thread.join();
}

// `wanted` different numbers from 1 to `most`, all of them when there are no more; by size.
std::vector<int64_t> choose(int64_t most, int wanted, std::mt19937_64& random) {
  std::vector<int64_t> all, chosen;
  for (int64_t i = 1; i <= most; ++i) all.push_back(i);
  std::sample(all.begin(), all.end(), std::back_inserter(chosen), wanted, random);
  return chosen;
}

TEST(Kill, AtAnyInstantOfATakeCostsAtMostASecond) {
  std::mt19937_64 random(seed_of_this_run());
  const int count = kills();
  struct Plan {
    bool by_progress = false;  // else from the program's start on
    int after_ms = 0;
    int then_ms = 0;
  };
  std::vector<Plan> plans;
  for (int i = 0; i < count; ++i) {
    const bool by_progress = random() % 4 != 0;
    plans.push_back({by_progress, static_cast<int>(random() % (by_progress ? 3000 : 5000)),
                     static_cast<int>(random() % 120)});
  }
  std::mutex mutex;
  std::vector<double> lost_ms;
  some_at_a_time(count, [&](int number) {
    const Plan& plan = plans[static_cast<size_t>(number)];
    SCOPED_TRACE("kill " + std::to_string(number));
    const TempFolder folder;
    const SmallTake take(folder.path());
    ChildProgram program(take.command(kTakeSeconds));
    if (plan.by_progress) {
      while (program.running() && progress_of(program.out()).elapsed < MediaTime::from_ms(plan.after_ms))
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
      std::this_thread::sleep_for(std::chrono::milliseconds(plan.then_ms));
    } else {
      std::this_thread::sleep_for(std::chrono::milliseconds(plan.after_ms));
    }
    program.kill();
    const TakeProgress said = progress_of(program.out());
    const Recovered recovered = recover_and_check(take.library(), said);
    if (recovered.folder.empty()) return;
    const std::lock_guard lock(mutex);
    lost_ms.push_back(std::max(0.0, (said.frames - recovered.duration).seconds() * 1000));
  });
  ASSERT_GE(lost_ms.size(), static_cast<size_t>(count / 4))
      << "too few takes got far enough to lose anything";
  std::sort(lost_ms.begin(), lost_ms.end());
  std::cout << count << " kills, " << lost_ms.size() << " with a take: median " << lost_ms[lost_ms.size() / 2]
            << " ms lost, worst " << lost_ms.back() << " ms" << std::endl;
}

// From making the library to the thumbnail: starting, recording, stopping, making final.
TEST(Kill, AtAnyStepOnTheDiskLosesNoPart) {
  std::mt19937_64 random(seed_of_this_run());
  constexpr double kSeconds = 1.2;
  int64_t steps = 0;
  {
    const TempFolder folder;
    const SmallTake take(folder.path());
    ChildProgram program(take.command(kSeconds), killed_at(take.library(), 0, folder / "count"));
    ASSERT_EQ(program.wait(), 0) << program.err();
    steps = static_cast<int64_t>(fs::file_size(folder / "count"));
  }
  ASSERT_GT(steps, 60);
  const std::vector<int64_t> chosen = choose(steps, kills(), random);
  std::cout << chosen.size() << " of " << steps << " steps" << std::endl;
  some_at_a_time(static_cast<int>(chosen.size()), [&](int number) {
    const int64_t step = chosen[static_cast<size_t>(number)];
    SCOPED_TRACE("step " + std::to_string(step));
    const TempFolder folder;
    const SmallTake take(folder.path());
    ChildProgram program(take.command(kSeconds), killed_at(take.library(), step));
    program.wait();  // some runs need a step or two less than the one that was counted
    recover_and_check(take.library(), progress_of(program.out()));
  });
}

TEST(Kill, OfARecoveryAtAnyStepChangesNothingAboutItsResult) {
  std::mt19937_64 random(seed_of_this_run());
  const TempFolder folder;
  fs::create_directories(folder / "torn");
  const SmallTake take(folder / "torn");
  {
    ChildProgram program(take.command(20));
    ASSERT_TRUE(wait_for([&] { return progress_of(program.out()).safe >= MediaTime::from_ms(1500); }));
    program.kill();
  }
  const auto copy_to = [&](const fs::path& target) {
    fs::create_directories(target.parent_path());
    fs::copy(take.library(), target, fs::copy_options::recursive);
  };
  const auto session_in = [](const fs::path& library) {
    for (const auto& entry : fs::directory_iterator(library / "sessions")) {
      // Beside it a killed program leaves the file by which it tried whether it can write there.
      if (!entry.path().filename().string().starts_with('.')) return entry.path();
    }
    return fs::path();
  };
  copy_to(folder / "whole/library");
  ChildProgram undisturbed({gladi_program(), "recover", "--library", folder / "whole/library"},
                           killed_at(folder / "whole/library", 0, folder / "count"));
  ASSERT_EQ(undisturbed.wait(), 0) << undisturbed.err();
  const std::string expected = packets_of(session_in(folder / "whole/library") / "take.mp4");
  ASSERT_NE(expected, "");
  const auto steps = static_cast<int64_t>(fs::file_size(folder / "count"));

  const std::vector<int64_t> chosen = choose(steps, kills() / 2, random);
  std::cout << chosen.size() << " of " << steps << " steps" << std::endl;
  std::atomic<int> killed{0};
  some_at_a_time(static_cast<int>(chosen.size()), [&](int number) {
    const int64_t step = chosen[static_cast<size_t>(number)];
    SCOPED_TRACE("step " + std::to_string(step));
    const fs::path library = folder / std::to_string(step) / "library";
    copy_to(library);
    ChildProgram program({gladi_program(), "recover", "--library", library}, killed_at(library, step));
    if (program.wait() == 128 + 9) ++killed;
    const fs::path session = session_in(library);
    if (!fs::exists(session / "take.part.mp4")) {
      EXPECT_EQ(packets_of(session / "take.mp4"), expected) << "the part went before its copy was there";
    }
    const Recovered recovered = recover_and_check(library, {});
    EXPECT_EQ(packets_of(recovered.folder / "take.mp4"), expected);
  });
  EXPECT_GE(killed, static_cast<int>(chosen.size()) / 2);
}

}  // namespace
}  // namespace gladi::test
