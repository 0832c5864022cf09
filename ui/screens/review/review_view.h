// What the review screen remembers of itself: where one is, and the comment that is being written.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "studio/review/quick_words.h"
#include "ui/screens/review/comment_model.h"
#include "ui/screens/review/measure_model.h"
#include "ui/screens/review/review_intent.h"
#include "ui/screens/review/timeline_model.h"

namespace gladi {

// What stands beside the comments.
enum class SidePanel { kRubric, kAsRun, kFindings };

// Remembered between frames by the screen itself.
struct ReviewView {
  CommentDraft draft;
  std::vector<CommentDraft> interrupted;  // by changing another comment; come back after it
  std::optional<CommentDraft> dropped;    // given up last: can be taken back
  DrawingView pen;
  bool focus_text = false;
  std::optional<ReviewIntent> leaving;  // wished, while it is asked what becomes of unsaved comments
  bool gives_up = false;                // the answer: they are left behind
  std::string current;                  // the comment that the list was scrolled to
  std::optional<QuickWords> new_words;  // while they are being changed
  SidePanel panel = SidePanel::kRubric;
  std::string criterion;  // the one whose words are shown, and that the keys give a level
  bool choosing_rubric = false;
  std::string new_rubric;  // chosen, while it is asked whether the scores may go
  bool large = false;      // the picture fills the screen
  TimelineView timeline;
  MeasureView measures;
};

}  // namespace gladi
