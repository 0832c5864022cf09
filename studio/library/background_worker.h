// One thread for work that may wait: finalising, thumbnails, later analysis and export.
#pragma once

#include <atomic>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "encoder/base/message.h"

namespace gladi {

// Handed to a job while it runs.
class JobControl {
 public:
  virtual ~JobControl() = default;
  virtual void set_progress(double share) = 0;  // 0..1
  virtual const std::atomic<bool>& cancelled() const = 0;
};

struct JobProgress {
  Message title;  // "Preparing the recording of {0}"
  double share = 0;
  bool running = false;
};

// Methods: the main thread. Jobs copy in, run on the thread "worker" at low priority, and hand back a closure
// that publish_finished() runs on the main thread: a job never touches anything that the main thread owns.
class BackgroundWorker {
 public:
  using Publish = std::function<void()>;
  using Job = std::function<Publish(JobControl&)>;
  enum class Priority { kHigh, kNormal, kLow };

  // `wake` is called from the worker thread when something waits to be published (SDL_PushEvent).
  explicit BackgroundWorker(std::function<void()> wake = {});
  ~BackgroundWorker();  // cancels what runs, drops what waits

  void add(Priority priority, Message title, Job job);
  void publish_finished();
  std::vector<JobProgress> progress() const;
  // While a take runs nothing new is begun; what runs goes on at low priority.
  void pause(bool paused);
  // Waits until everything is done and published (command line, tests); ends a pause.
  void finish_all();

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace gladi
