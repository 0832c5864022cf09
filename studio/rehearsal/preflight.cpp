#include "studio/rehearsal/preflight.h"

#include <algorithm>
#include <string_view>

#include "studio/rehearsal/picture_check.h"

namespace gladi {
namespace {

bool same(const char* a, const char* b) {
  return std::string_view(a) == b;
}

// What a person should mend first: being seen, then light, then the camera, then her voice. A camera that
// gives no picture leaves nothing to say of the first two.
Finding* weightiest(Checkup& checkup) {
  std::array<Finding*, 6> by_weight{&checkup.face,       &checkup.light, &checkup.camera,
                                    &checkup.microphone, &checkup.disk,  &checkup.encoder};
  if (is_about_eyes(checkup.face)) std::rotate(by_weight.begin(), by_weight.begin() + 1, by_weight.end());
  for (const Verdict verdict : {Verdict::kBad, Verdict::kAttention}) {
    for (Finding* finding : by_weight) {
      if (finding->verdict == verdict) return finding;
    }
  }
  return nullptr;
}

}  // namespace

// Facts (the disk, the encoder) don't flicker: they are shown at once.
const Checkup& Preflight::update(const Checkup& seen, MediaTime now) {
  Checkup next = seen;
  hold(seen.camera, steady_.camera, camera_, now);
  hold(seen.microphone, steady_.microphone, microphone_, now);
  hold(seen.light, steady_.light, light_, now);
  hold(seen.face, steady_.face, face_, now);
  next.camera = steady_.camera;
  next.microphone = steady_.microphone;
  next.light = steady_.light;
  next.face = steady_.face;
  steady_ = next;
  shown_ = steady_;
  tell_company_once(shown_.face, now);
  const Finding* first = weightiest(shown_);
  for (Finding* finding :
       {&shown_.camera, &shown_.face, &shown_.light, &shown_.microphone, &shown_.disk, &shown_.encoder}) {
    const bool fault = finding->verdict == Verdict::kBad || finding->verdict == Verdict::kAttention;
    if (fault && finding != first) finding->advice = {};
  }
  return shown_;
}

void Preflight::hold(const Finding& seen, Finding& shown, Coming& coming, MediaTime now) const {
  const bool first = shown.what.empty();
  if (first || same(seen.what.id(), shown.what.id())) {
    shown = seen;  // its numbers may be others
    coming = {};
    return;
  }
  if (!same(seen.what.id(), coming.what)) coming = {seen.what.id(), now};
  if (now - coming.since < kHolds) return;
  shown = seen;
  coming = {};
}

void Preflight::tell_company_once(Finding& face, MediaTime now) {
  if (!is_about_company(face)) return;
  if (!company_since_) company_since_ = now;
  if (now - *company_since_ > kCompanyToldFor) face = face_is_good();
}

}  // namespace gladi
