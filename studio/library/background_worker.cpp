#include "studio/library/background_worker.h"

#include <spdlog/spdlog.h>

#include <algorithm>
#include <deque>
#include <thread>
#include <utility>

#include "encoder/base/mutex.h"
#include "encoder/base/platform.h"

namespace gladi {
namespace {

// One job with what others may know of it. Shared by the worker and the list of what runs and waits.
struct Work final : JobControl {
  Work(BackgroundWorker::Priority how_urgent, Message what, BackgroundWorker::Job how)
      : priority(how_urgent), title(std::move(what)), job(std::move(how)) {}
  void set_progress(double done) override { share = std::clamp(done, 0.0, 1.0); }
  const std::atomic<bool>& cancelled() const override { return cancel; }

  const BackgroundWorker::Priority priority;
  const Message title;
  BackgroundWorker::Job job;  // the worker's once it runs
  std::atomic<double> share = 0;
  std::atomic<bool> cancel = false;
};

// What a job does wrong is its own trouble: the worker goes on with the next.
template <class Call>
auto guarded(const Message& title, const Call& call) -> decltype(call()) {
  try {
    return call();
  } catch (const std::exception& failure) {
    spdlog::error("{}: {}", title.english(), failure.what());
  } catch (...) {
    spdlog::error("{}: an unknown exception", title.english());
  }
  return decltype(call())();
}

}  // namespace

struct BackgroundWorker::Impl {
  explicit Impl(std::function<void()> wake_up) : wake(std::move(wake_up)), thread([this] { run(); }) {}

  struct Finished {
    Message title;
    Publish publish;
  };

  void run();
  std::shared_ptr<Work> next();

  const std::function<void()> wake;
  mutable Mutex mutex;
  Condition changed;
  std::deque<std::shared_ptr<Work>> waiting GUARDED_BY(mutex);  // most urgent first
  std::shared_ptr<Work> running GUARDED_BY(mutex);
  std::vector<Finished> finished GUARDED_BY(mutex);
  bool paused GUARDED_BY(mutex) = false;
  bool closing GUARDED_BY(mutex) = false;
  std::thread thread;  // last: it uses all of the above
};

// The next job to run; null when the worker closes.
std::shared_ptr<Work> BackgroundWorker::Impl::next() {
  MutexLock lock(mutex);
  while (!closing && (paused || waiting.empty())) changed.wait(mutex);
  if (closing) return nullptr;
  running = std::move(waiting.front());
  waiting.pop_front();
  return running;
}

void BackgroundWorker::Impl::run() {
  platform::name_this_thread("worker");
  platform::lower_this_thread_priority();
  while (const std::shared_ptr<Work> work = next()) {
    Publish publish = guarded(work->title, [&] { return work->job(*work); });
    work->job = nullptr;  // what it holds goes here, not with the list of jobs
    {
      MutexLock lock(mutex);
      running.reset();
      if (!closing) finished.push_back({work->title, std::move(publish)});
    }
    changed.notify_all();
    if (wake) wake();
  }
}

BackgroundWorker::BackgroundWorker(std::function<void()> wake)
    : impl_(std::make_unique<Impl>(std::move(wake))) {}

BackgroundWorker::~BackgroundWorker() {
  {
    MutexLock lock(impl_->mutex);
    impl_->closing = true;
    if (impl_->running) impl_->running->cancel = true;
  }
  impl_->changed.notify_all();
  impl_->thread.join();
}

void BackgroundWorker::add(Priority priority, Message title, Job job) {
  auto work = std::make_shared<Work>(priority, std::move(title), std::move(job));
  {
    MutexLock lock(impl_->mutex);
    auto& waiting = impl_->waiting;
    const auto later = std::find_if(waiting.begin(), waiting.end(), [&](const std::shared_ptr<Work>& other) {
      return other->priority > priority;
    });
    waiting.insert(later, std::move(work));
  }
  impl_->changed.notify_all();
}

void BackgroundWorker::publish_finished() {
  std::vector<Impl::Finished> finished;
  {
    MutexLock lock(impl_->mutex);
    finished.swap(impl_->finished);
  }
  for (const Impl::Finished& done : finished) {
    if (done.publish) guarded(done.title, [&] { done.publish(); });
  }
}

std::vector<JobProgress> BackgroundWorker::progress() const {
  MutexLock lock(impl_->mutex);
  std::vector<JobProgress> list;
  if (impl_->running) list.push_back({impl_->running->title, impl_->running->share, true});
  for (const auto& work : impl_->waiting) list.push_back({work->title, 0, false});
  return list;
}

void BackgroundWorker::pause(bool paused) {
  {
    MutexLock lock(impl_->mutex);
    impl_->paused = paused;
  }
  impl_->changed.notify_all();
}

void BackgroundWorker::finish_all() {
  pause(false);
  for (bool more = true; more;) {
    {
      MutexLock lock(impl_->mutex);
      while (impl_->running || !impl_->waiting.empty()) impl_->changed.wait(impl_->mutex);
    }
    publish_finished();  // may add further jobs
    MutexLock lock(impl_->mutex);
    more = impl_->running || !impl_->waiting.empty() || !impl_->finished.empty();
  }
}

}  // namespace gladi
