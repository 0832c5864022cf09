// Has the sound of takes measured in the background, one take after the other: metrics.json is made where it
// is missing or of older analysers.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>

#include "encoder/base/error.h"
#include "studio/coaching/sound_metrics.h"
#include "studio/library/background_worker.h"
#include "studio/session/session.h"

namespace gladi {

// Main thread; the work is done by the worker's jobs, which touch only files. Goes before the worker does.
// What the worker hasn't finished when the program ends is begun anew another time.
class MeasureDesk {
 public:
  // `allowed`: whether this program may write into the library and take the computer's time just now; asked
  // on the main thread. Where it says no nothing is measured.
  // `face_model`: as for FaceFinder; with it takes in which nobody looked while they were made are looked at
  // too (take_pictures).
  explicit MeasureDesk(BackgroundWorker& worker, std::function<bool()> allowed = {},
                       std::filesystem::path face_model = {});
  MeasureDesk(const MeasureDesk&) = delete;
  MeasureDesk& operator=(const MeasureDesk&) = delete;

  enum class Urgency { kSomebodyWaits, kSomeTime };  // a screen shows this take; one of many

  // A take's files have to be final.
  static bool can_measure(const Session& session);
  // For takes that can be measured. Nothing happens for one that is being measured or was tried already; what
  // is kept is only read.
  void measure(const std::filesystem::path& session_folder, Urgency urgency = Urgency::kSomebodyWaits);
  // A take begins: what runs is broken off without waiting. It is begun anew once the worker goes on.
  void rest();

  // Whether it was tried in vain since the program started: its sound can't be read.
  bool failed(const std::filesystem::path& session_folder) const { return failed_.contains(session_folder); }
  // How much of this take is measured, 0 to 1; nothing when it is not being measured.
  std::optional<double> progress(const std::filesystem::path& session_folder) const;
  // Takes that are being measured or wait for it.
  size_t left() const { return jobs_.size(); }
  // Goes up with each take that was measured or could not be: look at its facts again.
  int64_t ended() const { return ended_; }
  // Of takes measured since the program started, also where the file can't be kept (a disk that can't be
  // written). Null for others.
  const SoundMetrics* result(const std::filesystem::path& session_folder) const;

 private:
  struct Job;
  void begin(const std::filesystem::path& session_folder, Urgency urgency);
  void end(const std::shared_ptr<Job>& job, const Result<SoundMetrics>& metrics);

  BackgroundWorker& worker_;
  const std::function<bool()> allowed_;
  const std::filesystem::path face_model_;
  std::map<std::filesystem::path, std::shared_ptr<Job>> jobs_;
  std::map<std::filesystem::path, SoundMetrics> results_;
  std::set<std::filesystem::path> failed_;
  int64_t ended_ = 0;
};

}  // namespace gladi
