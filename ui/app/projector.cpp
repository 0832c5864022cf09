#include "ui/app/projector.h"

namespace gladi {
namespace {

// It looks fluent, and without a GPU costs little.
constexpr MediaTime kEveryWithGpu = MediaTime::from_ms(33);
constexpr MediaTime kEvery = MediaTime::from_ms(200);
constexpr MediaTime kEveryFluent = MediaTime::from_ms(66);
// The system tells when displays come and go; should it forget to, this notices.
constexpr MediaTime kLookEvery = MediaTime::from_ms(1000);
// A window manager takes its time to make a window as large as the display.
constexpr MediaTime kSettleWithin = MediaTime::from_ms(2000);

}  // namespace

std::vector<std::string> Projector::displays() const {
  std::vector<std::string> names = display_names();
  const auto own = static_cast<size_t>(window_.display());
  if (own < names.size()) names.erase(names.begin() + static_cast<std::ptrdiff_t>(own));
  return names;
}

int Projector::find_display() const {
  const std::vector<std::string> names = display_names();
  const int own = window_.display();
  int other = -1;
  for (int i = 0; i < static_cast<int>(names.size()); ++i) {
    if (i == own) continue;
    if (names[static_cast<size_t>(i)] == settings_.projector) return i;
    if (other < 0) other = i;
  }
  return other;
}

void Projector::toggle() {
  gone_ = false;
  wanted_ = !wanted_;
  if (!wanted_) return projector_.reset();
  if (open_window()) return;
  wanted_ = false;
  toasts_.add(
      Toasts::Kind::kNews,
      Message(GLADI_TEXT("No second screen is there. Connect the projector, let the computer extend its "
                         "desktop to it, and try again.")));
}

bool Projector::open_window() {
  const int display = find_display();
  if (display < 0) return false;
  auto opened = ProjectorWindow::open(display);
  if (!opened) {
    toasts_.add(opened.error());
    wanted_ = false;
    return true;
  }
  projector_ = std::move(*opened);
  names_ = display_names();
  display_ = names_[static_cast<size_t>(display)];
  asked_for_ = settings_.projector;
  next_at_ = {};
  window_.raise();  // the keyboard stays here
  return true;
}

// A window whose display is gone is put on another one: it would cover what the host works with.
bool Projector::is_on_its_display(MediaTime now) const {
  const int at = projector_->display();
  if (at < 0 || at >= static_cast<int>(names_.size()) || names_[static_cast<size_t>(at)] != display_)
    return false;
  return now - opened_at_ < kSettleWithin || (at != window_.display() && projector_->fills_its_display());
}

void Projector::look_at_displays(MediaTime now, bool changed) {
  if (!changed && now - names_seen_at_ < kLookEvery) return;
  names_ = display_names();
  names_seen_at_ = now;
}

void Projector::lose_window() {
  projector_.reset();
  gone_ = true;
  toasts_.add(Toasts::Kind::kNews, Message(GLADI_TEXT("The projector is gone. Everything else goes on.")));
}

bool Projector::tick(MediaTime now) {
  const bool changed = window_.take_display_change();
  if (!wanted_) return false;
  look_at_displays(now, changed);
  if (projector_ && window_.take_close_of(projector_->id())) {  // closed as any window is
    projector_.reset();
    wanted_ = false;
    return false;
  }
  if (projector_ && asked_for_ != settings_.projector) {
    projector_.reset();
    gone_ = false;
  }
  if (projector_ && next_at_ == MediaTime{}) opened_at_ = next_at_ = now;
  if (projector_ && !is_on_its_display(now)) lose_window();
  if (!projector_ && (!gone_ || changed) && !open_window()) gone_ = true;
  if (!projector_ || now < next_at_) return false;
  const MediaTime every = fluent_ ? kEveryFluent : kEvery;
  next_at_ = now + (projector_->accelerated() ? kEveryWithGpu : every);
  return true;
}

void Projector::draw(const ProjectorShow& show) {
  fluent_ = show.fluent;
  if (!projector_) return;
  projector_->show(show.words, show.feed);
  ++frames_drawn_;
}

}  // namespace gladi
