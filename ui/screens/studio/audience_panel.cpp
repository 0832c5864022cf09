// The audience beside the program feed: who watches, what waits for an answer, what was sold.
#include <algorithm>
#include <cstdlib>

#include "studio/text/format.h"
#include "ui/screens/studio/studio_screen.h"
#include "ui/theme/icons.h"
#include "ui/widgets/widgets.h"

namespace gladi {
namespace {

constexpr float kEdge = 4;  // the coloured edge of what waits

// The window's font has no emoji; on the feed they are in colour.
std::string without_emoji(const std::string& text) {
  std::string plain;
  for (size_t at = 0; at < text.size();) {
    const auto lead = static_cast<unsigned char>(text[at]);
    const size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    const bool symbol =
        length == 4 || (length == 3 && (lead == 0xE2 || lead == 0xEF) && at + 1 < text.size() &&
                        static_cast<unsigned char>(text[at + 1]) >= 0x98);
    if (!symbol) plain += text.substr(at, length);
    at += length;
  }
  while (!plain.empty() && plain.back() == ' ') plain.pop_back();
  return plain;
}

std::string ago(const Ui& ui, const StudioModel& model, const ChatLine& line) {
  return ui.tr("{0} ago", {format_clock(model.state.elapsed - line.at)});
}

bool waits(const AudienceState& seen, int64_t chat) {
  return std::find(seen.waiting.begin(), seen.waiting.end(), chat) != seen.waiting.end();
}

void draw_head(Ui& ui, Box head, const AudienceState& seen) {
  const Palette& p = ui.palette;
  const std::string hearts =
      std::string(icons::kHeart) + " " + format_number(static_cast<double>(seen.hearts), 0, ui.language());
  std::string viewers = std::string(icons::kEye) + " " + format_number(seen.viewers, 0, ui.language());
  // On small screens the title and who watches are worth more.
  if (head.w > 260) {
    draw_text_in(ui, head.cut_right(text_size(ui, TextStyle::kLabel, hearts).w, 12), TextStyle::kLabel,
                 p.mute, hearts, Align::kRight);
  }
  if (seen.viewers_change != 0) {
    const std::string change =
        (seen.viewers_change > 0 ? "▲ " : "▼ ") + std::to_string(std::abs(seen.viewers_change));
    draw_text_in(ui, head.cut_right(text_size(ui, TextStyle::kLabelBold, change).w, 8), TextStyle::kLabelBold,
                 seen.viewers_change > 0 ? p.good : p.mute, change, Align::kRight);
  }
  draw_text_in(ui, head.cut_right(text_size(ui, TextStyle::kBodyBold, viewers).w, 8), TextStyle::kBodyBold,
               p.text, viewers, Align::kRight);
  draw_text_in(ui, head, TextStyle::kTitle, p.text, ui.tr("Audience"));
}

// What has to be answered, or a rude line that may be hidden: with its buttons.
struct ActionCard {
  Ui& ui;
  const StudioModel& model;
  const ChatLine& line;

  std::string text() const { return without_emoji(line.text); }
  float height(float width) const {
    return 14 + 22 + wrapped_height(ui, TextStyle::kBody, text(), width - 32) + 8 + 34 + 8;
  }
  std::optional<StudioIntent> draw(const Box& box) const {
    const Palette& p = ui.palette;
    std::optional<StudioIntent> intent;
    const bool rude = line.expects == "mute";
    const bool urgent = model.state.elapsed - line.at >= MediaTime::from_ms(10'000);
    fill(ui, box, p.raised, 10);
    fill(ui, {box.x, box.y, kEdge, box.h}, rude ? p.mute : urgent ? p.red.fill : p.warn, 2);
    Box inner = box.inset(16, 7);
    Box head = inner.cut_top(22);
    const std::string when = ago(ui, model, line);
    draw_text_in(ui, head.cut_right(text_size(ui, TextStyle::kCaption, when).w, 8), TextStyle::kCaption,
                 p.mute, when, Align::kRight);
    draw_text_in(ui, head, TextStyle::kBodyBold, p.highlight, line.author);
    draw_wrapped(ui, inner.cut_top(wrapped_height(ui, TextStyle::kBody, text(), inner.w), 6),
                 TextStyle::kBody, p.text, text());
    Box row = inner.cut_top(34);
    const bool narrow = row.w < 230;  // no room for key caps
    const std::string id = std::to_string(line.id);
    const bool first =
        !model.state.show->audience.waiting.empty() && model.state.show->audience.waiting.front() == line.id;
    if (rude) {
      const ButtonSpec hide{.label = ui.tr("Hide"),
                            .icon = icons::kBlock,
                            .key = cap_of(ui, Key::kMute),
                            .style = TextStyle::kLabelBold};
      if (button(ui, "studio.chat.mute." + id, row.cut_left(button_width(ui, hide, 12), 8), hide))
        intent = studio::Mute{line.id};
      return intent;
    }
    const ButtonSpec done{.label = ui.tr("Answered"),
                          .icon = icons::kCheck,
                          .key = first && !narrow ? cap_of(ui, Key::kAnswer) : nullptr,
                          .style = TextStyle::kLabelBold};
    const bool pinned = model.state.show->audience.pinned == line.id;
    const ButtonSpec pin{.label = std::string(icons::kPin),
                         .key = first && !narrow ? cap_of(ui, Key::kPin) : nullptr,
                         .look = pinned ? ButtonLook::kPrimary : ButtonLook::kNormal,
                         .style = TextStyle::kLabelBold,
                         .tooltip = ui.tr("Pin it to the picture")};
    const float pin_width = button_width(ui, pin, 12);
    const float done_width = std::min(button_width(ui, done, 12), row.w - pin_width - 8);
    if (button(ui, "studio.chat.answer." + id, row.cut_left(done_width, 8), done))
      intent = studio::Answer{line.id};
    if (button(ui, "studio.chat.pin." + id, row.cut_left(pin_width), pin)) intent = studio::Pin{line.id};
    return intent;
  }
};

// A line that asks for nothing, or whose question is settled.
struct QuietLine {
  Ui& ui;
  const StudioModel& model;
  const ChatLine& line;

  std::string text() const {
    if (line.expects != "order") return without_emoji(line.text);
    const Product* product = model.plan->catalogue.find(line.product_id);
    const std::string name = product ? product->name.in(ui.language()) : line.product_id;
    return ui.tr("bought {0}", {name});
  }
  std::string verdict() const {
    if (line.answered_after && line.expects == "answer") {
      return "✓ " + ui.tr("answered in {0} s", {std::to_string(line.answered_after->ms() / 1000)});
    }
    return line.missed ? ui.tr("not answered") : std::string();
  }
  float height(float width) const {
    return 22 + wrapped_height(ui, TextStyle::kLabel, text(), width - 24) + (verdict().empty() ? 0 : 19);
  }
  void draw(const Box& box) const {
    const Palette& p = ui.palette;
    Box inner = box.inset(12, 0);
    const bool order = line.expects == "order";
    draw_text_in(ui, inner.cut_top(22), TextStyle::kLabelBold, order ? p.good : p.text,
                 (order ? std::string(icons::kCart) + " " : std::string()) + line.author);
    const float height = wrapped_height(ui, TextStyle::kLabel, text(), inner.w);
    draw_wrapped(ui, inner.cut_top(height), TextStyle::kLabel, order ? p.good : p.mute, text());
    if (!verdict().empty())
      draw_text_in(ui, inner.cut_top(19), TextStyle::kCaption, line.missed ? p.warn : p.good, verdict());
  }
};

}  // namespace

std::optional<StudioIntent> draw_audience(Ui& ui, const Box& box, const StudioModel& model) {
  const Palette& p = ui.palette;
  const AudienceState& seen = model.state.show->audience;
  std::optional<StudioIntent> intent;
  card(ui, box);
  Box inner = box.inset(14);
  draw_head(ui, inner.cut_top(26, 10), seen);
  Box sales = inner.cut_bottom(24, 8);
  draw_text_in(ui, sales.cut_right(sales.w / 2), TextStyle::kBody, p.mute, format_rupiah(seen.revenue_rupiah),
               Align::kRight);
  draw_text_in(ui, sales, TextStyle::kBody, p.mute,
               std::string(icons::kCart) + " " + ui.tr("{0} sold", {std::to_string(seen.sold)}));
  ui.widgets.note("studio.waiting", std::to_string(seen.waiting.size()));
  ui.widgets.note("studio.viewers", std::to_string(seen.viewers));

  // What waits comes first, the oldest on top; then the newest of the rest.
  const auto act = [&](const ChatLine& line) {
    const ActionCard action{ui, model, line};
    const float height = action.height(inner.w);
    if (height > inner.h) return false;
    if (auto wish = action.draw(inner.cut_top(height, 8))) intent = wish;
    return true;
  };
  constexpr MediaTime kRudeOffered = MediaTime::from_ms(30'000);
  const auto rude_now = [&](const ChatLine& line) {
    return line.expects == "mute" && !line.muted && model.state.elapsed - line.at < kRudeOffered;
  };
  for (const int64_t chat : seen.waiting) {
    const ChatLine* line = seen.find(chat);
    if (line && !act(*line)) break;
  }
  for (auto line = seen.lines.rbegin(); line != seen.lines.rend(); ++line) {
    if (rude_now(*line) && !act(*line)) break;
  }
  for (auto line = seen.lines.rbegin(); line != seen.lines.rend(); ++line) {
    if (line->muted || rude_now(*line) || waits(seen, line->id)) continue;
    const QuietLine quiet{ui, model, *line};
    const float height = quiet.height(inner.w);
    if (height > inner.h) break;
    quiet.draw(inner.cut_top(height, 12));
  }
  return intent;
}

void draw_cue(Ui& ui, const Box& box, const Cue& cue) {
  const Palette& p = ui.palette;
  card(ui, box, p.notice.fill, p.warn);
  Box inner = box.inset(18, 9);
  draw_text_in(ui, inner.cut_left(34, 8), TextStyle::kTitle, p.highlight, icons::kChat);
  draw_text_in(ui, inner.cut_top(22), TextStyle::kBodyBold, p.notice.text, ui.tr(cue.what));
  draw_text_in(ui, inner.cut_top(20), TextStyle::kLabel, p.notice.text, ui.tr(cue.how));
  ui.widgets.note("studio.cue", cue.kind);
}

}  // namespace gladi
