// Keeps a camera going: sees when it stalls or goes, opens it again, and tells how long it was away.
#pragma once

#include <functional>
#include <memory>
#include <thread>

#include "encoder/base/mutex.h"
#include "encoder/capture/picture_source.h"
#include "encoder/capture/stop_signal.h"

namespace gladi {

// A thread of its own ("camera-watch") looks at what arrives in the selector. Without a frame for five frame
// periods the camera is stalled; after a second (ten periods of a slow one) it is closed and opened again, at
// once and then every second, for ever. A camera that reports a failure, or gives 30 broken frames in a row,
// is opened again at once. The selector is told (FrameSelector::mark), so that the program feed can show a
// slate.
class ReconnectingCamera final : public PictureSource {
 public:
  // Finds the camera wherever it is by now and opens it onto the same selector; may take its time, but should
  // give up when the signal says stop. Called on the watch's thread, never while the old one is open.
  using Reopen = std::function<Result<std::unique_ptr<PictureSource>>(const StopSignal&)>;

  // `frames` and `clock` must outlive it.
  ReconnectingCamera(std::unique_ptr<PictureSource> camera, Reopen reopen, FrameSelector& frames,
                     Clock& clock);
  ~ReconnectingCamera() override;

  std::string name() const override;
  PictureMode mode() const override;              // of the camera as opened last
  std::optional<Error> failure() const override;  // while it is lost; nullopt while it only stalls
  int64_t broken_frames() const override;         // of all times it was open
  const OutageLog* outages() const override { return &outages_; }

  static constexpr int kStalledPeriods = 5;
  static constexpr MediaTime kResetAfter = MediaTime::from_ms(1000);
  static constexpr int kResetPeriods = 10;  // a camera may halve its rate in the dark
  static constexpr MediaTime kFirstFrameWithin = MediaTime::from_ms(5000);  // some take seconds to wake
  static constexpr MediaTime kTryEvery = MediaTime::from_ms(1000);
  static constexpr int kBrokenInARow = 30;

 private:
  void run(MediaTime due);
  void look(MediaTime now);
  void lose(MediaTime now, Error reason);
  void try_again(MediaTime now);
  void take(std::unique_ptr<PictureSource> camera, MediaTime now);

  const Reopen reopen_;
  FrameSelector& frames_;
  Clock& clock_;
  OutageLog outages_;

  mutable Mutex mutex_;
  std::string name_ GUARDED_BY(mutex_);
  PictureMode mode_ GUARDED_BY(mutex_);
  bool lost_ GUARDED_BY(mutex_) = false;
  int64_t broken_before_ GUARDED_BY(mutex_) = 0;  // by cameras that are closed
  std::shared_ptr<PictureSource> camera_ GUARDED_BY(mutex_);

  // The watch's own.
  int64_t seen_ = 0;           // frames_put() when a frame was last seen to have come
  MediaTime seen_at_;          // when that was
  MediaTime last_stamp_;       // of the last frame that came
  bool first_awaited_ = true;  // none has come since the camera was opened
  int64_t broken_then_ = 0;    // the camera's broken frames when the last good one came
  MediaTime next_try_;
  StopSignal stop_;
  std::thread thread_;  // last: everything above is there when it starts
};

}  // namespace gladi
