#include "studio/rehearsal/run_clock.h"

namespace gladi {

bool RunClock::go_to(int segment, MediaTime now) {
  if (segment < 0 || segment >= static_cast<int>(rundown_.segments.size()) || segment == segment_)
    return false;
  segment_ = segment;
  segment_start_ = now;
  ran_[static_cast<size_t>(segment)] = true;
  return true;
}

int RunClock::segment_of_product(int number) const {
  if (number < 1 || number > static_cast<int>(catalogue_.products.size())) return -1;
  const std::string& id = catalogue_.products[static_cast<size_t>(number - 1)].id;
  const int count = static_cast<int>(rundown_.segments.size());
  for (int step = 0; step < count; ++step) {
    const int segment = (segment_ + step) % count;
    if (rundown_.segments[static_cast<size_t>(segment)].product_id == id) return segment;
  }
  return -1;
}

MediaTime RunClock::segment_planned() const {
  return current() ? current()->planned : MediaTime{};
}

const Product* RunClock::product() const {
  const std::string& id = product_id();
  return id.empty() ? nullptr : catalogue_.find(id);
}

int RunClock::product_number() const {
  const Product* shown = product();
  return shown ? static_cast<int>(shown - catalogue_.products.data()) + 1 : 0;
}

const std::string& RunClock::product_id() const {
  static const std::string kNone;
  return current() ? current()->product_id : kNone;
}

const Segment* RunClock::current() const {
  return rundown_.segments.empty() ? nullptr : &rundown_.segments[static_cast<size_t>(segment_)];
}

}  // namespace gladi
