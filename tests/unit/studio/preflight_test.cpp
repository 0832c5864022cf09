#include "studio/rehearsal/preflight.h"

#include <gtest/gtest.h>

#include <functional>

namespace gladi {
namespace {

// Somebody who sits well in good light; the levels are those of a calm room and a clear voice.
CheckupInput everything_fine() {
  CheckupInput input;
  input.camera.gives_anything = true;
  input.microphone.gives_anything = true;
  input.camera_fps = 30;
  input.mean_brightness = 0.45;
  input.peak_dbfs = -12;
  input.listened_long_enough = true;
  input.voice = CheckupInput::Voice{-20, -55, MediaTime::from_ms(20'000)};
  input.disk_free_bytes = 50'000'000'000;
  PictureSample seen;
  seen.faces = 1;
  seen.face = SeenFace{{0.5, 0.4}, 0.14, 0.25, 0.36, 0, 0.9};
  seen.shown = {0.34, 0, 0.32, 1};
  seen.light = {0.5, 0.5, 0};
  seen.sharpness = 0.2;
  input.seen = seen;
  return input;
}

struct Fault {
  const char* name;
  std::function<void(CheckupInput&)> make;
  std::function<const Finding&(const Checkup&)> where;
  const char* what;
};

const Finding& face(const Checkup& check) {
  return check.face;
}
const Finding& light(const Checkup& check) {
  return check.light;
}
const Finding& microphone(const Checkup& check) {
  return check.microphone;
}

// From the weightiest to the least.
std::vector<Fault> faults() {
  return {
      {"no face",
       [](CheckupInput& in) { in.seen->faces = 0, in.seen->face.reset(), in.seen->light.face.reset(); }, face,
       "No face is seen"},
      {"cut off",
       [](CheckupInput& in) {
         if (in.seen->face) in.seen->face->centre.x = 0.3;
       },
       face, "Your face is cut off"},
      {"too dark",
       [](CheckupInput& in) {
         in.seen->light = {0.1, 0.12, 0}, in.mean_brightness = 0.12;
       },
       light, "Too dark"},
      {"backlit",
       [](CheckupInput& in) {
         in.seen->light = {0.3, 0.9, 0};
       },
       light, "Against the light"},
      {"blurred", [](CheckupInput& in) { in.seen->sharpness = 0.001; }, face, "The picture is blurred"},
      {"too far",
       [](CheckupInput& in) {
         if (in.seen->face) in.seen->face->height = 0.1;
       },
       face, "Too far away"},
      {"too near",
       [](CheckupInput& in) {
         if (in.seen->face) in.seen->face->height = 0.5;
       },
       face, "Too close"},
      {"two faces", [](CheckupInput& in) { in.seen->faces = 2; }, face, "More than one face is seen"},
      {"too quiet", [](CheckupInput& in) { in.voice->level_dbfs = -38; }, microphone, "Very quiet"},
      {"noisy room", [](CheckupInput& in) { in.voice->noise_dbfs = -32; }, microphone, "The room is noisy"},
      {"wrong microphone", [](CheckupInput& in) { in.peak_dbfs = -80; }, microphone, "Nothing is heard"},
      {"no voice", [](CheckupInput& in) { in.voice->level_dbfs.reset(); }, microphone, "No voice is heard"},
  };
}

TEST(PictureCheckTest, IsGoodWhereEverythingIsFine) {
  const Checkup check = check_up(everything_fine());
  for (const Finding* finding : {&check.face, &check.light, &check.microphone}) {
    EXPECT_EQ(finding->verdict, Verdict::kGood) << finding->what.english();
    EXPECT_TRUE(finding->advice.empty());
  }
}

TEST(PictureCheckTest, NamesEachFaultAndOneThingToDo) {
  for (const Fault& fault : faults()) {
    CheckupInput input = everything_fine();
    fault.make(input);
    const Finding found = fault.where(check_up(input));
    EXPECT_NE(found.verdict, Verdict::kGood) << fault.name;
    EXPECT_NE(found.verdict, Verdict::kNotChecked) << fault.name;
    EXPECT_EQ(found.what.english(), fault.what);
    EXPECT_FALSE(found.advice.empty()) << fault.name;
  }
}

TEST(PictureCheckTest, TellsEyesFarFromTheTopThirdLast) {
  CheckupInput input = everything_fine();
  const auto face_at = [&](double eyes_y) {
    input.seen->face->eyes_y = eyes_y;
    return check_up(input).face.what.english();
  };
  for (const double fine : {0.2, 0.33, 0.5}) EXPECT_EQ(face_at(fine), "Your face is well placed") << fine;
  EXPECT_EQ(face_at(0.6), "Your eyes are low in the picture");
  EXPECT_EQ(face_at(0.1), "Your eyes are near the upper edge");
  Preflight preflight;
  EXPECT_FALSE(preflight.update(check_up(input), {}).face.advice.empty());
  input.voice->level_dbfs = -38;
  Preflight other;
  const Checkup& shown = other.update(check_up(input), {});
  EXPECT_TRUE(shown.face.advice.empty()) << "her voice first";
  EXPECT_FALSE(shown.microphone.advice.empty());
  input.seen->faces = 2;
  EXPECT_EQ(check_up(input).face.what.english(), "More than one face is seen");
}

TEST(PictureCheckTest, SaysWhichFileIsMissing) {
  CheckupInput input = everything_fine();
  input.seen->faces.reset();
  input.seen->face.reset();
  input.face_problem = Error{ErrorKind::kNotFound, Message("The file {0} is not there.", {"model.onnx"}), {}};
  const Finding found = check_up(input).face;
  EXPECT_EQ(found.verdict, Verdict::kNotChecked);
  EXPECT_EQ(found.what.english(), "Your face is not looked for");
  EXPECT_EQ(found.advice.english(), "The file model.onnx is not there.");
  EXPECT_EQ(check_up(input).light.verdict, Verdict::kGood) << "light is judged by the whole picture";
}

TEST(PictureCheckTest, DoesNotMissAFaceInTheDark) {
  CheckupInput input = everything_fine();
  input.mean_brightness = 0.05;
  input.seen->faces = 0;
  input.seen->face.reset();
  input.seen->light = {std::nullopt, 0.04, 0.5};
  EXPECT_EQ(check_up(input).face.verdict, Verdict::kNotChecked);
  EXPECT_EQ(check_up(input).light.what.english(), "Too dark");
}

TEST(PictureCheckTest, SaysNothingOfThePresenterOrWithoutACamera) {
  CheckupInput input = everything_fine();
  input.camera.demo = true;
  EXPECT_EQ(check_up(input).face.verdict, Verdict::kNotChecked);
  input = everything_fine();
  input.camera.gives_anything = false;
  input.mean_brightness.reset();
  input.seen.reset();
  EXPECT_EQ(check_up(input).face.verdict, Verdict::kNotChecked);
  EXPECT_EQ(check_up(input).light.verdict, Verdict::kNotChecked);
}

TEST(PictureCheckTest, ComparesTheFaceWithWhatViewersSee) {
  CheckupInput input = everything_fine();
  input.seen->shown = {0, 0.2, 1, 0.5};  // a layout that cuts the picture's height in half
  input.seen->face->height = 0.1;
  EXPECT_EQ(check_up(input).face.verdict, Verdict::kGood) << "0.2 of what is shown";
}

TEST(PreflightTest, ShowsAVerdictOnlyWhenItHasHeld) {
  Preflight preflight;
  CheckupInput away = everything_fine();
  faults()[0].make(away);
  MediaTime now;
  preflight.update(check_up(everything_fine()), now);
  for (int n = 0; n < 60; ++n) {  // she turns her head each second
    now += MediaTime::from_ms(500);
    const Checkup& shown = preflight.update(check_up(n % 2 == 0 ? away : everything_fine()), now);
    EXPECT_EQ(shown.face.verdict, Verdict::kGood) << n;
  }
  const MediaTime gone = now + MediaTime::from_ms(500);
  for (now = gone; now < gone + Preflight::kHolds; now += MediaTime::from_ms(250))
    EXPECT_EQ(preflight.update(check_up(away), now).face.verdict, Verdict::kGood);
  EXPECT_EQ(preflight.update(check_up(away), gone + Preflight::kHolds).face.what.english(),
            "No face is seen");
}

TEST(PreflightTest, TellsOneThingToDoTheWeightiestFirst) {
  const std::vector<Fault> all = faults();
  for (size_t first = 0; first < all.size(); ++first) {
    for (size_t second = first + 1; second < all.size(); ++second) {
      CheckupInput input = everything_fine();
      all[first].make(input);
      all[second].make(input);
      Preflight preflight;
      const Checkup& shown = preflight.update(check_up(input), {});
      int told = 0;
      for (const Finding* finding :
           {&shown.camera, &shown.face, &shown.light, &shown.microphone, &shown.disk})
        told += finding->advice.empty() ? 0 : 1;
      EXPECT_EQ(told, 1) << all[first].name << " and " << all[second].name;
    }
  }
}

TEST(PreflightTest, PutsTheFaceBeforeTheLightAndBothBeforeTheVoice) {
  CheckupInput input = everything_fine();
  input.seen->sharpness = 0.001;
  input.voice->level_dbfs = -38;
  Preflight preflight;
  EXPECT_FALSE(preflight.update(check_up(input), {}).face.advice.empty());
  input.seen->light = {0.3, 0.9, 0};
  Preflight again;
  const Checkup& shown = again.update(check_up(input), {});
  EXPECT_TRUE(shown.face.advice.empty());
  EXPECT_FALSE(shown.light.advice.empty());
  EXPECT_EQ(shown.face.what.english(), "The picture is blurred") << "the verdict stays";
}

TEST(PreflightTest, TellsOfASecondFaceOnceAndNotForever) {
  Preflight preflight;
  CheckupInput poster = everything_fine();
  poster.seen->faces = 2;
  MediaTime now;
  EXPECT_EQ(preflight.update(check_up(poster), now).face.verdict, Verdict::kAttention);
  now += Preflight::kCompanyToldFor + MediaTime::from_ms(100);
  EXPECT_EQ(preflight.update(check_up(poster), now).face.verdict, Verdict::kGood);
  for (int n = 0; n < 20; ++n) preflight.update(check_up(everything_fine()), now += MediaTime::from_ms(500));
  for (int n = 0; n < 20; ++n) {
    EXPECT_EQ(preflight.update(check_up(poster), now += MediaTime::from_ms(500)).face.verdict,
              Verdict::kGood);
  }
}

}  // namespace
}  // namespace gladi
