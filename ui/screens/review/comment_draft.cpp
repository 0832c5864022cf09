#include "ui/screens/review/comment_draft.h"

namespace gladi {
namespace {

constexpr MediaTime kHere = MediaTime::from_ms(3000);

// Room for the next one, or for the one that waited.
void clear_field(ReviewView& view) {
  view.draft = {};
  view.pen.on = false;
  view.pen.stroke.reset();
  if (view.interrupted.empty()) return;
  view.draft = std::move(view.interrupted.back());
  view.interrupted.pop_back();
}

}  // namespace

std::optional<ReviewIntent> begin_draft(const ReviewModel& model, ReviewView& view) {
  if (!view.draft.begun) {
    view.draft.begun = true;
    view.draft.at = model.player.position;
    view.draft.was_playing = false;
  }
  if (!model.player.playing) return {};
  view.draft.was_playing = true;
  return review::SetPlaying{false};
}

std::optional<ReviewIntent> begin_stroke(const ReviewModel& model, ReviewView& view) {
  auto intent = begin_draft(model, view);
  if (view.draft.of.empty() && view.draft.drawing.empty()) view.draft.at = model.player.position;
  return intent;
}

bool is_away(const ReviewModel& model, const CommentDraft& draft) {
  if (!draft.begun) return false;
  const MediaTime off =
      model.player.position > draft.at ? model.player.position - draft.at : draft.at - model.player.position;
  return off > model.player.frame_duration + model.player.frame_duration / 2;
}

std::optional<ReviewIntent> begin_edit(const ReviewModel& model, ReviewView& view,
                                       const ReviewComment& comment) {
  if (view.draft.of == comment.comment.id) {
    view.focus_text = true;
    return review::PauseAt{comment.comment.at};
  }
  if (view.draft.counts()) view.interrupted.push_back(std::move(view.draft));
  view.draft = {};
  view.pen.on = false;
  view.pen.stroke.reset();
  view.draft.text = comment.comment.text;
  view.draft.drawing = comment.comment.drawing;
  view.draft.of = comment.comment.id;
  view.draft.at = comment.comment.at;
  view.draft.begun = true;
  view.draft.was_playing = model.player.playing;
  view.focus_text = true;
  return review::PauseAt{comment.comment.at};
}

bool may_send(const ReviewModel& model, const ReviewView& view) {
  return !view.draft.empty() && !model.comment_pending && !model.read_only && !model.opening;
}

std::optional<ReviewIntent> send_draft(const ReviewModel& model, ReviewView& view) {
  const CommentDraft draft = view.draft;
  clear_field(view);
  view.dropped.reset();
  // Whoever has gone elsewhere meanwhile stays there.
  const bool play_on = draft.begun && draft.was_playing && !is_away(model, draft);
  if (draft.of.empty()) return review::AddComment{draft.text, draft.drawing, play_on, draft.at};
  return review::EditComment{draft.of, draft.text, draft.drawing, play_on};
}

void drop_draft(ReviewView& view) {
  if (view.draft.counts()) view.dropped = view.draft;
  clear_field(view);
}

bool may_take_back(const ReviewView& view) {
  return view.dropped && !view.draft.counts();
}

void take_back(ReviewView& view) {
  view.draft = std::move(*view.dropped);
  view.dropped.reset();
  view.draft.was_playing = false;
}

std::vector<KeptDraft> drafts_to_keep(const ReviewView& view) {
  std::vector<KeptDraft> kept;
  const auto keep = [&kept](const CommentDraft& draft) {
    if (!draft.counts()) return;
    Comment comment = new_comment(draft.at, draft.text);
    comment.drawing = draft.drawing;
    kept.push_back({std::move(comment), draft.of});
  };
  for (const CommentDraft& draft : view.interrupted) keep(draft);
  keep(view.draft);
  return kept;
}

void bring_back(ReviewView& view, const std::vector<KeptDraft>& drafts, const ReviewModel& model) {
  for (const KeptDraft& kept : drafts) {
    if (view.draft.counts()) view.interrupted.push_back(std::move(view.draft));
    view.draft = {};
    view.draft.text = kept.comment.text;
    view.draft.drawing = kept.comment.drawing;
    view.draft.at = kept.comment.at;
    view.draft.begun = view.draft.changed = true;
    // Where the comment isn't there any more, its words are a new one.
    for (const ReviewComment& comment : model.comments) {
      if (comment.own && comment.comment.id == kept.of) view.draft.of = kept.of;
    }
  }
}

const ReviewComment* comment_here(const ReviewModel& model, bool own) {
  const ReviewComment* nearest = nullptr;
  MediaTime distance = kHere;
  for (const ReviewComment& comment : model.comments) {
    if (own && !comment.own) continue;
    const MediaTime off = comment.comment.at > model.player.position
                              ? comment.comment.at - model.player.position
                              : model.player.position - comment.comment.at;
    if (off > distance) continue;
    distance = off;
    nearest = &comment;
  }
  return nearest;
}

}  // namespace gladi
