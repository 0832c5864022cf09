#include "ui/widgets/sheet.h"

#include <SDL2/SDL_scancode.h>
#include <imgui.h>

#include <utility>

#include "ui/theme/icons.h"
#include "ui/widgets/choice.h"

namespace gladi {
namespace {
constexpr MediaTime kToastTime = MediaTime::from_ms(9000);
constexpr size_t kMostToasts = 4;
constexpr float kPadding = 28;
}  // namespace

SheetScope::SheetScope(Ui& ui, const char* name, const std::string& title, float height_dp, float width_dp,
                       bool may_close)
    : ui_(ui) {
  ui.widgets.set_screen(name);
  const Box place = ui.area.centred(std::min(width_dp, ui.area.w - 32), std::min(height_dp, ui.area.h - 16));
  if (!ImGui::IsPopupOpen(name)) ImGui::OpenPopup(name);
  ImGui::SetNextWindowPos({place.x, place.y});
  ImGui::SetNextWindowSize({place.w, place.h});
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {0, 0});
  open_ = ImGui::BeginPopupModal(
      name, nullptr,
      ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings);
  ImGui::PopStyleVar();
  if (!open_) return;
  box_ = place.inset(kPadding, kPadding - 4);
  draw_text_in(ui, box_.cut_top(30, 14), TextStyle::kTitle, ui.palette.text, title);
  const bool list_was_open =
      ImGui::GetStateStorage()->GetInt(ImGui::GetID(kListOpenId), -1) >= ImGui::GetFrameCount() - 1;
  closed_ = may_close && !list_was_open && ImGui::IsKeyPressed(SDL_SCANCODE_ESCAPE, false);
  if (closed_) ImGui::CloseCurrentPopup();
}

SheetScope::~SheetScope() {
  if (!open_) return;
  // From within: ImGui lets nothing else lie above a modal window.
  if (const auto* draw = std::exchange(ui_.over_sheet, nullptr)) (*draw)(ui_);
  ImGui::EndPopup();
}

void Toasts::add(Kind kind, Message message) {
  if (message.empty()) return;
  // What is told already is told anew, not twice.
  std::erase_if(toasts_, [&](const Toast& told) { return told.message.english() == message.english(); });
  toasts_.push_back({kind, std::move(message), {}});
  if (toasts_.size() > kMostToasts) toasts_.pop_front();
}

bool Toasts::draw(Ui& ui) {
  std::erase_if(toasts_, [&](const Toast& toast) {
    return toast.kind == Kind::kNews && toast.shown_at.ns != 0 && ui.now - toast.shown_at > kToastTime;
  });
  if (toasts_.empty()) return false;
  constexpr float kGap = 10;
  const float width = std::min(720.0F, ui.area.w - 48);
  // Below the header: the lower edge is where every screen has its buttons and the timeline.
  float top = Metrics::kHeaderHeight + 12;
  bool going = false;
  size_t clicked = toasts_.size();
  for (size_t i = 0; i < toasts_.size(); ++i) {
    Toast& toast = toasts_[i];
    if (toast.shown_at.ns == 0) toast.shown_at = ui.now;
    going = going || toast.kind == Kind::kNews;
    const std::string text = ui.tr(toast.message);
    const bool problem = toast.kind == Kind::kProblem;
    const Pair colours = problem ? ui.palette.chip_bad : ui.palette.tooltip;
    const float text_width = width - 110;
    const float height = wrapped_height(ui, TextStyle::kBody, text, text_width) + 28;
    const Box box{ui.area.middle_x() - width / 2, top, width, height};
    top += height + kGap;
    ImGui::SetNextWindowPos({box.x, box.y});
    ImGui::SetNextWindowSize({box.w, box.h});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {0, 0});
    ImGui::PushStyleColor(ImGuiCol_WindowBg, colours.fill.packed());
    const std::string name = "toast." + std::to_string(i);
    ImGui::Begin(name.c_str(), nullptr,
                 ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
                     ImGuiWindowFlags_NoFocusOnAppearing | ImGuiWindowFlags_NoNav);
    draw_text_in(ui, {box.x + 18, box.y, 28, box.h}, TextStyle::kTitle, colours.text,
                 problem ? icons::kWarning : icons::kInfo);
    draw_wrapped(ui, {box.x + 52, box.y + 14, text_width, height}, TextStyle::kBody, colours.text, text);
    draw_text_in(ui, {box.right() - 44, box.y, 28, box.h}, TextStyle::kBodyBold, colours.text, icons::kClose);
    if (press_area(ui, name, box, Metrics::kCardRadius)) clicked = i;
    ImGui::End();
    ImGui::PopStyleColor();
    ImGui::PopStyleVar();
  }
  if (clicked < toasts_.size()) toasts_.erase(toasts_.begin() + static_cast<std::ptrdiff_t>(clicked));
  return going;
}

}  // namespace gladi
