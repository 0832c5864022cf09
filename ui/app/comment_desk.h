// Writes comments away from the main thread, one after the other, and brings back what the files say then.
#pragma once

#include <deque>
#include <filesystem>
#include <functional>
#include <future>
#include <optional>
#include <vector>

#include "studio/review/review.h"

namespace gladi {

// Main thread. What was handed over is written even when the desk goes away: the destructor waits for it.
class CommentDesk {
 public:
  // `wake` is called when something has been written.
  CommentDesk(std::filesystem::path session_folder, std::string reviewer_id, std::string reviewer_name,
              std::function<void()> wake);
  ~CommentDesk();
  CommentDesk(const CommentDesk&) = delete;
  CommentDesk& operator=(const CommentDesk&) = delete;

  void add(MediaTime at, const std::string& text);
  void remove(const std::string& comment_id);
  void change(std::function<Status(Review&)> change);  // of anything else in the reviewer's file

  struct News {
    std::vector<Review> reviews;
    std::optional<Error> problem;  // the comment could not be written: why
    std::string unwritten;         // its text, so that nobody has to type it again
  };
  // What has been written since the last call.
  std::optional<News> tick();
  bool busy() const { return work_.valid() || !waiting_.empty(); }

 private:
  using Task = std::function<News()>;
  void hand_over(Task task);

  const std::filesystem::path folder_;
  const std::string reviewer_id_;
  const std::string reviewer_name_;
  const std::function<void()> wake_;
  std::deque<Task> waiting_;
  std::future<News> work_;
};

}  // namespace gladi
