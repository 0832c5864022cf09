// What was found in sound and picture: each goes to its moment, and can be confirmed or dismissed.
#include <imgui.h>

#include <algorithm>

#include "studio/text/format.h"
#include "ui/screens/review/review_screen.h"
#include "ui/theme/icons.h"
#include "ui/widgets/widgets.h"

namespace gladi {
namespace {

constexpr float kRow = 62, kGap = 4;
constexpr float kJudge = 38;  // a button

// Saying the same once more takes it back.
ReviewIntent judge(const ListedFinding& listed, ReviewVerdict verdict) {
  return review::JudgeFinding{listed.finding.id(), listed.own == verdict ? ReviewVerdict::kOpen : verdict};
}

class FindingList {
 public:
  FindingList(Ui& ui, const ReviewModel& model, ReviewView& view)
      : ui_(ui), model_(model), view_(view), usable_(!model.read_only && !model.comment_pending) {}

  std::optional<ReviewIntent> draw(const Box& area) {
    ImGui::SetCursorScreenPos({area.x, area.y});
    ImGui::BeginChild("findings", {area.w, area.h}, false, ImGuiWindowFlags_NoBackground);
    scroll_to_chosen(area);
    const float begin = area.y - ImGui::GetScrollY();
    float y = begin;
    for (const ListedFinding& listed : model_.measures.findings) {
      const Box row{area.x, y, area.w - 14, kRow};
      y += kRow + kGap;
      if (row.bottom() >= area.y && row.y <= area.bottom()) draw_row(row, listed);
    }
    ImGui::SetCursorScreenPos({area.x, begin});
    ImGui::Dummy({1, y - begin});
    ImGui::EndChild();
    return std::move(intent_);
  }

 private:
  // Once, so that the list stays where a hand has scrolled it.
  void scroll_to_chosen(const Box& area) {
    if (view_.measures.shown) return;
    view_.measures.shown = true;
    const auto& findings = model_.measures.findings;
    for (size_t i = 0; i < findings.size(); ++i) {
      if (findings[i].finding.id() != view_.measures.finding) continue;
      const float top = static_cast<float>(i) * (kRow + kGap);
      const float scroll = ImGui::GetScrollY();
      if (top < scroll || top + kRow > scroll + area.h) ImGui::SetScrollY(top - (area.h - kRow) / 2);
    }
  }

  void draw_row(Box row, const ListedFinding& listed) {
    const Palette& p = ui_.palette;
    const std::string id = listed.finding.id();
    const bool chosen = id == view_.measures.finding;
    const Box buttons{row.right() - 2 * kJudge - 4, row.y + 3, 2 * kJudge + 4, 32};
    const Box words{row.x, row.y, row.w - buttons.w - 4, row.h};
    bool hovered = false;
    if (press_area(ui_, "review.finding." + id, words, 8, &hovered)) {
      view_.measures.finding = id;
      intent_ = review::Seek{listed.finding.at.from};
    }
    if (chosen || hovered) fill(ui_, row, p.raised, 8);
    if (chosen) fill(ui_, {row.x, row.y + 8, 4, row.h - 16}, p.warn, 2);
    draw_judge({buttons.x, buttons.y, kJudge, buttons.h}, listed, ReviewVerdict::kConfirmed);
    draw_judge({buttons.x + kJudge + 4, buttons.y, kJudge, buttons.h}, listed, ReviewVerdict::kDismissed);
    Box inner = row.inset(8, 5);
    Box top = inner.cut_top(kChipHeight, 2);
    top.w -= buttons.w + 4;
    const std::string at = format_clock(listed.finding.at.from);
    const Box time = top.cut_left(chip_width(ui_, at), 8);
    chip(ui_, time.x, time.y, at, ChipLook::kNeutral);
    draw_text_in(ui_, top, TextStyle::kCaption, p.mute,
                 shortened(ui_, TextStyle::kCaption, listed.others, top.w));
    draw_text_in(ui_, inner, TextStyle::kLabel, listed.dismissed ? p.mute.with_alpha(140) : p.text,
                 shortened(ui_, TextStyle::kLabel, listed.words, inner.w));
  }

  void draw_judge(const Box& box, const ListedFinding& listed, ReviewVerdict verdict) {
    const bool right = verdict == ReviewVerdict::kConfirmed;
    const ButtonSpec spec{.icon = right ? icons::kCheck : icons::kClose,
                          .look = listed.own == verdict ? ButtonLook::kPrimary : ButtonLook::kNormal,
                          .style = TextStyle::kLabel,
                          .enabled = usable_,
                          .tooltip = right ? ui_.tr("It is right (Y)") : ui_.tr("It isn't so (T)")};
    const std::string name = (right ? "review.confirm." : "review.dismiss.") + listed.finding.id();
    if (!button(ui_, name, box, spec)) return;
    view_.measures.finding = listed.finding.id();
    intent_ = judge(listed, verdict);
  }

  Ui& ui_;
  const ReviewModel& model_;
  ReviewView& view_;
  const bool usable_;
  std::optional<ReviewIntent> intent_;
};

// Farther from the chosen finding somebody looks at something else.
constexpr MediaTime kNear = MediaTime::from_ms(5000);

// The next finding that is still told: from the chosen one on, or from where the take stands.
const ListedFinding* neighbour(const ReviewModel& model, const ReviewView& view, bool after) {
  const auto& findings = model.measures.findings;
  const auto chosen = std::find_if(findings.begin(), findings.end(), [&](const ListedFinding& listed) {
    return listed.finding.id() == view.measures.finding &&
           abs(listed.finding.at.from - model.player.position) <= kNear;
  });
  const ListedFinding* found = nullptr;
  for (auto it = findings.begin(); it != findings.end(); ++it) {
    if (it->dismissed || it == chosen) continue;
    const bool behind = chosen != findings.end() ? it > chosen : it->finding.at.from >= model.player.position;
    if (after && behind) return &*it;
    if (!after && !behind) found = &*it;
  }
  return found;
}

}  // namespace

std::optional<ReviewIntent> draw_findings(Ui& ui, const Box& box, const ReviewModel& model,
                                          ReviewView& view) {
  card(ui, box);
  Box inner = box.inset(14, 12);
  const MeasureModel& measures = model.measures;
  if (measures.findings.empty()) {
    draw_wrapped(
        ui, inner, TextStyle::kBody, ui.palette.mute,
        measures.state.empty() ? ui.tr("Nothing was found that is worth a second look.") : measures.state);
    return {};
  }
  const std::string words = ui.tr("Estimates. Say which are right; what isn't so is told no more.");
  const float height = wrapped_height(ui, TextStyle::kCaption, words, inner.w);
  draw_wrapped(ui, inner.cut_top(height, 6), TextStyle::kCaption, ui.palette.mute, words);
  return FindingList(ui, model, view).draw(inner);
}

std::optional<ReviewIntent> finding_keys(const ReviewModel& model, ReviewView& view) {
  if (model.opening || model.problem || view.pen.on) return {};
  for (const bool after : {true, false}) {
    if (!key_pressed(after ? Key::kFindingAfter : Key::kFindingBefore)) continue;
    const ListedFinding* next = neighbour(model, view, after);
    if (next == nullptr) return {};
    choose_finding(view.measures, next->finding.id());
    return review::Seek{next->finding.at.from};
  }
  const ListedFinding* chosen = model.measures.find(view.measures.finding);
  if (chosen == nullptr || model.read_only || model.comment_pending) return {};
  if (key_pressed(Key::kFindingRight)) return judge(*chosen, ReviewVerdict::kConfirmed);
  if (key_pressed(Key::kFindingWrong)) return judge(*chosen, ReviewVerdict::kDismissed);
  return {};
}

}  // namespace gladi
