// What was done and can be undone: whole states, one after the other.
#pragma once

#include <cstddef>
#include <deque>
#include <string>
#include <utility>
#include <vector>

namespace gladi {

// One thread. `State` should be cheap to copy (shared, constant parts). At most kMostSteps are kept; the
// oldest go.
template <class State>
class UndoStack {
 public:
  static constexpr size_t kMostSteps = 200;

  explicit UndoStack(State first) : now_(std::move(first)) {}

  const State& now() const { return now_; }

  // A new step. Steps with the same `merge` (not empty) that follow one another are one: a name typed letter
  // by letter is undone at once.
  void change(State next, const std::string& merge = {}) {
    if (next == now_) return;
    const bool joined = !merge.empty() && merge == merge_ && !past_.empty();
    if (!joined) {
      past_.push_back(std::move(now_));
      if (past_.size() > kMostSteps) past_.pop_front();
    }
    now_ = std::move(next);
    merge_ = merge;
    future_.clear();
  }
  // The next step stands for itself, whatever its `merge`.
  void end_merge() { merge_.clear(); }

  bool can_undo() const { return !past_.empty(); }
  bool can_redo() const { return !future_.empty(); }
  // Nothing happens where there is nothing.
  void undo() {
    if (past_.empty()) return;
    future_.push_back(std::exchange(now_, std::move(past_.back())));
    past_.pop_back();
    merge_.clear();
  }
  void redo() {
    if (future_.empty()) return;
    past_.push_back(std::exchange(now_, std::move(future_.back())));
    future_.pop_back();
    merge_.clear();
  }

 private:
  State now_;
  std::deque<State> past_;
  std::vector<State> future_;
  std::string merge_;
};

}  // namespace gladi
