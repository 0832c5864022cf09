// Writes comments, and what is said of findings, away from the main thread, one after the other, and brings
// back what the files say then. Both can be undone.
#pragma once

#include <deque>
#include <filesystem>
#include <functional>
#include <future>
#include <optional>
#include <set>
#include <string>
#include <variant>
#include <vector>

#include "studio/review/kept_draft.h"
#include "studio/review/review.h"

namespace gladi {

// What was done to one comment; nothing where it wasn't there before, or isn't there afterwards.
struct CommentStep {
  std::optional<Comment> before;
  std::optional<Comment> after;
  CommentStep reversed() const { return {after, before}; }
};

// What was said of one finding, and what is said now.
struct VerdictStep {
  TakeFinding finding;
  ReviewVerdict before = ReviewVerdict::kOpen;
  ReviewVerdict after = ReviewVerdict::kOpen;
  VerdictStep reversed() const { return {finding, after, before}; }
};
using ReviewStep = std::variant<CommentStep, VerdictStep>;

// Main thread. What was handed over is written even when the desk goes away: the destructor waits for it, and
// takes away voice notes that nothing mentions any more. A comment that could not be written is kept here,
// whole, until it is: tried again when somebody asks for it, when another one could be written, and at the
// end.
class CommentDesk {
 public:
  // `after_writing` (may be empty) is called on the desk's thread when the file has changed; `wake` when
  // there are news.
  CommentDesk(std::filesystem::path session_folder, std::string reviewer_id, std::string reviewer_name,
              std::function<void()> wake, std::function<void()> after_writing = {});
  ~CommentDesk();
  CommentDesk(const CommentDesk&) = delete;
  CommentDesk& operator=(const CommentDesk&) = delete;

  void carry_out(const CommentStep& step);  // written, changed or deleted
  void carry_out(const VerdictStep& step);
  void change(std::function<Status(Review&)> change);  // of anything else in the reviewer's file

  // The last step that was written. Nothing while something still is being written.
  bool can_undo() const { return !busy() && !past_.empty(); }
  bool can_redo() const { return !busy() && !future_.empty(); }
  void undo();
  void redo();

  // What could not be written, one step for each comment; `after` is always there.
  const std::vector<CommentStep>& unwritten() const { return unwritten_; }
  void try_again();  // one of them; the others follow when that went well
  // Waits for the disk, before the window closes or the screen is left: everything that was handed over is
  // carried out, and what could not be written is tried once more. What still could not be is returned, and
  // kept.
  const std::vector<CommentStep>& settle();
  void look_for_drafts();
  void forget_drafts();  // they are sent, or given up
  void reload();         // somebody else may have changed the reviews: they are the next news

  struct News {
    std::vector<Review> reviews;
    std::optional<Error> problem;   // it could not be written: why
    std::vector<KeptDraft> drafts;  // that look_for_drafts() has found
  };
  // What has been written since the last call.
  std::optional<News> tick();
  bool busy() const { return work_.valid() || !waiting_.empty(); }

 private:
  enum class Way { kNew, kUndo, kRedo, kOther };
  struct Done {
    News news;
    Way way = Way::kOther;
    ReviewStep step;  // as it was done first
  };
  using Task = std::function<Done()>;
  void hand_over(Task task);
  void write(const ReviewStep& step, Way way);
  Task task_of(const ReviewStep& step, Way way) const;
  void note(const Done& done);
  void note_unwritten(const Done& done);
  std::vector<CommentStep>::iterator unwritten_of(const CommentStep& step);
  void drop_unused_voices() const;

  const std::filesystem::path folder_;
  const std::string reviewer_id_;
  const std::string reviewer_name_;
  const std::function<void()> wake_;
  const std::function<void()> after_writing_;
  std::deque<Task> waiting_;
  std::future<Done> work_;
  std::vector<ReviewStep> past_, future_;
  std::vector<CommentStep> unwritten_;
  std::set<std::string> voices_;  // files that any step has mentioned
};

}  // namespace gladi
