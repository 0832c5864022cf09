#include "studio/rehearsal/picture_check.h"

#include <string_view>

#include "studio/coaching/picture_metrics.h"

namespace gladi {
namespace {

Finding finding(Verdict verdict, const char* what, const char* advice) {
  return {verdict, Message(what), Message(advice)};
}

Finding not_checked() {
  return {Verdict::kNotChecked, Message(GLADI_TEXT("Not checked yet")), {}};
}

const char* const kTowardsLight = GLADI_TEXT("Turn your face to a window, or switch on the screen light.");

// COACHING: eyes near the top third. Only what is clearly off is told.
constexpr double kHighestEyes = 0.17, kLowestEyes = 0.55;  // of the height that viewers see, from the top
const char* const kEyesHigh = GLADI_TEXT("Your eyes are near the upper edge");
const char* const kEyesLow = GLADI_TEXT("Your eyes are low in the picture");

const char* const kCompany = GLADI_TEXT("More than one face is seen");

// The presenter's picture is no news about her.
bool sees_the_room(const CheckupInput& input) {
  return input.camera.gives_anything && !input.camera.demo;
}

Finding too_dark(bool much) {
  return finding(much ? Verdict::kBad : Verdict::kAttention,
                 much ? GLADI_TEXT("Too dark") : GLADI_TEXT("A bit dark"), kTowardsLight);
}

Finding too_bright() {
  return finding(Verdict::kAttention, GLADI_TEXT("Too bright"),
                 GLADI_TEXT("Move out of the sun, or turn the lamp away a little."));
}

Finding light_is_good() {
  return {Verdict::kGood, Message(GLADI_TEXT("Light is good")), {}};
}

Finding judge_light_on_face(const Light& light) {
  if (is_backlit(light)) {
    return finding(Verdict::kBad, GLADI_TEXT("Against the light"),
                   GLADI_TEXT("Turn around, so that the window or lamp is in front of you."));
  }
  if (is_dark(light)) return too_dark(true);
  if (*light.face < CheckupLimits::kDimFace) return too_dark(false);
  if (*light.face >= CheckupLimits::kGlaringFace || light.clipped >= CheckupLimits::kClippedFace)
    return too_bright();
  return light_is_good();
}

}  // namespace

Finding judge_light(const CheckupInput& input) {
  if (!input.mean_brightness || !sees_the_room(input)) return not_checked();
  if (input.seen && input.seen->face && input.seen->light.face) return judge_light_on_face(input.seen->light);
  const double brightness = *input.mean_brightness;
  if (brightness < CheckupLimits::kDark) return too_dark(true);
  if (brightness < CheckupLimits::kDim) return too_dark(false);
  if (brightness >= CheckupLimits::kGlaring) return too_bright();
  return light_is_good();
}

Finding judge_face(const CheckupInput& input) {
  if (!sees_the_room(input)) return not_checked();
  if (input.face_problem) {
    return {Verdict::kNotChecked, Message(GLADI_TEXT("Your face is not looked for")),
            input.face_problem->message};
  }
  if (!input.seen || !input.seen->faces) return not_checked();
  const PictureSample& seen = *input.seen;
  // In the dark nobody can say whether she is there: the light comes first.
  if (!seen.face && is_dark(seen.light)) return not_checked();
  if (!seen.face) {
    return finding(Verdict::kBad, GLADI_TEXT("No face is seen"),
                   GLADI_TEXT("Sit in front of the camera, with your whole face in the picture."));
  }
  if (shown_share(*seen.face, seen.shown) < CheckupLimits::kFaceShown) {
    return finding(Verdict::kBad, GLADI_TEXT("Your face is cut off"),
                   GLADI_TEXT("Move to the middle of the picture."));
  }
  if (seen.sharpness && *seen.sharpness < PictureMetrics::kBlurred) {
    return finding(Verdict::kAttention, GLADI_TEXT("The picture is blurred"),
                   GLADI_TEXT("Wipe the camera's lens with a soft cloth."));
  }
  const double height = seen.face->height / seen.shown.height;
  if (height < CheckupLimits::kSmallFace) {
    return finding(Verdict::kAttention, GLADI_TEXT("Too far away"), GLADI_TEXT("Come closer to the camera."));
  }
  if (height > CheckupLimits::kLargeFace) {
    return finding(Verdict::kAttention, GLADI_TEXT("Too close"),
                   GLADI_TEXT("Move back from the camera a little."));
  }
  if (*seen.faces > 1) {
    return finding(
        Verdict::kAttention, kCompany,
        GLADI_TEXT("The largest face counts as yours. If you can, move a poster or mirror behind you."));
  }
  const double eyes = (seen.face->eyes_y - seen.shown.top) / seen.shown.height;
  if (eyes < kHighestEyes) {
    return finding(Verdict::kAttention, kEyesHigh,
                   GLADI_TEXT("Lift the camera a little, or tilt the screen back."));
  }
  if (eyes > kLowestEyes) {
    return finding(Verdict::kAttention, kEyesLow,
                   GLADI_TEXT("Put the camera a little lower, or tilt the screen forward."));
  }
  return face_is_good();
}

bool is_about_eyes(const Finding& finding) {
  const std::string_view what = finding.what.id();
  return what == kEyesHigh || what == kEyesLow;
}

Finding face_is_good() {
  return {Verdict::kGood, Message(GLADI_TEXT("Your face is well placed")), {}};
}

bool is_about_company(const Finding& finding) {
  return std::string_view(finding.what.id()) == kCompany;
}

}  // namespace gladi
