#include "ui/app/comment_desk.h"

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

}  // namespace

CommentDesk::CommentDesk(std::filesystem::path session_folder, std::string reviewer_id,
                         std::string reviewer_name, std::function<void()> wake)
    : folder_(std::move(session_folder)),
      reviewer_id_(std::move(reviewer_id)),
      reviewer_name_(std::move(reviewer_name)),
      wake_(std::move(wake)) {}

CommentDesk::~CommentDesk() {
  if (work_.valid()) note(work_.get());
  for (const Task& task : waiting_) note(task());
  drop_unused_voices();
}

void CommentDesk::carry_out(const CommentStep& step) {
  for (const auto& comment : {step.before, step.after}) {
    if (comment && comment->voice) voices_.insert(comment->voice->file);
  }
  write(step, Way::kNew);
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
  hand_over([folder = folder_, id = reviewer_id_, name = reviewer_name_, step, way] {
    Done done{{}, way, step};
    const ReviewStep wanted = way == Way::kUndo ? reversed(step) : step;
    if (const Status written = std::visit(StepWriter{folder, id, name}, wanted); !written) {
      done.news.problem = written.error();
      const auto* comment = std::get_if<CommentStep>(&step);
      if (way == Way::kNew && comment != nullptr) done.news.unwritten = comment->after;
    }
    done.news.reviews = load_reviews(folder);
    return done;
  });
}

void CommentDesk::change(std::function<Status(Review&)> change) {
  hand_over([folder = folder_, id = reviewer_id_, name = reviewer_name_, change = std::move(change)] {
    Done done;
    if (auto changed = change_review(folder, id, name, change); !changed) done.news.problem = changed.error();
    done.news.reviews = load_reviews(folder);
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

// What could not be written can't be undone either.
void CommentDesk::note(const Done& done) {
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
  }
  return std::move(done.news);
}

// A deleted comment's voice stays for as long as the deletion can be undone, and no longer.
void CommentDesk::drop_unused_voices() const {
  std::set<std::string> files = voices_;
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
