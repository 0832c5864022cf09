#include "ui/app/comment_desk.h"

#include <algorithm>
#include <chrono>
#include <utility>

#include "encoder/base/platform.h"

namespace gladi {
namespace {

// Carries a step out in the reviewer's file.
struct StepWriter {
  const std::filesystem::path& folder;
  const std::string& id;
  const std::string& name;

  Status operator()(const CommentStep& step) const {
    if (step.after) return put_comment(folder, id, *step.after, name);
    return step.before ? remove_comment(folder, id, step.before->id) : Status{};
  }
  Status operator()(const VerdictStep& step) const {
    auto changed = change_review(folder, id, name, [&step](Review& review) -> Status {
      set_verdict(review.findings, step.finding, step.after);
      return {};
    });
    return changed ? Status{} : fail(std::move(changed));
  }
};

ReviewStep reversed(const ReviewStep& step) {
  return std::visit([](const auto& one) -> ReviewStep { return one.reversed(); }, step);
}

const std::string& id_of(const CommentStep& step) {
  return step.after ? step.after->id : step.before->id;
}

}  // namespace

CommentDesk::CommentDesk(std::filesystem::path session_folder, std::string reviewer_id,
                         std::string reviewer_name, std::function<void()> wake,
                         std::function<void()> after_writing)
    : folder_(std::move(session_folder)),
      reviewer_id_(std::move(reviewer_id)),
      reviewer_name_(std::move(reviewer_name)),
      wake_(std::move(wake)),
      after_writing_(std::move(after_writing)) {}

CommentDesk::~CommentDesk() {
  settle();
  drop_unused_voices();
}

const std::vector<CommentStep>& CommentDesk::settle() {
  if (work_.valid()) note(work_.get());
  for (const Task& task : std::exchange(waiting_, {})) note(task());
  for (const CommentStep& step : std::vector<CommentStep>(unwritten_)) note(task_of(step, Way::kNew)());
  return unwritten_;
}

void CommentDesk::carry_out(const CommentStep& step) {
  for (const auto& comment : {step.before, step.after}) {
    if (comment && comment->voice) voices_.insert(comment->voice->file);
  }
  const auto kept = unwritten_of(step);
  if (kept == unwritten_.end()) return write(step, Way::kNew);
  // The file knows nothing of what was kept: for it this is one step with that.
  const CommentStep both{kept->before, step.after};
  if (both.before || both.after) return write(both, Way::kNew);
  unwritten_.erase(kept);
  note({{}, Way::kNew, step});
  reload();
}

std::vector<CommentStep>::iterator CommentDesk::unwritten_of(const CommentStep& step) {
  return std::find_if(unwritten_.begin(), unwritten_.end(),
                      [&](const CommentStep& kept) { return id_of(kept) == id_of(step); });
}

void CommentDesk::try_again() {
  if (!busy() && !unwritten_.empty()) write(unwritten_.front(), Way::kNew);
}

void CommentDesk::carry_out(const VerdictStep& step) {
  if (step.before != step.after) write(step, Way::kNew);
}

void CommentDesk::undo() {
  if (can_undo()) write(past_.back(), Way::kUndo);
}

void CommentDesk::redo() {
  if (can_redo()) write(future_.back(), Way::kRedo);
}

void CommentDesk::write(const ReviewStep& step, Way way) {
  hand_over(task_of(step, way));
}

CommentDesk::Task CommentDesk::task_of(const ReviewStep& step, Way way) const {
  return [folder = folder_, id = reviewer_id_, name = reviewer_name_, step, way, after = after_writing_] {
    Done done{{}, way, step};
    const ReviewStep wanted = way == Way::kUndo ? reversed(step) : step;
    if (const Status written = std::visit(StepWriter{folder, id, name}, wanted); !written)
      done.news.problem = written.error();
    done.news.reviews = load_reviews(folder);
    if (after && !done.news.problem) after();
    return done;
  };
}

void CommentDesk::reload() {
  hand_over([folder = folder_] {
    Done done;
    done.news.reviews = load_reviews(folder);
    return done;
  });
}

void CommentDesk::look_for_drafts() {
  hand_over([folder = folder_, id = reviewer_id_] {
    Done done;
    done.news.reviews = load_reviews(folder);
    done.news.drafts = kept_drafts(folder, id);
    return done;
  });
}

void CommentDesk::forget_drafts() {
  hand_over([folder = folder_, id = reviewer_id_] {
    Done done;
    if (auto kept = keep_drafts(folder, id, {}); !kept) done.news.problem = kept.error();
    done.news.reviews = load_reviews(folder);
    return done;
  });
}

void CommentDesk::change(std::function<Status(Review&)> change) {
  hand_over([folder = folder_, id = reviewer_id_, name = reviewer_name_, change = std::move(change),
             after = after_writing_] {
    Done done;
    if (auto changed = change_review(folder, id, name, change); !changed) done.news.problem = changed.error();
    done.news.reviews = load_reviews(folder);
    if (after && !done.news.problem) after();
    return done;
  });
}

void CommentDesk::hand_over(Task task) {
  if (work_.valid()) return waiting_.push_back(std::move(task));
  work_ = std::async(std::launch::async, [task = std::move(task), wake = wake_] {
    platform::name_this_thread("comments");
    Done done = task();
    if (wake) wake();
    return done;
  });
}

// One step for each comment: its newest words.
void CommentDesk::note_unwritten(const Done& done) {
  const auto* step = std::get_if<CommentStep>(&done.step);
  if (step == nullptr || done.way != Way::kNew) return;
  const auto kept = unwritten_of(*step);
  if (!done.news.problem) {
    if (kept != unwritten_.end()) unwritten_.erase(kept);
  } else if (step->after) {
    kept == unwritten_.end() ? unwritten_.push_back(*step) : static_cast<void>(*kept = *step);
  }
}

// What could not be written can't be undone either.
void CommentDesk::note(const Done& done) {
  note_unwritten(done);
  if (done.news.problem || done.way == Way::kOther) return;
  if (done.way == Way::kNew) future_.clear();
  if (done.way == Way::kUndo && !past_.empty()) past_.pop_back();
  if (done.way == Way::kRedo && !future_.empty()) future_.pop_back();
  (done.way == Way::kUndo ? future_ : past_).push_back(done.step);
}

std::optional<CommentDesk::News> CommentDesk::tick() {
  if (!work_.valid() || work_.wait_for(std::chrono::seconds(0)) != std::future_status::ready)
    return std::nullopt;
  Done done = work_.get();
  note(done);
  if (!waiting_.empty()) {
    Task next = std::move(waiting_.front());
    waiting_.pop_front();
    hand_over(std::move(next));
  } else if (done.way != Way::kOther && !done.news.problem) {
    try_again();
  }
  return std::move(done.news);
}

// A deleted comment's voice stays for as long as the deletion can be undone, and no longer. What was spoken
// and could not be noted stays: nobody has deleted it.
void CommentDesk::drop_unused_voices() const {
  std::set<std::string> files = voices_;
  for (const CommentStep& step : unwritten_) {
    if (step.after->voice) files.erase(step.after->voice->file);
  }
  if (files.empty()) return;
  std::vector<Error> problems;
  for (const Review& review : load_reviews(folder_, &problems)) {
    for (const Comment& comment : review.comments) {
      if (comment.voice) files.erase(comment.voice->file);
    }
  }
  if (!problems.empty()) return;  // a review that can't be read may need them
  for (const std::string& file : files) {
    if (is_voice_file(file)) static_cast<void>(platform::remove_durably(folder_ / "reviews" / file));
  }
}

}  // namespace gladi
