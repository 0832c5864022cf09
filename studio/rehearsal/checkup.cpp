#include "studio/rehearsal/checkup.h"

#include <fmt/format.h>

#include "encoder/file/encoder_settings.h"
#include "studio/rehearsal/disk_watch.h"
#include "studio/rehearsal/picture_check.h"

namespace gladi {
namespace {

// A live microphone hands over something at least this often, also when nobody speaks (ENGINE's alarm).
constexpr MediaTime kSoundTimeout = MediaTime::from_ms(500);

const char* const kGreeting = GLADI_TEXT("Try saying: \"Hello everyone, welcome!\"");

// Looks come some 1.4 times a second.
constexpr MediaTime kSeenWithin = MediaTime::from_ms(3'000);

Finding good(const char* what) {
  return {Verdict::kGood, Message(what), {}};
}

Finding finding(Verdict verdict, const char* what, const char* advice) {
  return {verdict, Message(what), Message(advice)};
}

Finding not_checked() {
  return {Verdict::kNotChecked, Message(GLADI_TEXT("Not checked yet")), {}};
}

Finding judge_camera(const CheckupInput& input) {
  const CheckupInput::Device& camera = input.camera;
  if (!camera.wanted) {
    return finding(Verdict::kAttention, GLADI_TEXT("No camera chosen"),
                   GLADI_TEXT("Choose a camera in the settings, so that you are seen."));
  }
  if (camera.problem) {
    return {Verdict::kBad, camera.problem->message,
            Message(camera.demo ? GLADI_TEXT("The demo camera stands in. Plug in a camera to see yourself.")
                                : GLADI_TEXT("Plug the camera in again, or choose another one."))};
  }
  if (!camera.gives_anything) {
    return finding(Verdict::kBad, GLADI_TEXT("No picture"),
                   GLADI_TEXT("Open the camera's cover, and close other programs that use the camera."));
  }
  if (camera.demo) {
    return finding(Verdict::kAttention, GLADI_TEXT("Demo camera"),
                   GLADI_TEXT("Plug in a camera to see yourself."));
  }
  if (input.camera_fps > 0 && input.camera_fps < CheckupLimits::kSlowFps) {
    return finding(Verdict::kAttention, GLADI_TEXT("The picture is not smooth"),
                   GLADI_TEXT("More light often makes the camera faster."));
  }
  return good(GLADI_TEXT("Picture is there"));
}

// A microphone that works and was listened to for long enough, and not a sound.
bool is_silent(const CheckupInput& input) {
  const CheckupInput::Device& microphone = input.microphone;
  return microphone.wanted && !microphone.problem && microphone.gives_anything && !microphone.demo &&
         input.listened_long_enough && input.peak_dbfs < CheckupLimits::kSilentDbfs;
}

// What a fan or a street gives is no voice: she is asked to speak before anything is said about her sound.
Finding judge_voice(const CheckupInput::Voice& voice) {
  if (!voice.level_dbfs) {
    if (voice.listened < CheckupLimits::kVoiceWithin)
      return {Verdict::kNotChecked, Message(GLADI_TEXT("Listening…")), Message(kGreeting)};
    return finding(Verdict::kAttention, GLADI_TEXT("No voice is heard"),
                   GLADI_TEXT("Say a sentence; if nothing moves, choose another microphone."));
  }
  const float noise = voice.noise_dbfs.value_or(SoundLevel::kSilenceDbfs);
  if (noise >= CheckupLimits::kNoisyDbfs && *voice.level_dbfs - noise < CheckupLimits::kClearOfNoiseDb) {
    return finding(Verdict::kAttention, GLADI_TEXT("The room is noisy"),
                   GLADI_TEXT("Close the door or switch off the fan, and come closer to the microphone."));
  }
  if (*voice.level_dbfs < CheckupLimits::kQuietVoiceDbfs) {
    return finding(Verdict::kAttention, GLADI_TEXT("Very quiet"),
                   GLADI_TEXT("Come closer to the microphone, and speak as usual."));
  }
  return good(GLADI_TEXT("Sound is good"));
}

Finding judge_microphone(const CheckupInput& input) {
  const CheckupInput::Device& microphone = input.microphone;
  if (!microphone.wanted) {
    return finding(Verdict::kAttention, GLADI_TEXT("No microphone chosen"),
                   GLADI_TEXT("Choose a microphone in the settings, so that you are heard."));
  }
  if (microphone.problem) {
    return {Verdict::kBad, microphone.problem->message,
            Message(microphone.demo
                        ? GLADI_TEXT("The demo voice stands in. Plug in a microphone to hear yourself.")
                        : GLADI_TEXT("Plug the microphone in again, or choose another one."))};
  }
  if (!microphone.gives_anything) {
    return finding(Verdict::kBad, GLADI_TEXT("No sound arrives"),
                   GLADI_TEXT("Plug the microphone in again, or choose another one."));
  }
  if (microphone.demo) {
    return finding(Verdict::kAttention, GLADI_TEXT("Demo voice"),
                   GLADI_TEXT("Plug in a microphone to hear yourself."));
  }
  if (input.clipped_samples >= CheckupLimits::kClipped) {
    return finding(Verdict::kAttention, GLADI_TEXT("Too loud"),
                   GLADI_TEXT("Move away from the microphone a little."));
  }
  if (input.peak_dbfs < CheckupLimits::kSilentDbfs) {
    if (!input.listened_long_enough)
      return {Verdict::kNotChecked, Message(GLADI_TEXT("Listening…")), Message(kGreeting)};
    // Nobody speaks, it is switched off, or it is another one than she thinks: asking her to speak comes
    // first.
    return finding(Verdict::kBad, GLADI_TEXT("Nothing is heard"),
                   GLADI_TEXT("Say a sentence; if nothing moves, choose another microphone."));
  }
  if (input.voice) return judge_voice(*input.voice);
  if (input.peak_dbfs < CheckupLimits::kQuietDbfs) {
    if (!input.listened_long_enough)
      return {Verdict::kNotChecked, Message(GLADI_TEXT("Listening…")), Message(kGreeting)};
    return finding(Verdict::kAttention, GLADI_TEXT("Very quiet"),
                   GLADI_TEXT("Come closer to the microphone, and speak as usual."));
  }
  return good(GLADI_TEXT("Sound is good"));
}

Finding judge_disk(const CheckupInput& input) {
  const std::optional<int64_t> known = disk_minutes(input);
  if (!known) return not_checked();
  const int64_t minutes = *known;
  if (minutes < CheckupLimits::kDiskBadMinutes) {
    return {Verdict::kBad, Message(GLADI_TEXT("Room for {0} minutes only"), {std::to_string(minutes)}),
            Message(GLADI_TEXT("Make room on the disk, or choose another folder."))};
  }
  if (minutes < CheckupLimits::kDiskAttentionMinutes) {
    return {Verdict::kAttention, Message(GLADI_TEXT("Room for about {0} minutes"), {std::to_string(minutes)}),
            Message(GLADI_TEXT("Make room on the disk soon."))};
  }
  return {
      Verdict::kGood, Message(GLADI_TEXT("Room for about {0} hours"), {std::to_string(minutes / 60)}), {}};
}

Finding judge_encoder(const CheckupInput& input) {
  if (!input.encoder) return not_checked();
  const EncoderProbe& encoder = *input.encoder;
  if (encoder.problem) {
    return {Verdict::kBad, encoder.problem->message,
            Message(GLADI_TEXT("Restart the computer and check again."))};
  }
  if (encoder.budget_share <= CheckupLimits::kEncoderAttention) {
    return {Verdict::kGood,
            Message(GLADI_TEXT("{0} times as fast as needed"),
                    {fmt::format("{:.1f}", encoder.times_real_time())}),
            {}};
  }
  if (encoder.budget_share <= CheckupLimits::kEncoderBad) {
    return finding(Verdict::kAttention, GLADI_TEXT("The computer is only just fast enough"),
                   GLADI_TEXT("Close other programs before you begin."));
  }
  return finding(Verdict::kBad, GLADI_TEXT("The computer is too slow for this picture size"),
                 GLADI_TEXT("Close other programs, or choose a smaller picture."));
}

Finding judge_sync(const CheckupInput& input) {
  if (input.clap_problem) {
    return {
        Verdict::kAttention, *input.clap_problem,
        Message(GLADI_TEXT("Keep your hands in the picture, clap, and hold them together for a moment."))};
  }
  if (!input.device_offset) return not_checked();
  const int64_t ms = input.device_offset->ms();
  const Message what(ms < 0 ? GLADI_TEXT("Sound comes {0} ms before the picture; takes are put right")
                            : GLADI_TEXT("Sound comes {0} ms after the picture; takes are put right"),
                     {std::to_string(ms < 0 ? -ms : ms)});
  return {Verdict::kGood, what, {}};
}

}  // namespace

std::optional<int64_t> disk_minutes(const CheckupInput& input) {
  if (!input.disk_free_bytes) return std::nullopt;
  return room_to_record(*input.disk_free_bytes, static_cast<double>(input.bits_per_second) / 8).ms() / 60'000;
}

Checkup check_up(const CheckupInput& input) {
  Checkup checkup;
  checkup.camera = judge_camera(input);
  checkup.microphone = judge_microphone(input);
  checkup.nothing_heard = is_silent(input);
  checkup.light = judge_light(input);
  checkup.disk = judge_disk(input);
  checkup.face = judge_face(input);
  checkup.encoder = judge_encoder(input);
  checkup.sync = judge_sync(input);
  return checkup;
}

CheckupInput observe(const Stage& stage, const LevelHistory& history, const VoiceLevel& voice,
                     const std::optional<PictureSample>& seen, MediaTime now,
                     std::optional<int64_t> disk_free_bytes) {
  const Sources& sources = stage.sources();
  CheckupInput input;
  input.mean_brightness = stage.mean_brightness();
  input.camera.demo = sources.demo_camera();
  input.camera.problem = sources.camera_problem();
  input.camera.wanted = sources.camera() != nullptr || input.camera.problem.has_value();
  input.camera.gives_anything = input.mean_brightness.has_value();
  if (const PictureSource* camera = sources.camera()) {
    input.camera_fps = camera->mode().fps;
    if (const std::optional<Error> failure = camera->failure()) input.camera.problem = failure;
  }
  input.microphone.demo = sources.demo_microphone();
  input.microphone.problem = sources.microphone_problem();
  input.microphone.wanted = sources.microphone() != nullptr || input.microphone.problem.has_value();
  input.microphone.gives_anything =
      history.watched() < kSoundTimeout || history.since_sound() < kSoundTimeout;
  if (const SoundSource* microphone = sources.microphone()) {
    if (const std::optional<Error> failure = microphone->failure()) input.microphone.problem = failure;
  }
  input.peak_dbfs = history.peak_dbfs();
  input.clipped_samples = history.clipped_samples();
  input.listened_long_enough = history.watched() >= LevelHistory::kSpan;
  input.voice = CheckupInput::Voice{voice.voice_dbfs(), voice.noise_dbfs(), voice.listened()};
  if (seen && now - seen->at <= kSeenWithin) input.seen = seen;
  input.face_problem = stage.face_problem();
  input.disk_free_bytes = disk_free_bytes;
  const EncoderSettings encoder = default_encoder_settings(stage.canvas());
  input.bits_per_second = encoder.max_bitrate_bps + encoder.audio_bitrate_bps;
  return input;
}

}  // namespace gladi
