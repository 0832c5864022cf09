// Records a whole take, in one part or, where it has to go on in another place or with another encoder, in
// several.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "encoder/file/recorder.h"

namespace gladi {

// Where and how a part is recorded.
struct PartSettings {
  std::filesystem::path file;  // …/take-2.part.mp4; must not exist
  EncoderSettings encoder;
};

struct PartInfo {
  PartSettings settings;
  MediaTime start;  // take time of its first picture and of its first sample
  MediaTime end;  // what is safe in it ends here; equals start while it has nothing. A part that was ended as
                  // planned ends where the next one starts
};

// Calls come from the writer, sync or parts thread: places that may wait for the disk.
class TakeRecorderListener {
 public:
  virtual ~TakeRecorderListener() = default;
  // The list of parts has grown, or a start or end in it is known better; the last one is being recorded. A
  // new part is told before its file is made, so that it can be written down where it will be found after a
  // crash. An error refuses the new part.
  virtual Status on_parts_changed(const std::vector<PartInfo>& parts) = 0;
  // Everything before `safe_until` (take time) that was recorded is on the disk.
  virtual void on_take_safe(MediaTime safe_until) = 0;
  // Nothing is recorded from now on, until go_on(); what was written before stays playable.
  virtual void on_take_interrupted(const Error& error) = 0;
  // A new part could not be begun. The part before it goes on, or the take stays interrupted.
  virtual void on_part_refused(const Error& error) = 0;
};

struct TakeRecorderOptions {
  Canvas canvas;
  std::string title;
  OutputOpener open_file = create_output_file;
  VideoEncoderFactory video_encoder = {};  // as RecorderOptions has it
};

// Over all parts.
struct TakeRecorderCounters {
  int64_t frames_encoded = 0;
  int64_t frames_repeated_encoder_late = 0;
  int64_t frames_waiting = 0;  // of the part that is recorded now, as RecorderCounters has it
  int64_t most_waiting = 0;
  int64_t bytes_written = 0;
  int64_t part_bytes = 0;  // of the part that is recorded now
  MediaTime recorded;      // length of all parts together
  MediaTime not_recorded;  // between them
  MediaTime safe_until;    // take time; before it everything that was recorded is on the disk
  MediaTime duration;      // take time at which the last part ends
};

// Owns one Recorder at a time, and a thread that opens and closes them ("parts"). Each part begins at a whole
// program frame, picture and sound together; from one to the next nothing is lost that the hold still has
// (HeldPictures::kMaxBytes): what a failed part had not made safe is recorded again in the next one.
class TakeRecorder final : public ProgramSink, public SoundSink {
 public:
  // Opens the first part. `listener` must outlive the recorder; it is not told of the first part.
  static Result<std::unique_ptr<TakeRecorder>> create(const TakeRecorderOptions& options, PartSettings first,
                                                      TakeRecorderListener& listener);
  ~TakeRecorder() override;  // without finish(): abandons the part as a crash would

  void on_program_frame(const PicturePtr& frame, int64_t index, int repeats) override;
  void on_sound(const float* interleaved, int frames) override;

  // The two below return at once, any thread. False while the recorder is at such work already.
  // Goes on in a new part, whether one is being recorded or has failed.
  bool go_on(PartSettings next);
  // Ends the part at the next frame, whole; the take is interrupted then, and `why` is told.
  bool end_part(Error why);

  // After both feeds have been detached: ends the take. An error when it was interrupted, or is by this.
  Status finish();

  // Any thread.
  TakeRecorderCounters counters() const;
  std::vector<PartInfo> parts() const;
  bool interrupted() const;
  bool at_work() const;  // a part is being opened or ended

 private:
  TakeRecorder();
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace gladi
