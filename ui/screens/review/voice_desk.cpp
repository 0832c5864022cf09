#include "ui/screens/review/voice_desk.h"

#include <chrono>
#include <utility>

#include "encoder/base/platform.h"
#include "studio/text/uuid.h"

namespace gladi {

VoiceDesk::VoiceDesk(std::filesystem::path session_folder, Clock& clock, std::function<void()> wake)
    : session_folder_(std::move(session_folder)), clock_(clock), wake_(std::move(wake)) {}

VoiceDesk::~VoiceDesk() {
  drop();
}

void VoiceDesk::speak(SourceOptions sources) {
  drop();
  name_ = make_uuid() + ".m4a";
  draft_ = folder() / ("." + name_);
  recorder_ = std::make_unique<VoiceRecorder>(std::move(sources), clock_, wake_);
}

void VoiceDesk::stop() {
  if (recorder_) recorder_->stop();
}

void VoiceDesk::drop() {
  hush();
  if (saving_.valid()) saving_.wait();
  saving_ = {};
  recorder_.reset();
  if (std::exchange(saved_, false)) static_cast<void>(platform::remove_durably(draft_));
  failed_.reset();
}

Result<VoiceNote> VoiceDesk::keep() {
  if (!recorder_ || !saved_) return fail(ErrorKind::kInvalid, Message(GLADI_TEXT("Nothing was recorded.")));
  hush();
  const VoiceNote note{name_, recorder_->state().length};
  if (auto renamed = platform::rename_durably(draft_, folder() / name_); !renamed)
    return fail(std::move(renamed));
  saved_ = false;
  recorder_.reset();
  return note;
}

void VoiceDesk::hear_spoken(float volume) {
  const bool heard = voice_ && heard_comment_.empty();
  hush();
  if (heard || !saved_) return;
  heard_comment_.clear();
  voice_ = std::make_unique<VoicePlayer>(draft_, volume, clock_, wake_);
}

void VoiceDesk::hear(const Comment& comment, float volume) {
  const bool heard = voice_ && heard_comment_ == comment.id;
  hush();
  if (heard || !comment.voice) return;
  heard_comment_ = comment.id;
  voice_ = std::make_unique<VoicePlayer>(folder() / comment.voice->file, volume, clock_, wake_);
}

// Once it has ended it is written, so that it can be heard and kept.
void VoiceDesk::look_at_recorder() {
  if (saving_.valid() && saving_.wait_for(std::chrono::seconds(0)) == std::future_status::ready) {
    const Status written = saving_.get();
    saved_ = written.has_value();
    if (!written) failed_ = written.error().message;
  }
  const bool to_be_written = recorder_ && !saved_ && !failed_ && !saving_.valid() &&
                             recorder_->state().phase == VoiceRecording::Phase::kEnded;
  if (!to_be_written) return;
  saving_ =
      std::async(std::launch::async,
                 [recorder = recorder_.get(), folder = folder(), draft = draft_, wake = wake_]() -> Status {
                   platform::name_this_thread("save voice");
                   Status written = platform::create_private_folder(folder);
                   if (written) written = recorder->save(draft);
                   if (wake) wake();
                   return written;
                 });
}

bool VoiceDesk::tick(ReviewModel& model) {
  look_at_recorder();
  bool moving = recorder_ != nullptr;
  VoicePlaying playing;
  if (voice_) {
    playing = voice_->state();
    moving = true;
    if (!playing.playing) {
      if (playing.problem) problem_ = playing.problem;
      voice_.reset();
    }
  }
  model.hearing = voice_ ? heard_comment_ : std::string();
  if (!recorder_) return std::exchange(model.speaking, std::nullopt).has_value() || moving;
  SpeakingModel speaking;
  speaking.recording = recorder_->state();
  speaking.ready = saved_;
  speaking.hearing = voice_ != nullptr && heard_comment_.empty();
  speaking.heard = playing.position;
  if (speaking.recording.problem) speaking.problem = speaking.recording.problem->message;
  if (failed_ && !speaking.problem) speaking.problem = failed_;
  model.speaking = std::move(speaking);
  return true;
}

}  // namespace gladi
