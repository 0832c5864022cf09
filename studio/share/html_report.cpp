#include "studio/share/html_report.h"

#include <fmt/format.h>
#include <glib.h>

#include <algorithm>
#include <array>
#include <memory>

#include "studio/share/drawn_lines.h"
#include "studio/share/progress_graph.h"
#include "studio/share/report_style.h"
#include "studio/share/sound_graph.h"
#include "studio/text/format.h"

namespace gladi {
namespace {

std::string base64(const std::string& bytes) {
  const std::unique_ptr<gchar, void (*)(void*)> text(
      g_base64_encode(reinterpret_cast<const guchar*>(bytes.data()), bytes.size()), g_free);
  return text.get();
}

class Page {
 public:
  Page(const TakeReport& take, const ReportWords& words, const ReportClip* clip)
      : take_(take), words_(words), clip_(clip) {}

  std::string html() {
    const Session& session = take_.session;
    const std::string title = session.person_name + " · " + session.catalogue_name.in(words_.language);
    add("<!doctype html><html lang=\"{}\"><head><meta charset=\"utf-8\">"
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">"
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; media-src data:; "
        "style-src 'unsafe-inline'; script-src "
        "'unsafe-inline'\"><title>{}</title><style>{}</style></head><body>",
        words_.language == Language::kIndonesian ? "id" : "en", escape_html(title), kReportStyle);
    add("<header><h1>{}</h1><p>{} · {}{}</p></header><main>", escape_html(title),
        escape_html(format_date_time(session.started_at, words_.language)),
        format_clock(take_.facts.duration),
        take_.for_practice ? " · <strong>" + tr(GLADI_TEXT("for practice")) + "</strong>" : std::string());
    film();
    out_ += "<div>";
    waiting();
    feedback();
    times();
    replies();
    sound();
    out_ += progress_section(progress_graphs(take_.progress, words_), take_.progress.size(), words_);
    reviews();
    out_ += "</div></main>";
    add("<footer>{}</footer><script>{}</script></body></html>", escape_html(words_.tr(take_.certificate)),
        kReportScript);
    return std::move(out_);
  }

 private:
  template <class... Values>
  void add(fmt::format_string<Values...> text, Values&&... values) {
    fmt::format_to(std::back_inserter(out_), text, std::forward<Values>(values)...);
  }
  std::string tr(const char* id, std::vector<std::string> values = {}) const {
    return escape_html(words_.tr(Message(id, std::move(values))));
  }
  bool in_film(MediaTime at) const {
    return clip_ != nullptr && at >= clip_->from && at < clip_->from + clip_->length;
  }
  double in_clip(MediaTime at) const { return std::max(0.0, (at - clip_->from).seconds()); }
  // A time of the take: a button where the page's film has it.
  std::string moment(MediaTime at) const {
    const std::string text = format_clock(at);
    if (!in_film(at)) return fmt::format("<span class=\"at\">{}</span>", text);
    return fmt::format("<button class=\"at\" data-at=\"{:.2f}\">▶ {}</button>", in_clip(at), text);
  }

  void drawing(const Drawing& drawn, const std::string& classes) {
    const Canvas& canvas = take_.session.canvas;
    add("<svg class=\"{}\" viewBox=\"0 0 {} {}\">{}</svg>", classes, canvas.width_px, canvas.height_px,
        svg_lines(drawn, canvas.width_px, canvas.height_px));
  }

  void film() {
    if (clip_ == nullptr) return;
    add("<div class=\"film\"><div class=\"screen\"><video controls playsinline preload=\"metadata\" "
        "src=\"data:video/mp4;base64,{}\"></video>",
        base64(clip_->mp4));
    for (const Review& review : take_.reviews) {
      for (const Comment& comment : review.comments) {
        if (!comment.drawing.empty() && in_film(comment.at))
          drawing(comment.drawing, fmt::format("drawing\" data-at=\"{:.2f}", in_clip(comment.at)));
      }
    }
    out_ += "</div></div>";
  }

  void waiting() {
    if (take_.results_wait)
      add("<section class=\"next\"><p>{}</p></section>", escape_html(words_.tr(*take_.results_wait)));
  }

  void feedback() {
    if (take_.feedback.strengths.empty()) return;
    add("<section class=\"good\"><h2>{}</h2><ul>", tr(GLADI_TEXT("This went well")));
    for (const Insight& finding : take_.feedback.strengths)
      add("<li>{}</li>", escape_html(words_.tr(finding.headline)));
    out_ += "</ul>";
    if (take_.feedback.lack) add("<p class=\"note\">{}</p>", escape_html(words_.tr(*take_.feedback.lack)));
    out_ += "</section>";
    if (!take_.feedback.next) return;
    const Insight& next = *take_.feedback.next;
    add("<section class=\"next\"><h2>{}</h2><p "
        "class=\"head\">{}</p><p>{}</p><p>{}</p>{}</section>",
        tr(GLADI_TEXT("One thing for the next rehearsal")), escape_html(words_.tr(next.headline)),
        escape_html(words_.tr(next.detail)), escape_html(words_.tr(next.example)),
        next.at ? moment(*next.at) : std::string());
  }

  void times() {
    if (take_.facts.segments.empty()) return;
    double longest = 1;
    for (const SegmentFact& segment : take_.facts.segments)
      longest = std::max({longest, segment.planned.seconds(), segment.ran.seconds()});
    add("<section><h2>{}</h2><table>", tr(GLADI_TEXT("Time per product")));
    for (const SegmentFact& segment : take_.facts.segments) {
      const bool longer = against_plan(segment) == AgainstPlan::kLonger;
      add("<tr><th>{}</th><td class=\"bars\"><i style=\"width:{:.1f}%\"></i><b class=\"{}\" "
          "style=\"width:{:.1f}%\"></b></td><td>{} / {}</td></tr>",
          escape_html(segment.title.in(words_.language)), 100 * segment.planned.seconds() / longest,
          longer ? "longer" : "", 100 * segment.ran.seconds() / longest, format_clock(segment.ran),
          format_clock(segment.planned));
    }
    add("</table><p class=\"note\">{}</p></section>", tr(GLADI_TEXT("As it ran / as planned")));
  }

  void replies() {
    const ReplyFacts& replies = take_.facts.replies;
    if (replies.asked == 0) return;
    add("<section><h2>{}</h2><p>{}</p></section>", tr(GLADI_TEXT("Questions of the viewers")),
        tr(GLADI_TEXT("{0} of {1} questions answered"),
           {std::to_string(replies.answered), std::to_string(replies.asked)}));
  }

  // The pace and the speech through the take, and what was found.
  void sound() {
    if (!take_.facts.sound) return;
    const SoundGraph graph = sound_graph(*take_.facts.sound, take_.findings, take_.facts.duration);
    if (graph.rectangles.empty()) return;
    add("<section><h2>{}</h2><svg class=\"sound\" viewBox=\"0 0 1000 100\" preserveAspectRatio=\"none\">",
        tr(GLADI_TEXT("Sound through the rehearsal (estimates)")));
    static constexpr std::array<const char*, 4> kColours{"#dcf3e6", "#2c3378", "#8f93c4", "#e99a00"};
    for (const SoundGraph::Rectangle& r : graph.rectangles) {
      add("<rect x=\"{:.1f}\" y=\"{:.1f}\" width=\"{:.1f}\" height=\"{:.1f}\" fill=\"{}\"/>", 1000 * r.x,
          100 * r.y, 1000 * r.w, 100 * r.h, kColours[static_cast<size_t>(r.kind)]);
    }
    add("</svg><p class=\"note\">{}</p><ul class=\"comments\">",
        tr(GLADI_TEXT("Green: a comfortable pace. Below: speech and pauses, then what was found.")));
    for (size_t i = 0; i < std::min(take_.findings.size(), kMostFindingsInReport); ++i) {
      const TakeFinding& finding = take_.findings[i];
      add("<li>{} <span>{}</span></li>", moment(finding.at.from),
          escape_html(words_.tr(finding.words(words_.language))));
    }
    out_ += "</ul>";
    if (take_.findings.size() > kMostFindingsInReport)
      add("<p class=\"note\">{}</p>",
          tr(GLADI_TEXT("and {0} more"), {std::to_string(take_.findings.size() - kMostFindingsInReport)}));
    out_ += "</section>";
  }

  void reviews() {
    for (const Review& review : take_.reviews) {
      if (review.comments.empty() && review.scores.empty()) continue;
      add("<section><h2>{}</h2>", review.reviewer_name.empty()
                                      ? tr(GLADI_TEXT("From who watched"))
                                      : tr(GLADI_TEXT("From {0}"), {review.reviewer_name}));
      out_ += "<dl>";
      for (const Score& score : review.scores) {
        add("<dt>{} {}</dt><dd>{}</dd>", escape_html(score.name.in(words_.language)),
            score.at ? moment(*score.at) : std::string(), escape_html(score.words.in(words_.language)));
      }
      out_ += "</dl><ul class=\"comments\">";
      for (const Comment& comment : review.comments) this->comment(comment);
      out_ += "</ul></section>";
    }
    if (take_.reviews_wait)
      add("<section><p class=\"note\">{}</p></section>", escape_html(words_.tr(*take_.reviews_wait)));
  }

  void comment(const Comment& comment) {
    add("<li>{} <span>{}</span>", moment(comment.at), escape_html(comment.text));
    if (!comment.drawing.empty()) {
      // In the film it is seen on the picture itself, from its moment on.
      if (in_film(comment.at)) {
        add(" <i>{}</i>", tr(GLADI_TEXT("With a drawing on the picture")));
      } else {
        drawing(comment.drawing, "sketch");
      }
    }
    if (comment.voice) {
      const auto bytes = take_.voices.find(comment.voice->file);
      if (bytes != take_.voices.end()) {
        add("<br><audio controls preload=\"none\" src=\"data:audio/mp4;base64,{}\"></audio>",
            base64(bytes->second));
      } else {
        add(" <i>{}</i>", tr(GLADI_TEXT("A voice note that isn't on this computer")));
      }
    }
    out_ += "</li>";
  }

  const TakeReport& take_;
  const ReportWords& words_;
  const ReportClip* const clip_;
  std::string out_;
};

}  // namespace

std::string escape_html(const std::string& text) {
  std::string out;
  out.reserve(text.size());
  for (const char c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\'':
        out += "&#39;";
        break;
      default:
        out += c;
    }
  }
  return out;
}

std::string html_report(const TakeReport& take, const ReportWords& words, const ReportClip* clip) {
  return Page(take, words, clip).html();
}

}  // namespace gladi
