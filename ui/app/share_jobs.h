// What is being written for others or taken in from them, whichever screen is open: one thing at a time.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "studio/library/background_worker.h"
#include "studio/share/bundle.h"
#include "ui/widgets/sheet.h"

namespace gladi {

// What came of it, in sentences: the first one says all, the others what else is worth knowing.
struct ShareOutcome {
  std::vector<Message> words;
};

struct ShareState {
  enum class Phase { kNone, kWaiting, kRunning, kDone, kFailed };
  Phase phase = Phase::kNone;
  Message title;     // "Saving the clip of {0}"
  double share = 0;  // 0 to 1
  bool cancelling = false;
  std::vector<Message> words;    // kDone: what came of it
  std::optional<Error> problem;  // kFailed
  bool busy() const { return phase == Phase::kWaiting || phase == Phase::kRunning; }
};

// Main thread. Work runs on the background worker and touches only files.
class ShareJobs {
 public:
  using Work = std::function<Result<ShareOutcome>(const ShareProgress&)>;

  ShareJobs(BackgroundWorker& worker, Toasts& toasts) : worker_(worker), toasts_(toasts) {}

  // False while something else is being done.
  bool begin(Message title, Work work);
  // Nothing is left of it; forgotten when it has ended.
  void cancel();
  // The outcome has been read.
  void forget();
  ShareState state() const;
  // How often something has ended well: the library may hold more.
  int64_t done() const { return done_; }
  // While nobody watches, outcomes become messages.
  void watch(bool watched);

 private:
  struct Job;
  void end(const std::shared_ptr<Job>& job, Result<ShareOutcome> outcome);
  void tell();

  BackgroundWorker& worker_;
  Toasts& toasts_;
  std::shared_ptr<Job> job_;
  std::optional<Result<ShareOutcome>> outcome_;
  bool watched_ = false;
  int64_t done_ = 0;
};

}  // namespace gladi
