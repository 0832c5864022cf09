// Where a take stands in its rundown: which segment runs, for how long, and what is on show.
#pragma once

#include "studio/catalogue/catalogue.h"
#include "studio/catalogue/rundown.h"

namespace gladi {

// Plain value, one thread. Segments change only by the host: a plan that is over goes on counting.
class RunClock {
 public:
  // Copies nothing: `rundown` and `catalogue` must outlive the clock. An empty rundown has one endless
  // segment.
  RunClock(const Rundown& rundown, const Catalogue& catalogue)
      : rundown_(rundown), catalogue_(catalogue), ran_(rundown.segments.size(), false) {
    if (!ran_.empty()) ran_.front() = true;
  }

  // False when there is no such segment or it already runs.
  bool go_to(int segment, MediaTime now);
  // The segment that shows product `number` (1 is the catalogue's first): the next one from here on, else the
  // first; -1 when the rundown has none.
  int segment_of_product(int number) const;

  int segment() const { return segment_; }
  const std::vector<bool>& ran() const { return ran_; }  // by segment: it runs or has run
  MediaTime segment_elapsed(MediaTime now) const { return now - segment_start_; }
  MediaTime segment_planned() const;
  const Product* product() const;         // on show; null in opening, questions and closing
  int product_number() const;             // 1 is the catalogue's first; 0 without a product
  const std::string& product_id() const;  // empty without a product

 private:
  const Segment* current() const;

  const Rundown& rundown_;
  const Catalogue& catalogue_;
  int segment_ = 0;
  MediaTime segment_start_;
  std::vector<bool> ran_;
};

}  // namespace gladi
