// The rubric: one row a criterion, and the words of the level that was chosen last.
#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "studio/text/format.h"
#include "ui/screens/review/review_screen.h"
#include "ui/theme/icons.h"
#include "ui/widgets/widgets.h"

namespace gladi {
namespace {

constexpr float kRow = 33;
constexpr float kLevel = 29;  // a button's side
constexpr float kLevelGap = 5;
constexpr float kWords = 98;  // the note below, with its buttons
constexpr float kWordsMargin = 12, kWordsPadding = 10;

const Score* score_of(const ReviewModel& model, const std::string& criterion) {
  const auto found = std::find_if(model.scores.begin(), model.scores.end(),
                                  [&](const Score& score) { return score.criterion == criterion; });
  return found == model.scores.end() ? nullptr : &*found;
}

// The levels that others gave; there is none before one's own review is handed in.
void ring_of_others(Ui& ui, const Box& box, const ReviewModel& model, const std::string& criterion,
                    int level) {
  for (const GivenScores& given : model.given) {
    for (const Score& score : given.scores) {
      if (score.criterion != criterion || score.level != level) continue;
      ImGui::GetWindowDrawList()->AddRect({box.x - 2, box.y - 2}, {box.right() + 2, box.bottom() + 2},
                                          ui.palette.good.packed(), 9, 0, 3);
    }
  }
}

// What a trainer who has handed in her review reads below it: how far others agree.
std::vector<std::string> agreement_words(const Ui& ui, const ReviewModel& model) {
  std::vector<std::string> lines;
  for (const ReviewAgreement& with : model.agreements) {
    const Agreement& agreement = with.agreement;
    lines.push_back(ui.tr(
        "{0}: {1} of {2} the same, {3} at most one apart.",
        {with.reviewer, std::to_string(std::lround(agreement.exact * static_cast<double>(agreement.pairs))),
         std::to_string(agreement.pairs),
         std::to_string(std::lround(agreement.within_one * static_cast<double>(agreement.pairs)))}));
  }
  if (!model.all_agreement || model.all_agreement->takes == 0) return lines;
  const Agreement& all = model.all_agreement->agreement;
  std::string line =
      ui.tr_n("{0} take reviewed twice", "{0} takes reviewed twice", model.all_agreement->takes);
  line += ": " + ui.tr("{0} the same, {1} at most one apart",
                       {format_percent(all.exact), format_percent(all.within_one)});
  line += all.weighted_kappa
              ? ", " + ui.tr("kappa {0}", {format_number(*all.weighted_kappa, 2, ui.language())})
              : ", " + std::string(ui.tr("too few for kappa"));
  lines.push_back(line);
  return lines;
}

// The keys give the criterion that is chosen a level; without one the first.
std::optional<ReviewIntent> score_by_keys(const ReviewModel& model, ReviewView& view) {
  const auto& criteria = model.rubric.criteria;
  if (criteria.empty() || !model.may_score()) return {};
  auto chosen = std::find_if(criteria.begin(), criteria.end(),
                             [&](const Criterion& criterion) { return criterion.id == view.criterion; });
  const bool none = chosen == criteria.end();
  if (key_pressed(Key::kCriterionAfter)) {
    if (none)
      chosen = criteria.begin();
    else if (chosen + 1 != criteria.end())
      ++chosen;
    view.criterion = chosen->id;
  } else if (key_pressed(Key::kCriterionBefore)) {
    if (none)
      chosen = criteria.end() - 1;
    else if (chosen != criteria.begin())
      --chosen;
    view.criterion = chosen->id;
  }
  const Criterion& criterion = chosen == criteria.end() ? criteria.front() : *chosen;
  const int level = level_pressed();
  if (level > 0 && static_cast<size_t>(level) <= criterion.levels.size()) {
    view.criterion = criterion.id;
    const Score* score = score_of(model, criterion.id);
    if (score != nullptr && score->level == level) return review::ClearScore{criterion.id};
    return review::SetScore{criterion.id, level};
  }
  const Score* score = score_of(model, view.criterion);
  if (score != nullptr && key_pressed(Key::kScoreMoment))
    return review::SetScoreMoment{view.criterion, !score->at.has_value()};
  return {};
}

std::optional<ReviewIntent> draw_criterion(Ui& ui, Box row, const ReviewModel& model, ReviewView& view,
                                           const Criterion& criterion) {
  std::optional<ReviewIntent> intent;
  const Score* score = score_of(model, criterion.id);
  const auto levels = static_cast<int>(criterion.levels.size());
  const float buttons = static_cast<float>(levels) * (kLevel + kLevelGap) - kLevelGap;
  Box right = row.cut_right(buttons, 8);
  const bool chosen = view.criterion == criterion.id;
  if (chosen) fill(ui, {row.x - 6, row.y + 1, row.w + 12 + buttons + 8, row.h - 2}, ui.palette.raised, 8);
  if (press_area(ui, "review.criterion." + criterion.id, row, 8)) view.criterion = chosen ? "" : criterion.id;
  draw_text_in(ui, row, chosen ? TextStyle::kLabelBold : TextStyle::kLabel, ui.palette.text,
               criterion.name.in(ui.language()));
  for (int level = 1; level <= levels; ++level) {
    const bool given = score != nullptr && score->level == level;
    const ButtonSpec spec{.label = std::to_string(level),
                          .look = given ? ButtonLook::kPrimary : ButtonLook::kNormal,
                          .style = TextStyle::kLabelBold,
                          .radius = 8,
                          .enabled = given || model.may_score()};
    const Box box = right.cut_left(kLevel, kLevelGap).centred(kLevel, kLevel);
    const bool pressed = button(ui, "review.score." + criterion.id + "." + std::to_string(level), box, spec);
    ring_of_others(ui, box, model, criterion.id, level);
    if (!pressed || !model.may_score()) continue;
    view.criterion = criterion.id;
    if (given) {
      intent = review::ClearScore{criterion.id};
    } else {
      intent = review::SetScore{criterion.id, level};
    }
  }
  return intent;
}

// Whoever goes by keys sees where she is.
void scroll_to(const ReviewModel& model, const std::string& criterion, float height) {
  const auto& criteria = model.rubric.criteria;
  const auto found = std::find_if(criteria.begin(), criteria.end(),
                                  [&](const Criterion& candidate) { return candidate.id == criterion; });
  if (found == criteria.end()) return;
  const float top = static_cast<float>(found - criteria.begin()) * kRow;
  if (top < ImGui::GetScrollY()) ImGui::SetScrollY(top);
  if (top + kRow > ImGui::GetScrollY() + height) ImGui::SetScrollY(top + kRow - height);
}

bool shows_agreement(const ReviewModel& model, const ReviewView& view) {
  return model.rubric.find(view.criterion) == nullptr && !model.agreements.empty();
}

// How far others agree takes the lines that it needs; the rubric above scrolls where there is no room for
// both.
float words_height(const Ui& ui, const ReviewModel& model, const ReviewView& view, float width) {
  if (!shows_agreement(model, view)) return kWords;
  float height = 2 * kWordsPadding;
  for (const std::string& line : agreement_words(ui, model))
    height += wrapped_height(ui, TextStyle::kCaption, line, width - 2 * kWordsMargin) + 4;
  return std::clamp(height, kWords, 1.7F * kWords);
}

// What the score means, and the moment that it is based on.
std::optional<ReviewIntent> draw_words(Ui& ui, const Box& box, const ReviewModel& model,
                                       const ReviewView& view) {
  fill(ui, box, ui.palette.raised, 10);
  Box inner = box.inset(kWordsMargin, kWordsPadding);
  const Criterion* criterion = model.rubric.find(view.criterion);
  const Score* score = criterion == nullptr ? nullptr : score_of(model, criterion->id);
  if (shows_agreement(model, view)) {
    for (const std::string& line : agreement_words(ui, model))
      draw_wrapped(ui, inner.cut_top(wrapped_height(ui, TextStyle::kCaption, line, inner.w), 4),
                   TextStyle::kCaption, ui.palette.text, line);
    return {};
  }
  if (score == nullptr && criterion == nullptr && model.waiting > 0) {
    draw_wrapped(
        ui, inner, TextStyle::kLabel, ui.palette.mute,
        ui.tr("Somebody else has reviewed this take. You see it once you have handed in your review."));
    return {};
  }
  if (score == nullptr && criterion == nullptr && model.finished) {
    draw_wrapped(
        ui, inner, TextStyle::kLabel, ui.palette.mute,
        ui.tr("Your review is handed in. Press “{0}” to change something.", {ui.tr("Review again")}));
    return {};
  }
  if (score == nullptr) {
    draw_wrapped(ui, inner, TextStyle::kLabel, ui.palette.mute,
                 criterion == nullptr
                     ? ui.tr("Press a number: 1 is the weakest level. With the keyboard: {0}, {1}.",
                             {cap_of(ui, Key::kCriterionAfter), cap_of(ui, Key::kScoreLevel)})
                     : criterion->levels.front().in(ui.language()) + " → " +
                           criterion->levels.back().in(ui.language()));
    return {};
  }
  std::optional<ReviewIntent> intent;
  Box buttons = inner.cut_bottom(30, 6);
  if (score->at) {
    const std::string at = format_clock(*score->at);
    const ButtonSpec go{.label = at, .icon = icons::kPlay, .style = TextStyle::kLabelBold};
    if (button(ui, "review.score_moment", buttons.cut_left(button_width(ui, go, 10), 8), go))
      intent = review::Seek{*score->at};
    const ButtonSpec none{
        .label = ui.tr("No moment"), .look = ButtonLook::kPlain, .style = TextStyle::kLabelBold};
    if (button(ui, "review.score_no_moment", buttons.cut_left(button_width(ui, none, 10)), none))
      intent = review::SetScoreMoment{score->criterion, false};
  } else {
    const ButtonSpec here{.label = ui.tr("Keep this moment: {0}", {format_clock(model.player.position)}),
                          .icon = icons::kBookmark,
                          .key = cap_of(ui, Key::kScoreMoment),
                          .style = TextStyle::kLabelBold,
                          .enabled = model.may_score()};
    if (button(ui, "review.score_here", buttons.cut_left(button_width(ui, here, 10)), here))
      intent = review::SetScoreMoment{score->criterion, true};
  }
  draw_wrapped(ui, inner, TextStyle::kLabel, ui.palette.text,
               score->name.in(ui.language()) + " · " + std::to_string(score->level) + ": " +
                   score->words.in(ui.language()));
  return intent;
}

}  // namespace

std::optional<ReviewIntent> draw_rubric(Ui& ui, const Box& box, const ReviewModel& model, ReviewView& view) {
  std::optional<ReviewIntent> intent;
  card(ui, box);
  Box inner = box.inset(16, 14);
  ui.widgets.note("review.scores", std::to_string(model.scores.size()));
  ui.widgets.note("review.criterion", view.criterion);
  ui.widgets.note("review.rubric", model.rubric.id);
  ui.widgets.note("review.agreements", std::to_string(model.agreements.size()));
  ui.widgets.note("review.given", std::to_string(model.given.size()));
  const std::string before = view.criterion;
  intent = score_by_keys(model, view);
  const Box words = inner.cut_bottom(words_height(ui, model, view, inner.w), 8);
  ImGui::SetCursorScreenPos({inner.x, inner.y});
  ImGui::BeginChild("rubric", {inner.w, inner.h}, false, ImGuiWindowFlags_NoBackground);
  const float height = static_cast<float>(model.rubric.criteria.size()) * kRow;
  if (view.criterion != before) scroll_to(model, view.criterion, inner.h);
  const float scroll_bar = height > inner.h ? 14.0F : 3.0F;  // or the rings of others
  Box rows{inner.x, inner.y - ImGui::GetScrollY(), inner.w - scroll_bar, height};
  const float begin = rows.y;
  for (const Criterion& criterion : model.rubric.criteria) {
    if (auto other = draw_criterion(ui, rows.cut_top(kRow), model, view, criterion)) intent = other;
  }
  ImGui::SetCursorScreenPos({inner.x, begin});
  ImGui::Dummy({1, height});
  ImGui::EndChild();
  if (auto other = draw_words(ui, words, model, view)) intent = other;
  return intent;
}

std::optional<ReviewIntent> draw_given_scores(Ui& ui, const Box& box, const ReviewModel& model) {
  std::optional<ReviewIntent> intent;
  ui.widgets.note("review.given", std::to_string(model.given.size()));
  card(ui, box);
  const Box inner = box.inset(16, 14);
  ImGui::SetCursorScreenPos({inner.x, inner.y});
  ImGui::BeginChild("given", {inner.w, inner.h}, false, ImGuiWindowFlags_NoBackground);
  const float begin = inner.y - ImGui::GetScrollY(), width = inner.w - 14;
  float y = begin;
  for (size_t i = 0; i < model.given.size(); ++i) {
    draw_text_in(ui, {inner.x, y, width, 26}, TextStyle::kTitle, ui.palette.text,
                 ui.tr("From {0}", {model.given[i].reviewer}));
    y += 34;
    for (const Score& score : model.given[i].scores) {
      const float moment = score.at ? chip_width(ui, format_clock(*score.at)) : 0;
      const std::string words = score.words.in(ui.language());
      const float words_height = wrapped_height(ui, TextStyle::kBody, words, width);
      draw_text_in(ui, {inner.x, y, width - moment, 22}, TextStyle::kLabelBold, ui.palette.mute,
                   score.name.in(ui.language()));
      if (score.at) {
        const Box chip_box{inner.x + width - moment, y - 2, moment, kChipHeight};
        if (press_area(ui, "review.given." + std::to_string(i) + "." + score.criterion, chip_box,
                       kChipHeight / 2))
          intent = review::Seek{*score.at};
        chip(ui, chip_box.x, chip_box.y, format_clock(*score.at), ChipLook::kNeutral);
      }
      draw_wrapped(ui, {inner.x, y + 23, width, words_height}, TextStyle::kBody, ui.palette.text, words);
      y += 23 + words_height + 10;
    }
    y += 8;
  }
  ImGui::SetCursorScreenPos({inner.x, begin});
  ImGui::Dummy({1, y - begin});
  ImGui::EndChild();
  return intent;
}

}  // namespace gladi
