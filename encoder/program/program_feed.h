// The program thread: at every tick of the canvas it composes one frame and hands it to preview and recorder.
#pragma once

#include <memory>
#include <optional>

#include "encoder/base/clock.h"
#include "encoder/base/lateness.h"
#include "encoder/base/newest_slot.h"
#include "encoder/program/canvas.h"
#include "encoder/program/frame_selector.h"
#include "encoder/program/layout.h"
#include "encoder/program/overlay.h"

namespace gladi {

// Takes every program frame of a take, in order and without a hole. Called on the program thread; must not
// wait for a disk or an encoder.
class ProgramSink {
 public:
  virtual ~ProgramSink() = default;
  // Frame `index` of the take (due at start + canvas.frame_time(index)) and the `repeats` frames after it,
  // which show the same picture again because the thread came late.
  virtual void on_program_frame(const PicturePtr& frame, int64_t index, int repeats) = 0;
};

// Why frames were shown twice or not at all since the sink was attached.
struct ProgramCounters {
  int64_t frames = 0;             // handed to the sink, repeats included
  int64_t repeated_late = 0;      // the program thread came late
  int64_t repeated_camera = 0;    // no new camera frame was there: a slower camera
  int64_t lost_camera = 0;        // the camera was stalled or gone: its last picture, or the slate
  int64_t skipped_camera = 0;     // camera frames that no tick chose
  int64_t repeated_overload = 0;  // the picture rate was lowered (set_picture_every)
  MediaTime worst_lateness;       // of the program thread
  int64_t camera_frames = 0;      // the camera gave
  Lateness picture_lateness;      // ticks against the stamps of their pictures, each new picture once
};

// Methods may be called from any thread unless said otherwise; none waits for the program thread but the
// destructor and detach().
class ProgramFeed {
 public:
  // `clock` and `camera` must outlive the feed. Ticks run from construction on, for the preview.
  ProgramFeed(const Canvas& canvas, Clock& clock, FrameSelector& camera);
  ~ProgramFeed();

  void set_layout(const Layout& layout);
  void set_overlays(std::shared_ptr<const OverlayPlan> plan);
  // Stands in the camera's place, below the overlays, while the camera is lost; it should fill the layout's
  // camera rectangle.
  void set_slate(const PlacedOverlay& slate);

  // Under overload: during a take only one of n ticks gets a picture of its own, the others show it again.
  // The rate of frames stays as it is. 1 is the normal state; attach() comes back to it.
  void set_picture_every(int ticks);

  // Frames for screens, newest only.
  const NewestSlot<Picture>& preview() const;

  // From `start` (on `clock`, in the future) on every frame goes to `sink` as well, beginning with index 0.
  // Only one sink at a time; it must live until detach() or the destructor has returned.
  void attach(ProgramSink& sink, MediaTime start);
  // Returns when no further frame will come. Hands over all ticks due before `end` first.
  void detach(MediaTime end);

  ProgramCounters counters() const;
  const Canvas& canvas() const;

  // How long after its time a tick is served, so that the camera frame after the tick has arrived too and the
  // nearest of both can be chosen: one camera frame at 25 fps and decoding.
  static constexpr MediaTime kSelectionDelay = MediaTime::from_ms(45);
  // Up to this lateness a tick is still composed by itself: the selector remembers which picture belongs to
  // it, so a short hold-up costs viewers nothing. Beyond it all ticks that are due by then show one picture
  // (repeated_late).
  static constexpr MediaTime kCatchUp = MediaTime::from_ms(60);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace gladi
