#include "studio/library/measure_desk.h"

#include <spdlog/spdlog.h>

#include <atomic>
#include <utility>

#include "studio/coaching/take_metrics.h"
#include "studio/coaching/take_pictures.h"
#include "studio/session/journal.h"
#include "studio/session/session_file.h"

namespace gladi {
namespace {
namespace fs = std::filesystem;

// How much of the work the sound is, where the pictures are looked at too.
constexpr double kSoundShare = 0.3;

// Of a take that is being recorded or made final nothing is measured: its files are just changing.
Result<SoundMetrics> measure_take(const fs::path& folder, const fs::path& face_model,
                                  const std::atomic<bool>& cancel,
                                  const std::function<void(double)>& progress) {
  const auto session = load_session(folder);
  if (!session) return tl::unexpected(session.error());
  if (!MeasureDesk::can_measure(*session)) {
    return fail(ErrorKind::kBusy,
                Message(GLADI_TEXT("The rehearsal in {0} is still being recorded or made ready."),
                        {folder.string()}));
  }
  const auto journal = read_journal(folder);
  if (face_model.empty() || !journal || !wants_pictures(*session, journal->events))
    return take_metrics(folder, *session, &cancel, progress);
  auto metrics =
      take_metrics(folder, *session, &cancel, [&](double share) { progress(share * kSoundShare); });
  // What can't be seen leaves what was heard.
  if (!metrics) return metrics;
  const auto pictures = take_pictures(folder, *session, face_model, &cancel, [&](double share) {
    progress(kSoundShare + share * (1 - kSoundShare));
  });
  if (!pictures && pictures.error().kind == ErrorKind::kCancelled) return tl::unexpected(pictures.error());
  if (!pictures) spdlog::warn("a take that isn't looked at: {}", pictures.error().english());
  return metrics;
}

}  // namespace

// Shared with the worker's thread.
struct MeasureDesk::Job {
  Job(fs::path of, Urgency how_urgent) : folder(std::move(of)), urgency(how_urgent) {}

  const fs::path folder;
  const Urgency urgency;
  std::atomic<double> share = 0;
  std::atomic<bool> cancel = false;
};

MeasureDesk::MeasureDesk(BackgroundWorker& worker, std::function<bool()> allowed, fs::path face_model)
    : worker_(worker), allowed_(std::move(allowed)), face_model_(std::move(face_model)) {}

void MeasureDesk::measure(const fs::path& session_folder, Urgency urgency) {
  if (jobs_.contains(session_folder) || results_.contains(session_folder)) return;
  if (failed_.contains(session_folder) || (allowed_ && !allowed_())) return;
  begin(session_folder, urgency);
}

void MeasureDesk::begin(const fs::path& session_folder, Urgency urgency) {
  const auto job = std::make_shared<Job>(session_folder, urgency);
  jobs_[session_folder] = job;
  const auto priority = urgency == Urgency::kSomebodyWaits ? BackgroundWorker::Priority::kNormal
                                                           : BackgroundWorker::Priority::kLow;
  worker_.add(priority, Message(GLADI_TEXT("Listening to the recording")),
              [this, job, face_model = face_model_](JobControl& control) -> BackgroundWorker::Publish {
                const auto progress = [&](double share) {
                  job->share = share;
                  control.set_progress(share);
                  if (control.cancelled()) job->cancel = true;  // the program ends
                };
                return [this, job, metrics = measure_take(job->folder, face_model, job->cancel, progress)] {
                  end(job, metrics);
                };
              });
}

void MeasureDesk::end(const std::shared_ptr<Job>& job, const Result<SoundMetrics>& metrics) {
  jobs_.erase(job->folder);
  if (metrics) {
    results_[job->folder] = *metrics;
  } else if (metrics.error().kind == ErrorKind::kCancelled) {
    return begin(job->folder, job->urgency);
  } else if (metrics.error().kind == ErrorKind::kBusy) {
    return;  // asked for again when it has become final
  } else {
    spdlog::warn("a take whose speech isn't measured: {}", metrics.error().english());
    failed_.insert(job->folder);
  }
  ++ended_;
}

bool MeasureDesk::can_measure(const Session& session) {
  return session.state == SessionState::kReady || session.state == SessionState::kRecovered;
}

void MeasureDesk::rest() {
  for (const auto& [folder, job] : jobs_) job->cancel = true;
}

std::optional<double> MeasureDesk::progress(const fs::path& session_folder) const {
  const auto found = jobs_.find(session_folder);
  if (found == jobs_.end()) return std::nullopt;
  return found->second->share.load();
}

const SoundMetrics* MeasureDesk::result(const fs::path& session_folder) const {
  const auto found = results_.find(session_folder);
  return found == results_.end() ? nullptr : &found->second;
}

}  // namespace gladi
