// The check before a rehearsal: what is seen of camera, microphone, light and disk, turned into plain
// verdicts.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "encoder/base/error.h"
#include "encoder/file/encoder_probe.h"
#include "studio/rehearsal/level_history.h"
#include "studio/rehearsal/stage.h"
#include "studio/rehearsal/voice_level.h"

namespace gladi {

enum class Verdict {
  kGood,
  kAttention,   // works, could be better: the advice says how
  kBad,         // the take would suffer
  kNotChecked,  // nothing is known yet: never shown as good
};

struct Finding {
  Verdict verdict = Verdict::kNotChecked;
  Message what;    // the verdict in a few words: "A bit dark"
  Message advice;  // what to do; empty when there is nothing to do
};

struct Checkup {
  Finding camera;
  Finding microphone;
  bool nothing_heard = false;  // it works but is silent: perhaps it is the wrong one
  Finding light;
  Finding disk;
  Finding encoder;
  Finding sync;  // of the devices: what a clap has shown
  Finding face;  // seen, whole, at a good distance, sharp; kNotChecked with an advice: it can't be looked for
};

// What the verdicts are made from; plain, so that every threshold can be tested.
struct CheckupInput {
  struct Device {
    bool wanted = true;            // false: "none" was asked for
    bool demo = false;             // the presenter, asked for or standing in
    std::optional<Error> problem;  // why it can't be used
    bool gives_anything = false;   // pictures or sound have come within the last moments
  };
  Device camera;
  Device microphone;
  double camera_fps = 0;                       // 0: unknown
  std::optional<double> mean_brightness;       // 0..1
  float peak_dbfs = SoundLevel::kSilenceDbfs;  // highest of the last seconds
  int64_t clipped_samples = 0;                 // in the last seconds
  bool listened_long_enough = false;           // LevelHistory::kSpan has passed
  struct Voice {
    std::optional<float> level_dbfs;  // VoiceLevel: nothing before anybody has spoken
    std::optional<float> noise_dbfs;
    MediaTime listened;
  };
  std::optional<Voice> voice;              // nothing: nobody has listened for a voice
  std::optional<PictureSample> seen;       // the newest look at the camera; nothing: nobody looks, or no more
  std::optional<Error> face_problem;       // why faces can't be looked for
  std::optional<int64_t> disk_free_bytes;  // nullopt: could not be asked
  int64_t bits_per_second = 3'128'000;     // what a take takes at most
  std::optional<EncoderProbe> encoder;     // what a take is recorded with, as it was measured
  std::optional<MediaTime> device_offset;  // SyncMemory: how late the sound of these devices is
  std::optional<Message> clap_problem;     // a clap was asked for, and could not be measured
};

// Where verdicts change; each is the first value of the worse verdict.
struct CheckupLimits {
  static constexpr float kSilentDbfs =
      -60;  // EBU practice for "no signal"; a cheap microphone's noise lies below
  static constexpr float kQuietDbfs = -30;  // speech peaks below this drown in the noise of a village street
  // Mean power of a voice in its loud moments; −26 LUFS, from which the feedback calls it quiet, is about
  // this.
  static constexpr float kQuietVoiceDbfs = -29;
  // A room is noisy where its noise is loud and her voice stands less than 15 dB out of it: words get lost.
  static constexpr float kNoisyDbfs = -45;
  static constexpr float kClearOfNoiseDb = 15;
  static constexpr MediaTime kVoiceWithin = MediaTime::from_ms(10'000);  // she was asked to say a sentence
  static constexpr int64_t kClipped = 10;  // single full-scale samples are not heard
  static constexpr double kDark = 0.15;    // mean luma: faces can't be told from the wall
  static constexpr double kDim = 0.28;
  static constexpr double kGlaring = 0.82;
  // Of the light on her face, by its median; is_dark() and is_backlit() say the worse.
  static constexpr double kDimFace = 0.28;
  static constexpr double kGlaringFace = 0.9;
  static constexpr double kClippedFace = 0.25;                   // share that is plain white or black
  static constexpr double kFaceShown = 0.9;                      // of it is in the feed
  static constexpr double kSmallFace = 0.15, kLargeFace = 0.35;  // of the feed's height (COACHING)
  static constexpr double kSlowFps = 20;                         // below it lips and hands visibly jump
  static constexpr int kDiskBadMinutes = 15;
  static constexpr int kDiskAttentionMinutes = 60;
  static constexpr double kEncoderAttention = 0.5;  // of the frame budget: the other half is for all else
  static constexpr double kEncoderBad = 0.8;
};

Checkup check_up(const CheckupInput& input);

// How long a take may be until the reserve is reached; nullopt when the disk could not be asked.
std::optional<int64_t> disk_minutes(const CheckupInput& input);

// Gathers the input from a running stage; the caller asks for the disk (it may be slow) as often as it likes.
// `seen` is the newest look at its camera; one that is too old says nothing.
CheckupInput observe(const Stage& stage, const LevelHistory& history, const VoiceLevel& voice,
                     const std::optional<PictureSample>& seen, MediaTime now,
                     std::optional<int64_t> disk_free_bytes);

}  // namespace gladi
