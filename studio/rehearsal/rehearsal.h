// One take from the red button to its end: overlays, rundown, journal and recorder, in step.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "studio/library/library.h"
#include "studio/rehearsal/device_watch.h"
#include "studio/rehearsal/overload_ladder.h"
#include "studio/rehearsal/show_state.h"
#include "studio/rehearsal/stage.h"
#include "studio/rehearsal/take_plan.h"

namespace gladi {

struct RehearsalState {
  MediaTime elapsed;      // take time
  int64_t frames = 0;     // given to the recorder so far
  int segment = 0;        // index in the rundown
  std::vector<bool> ran;  // by segment: it runs or has run; skipped ones haven't
  MediaTime segment_elapsed;
  MediaTime segment_planned;
  MediaTime total_planned;
  const Product* product = nullptr;       // on show; null in opening, questions and closing
  std::shared_ptr<const ShowState> show;  // never null after begin()
  double script_share = 0;                // of the prompter's text that has rolled by
  int markers = 0;
  int64_t lost_frames = 0;  // by the engine's own fault: program late or encoder late
  SoundLevel level;
  DeviceState devices;
  MediaTime safe_until;           // on the disk, whatever happens
  MediaTime not_recorded;         // missing between the parts of the take
  MediaTime disk_left;            // until the recording stops by itself (DiskWatch::left)
  bool disk_low = false;          // time to say so, and to offer another folder
  std::filesystem::path library;  // where it is recorded now
  // Nothing is recorded now, everything else goes on: go_on_in() another folder, or stop() and keep what is
  // safe.
  std::optional<Error> problem;
  bool going_on = false;                        // a new part is being begun
  std::optional<Error> refused;                 // why the folder chosen last can't be used
  bool encoder_replaced = false;                // one has failed, and another goes on with the take
  OverloadStep overload = OverloadStep::kNone;  // what has given way since the take began
};

// One thread at a time; prepare() and stop() wait for the disk and belong on a thread of their own where a
// window runs.
class Rehearsal {
 public:
  // Makes the session folder, opens encoders and files, draws what will be shown first. kBusy while another
  // program records in this library: a library has one take at a time, held until destruction. `stage` and
  // `clock` must outlive the rehearsal; `library` is needed only during the call.
  static Result<std::unique_ptr<Rehearsal>> prepare(TakePlan plan, Stage& stage, Library& library,
                                                    Clock& clock);
  // Without begin(): takes the empty session folder away again. Without stop(): stops as stop() would.
  ~Rehearsal();

  void begin();  // recording runs from now on; costs nothing that could be felt
  void tick();   // timer, counters, audience; follows the rundown if the plan says so
  void go_to_segment(int index);
  void next_segment();
  void previous_segment();
  void show_product(int number);  // 1 is the catalogue's first; its segment starts
  void set_marker(const std::string& label);
  // Somebody who watches says something about this moment: a comment of hers, in the journal at once. Without
  // an id she is an observer.
  void comment(const std::string& reviewer_id, const std::string& reviewer_name, const std::string& text);
  void next_layout();
  void show_parts(const FeedParts& parts);  // what lies over the picture from now on
  // Of a chat line by its number; 0: the question that waits longest, for mute() the newest rude line.
  void answer(int64_t chat);
  void pin(int64_t chat);  // pinned already: not any more
  void mute(int64_t chat);
  void start_flash_sale();              // of the product on show; a real countdown
  void prompt(const PrompterAct& act);  // key points and text that the host reads

  // The take goes on in another library folder (made where it is missing), without a hole where that can be.
  // Returns at once; state() tells how it went. False while such a change is under way.
  bool go_on_in(const std::filesystem::path& library);
  // The same folder, encoded in another way.
  bool go_on_with(const EncoderSettings& encoder);

  const RehearsalState& state() const;
  const TakePlan& plan() const;
  const std::filesystem::path& session_folder() const;

  // The take is reviewable when it returns (≤ 1 s): its session folder. The final file is made by
  // finish_session afterwards. An error means that session.json could not be written; recovery makes the take
  // whole at the next start.
  Result<std::filesystem::path> stop(const std::string& reason = "stopped");

 private:
  Rehearsal();
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace gladi
