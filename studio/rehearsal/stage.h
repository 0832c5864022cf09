// The stage: camera and microphone open, program feed and level meter running. It lives as long as the
// preview does; takes are recorded from it.
#pragma once

#include <memory>
#include <optional>

#include "encoder/capture/sources.h"
#include "encoder/program/program_feed.h"
#include "encoder/sound/sound_feed.h"
#include "studio/coaching/picture_sampler.h"
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

  // From now on the camera's clean pictures are looked at now and then, until the stage is closed. Without
  // the file of the model (FaceFinder) all but faces is told, and face_problem() says what is missing. The
  // demo presenter and no camera are not looked at. Reads the file: not on the main thread.
  void look_with(const std::filesystem::path& face_model);
  const std::optional<Error>& face_problem() const { return face_problem_; }
  // What was seen since the last call, oldest first, by the stage's clock; nothing where nobody looks.
  std::vector<PictureSample> take_seen();
  // While the computer can't keep up nobody looks: the first thing to give way.
  void rest_eyes(bool resting);

  // The camera alone, over the whole canvas, as it is between takes.
  void show_camera_only();
  // How the camera sits on the canvas from now on.
  void set_layout(const Layout& layout);

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
  Layout layout_;
  std::optional<Error> face_problem_;
  std::unique_ptr<PictureSampler> sampler_;  // after the sources: it looks at their pictures
};

}  // namespace gladi
