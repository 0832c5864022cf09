#include "ui/screens/review/comment_acts.h"

#include <utility>

#include "ui/app/source_choice.h"

namespace gladi {
namespace {

// After a comment was saved the take plays on from a little before it, so that the thread isn't lost.
constexpr MediaTime kPlayOnBefore = MediaTime::from_ms(3000);

}  // namespace

CommentActs::CommentActs(Services& services, const std::filesystem::path& session_folder, ReviewModel& model,
                         CommentDesk& desk, std::function<void(const ReviewIntent&)> run_player)
    : services_(services),
      model_(model),
      desk_(desk),
      run_player_(std::move(run_player)),
      voice_(session_folder, services.clock, services.wake) {}

bool CommentActs::tick() {
  const bool moving = voice_.tick(model_);
  if (const auto problem = voice_.take_problem()) services_.toasts.add(*problem);
  return moving;
}

const Comment* CommentActs::own(const std::string& id) const {
  for (const ReviewComment& comment : model_.comments) {
    if (comment.own && comment.comment.id == id) return &comment.comment;
  }
  return nullptr;
}

void CommentActs::play_on(MediaTime from) {
  run_player_(review::Seek{from - kPlayOnBefore});
  run_player_(review::SetPlaying{true});
}

void CommentActs::add(Comment comment, bool play_on_after) {
  desk_.carry_out({std::nullopt, comment});
  if (play_on_after) play_on(comment.at);
}

void CommentActs::edit(const review::EditComment& edit) {
  const Comment* before = own(edit.id);
  if (before == nullptr) return;
  Comment after = *before;
  after.text = edit.text;
  after.drawing = edit.drawing;
  if (after != *before) desk_.carry_out({*before, after});
  if (edit.play_on) play_on(after.at);
}

void CommentActs::carry_out(const ReviewIntent& intent) {
  if (const auto* wish = std::get_if<review::AddComment>(&intent)) {
    Comment comment = new_comment(wish->at.value_or(model_.player.position), wish->text);
    comment.drawing = wish->drawing;
    add(std::move(comment), wish->play_on);
  }
  if (const auto* wish = std::get_if<review::EditComment>(&intent)) edit(*wish);
  if (const auto* wish = std::get_if<review::RemoveComment>(&intent)) {
    if (const Comment* before = own(wish->id)) desk_.carry_out({*before, std::nullopt});
  }
  if (std::holds_alternative<review::SaveAgain>(intent)) desk_.try_again();
  if (std::holds_alternative<review::UndoComment>(intent)) desk_.undo();
  if (std::holds_alternative<review::RedoComment>(intent)) desk_.redo();
  if (const auto* wish = std::get_if<review::SetQuickWords>(&intent)) {
    model_.words = services_.settings.quick_words = wish->words;
    services_.save_settings();
  }
  speak(intent);
  model_.comment_pending = desk_.busy();
}

void CommentActs::speak(const ReviewIntent& intent) {
  const float volume = model_.volume * model_.volume;
  if (std::holds_alternative<review::SpeakComment>(intent)) {
    spoken_at_ = model_.player.position;
    played_before_ = model_.player.playing;
    run_player_(review::SetPlaying{false});
  }
  if (std::holds_alternative<review::SpeakComment>(intent) ||
      std::holds_alternative<review::SpeakAgain>(intent))
    voice_.speak(source_options(services_.settings, services_.paths));
  if (std::holds_alternative<review::StopSpeaking>(intent)) voice_.stop();
  if (std::holds_alternative<review::HearSpoken>(intent)) voice_.hear_spoken(volume);
  if (std::holds_alternative<review::KeepSpoken>(intent)) keep_spoken();
  if (std::holds_alternative<review::DropSpoken>(intent)) {
    voice_.drop();
    if (played_before_) run_player_(review::SetPlaying{true});
  }
  if (const auto* wish = std::get_if<review::HearVoice>(&intent)) {
    run_player_(review::SetPlaying{false});
    for (const ReviewComment& comment : model_.comments) {
      if (comment.comment.id == wish->comment_id) voice_.hear(comment.comment, volume);
    }
  }
  voice_.tick(model_);
}

void CommentActs::keep_spoken() {
  auto note = voice_.keep();
  if (!note) return services_.toasts.add(note.error());
  Comment comment = new_comment(spoken_at_, {});
  comment.voice = *note;
  add(std::move(comment), played_before_);
}

}  // namespace gladi
