// The stage: camera and microphone open, program feed and level meter running. It lives as long as the
// preview does; takes are recorded from it.
#pragma once

#include <memory>
#include <optional>

#include "encoder/capture/sources.h"
#include "encoder/program/program_feed.h"
#include "encoder/sound/sound_feed.h"
#include "studio/overlay/feed_content.h"

namespace gladi {

// Which of a stage's sources have given something; true as well where there is none to wait for.
struct StageReady {
  bool picture = false;
  bool sound = false;
};

class Stage {
 public:
  // Opens the devices (up to a second: not on the main thread) and starts both feeds. Never fails: see
  // Sources::open. `slate` is shown in place of a lost camera while no take runs.
  static std::unique_ptr<Stage> open(const SourceOptions& options, Clock& clock,
                                     const SlateContent& slate = {});

  // The camera alone, over the whole canvas, as it is between takes.
  void show_camera_only();

  Sources& sources() { return *sources_; }
  const Sources& sources() const { return *sources_; }
  ProgramFeed& program() { return *program_; }
  SoundFeed& sound() { return *sound_; }
  const Canvas& canvas() const { return program_->canvas(); }

  // Whether camera and microphone have given something since they were opened.
  StageReady ready() const;
  // Returns when they have, or when both times are over; not on the main thread. A device takes up to a
  // second before anything comes of it, and what a take would miss of that is its first words.
  StageReady wait_for_sources(MediaTime picture_at_most, MediaTime sound_at_most) const;

  // Mean luma of the newest camera frame in 0..1, nullopt without one: what "brightness" on the home screen
  // shows.
  std::optional<double> mean_brightness() const;

 private:
  explicit Stage(Clock& clock) : clock_(clock) {}
  Clock& clock_;
  std::unique_ptr<Sources> sources_;  // before the feeds: they read from it
  std::unique_ptr<ProgramFeed> program_;
  std::unique_ptr<SoundFeed> sound_;
  PlacedOverlay slate_;
};

}  // namespace gladi
