#include "ui/app/comment_desk.h"

#include <chrono>
#include <utility>

#include "encoder/base/platform.h"

namespace gladi {

CommentDesk::CommentDesk(std::filesystem::path session_folder, std::string reviewer_id,
                         std::string reviewer_name, std::function<void()> wake)
    : folder_(std::move(session_folder)),
      reviewer_id_(std::move(reviewer_id)),
      reviewer_name_(std::move(reviewer_name)),
      wake_(std::move(wake)) {}

CommentDesk::~CommentDesk() {
  if (work_.valid()) work_.wait();
  for (const Task& task : waiting_) task();
}

void CommentDesk::add(MediaTime at, const std::string& text) {
  hand_over([folder = folder_, id = reviewer_id_, name = reviewer_name_, at, text] {
    News news;
    if (auto added = add_comment(folder, id, name, at, text); !added) {
      news.problem = added.error();
      news.unwritten = text;
    }
    news.reviews = load_reviews(folder);
    return news;
  });
}

void CommentDesk::remove(const std::string& comment_id) {
  hand_over([folder = folder_, id = reviewer_id_, comment_id] {
    News news;
    if (auto removed = remove_comment(folder, id, comment_id); !removed) news.problem = removed.error();
    news.reviews = load_reviews(folder);
    return news;
  });
}

void CommentDesk::change(std::function<Status(Review&)> change) {
  hand_over([folder = folder_, id = reviewer_id_, name = reviewer_name_, change = std::move(change)] {
    News news;
    if (auto changed = change_review(folder, id, name, change); !changed) news.problem = changed.error();
    news.reviews = load_reviews(folder);
    return news;
  });
}

void CommentDesk::hand_over(Task task) {
  if (work_.valid()) return waiting_.push_back(std::move(task));
  work_ = std::async(std::launch::async, [task = std::move(task), wake = wake_] {
    platform::name_this_thread("comments");
    News news = task();
    if (wake) wake();
    return news;
  });
}

std::optional<CommentDesk::News> CommentDesk::tick() {
  if (!work_.valid() || work_.wait_for(std::chrono::seconds(0)) != std::future_status::ready)
    return std::nullopt;
  News news = work_.get();
  if (!waiting_.empty()) {
    Task next = std::move(waiting_.front());
    waiting_.pop_front();
    hand_over(std::move(next));
  }
  return news;
}

}  // namespace gladi
