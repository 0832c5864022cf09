// One take from the red button to its end: overlays, rundown, journal and recorder, in step.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "studio/catalogue/catalogue.h"
#include "studio/catalogue/rundown.h"
#include "studio/library/library.h"
#include "studio/people/person.h"
#include "studio/rehearsal/stage.h"

namespace gladi {

struct TakePlan {
  Person person;
  Catalogue catalogue;
  Rundown rundown;
  std::string layout = "camera-full";
  std::string audience = "off";
  int64_t seed = 0;
  Language language = Language::kIndonesian;  // of product names and prices on the feed
};

struct RehearsalState {
  MediaTime elapsed;            // take time
  int segment = 0;              // index in the rundown
  MediaTime segment_elapsed;
  MediaTime segment_planned;
  MediaTime total_planned;
  const Product* product = nullptr;  // on show; null in opening, questions and closing
  int markers = 0;
  int64_t lost_frames = 0;      // by the engine's own fault: program late or encoder late
  MediaTime safe_until;         // on the disk, whatever happens
  MediaTime disk_left;          // at the bitrate measured
  SoundLevel level;
  std::optional<Error> problem; // the recorder can't go on: stop() keeps what is safe
};

// Main thread (or the command line's). tick() is cheap and is called a few times a second at least.
class Rehearsal {
 public:
  // Makes the session folder and begins to record at once. `stage` and `library` must outlive the rehearsal.
  static Result<std::unique_ptr<Rehearsal>> start(TakePlan plan, Stage& stage, Library& library, Clock& clock);
  ~Rehearsal();  // without stop(): stops as stop() would

  void tick();                  // timer and counters; nothing else happens by itself
  void go_to_segment(int index);
  void next_segment();
  void previous_segment();
  void show_product(int number);  // 1 is the catalogue's first; its segment starts
  void set_marker(const std::string& label);
  void next_layout();

  const RehearsalState& state() const;
  const TakePlan& plan() const;
  const std::filesystem::path& session_folder() const;

  // Reviewable when it returns (≤ 1 s); the final file is made by finish_session afterwards.
  Result<TakeSummary> stop(const std::string& reason = "stopped");

 private:
  Rehearsal();
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace gladi
