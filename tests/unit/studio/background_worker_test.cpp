#include "studio/library/background_worker.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <future>
#include <mutex>
#include <stdexcept>
#include <thread>

namespace gladi {
namespace {

using Priority = BackgroundWorker::Priority;
using testing::ElementsAre;

const Message kTitle("Work");

// A job that waits for the test, and says when it has begun.
class Gate {
 public:
  BackgroundWorker::Job job() {
    return [this](JobControl&) {
      begun_.set_value();
      opened_.get_future().wait();
      return BackgroundWorker::Publish();
    };
  }
  void wait_until_begun() { begun_.get_future().wait(); }
  void open() { opened_.set_value(); }

 private:
  std::promise<void> begun_;
  std::promise<void> opened_;
};

TEST(BackgroundWorkerTest, RunsTheMostUrgentFirstAndEqualsInTheirOrder) {
  BackgroundWorker worker;
  Gate gate;
  worker.add(Priority::kLow, kTitle, gate.job());
  gate.wait_until_begun();  // it runs: nothing overtakes it
  std::vector<std::string> order;
  const auto note = [&order](const char* name) {
    return [&order, name](JobControl&) { return [&order, name] { order.push_back(name); }; };
  };
  worker.add(Priority::kLow, kTitle, note("low"));
  worker.add(Priority::kNormal, kTitle, note("normal"));
  worker.add(Priority::kHigh, kTitle, note("high 1"));
  worker.add(Priority::kHigh, kTitle, note("high 2"));
  EXPECT_EQ(worker.progress().size(), 5u);
  EXPECT_TRUE(worker.progress()[0].running);
  gate.open();
  worker.finish_all();
  EXPECT_THAT(order, ElementsAre("high 1", "high 2", "normal", "low"));
  EXPECT_TRUE(worker.progress().empty());
}

TEST(BackgroundWorkerTest, PublishesOnTheCallersThreadOnly) {
  std::promise<void> woken;
  std::once_flag once;
  BackgroundWorker worker([&] { std::call_once(once, [&] { woken.set_value(); }); });
  std::thread::id worked_on;
  std::thread::id published_on;
  worker.add(Priority::kNormal, kTitle, [&](JobControl&) {
    worked_on = std::this_thread::get_id();
    return [&] { published_on = std::this_thread::get_id(); };
  });
  woken.get_future().wait();
  EXPECT_EQ(published_on, std::thread::id());  // nothing by itself
  worker.publish_finished();
  EXPECT_EQ(published_on, std::this_thread::get_id());
  EXPECT_NE(worked_on, published_on);
}

TEST(BackgroundWorkerTest, BeginsNothingNewWhilePaused) {
  std::atomic<int> wakes = 0;
  std::promise<void> first_done;
  BackgroundWorker worker([&] {
    if (++wakes == 1) first_done.set_value();
  });
  Gate gate;
  worker.add(Priority::kNormal, kTitle, gate.job());
  gate.wait_until_begun();
  worker.pause(true);
  bool ran = false;
  worker.add(Priority::kHigh, kTitle, [&](JobControl&) {
    ran = true;
    return BackgroundWorker::Publish();
  });
  gate.open();  // what runs goes on
  first_done.get_future().wait();
  ASSERT_EQ(worker.progress().size(), 1u);
  EXPECT_FALSE(worker.progress()[0].running);
  worker.pause(false);
  worker.finish_all();
  EXPECT_TRUE(ran);
}

TEST(BackgroundWorkerTest, CancelsWhatRunsAndDropsWhatWaitsAtItsEnd) {
  std::atomic<bool> saw_cancel = false;
  std::atomic<bool> second_ran = false;
  bool published = false;
  std::promise<void> begun;
  {
    BackgroundWorker worker;
    worker.add(Priority::kNormal, kTitle, [&](JobControl& control) {
      begun.set_value();
      while (!control.cancelled()) std::this_thread::yield();
      saw_cancel = true;
      return [&] { published = true; };
    });
    worker.add(Priority::kNormal, kTitle, [&](JobControl&) {
      second_ran = true;
      return BackgroundWorker::Publish();
    });
    begun.get_future().wait();
  }
  EXPECT_TRUE(saw_cancel);
  EXPECT_FALSE(second_ran);
  EXPECT_FALSE(published);
}

TEST(BackgroundWorkerTest, OutlivesExceptionsOfItsJobs) {
  BackgroundWorker worker;
  int published = 0;
  worker.add(Priority::kNormal, kTitle, [](JobControl&) -> BackgroundWorker::Publish {
    throw std::runtime_error("a fault of the job");
  });
  worker.add(Priority::kNormal, kTitle, [](JobControl&) -> BackgroundWorker::Publish { throw 7; });
  worker.add(Priority::kNormal, kTitle, [](JobControl&) -> BackgroundWorker::Publish {
    return [] { throw std::runtime_error("a fault of what it publishes"); };
  });
  worker.add(Priority::kNormal, kTitle, [&](JobControl&) { return [&] { ++published; }; });
  worker.finish_all();
  EXPECT_EQ(published, 1);
}

TEST(BackgroundWorkerTest, ShowsProgressWithinItsBounds) {
  BackgroundWorker worker;
  std::promise<void> half;
  std::promise<void> go_on;
  worker.add(Priority::kNormal, Message("Preparing the recording of {0}", {"Siti"}),
             [&](JobControl& control) {
               control.set_progress(0.5);
               half.set_value();
               go_on.get_future().wait();
               control.set_progress(7);
               return BackgroundWorker::Publish();
             });
  half.get_future().wait();
  ASSERT_EQ(worker.progress().size(), 1u);
  EXPECT_EQ(worker.progress()[0].share, 0.5);
  EXPECT_EQ(worker.progress()[0].title.english(), "Preparing the recording of Siti");
  go_on.set_value();
  worker.finish_all();
}

TEST(BackgroundWorkerTest, FinishesWhatPublishedWorkAddsToo) {
  BackgroundWorker worker;
  int rounds = 0;
  std::function<void()> again = [&] {
    if (++rounds < 5) worker.add(Priority::kNormal, kTitle, [&](JobControl&) { return again; });
  };
  worker.add(Priority::kNormal, kTitle, [&](JobControl&) { return again; });
  worker.finish_all();
  EXPECT_EQ(rounds, 5);
}

}  // namespace
}  // namespace gladi
