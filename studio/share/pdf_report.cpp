#include "studio/share/pdf_report.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "studio/share/drawn_lines.h"
#include "studio/share/paper.h"
#include "studio/share/progress_graph.h"
#include "studio/share/sound_graph.h"
#include "studio/text/format.h"

namespace gladi {
namespace {

using Look = Paper::Look;

constexpr Paint kGood = rgb(0x1F8F5F), kNext = rgb(0xE99A00), kLine = rgb(0xE4DCC8), kRan = rgb(0x2C3378);
constexpr Paint kBand = rgb(0xDCF3E6), kSpeech = rgb(0x8F93C4);
constexpr Paint kNoPicture = rgb(0x3A3F55);
constexpr double kGraphHeight = 72, kDrawingHeight = 140;
constexpr double kMostPictureWidth = 172, kMostPictureHeight = 172, kGap = 16;
constexpr double kTimeWidth = 46;  // "1:04:12"
constexpr double kBarLeft = 190, kBarWidth = 210;
constexpr double kRowHeight = 17;
constexpr double kLineAndDrawing = kDrawingHeight + 2 * kRowHeight;
constexpr double kHeadingAndTwoLines = 56;  // a heading is never the last of its sheet

class Sheets {
 public:
  Sheets(const TakeReport& take, const ReportWords& words, const SheetPictures& pictures)
      : take_(take),
        words_(words),
        pictures_(pictures),
        goods_(take.session.catalogue_name.in(words.language)),
        date_(format_date_time(take.session.started_at, words.language)),
        paper_(take.session.person_name + " · " + date_,
               shortened(take.session.person_name) + " · " + date_) {}

  Result<std::string> file() {
    head();
    if (take_.results_wait)
      marked(kNext, [&] { paper_.write(words_.tr(*take_.results_wait), {.left = 14}); });
    feedback();
    times();
    replies();
    sound();
    progress();
    for (const Review& review : take_.reviews) {
      if (!review.comments.empty() || !review.scores.empty()) one_review(review);
    }
    if (take_.reviews_wait) {
      paper_.skip(10);
      paper_.write(words_.tr(*take_.reviews_wait), {.colour = style::kMute});
    }
    paper_.skip(8);
    paper_.write(words_.tr(take_.certificate), {.size = 8.5, .colour = style::kMute});
    return paper_.finish();
  }

 private:
  // For the foot: a long name leaves room for the number.
  static std::string shortened(const std::string& name) {
    constexpr size_t kMost = 60;
    if (name.size() <= kMost) return name;
    size_t end = kMost;
    while (end > 0 && (static_cast<unsigned char>(name[end]) & 0xC0) == 0x80) --end;
    return name.substr(0, end) + "…";
  }
  std::string tr(const char* id, std::vector<std::string> values = {}) const {
    return words_.tr(Message(id, std::move(values)));
  }
  void heading(const std::string& words) {
    paper_.skip(10);
    paper_.keep_together(kHeadingAndTwoLines);
    paper_.write(words, {.size = 13, .weight = style::kSemiBold, .below = 5});
  }
  // A bar at the left margin beside what `write` writes on this sheet.
  template <class Write>
  void marked(const Paint& colour, const Write& write) {
    const double top = paper_.y();
    const int sheet = paper_.sheet();
    write();
    const double from = paper_.sheet() == sheet ? top : 0;
    paper_.fill(0, from - paper_.y(), 4, paper_.y() - from - 2, colour);
  }

  void head() {
    const std::optional<Image>& picture = pictures_.take;
    double beside = 0, width = Paper::kWidth;
    if (picture && picture->width_px > 0 && picture->height_px > 0) {
      const double shape = static_cast<double>(picture->width_px) / picture->height_px;
      const double picture_width = std::min(kMostPictureWidth, kMostPictureHeight * shape);
      beside = paper_.put_image(*picture, Paper::kWidth - picture_width, picture_width) + kGap;
      width -= picture_width + kGap;
    }
    const int sheet = paper_.sheet();
    paper_.write(take_.session.person_name, {.size = 21, .weight = style::kBold, .width = width, .below = 3});
    paper_.write(goods_, {.size = 13, .weight = style::kSemiBold, .width = width});
    const std::string practice = take_.for_practice ? " · " + tr(GLADI_TEXT("for practice")) : "";
    paper_.write(date_ + " · " + format_clock(take_.facts.duration) + practice,
                 {.colour = style::kMute, .width = width});
    if (take_.rating && !take_.rating->wish.empty())
      paper_.write(tr(GLADI_TEXT("Wants to do better")) + ": " + take_.rating->wish, {.width = width});
    if (paper_.sheet() == sheet && paper_.y() < beside) paper_.skip(beside - paper_.y());
  }

  void feedback() {
    if (take_.feedback.strengths.empty()) return;
    heading(tr(GLADI_TEXT("This went well")));
    for (const Insight& finding : take_.feedback.strengths)
      marked(kGood, [&] { paper_.write(words_.tr(finding.headline), {.left = 14}); });
    if (take_.feedback.lack)
      paper_.write(words_.tr(*take_.feedback.lack), {.size = 9, .colour = style::kMute, .left = 14});
    if (!take_.feedback.next) return;
    const Insight& next = *take_.feedback.next;
    heading(tr(GLADI_TEXT("One thing for the next rehearsal")));
    marked(kNext, [&] {
      paper_.write(words_.tr(next.headline), {.size = 13, .weight = style::kSemiBold, .left = 14});
      paper_.write(words_.tr(next.detail), {.left = 14});
      paper_.write(words_.tr(next.example), {.left = 14});
      if (next.at)
        paper_.write(format_clock(*next.at), {.weight = style::kSemiBold, .colour = kRan, .left = 14});
    });
  }

  void times() {
    if (take_.facts.segments.empty()) return;
    double longest = 1;
    for (const SegmentFact& segment : take_.facts.segments)
      longest = std::max({longest, segment.planned.seconds(), segment.ran.seconds()});
    heading(tr(GLADI_TEXT("Time per product")));
    for (const SegmentFact& segment : take_.facts.segments) {
      paper_.keep_together(kRowHeight);
      paper_.put(segment.title.in(words_.language), {.width = kBarLeft - 12});
      const auto bar = [&](MediaTime length) { return kBarWidth * length.seconds() / longest; };
      paper_.fill(kBarLeft, 2, bar(segment.planned), 10, kLine);
      paper_.fill(kBarLeft, 4, bar(segment.ran), 6,
                  against_plan(segment) == AgainstPlan::kLonger ? kNext : kRan);
      paper_.put(format_clock(segment.ran) + " / " + format_clock(segment.planned),
                 {.left = kBarLeft + kBarWidth, .width = Paper::kWidth - kBarLeft - kBarWidth}, true);
      paper_.skip(kRowHeight);
    }
    paper_.write(tr(GLADI_TEXT("As it ran / as planned")), {.size = 8.5, .colour = style::kMute});
  }

  void replies() {
    const ReplyFacts& replies = take_.facts.replies;
    if (replies.asked == 0) return;
    heading(tr(GLADI_TEXT("Questions of the viewers")));
    paper_.write(tr(GLADI_TEXT("{0} of {1} questions answered"),
                    {std::to_string(replies.answered), std::to_string(replies.asked)}),
                 {});
    if (replies.median && replies.answered > 1) {
      paper_.write(tr(GLADI_TEXT("Half of the answers came within {0} seconds."),
                      {std::to_string((replies.median->ms() + 500) / 1000)}),
                   {});
    }
  }

  // The pace and the speech through the take, and what was found.
  void sound() {
    if (!take_.facts.sound) return;
    const SoundGraph graph = sound_graph(*take_.facts.sound, take_.findings, take_.facts.duration);
    if (graph.rectangles.empty()) return;
    paper_.skip(10);
    paper_.keep_together(kGraphHeight + kHeadingAndTwoLines);
    heading(tr(GLADI_TEXT("Sound through the rehearsal (estimates)")));
    static constexpr std::array<Paint, 4> kColours{kBand, kRan, kSpeech, kNext};
    for (const SoundGraph::Rectangle& r : graph.rectangles)
      paper_.fill(Paper::kWidth * r.x, kGraphHeight * r.y, Paper::kWidth * r.w, kGraphHeight * r.h,
                  kColours[static_cast<size_t>(r.kind)]);
    paper_.skip(kGraphHeight + 4);
    paper_.write(tr(GLADI_TEXT("Green: a comfortable pace. Below: speech and pauses, then what was found.")),
                 {.size = 8.5, .colour = style::kMute, .below = 6});
    for (size_t i = 0; i < std::min(take_.findings.size(), kMostFindingsInReport); ++i) {
      const TakeFinding& finding = take_.findings[i];
      moment(finding.at.from);
      paper_.write(words_.tr(finding.words(words_.language)), {.left = kTimeWidth, .below = 3});
    }
    if (take_.findings.size() > kMostFindingsInReport)
      paper_.write(
          tr(GLADI_TEXT("and {0} more"), {std::to_string(take_.findings.size() - kMostFindingsInReport)}),
          {.size = 8.5, .colour = style::kMute});
  }

  // Two beside each other.
  void progress() {
    const std::vector<ProgressGraph> graphs = progress_graphs(take_.progress, words_);
    if (graphs.empty()) return;
    constexpr double kWidth = (Paper::kWidth - kGap) / 2, kHeight = 54, kCaption = 14, kDot = 4;
    paper_.keep_together(kHeadingAndTwoLines + kCaption + kHeight);
    heading(tr(GLADI_TEXT("Progress")));
    for (size_t i = 0; i < graphs.size(); i += 2) {
      paper_.keep_together(kCaption + kHeight);
      for (size_t k = i; k < std::min(i + 2, graphs.size()); ++k) {
        const ProgressGraph& graph = graphs[k];
        const double left = k == i ? 0 : kWidth + kGap;
        const auto x = [&](double share) { return left + kDot + share * (kWidth - 2 * kDot); };
        const auto y = [&](double share) { return kCaption + kDot + share * (kHeight - 4 * kDot); };
        paper_.put(graph.title + ": " + graph.last, {.size = 8.5, .left = left, .width = kWidth});
        if (graph.band)
          paper_.fill(left, y(graph.band->from), kWidth, y(graph.band->to) - y(graph.band->from), kBand);
        for (size_t p = 0; p < graph.places.size(); ++p) {
          const ProgressGraph::Place& here = graph.places[p];
          if (p > 0) {
            const ProgressGraph::Place& before = graph.places[p - 1];
            paper_.line({{x(before.x), y(before.y)}, {x(here.x), y(here.y)}}, kRan);
          }
          paper_.fill(x(here.x) - kDot / 2, y(here.y) - kDot / 2, kDot, kDot, kRan);
        }
      }
      paper_.skip(kCaption + kHeight);
    }
    paper_.write(
        tr(GLADI_TEXT("The last {0} rehearsals, compared with nobody else's. Green: nothing is to be done."),
           {std::to_string(take_.progress.size())}),
        {.size = 8.5, .colour = style::kMute});
  }

  // The time of a moment, at the left margin, beside what comes next.
  void moment(MediaTime at) {
    paper_.keep_together(kRowHeight);
    paper_.put(format_clock(at), {.weight = style::kSemiBold, .colour = kRan, .width = kTimeWidth});
  }

  void one_review(const Review& review) {
    if (review.scores.empty() && !review.comments.front().drawing.empty())
      paper_.keep_together(kHeadingAndTwoLines + kLineAndDrawing);
    heading(review.reviewer_name.empty() ? tr(GLADI_TEXT("From who watched"))
                                         : tr(GLADI_TEXT("From {0}"), {review.reviewer_name}));
    for (const Score& score : review.scores) {
      paper_.keep_together(2 * kRowHeight);
      if (score.at) moment(*score.at);
      paper_.write(score.name.in(words_.language),
                   {.weight = style::kSemiBold, .left = kTimeWidth, .below = 0});
      paper_.write(score.words.in(words_.language), {.left = kTimeWidth, .below = 6});
    }
    for (const Comment& comment : review.comments) {
      if (!comment.drawing.empty()) paper_.keep_together(kLineAndDrawing);
      moment(comment.at);
      if (!comment.text.empty())
        paper_.write(comment.text, {.left = kTimeWidth, .below = comment.voice ? 0.0 : 5.0});
      // What paper can't play.
      if (comment.voice)
        paper_.write(tr(GLADI_TEXT("With a voice note, {0}"), {format_clock(comment.voice->length)}),
                     {.size = 9, .colour = style::kMute, .left = kTimeWidth, .below = 5});
      if (!comment.drawing.empty()) drawing(comment);
    }
  }

  // On the picture that it was drawn on, small.
  void drawing(const Comment& comment) {
    const Canvas& canvas = take_.session.canvas;
    const double shape = canvas.height_px > 0 ? static_cast<double>(canvas.width_px) / canvas.height_px : 1;
    const double width = std::min(kDrawingHeight * shape, Paper::kWidth - kTimeWidth), height = width / shape;
    paper_.keep_together(height);
    const auto picture = pictures_.drawn_on.find(comment.id);
    if (picture == pictures_.drawn_on.end()) {
      paper_.fill(kTimeWidth, 0, width, height, kNoPicture);
    } else {
      paper_.put_image(picture->second, kTimeWidth, width);
    }
    for (const DrawnLine& line :
         drawn_lines(comment.drawing, static_cast<float>(width), static_cast<float>(height))) {
      std::vector<Paper::Place> places;
      for (const DrawnPoint& point : line.points) places.push_back({kTimeWidth + point.x, point.y});
      paper_.line(places, rgb(line.rgb), line.width);
    }
    paper_.skip(height + 8);
  }

  const TakeReport& take_;
  const ReportWords& words_;
  const SheetPictures& pictures_;
  const std::string goods_, date_;
  Paper paper_;
};

}  // namespace

Result<std::string> pdf_report(const TakeReport& take, const ReportWords& words,
                               const SheetPictures& pictures) {
  return Sheets(take, words, pictures).file();
}

}  // namespace gladi
