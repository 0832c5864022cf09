#include "studio/share/html_report.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/measured_sound.h"

namespace gladi {
namespace {
using testing::HasSubstr;
using testing::Not;

MediaTime s(double seconds) {
  return MediaTime::from_seconds(seconds);
}

// Whoever chose these names means no good.
TakeReport hostile_take() {
  TakeReport take;
  take.session.person_name = R"(<script>alert("x")</script> O'Neill & "co" 🌺)";
  take.session.catalogue_name = {"</title><img src=x onerror=alert(1)>", ""};
  take.facts.duration = s(120);
  take.facts.segments = {{0, {"<b>Kain</b>", ""}, true, s(60), s(90), s(0), {}}};
  take.facts.silences = {{s(31), s(9)}};
  take.feedback = feedback_of(take.facts, Language::kIndonesian);
  Review review;
  review.reviewer_name = "Bu <i>Sri</i>";
  review.comments = {{"c1", s(12), "\"/><script>x()</script> \u202Eabc", {}}, {"c2", s(100), "Bagus", {}}};
  review.scores = {{"price", {"Harga", "Price"}, 2, 5, {"Disebut < sekali", "Once"}, s(20)}};
  take.reviews = {review};
  return take;
}
ReportWords words() {
  return {Language::kIndonesian, [](const Message& message) { return message.english(); }};
}

TEST(HtmlReport, EscapesWhatPeopleWrote) {
  const std::string page = html_report(hostile_take(), words());
  for (const char* forbidden : {"<script>alert", "<img", "<b>Kain", "<i>Sri", "<script>x()"})
    EXPECT_THAT(page, Not(HasSubstr(forbidden)));
  EXPECT_THAT(
      page,
      HasSubstr("&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; O&#39;Neill &amp; &quot;co&quot; 🌺"));
  EXPECT_THAT(page, HasSubstr("Disebut &lt; sekali"));
}

TEST(HtmlReport, LetsNothingInFromElsewhere) {
  const std::string page = html_report(hostile_take(), words());
  EXPECT_THAT(page, HasSubstr("default-src 'none'"));
  for (const char* elsewhere : {"http://", "https://", "<link", "<iframe", "src=\"//"})
    EXPECT_THAT(page, Not(HasSubstr(elsewhere)));
}

TEST(HtmlReport, MomentsAreButtonsWhereTheFilmHasThem) {
  const ReportClip clip{"abc", s(10), s(30)};
  const std::string page = html_report(hostile_take(), words(), &clip);
  EXPECT_THAT(page, HasSubstr("data:video/mp4;base64,YWJj"));
  EXPECT_THAT(page, HasSubstr(R"(data-at="2.00")")) << "the comment at 12 s";
  EXPECT_THAT(page, HasSubstr(R"(data-at="10.00")")) << "the score at 20 s";
  EXPECT_THAT(page, HasSubstr(R"(<span class="at">01:40</span>)")) << "behind the film's end";
  const std::string without = html_report(hostile_take(), words());
  EXPECT_THAT(without, Not(HasSubstr("<video")));
  EXPECT_THAT(without, Not(HasSubstr("data-at=")));
}

TEST(HtmlReport, DrawingsLieOverTheFilmAtTheirMomentOrBesideTheirComment) {
  TakeReport take = hostile_take();
  take.session.canvas.width_px = 720;
  take.session.canvas.height_px = 1280;
  take.reviews[0].comments[0].drawing.strokes = {{Stroke::Shape::kArrow, {{0.25F, 0.5F}, {0.75F, 0.5F}}}};
  const ReportClip clip{"abc", s(10), s(30)};
  const std::string page = html_report(take, words(), &clip);
  EXPECT_THAT(page, HasSubstr(R"(<svg class="drawing" data-at="2.00" viewBox="0 0 720 1280">)"));
  EXPECT_THAT(page, HasSubstr("With a drawing on the picture"));
  EXPECT_THAT(page, Not(HasSubstr("class=\"sketch\""))) << "lines without their picture tell nothing";
  EXPECT_THAT(page, HasSubstr(R"(points="180.0,640.0 540.0,640.0 ")"));
  const std::string without = html_report(take, words());
  EXPECT_THAT(without, Not(HasSubstr("class=\"drawing\"")));
  EXPECT_THAT(without, HasSubstr("class=\"sketch\"")) << "also without a film";
}

TEST(HtmlReport, ShowsHowItSoundedAndWhatWasFound) {
  TakeReport take = hostile_take();
  EXPECT_THAT(html_report(take, words()), Not(HasSubstr("class=\"sound\"")));
  take.facts.sound = test::measured_talk(12);
  take.findings = {{FindingKind::kFast, {s(15), s(25)}}, {FindingKind::kHeld, {s(90), s(90.4)}}};
  const ReportClip clip{"abc", s(10), s(30)};
  const std::string page = html_report(take, words(), &clip);
  EXPECT_THAT(page, HasSubstr("<svg class=\"sound\""));
  EXPECT_THAT(page, HasSubstr(R"(data-at="5.00">▶ 00:15</button> <span>Fast speech</span>)"));
  EXPECT_THAT(page, HasSubstr(R"(<span class="at">01:30</span> <span>Perhaps a held “eee”</span>)"));
  take.facts.sound->lack = SpeechLack::kNoVoice;
  EXPECT_THAT(html_report(take, words()), Not(HasSubstr("class=\"sound\"")));
}

TEST(HtmlReport, NamesTheFirstOfManyFindings) {
  TakeReport take = hostile_take();
  take.facts.sound = test::measured_talk(12);
  for (int i = 0; i < 27; ++i) take.findings.push_back({FindingKind::kHeld, {s(4 * i), s(4 * i + 0.4)}});
  EXPECT_THAT(html_report(take, words()), HasSubstr("and 7 more"));
}

TEST(HtmlReport, VoiceNotesAreInThePageOrSaidToBeElsewhere) {
  TakeReport take = hostile_take();
  take.reviews[0].comments[0].voice = VoiceNote{"a.m4a", s(4)};
  take.reviews[0].comments[1].voice = VoiceNote{"b.m4a", s(4)};
  take.voices["a.m4a"] = "abc";
  const std::string page = html_report(take, words());
  EXPECT_THAT(page, HasSubstr("src=\"data:audio/mp4;base64,YWJj\""));
  EXPECT_THAT(page, HasSubstr("A voice note that isn&#39;t on this computer"));
}

TEST(HtmlReport, HasTheOneThingToTryAndNoSum) {
  const std::string page = html_report(hostile_take(), words());
  EXPECT_THAT(page, HasSubstr("Have a sentence ready for quiet moments."));
  EXPECT_THAT(page, Not(HasSubstr("2 / 5")));
  EXPECT_THAT(page, HasSubstr("The voice isn&#39;t judged yet")) << "nobody has measured it";
}

TEST(HtmlReport, HasTheProgressWhereThereIsMoreThanOneTake) {
  TakeReport take = hostile_take();
  EXPECT_THAT(html_report(take, words()), Not(HasSubstr("Progress")));
  for (int on_time = 1; on_time < 4; ++on_time) {
    take.progress.emplace_back();
    take.progress.back().parts = 4;
    take.progress.back().on_time = on_time;
  }
  EXPECT_THAT(html_report(take, words()), HasSubstr("Parts of the plan on time: <b>75 %</b>"));
}

}  // namespace
}  // namespace gladi
