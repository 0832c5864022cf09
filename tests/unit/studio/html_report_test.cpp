#include "studio/share/html_report.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

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

TEST(HtmlReport, HasTheOneThingToTryAndNoSum) {
  const std::string page = html_report(hostile_take(), words());
  EXPECT_THAT(page, HasSubstr("Keep talking while your hands are busy."));
  EXPECT_THAT(page, Not(HasSubstr("2 / 5")));
}

}  // namespace
}  // namespace gladi
