#include "ui/app/share_jobs.h"

#include <atomic>
#include <utility>

namespace gladi {

// Shared with the worker's thread.
struct ShareJobs::Job {
  Message title;
  std::atomic<bool> running = false;
  std::atomic<bool> cancel = false;
  std::atomic<double> share = 0;
};

bool ShareJobs::begin(Message title, Work work) {
  if (state().busy()) return false;
  job_ = std::make_shared<Job>();
  job_->title = title;
  outcome_.reset();
  worker_.add(BackgroundWorker::Priority::kNormal, std::move(title),
              [this, job = job_, work = std::move(work)](JobControl& control) -> BackgroundWorker::Publish {
                job->running = true;
                const ShareProgress progress{[&](double share) {
                                               job->share = share;
                                               control.set_progress(share);
                                               if (control.cancelled())
                                                 job->cancel = true;  // the window closes
                                             },
                                             &job->cancel};
                Result<ShareOutcome> outcome =
                    job->cancel ? fail(ErrorKind::kCancelled, Message(GLADI_TEXT("Cancelled.")))
                                : work(progress);
                return [this, job, outcome = std::move(outcome)] { end(job, outcome); };
              });
  return true;
}

void ShareJobs::end(const std::shared_ptr<Job>& job, Result<ShareOutcome> outcome) {
  if (job != job_) return;
  if (!outcome && outcome.error().kind == ErrorKind::kCancelled) {
    toasts_.add(Toasts::Kind::kNews, Message(GLADI_TEXT("Cancelled. Nothing was left behind.")));
    return forget();
  }
  if (outcome) ++done_;
  outcome_ = std::move(outcome);
  if (!watched_) tell();
}

void ShareJobs::tell() {
  if (!outcome_) return;
  if (!*outcome_) {
    toasts_.add(outcome_->error());
  } else {
    for (const Message& words : (*outcome_)->words) toasts_.add(Toasts::Kind::kNews, words);
  }
  forget();
}

void ShareJobs::cancel() {
  if (job_) job_->cancel = true;
}

void ShareJobs::forget() {
  job_.reset();
  outcome_.reset();
}

void ShareJobs::watch(bool watched) {
  watched_ = watched;
  if (!watched_) tell();
}

ShareState ShareJobs::state() const {
  using Phase = ShareState::Phase;
  ShareState state;
  if (!job_) return state;
  state.title = job_->title;
  state.share = job_->share;
  state.cancelling = job_->cancel;
  state.phase = job_->running ? Phase::kRunning : Phase::kWaiting;
  if (!outcome_) return state;
  if (*outcome_) {
    state.phase = Phase::kDone;
    state.words = (*outcome_)->words;
  } else {
    state.phase = Phase::kFailed;
    state.problem = outcome_->error();
  }
  return state;
}

}  // namespace gladi
