#include "ui/screens/home/home_screen.h"

#include <imgui.h>

#include <algorithm>
#include <cmath>

#include "studio/people/turns.h"
#include "studio/text/utf8.h"
#include "ui/theme/icons.h"
#include "ui/widgets/choice.h"
#include "ui/widgets/header_buttons.h"
#include "ui/widgets/widgets.h"

namespace gladi {
namespace {

constexpr float kRowGap = 12;
constexpr float kMostChipRows = 2;
constexpr size_t kManyPeople = 16;  // from here on a search field helps
constexpr float kChipRowHeight = Metrics::kButtonHeight + kRowGap;
constexpr float kCardHeight = 204;
constexpr const char* kQuestion = GLADI_TEXT("Who is rehearsing today?");
constexpr const char* kShortQuestion = GLADI_TEXT("Who rehearses?");  // where a class needs the room
constexpr float kAroundNext = 70;                                     // margins and key cap of its button
constexpr float kLeastForNext = 120;
// A scrolling part of the screen whose widgets the arrow keys reach like all others.
constexpr ImGuiWindowFlags kPanel = ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NavFlattened;

void open_sheet(HomeView& view, HomeView::Sheet sheet) {
  view.sheet = sheet;
  view.focus_name = true;
  view.name.clear();
  view.asked_name.reset();
  view.consent = {};
  view.consent_of.clear();
  view.start_after_name = false;
}

// The red button: whoever isn't there yet is asked for her name first, who came with a list for her consent,
// and then it starts.
std::optional<HomeIntent> start(const HomeModel& model, HomeView& view) {
  for (const Person& person : model.people) {
    if (person.id != model.chosen_person || person.consent.asked_at) continue;
    open_sheet(view, HomeView::Sheet::kName);
    view.consent_of = person.id;
    view.name = person.name;
    return {};
  }
  if (!model.chosen_person.empty()) return home::StartRehearsal{};
  open_sheet(view, HomeView::Sheet::kName);
  view.start_after_name = true;
  return {};
}

std::optional<HomeIntent> draw_header(Ui& ui, const HomeModel& model, HomeView& view) {
  std::optional<HomeIntent> intent;
  Box rest = header(ui);
  const float top = rest.y + (rest.h - Metrics::kSmallButtonHeight) / 2;
  const auto place = [&](const ButtonSpec& spec) {
    const Box cut = rest.cut_right(button_width(ui, spec, 14), 20);
    return Box{cut.x, top, cut.w, Metrics::kSmallButtonHeight};
  };
  // Where there is little room a trainer's name comes before words that a picture tells as well.
  const bool full = ui.area.w < 1200 && !model.trainer_name.empty();
  const ButtonSpec settings{.label = full ? "" : ui.tr("Settings"),
                            .icon = icons::kSettings,
                            .key = cap_of(ui, Key::kSettings),
                            .tooltip = full ? ui.tr("Settings") : nullptr};
  if (button(ui, "home.settings", place(settings), settings) || key_pressed(Key::kSettings)) {
    open_sheet(view, HomeView::Sheet::kSettings);
    intent = home::LookForDevices{};
  }
  const bool indonesian = ui.language() == Language::kIndonesian;
  const ButtonSpec language{.label = indonesian ? "Indonesia" : "English", .icon = icons::kLanguage};
  if (button(ui, "home.language", place(language), language)) {
    Settings changed = model.settings;
    changed.language = indonesian ? Language::kEnglish : Language::kIndonesian;
    intent = home::ChangeSettings{changed};
  }
  const ButtonSpec projector{.label = ui.area.w < 1200 ? "" : ui.tr("Projector"),
                             .icon = icons::kProjector,
                             .key = cap_of(ui, Key::kProjector),
                             .look = model.projector_on ? ButtonLook::kPrimary : ButtonLook::kNormal,
                             .tooltip = ui.tr("Shows the class what is recorded, on the second screen")};
  if (button(ui, "home.projector", place(projector), projector)) intent = home::ToggleProjector{};
  if (!model.trainer_name.empty() && lock_button(ui, "home.lock", rest, model.trainer_name, full ? 90 : 160))
    intent = home::EndTrainerMode{};
  ui.widgets.note("home.trainer", model.trainer_name);
  if (!model.groups.empty()) {
    std::vector<std::string> labels = {ui.tr("Everybody")};
    int chosen = 0;
    for (size_t i = 0; i < model.groups.size(); ++i) {
      labels.push_back(ui.tr("Class: {0}", {model.groups[i].name}));
      if (model.groups[i].id == model.chosen_group) chosen = static_cast<int>(i) + 1;
    }
    const Box cut = rest.cut_right(240, 20);
    if (choice(ui, "home.group", {cut.x, top, cut.w, Metrics::kSmallButtonHeight}, labels, &chosen)) {
      intent = home::ChooseGroup{chosen == 0 ? "" : model.groups[static_cast<size_t>(chosen) - 1].id};
    }
  }
  if (model.job_share >= 0) {
    const std::string saving =
        ui.tr(model.job) + ": " + std::to_string(static_cast<int>(model.job_share * 100)) + " %";
    draw_text_in(ui, rest, TextStyle::kLabel, ui.palette.mute, saving, Align::kRight);
  }
  return intent;
}

struct ChipPlace {
  Box box;                         // relative to the first chip's corner
  const Person* person = nullptr;  // null: "new name"
};

std::vector<ChipPlace> place_chips(const Ui& ui, const std::vector<const Person*>& order,
                                   const std::string& new_name, float width) {
  std::vector<ChipPlace> places;
  float x = 0;
  float y = 0;
  for (const Person* person : order) {
    const ButtonSpec spec{.label = person != nullptr ? person->name : new_name};
    const float w = std::min(button_width(ui, spec), std::min(width, 300.0F));
    if (x > 0 && x + w > width) {
      x = 0;
      y += kChipRowHeight;
    }
    places.push_back({{x, y, w, Metrics::kButtonHeight}, person});
    x += w + kRowGap;
  }
  return places;
}

// Those of the chosen class in its order, or everybody by name; with a search those who have its words in
// their names.
std::vector<const Person*> people_to_choose(const HomeModel& model, const std::string& search) {
  std::vector<const Person*> people =
      people_in_turn(model.people, find_group(model.groups, model.chosen_group));
  if (const std::string word = fold_case(trim(search)); !word.empty()) {
    std::erase_if(people,
                  [&](const Person* one) { return fold_case(one->name).find(word) == std::string::npos; });
  }
  return people;
}

// A heading with buttons at its right; gives the room between.
bool heading(Ui& ui, Box& row, const std::string& name, const ButtonSpec& spec) {
  const Box cut = row.cut_right(button_width(ui, spec, 12), 12);
  return button(ui, name,
                {cut.x, row.middle_y() - Metrics::kSmallButtonHeight / 2, cut.w, Metrics::kSmallButtonHeight},
                spec);
}

// As many rows as the names take, two at most; more names scroll, and "new name" then stands first.
std::optional<HomeIntent> draw_people(Ui& ui, Box& left, const HomeModel& model, HomeView& view) {
  std::optional<HomeIntent> intent;
  const std::string new_name = "+ " + std::string(ui.tr("New name"));
  std::vector<const Person*> order = people_to_choose(model, view.search);
  order.push_back(nullptr);
  std::vector<ChipPlace> places = place_chips(ui, order, new_name, left.w);
  if (places.back().box.y + 1 > kMostChipRows * kChipRowHeight) {
    std::rotate(order.begin(), order.end() - 1, order.end());
    places = place_chips(ui, order, new_name, left.w - 16);
  }
  float content = 0;
  for (const ChipPlace& place : places) content = std::max(content, place.box.bottom());
  const float height = std::min(content, kMostChipRows * kChipRowHeight - kRowGap);
  const Box area = left.cut_top(height);

  const Box window = area.inset(-4);  // room for the focus ring
  ImGui::SetCursorScreenPos({window.x, window.y});
  ImGui::BeginChild("people", {window.w, window.h}, false, kPanel);
  const float scroll = ImGui::GetScrollY();
  for (const ChipPlace& place : places) {
    const Box box = place.box.moved(area.x, area.y - scroll);
    // What is scrolled away costs nothing, but the arrow keys reach the next row.
    if (box.bottom() < window.y - kChipRowHeight || box.y > window.bottom() + kChipRowHeight) {
      if (place.person == nullptr || place.person->id != model.chosen_person ||
          view.scrolled_to_person == model.chosen_person)
        continue;
    }
    if (place.person == nullptr) {
      if (button(ui, "home.new_name", box, {.label = new_name, .look = ButtonLook::kDashed})) {
        open_sheet(view, HomeView::Sheet::kName);
      }
      continue;
    }
    const Person& person = *place.person;
    const bool chosen = person.id == model.chosen_person;
    if (button(ui, "home.person." + person.name, box,
               {.label = person.name, .look = chosen ? ButtonLook::kPrimary : ButtonLook::kNormal})) {
      intent = home::ChoosePerson{person.id};
      view.scrolled_to_person = person.id;
    }
    if (chosen && view.scrolled_to_person != person.id) {
      ImGui::SetScrollY(std::max(0.0F, place.box.y - kChipRowHeight / 2));
      view.scrolled_to_person = person.id;
    }
  }
  ImGui::SetCursorScreenPos({area.x, area.y - scroll + content});
  ImGui::Dummy({1, 4});
  ImGui::EndChild();
  return intent;
}

// The round of a class: whose turn is next; after the last one it begins again.
std::optional<HomeIntent> draw_next(Ui& ui, Box& row, const HomeModel& model, const HomeView& view) {
  const auto order = people_in_turn(model.people, find_group(model.groups, model.chosen_group));
  if (order.size() < 2) return {};
  const auto next = next_in_turn(order, model.chosen_person, 1);
  const Person& person = next.empty() ? *order.front() : *next.front();
  if (view.sheet == HomeView::Sheet::kNone && key_pressed(Key::kNextPerson))
    return home::ChoosePerson{person.id};
  const auto beside = [&](const char* question) {
    return row.w - text_size(ui, TextStyle::kHeading, ui.tr(question)).w - kAroundNext;
  };
  const float room = beside(kQuestion) < kLeastForNext ? beside(kShortQuestion) : beside(kQuestion);
  if (room < kLeastForNext / 2) return {};
  // Where there is little room the name counts.
  std::string label = ui.tr("Next: {0}", {person.name});
  if (text_size(ui, TextStyle::kBodyBold, label).w > room)
    label = shortened(ui, TextStyle::kBodyBold, "› " + person.name, room);
  const ButtonSpec spec{.label = label, .key = cap_of(ui, Key::kNextPerson)};
  if (heading(ui, row, "home.next_person", spec)) return home::ChoosePerson{person.id};
  return {};
}

std::optional<HomeIntent> draw_catalogue(Ui& ui, const Box& box, const CatalogueChoice& choice, bool chosen) {
  bool hovered = false;
  const bool pressed = press_area(ui, "home.catalogue." + choice.slug, box, Metrics::kCardRadius, &hovered);
  const Palette& p = ui.palette;
  card(ui, box, p.panel,
       chosen    ? p.primary.fill
       : hovered ? p.mute
                 : p.line,
       chosen ? Metrics::kChosenBorder : Metrics::kBorder);
  Box inner = box.inset(16);  // whichever the border's width: choosing moves nothing
  const Box cover = inner.cut_top(inner.h - 54, 10);
  photo(ui, cover, choice.cover);
  draw_text_in(ui, inner.cut_top(22), TextStyle::kBodyBold, p.text, choice.name.in(ui.language()));
  const std::string size = ui.tr_n("{0} product", "{0} products", choice.products) + " · " +
                           ui.tr("{0} min", {std::to_string(choice.minutes)});
  draw_text_in(ui, inner.cut_top(20), TextStyle::kLabel, p.mute, size);
  if (pressed) return home::ChooseCatalogue{choice.slug};
  return {};
}

// Three in a row; further rows scroll.
std::optional<HomeIntent> draw_catalogues(Ui& ui, Box& left, const HomeModel& model) {
  std::optional<HomeIntent> intent;
  constexpr float kGap = 16;
  constexpr int kInRow = 3;
  const bool scrolls = model.catalogues.size() > kInRow;
  const Box area = left.cut_top(kCardHeight);
  const Box window{area.x - 4, area.y - 4, area.w + 8, area.h + 8};
  ImGui::SetCursorScreenPos({window.x, window.y});
  ImGui::BeginChild("catalogues", {window.w, window.h}, false, kPanel);
  const float scroll = ImGui::GetScrollY();
  const float width = std::floor((area.w - (scrolls ? 16 : 0) - (kInRow - 1) * kGap) / kInRow);
  for (size_t i = 0; i < model.catalogues.size(); ++i) {
    const CatalogueChoice& choice = model.catalogues[i];
    const size_t row = i / kInRow;
    const size_t column = i % kInRow;
    const Box box{area.x + static_cast<float>(column) * (width + kGap),
                  area.y + static_cast<float>(row) * (kCardHeight + kGap) - scroll, width, kCardHeight};
    if (auto chosen = draw_catalogue(ui, box, choice, choice.slug == model.chosen_catalogue)) intent = chosen;
  }
  if (model.catalogues.empty()) {
    draw_wrapped(
        ui, area, TextStyle::kBody, ui.palette.mute,
        model.shelf_loading ? ui.tr("Your goods are being fetched…") : ui.tr("No catalogue could be read."));
  }
  ImGui::EndChild();
  return intent;
}

std::optional<HomeIntent> draw_audience_choice(Ui& ui, Box row, const HomeModel& model) {
  std::optional<HomeIntent> intent;
  const std::string title = ui.tr("Audience");
  draw_text_in(ui, row.cut_left(text_size(ui, TextStyle::kTitle, title).w, 18), TextStyle::kTitle,
               ui.palette.text, title);
  const std::pair<const char*, const char*> levels[] = {{"off", ui.tr("none")},
                                                        {"calm", ui.tr("calm")},
                                                        {"busy", ui.tr("busy")},
                                                        {"difficult", ui.tr("difficult")}};
  for (const auto& [level, words] : levels) {
    const bool chosen = model.settings.audience == level;
    const ButtonSpec spec{.label = words, .look = chosen ? ButtonLook::kPrimary : ButtonLook::kNormal};
    const Box box = row.cut_left(button_width(ui, spec, 18), kRowGap);
    if (!button(ui, std::string("home.audience.") + level, box, spec)) continue;
    Settings changed = model.settings;
    changed.audience = level;
    intent = home::ChangeSettings{changed};
  }
  const std::string remark = model.settings.audience == "off"
                                 ? ui.tr("Nobody watches: you talk to the camera alone.")
                                 : ui.tr("They ask you questions, as in a real live.");
  if (text_size(ui, TextStyle::kLabel, remark).w <= row.w)
    draw_text_in(ui, row, TextStyle::kLabel, ui.palette.mute, remark);
  return intent;
}

std::optional<HomeIntent> draw_buttons(Ui& ui, Box row, const HomeModel& model, HomeView& view) {
  std::optional<HomeIntent> intent;
  const ButtonSpec go{.label = ui.tr("Start rehearsing"),
                      .icon = icons::kRecord,
                      .key = cap_of(ui, Key::kStartStop),
                      .look = ButtonLook::kRed,
                      .style = TextStyle::kBig,
                      .radius = 18,
                      .enabled = !model.catalogues.empty() && !model.kept_away};
  const Box go_box = row.cut_left(button_width(ui, go, 40), 16);
  const bool by_key = go.enabled && view.sheet == HomeView::Sheet::kNone && key_pressed(Key::kStartStop);
  if (button(ui, "home.start", go_box, go) || by_key) intent = start(model, view);

  const std::string count = model.recordings > 0 ? " (" + std::to_string(model.recordings) + ")" : "";
  const ButtonSpec recordings{.label = ui.tr("See recordings") + count,
                              .icon = icons::kFolder};  // without people too: takes may come from elsewhere
  const Box recordings_box = row.cut_left(button_width(ui, recordings, 24)).inset(0, 6);
  if (button(ui, "home.recordings", recordings_box, recordings)) intent = home::OpenRecordings{};
  return intent;
}

}  // namespace

std::optional<HomeIntent> draw_home(Ui& ui, const HomeModel& model, HomeView& view) {
  const ScreenScope screen(ui, "home");
  std::optional<HomeIntent> intent = draw_header(ui, model, view);
  const auto take = [&intent](std::optional<HomeIntent> other) {
    if (other) intent = std::move(other);
  };

  const bool narrow = ui.area.w < 1200;
  Box content = ui.area;
  content.cut_top(Metrics::kHeaderHeight);
  content = content.inset(narrow ? 28 : 48, ui.area.h < 740 ? 22 : 34);
  take(draw_check_card(ui, content.cut_right(narrow ? 360 : 430, narrow ? 24 : 36), model));

  Box left = content;
  const Box buttons = left.cut_bottom(Metrics::kBigButtonHeight, 16);
  Box who = left.cut_top(38, 20);
  ui.widgets.note("home.kept_away", model.kept_away ? "yes" : "no");
  if (model.kept_away) {
    const std::string why =
        ui.tr(*model.kept_away) + " " + ui.tr("In this window you can look at recordings.");
    const float height = wrapped_height(ui, TextStyle::kBodyBold, why, who.w);
    draw_wrapped(ui, {who.x, who.y, who.w, height}, TextStyle::kBodyBold, ui.palette.text, why);
    left.cut_top(std::max(0.0f, height - who.h - 10));  // a disk's path may need a third line
  } else {
    const bool searches = !narrow && model.people.size() > kManyPeople;
    if (heading(ui, who, "home.people",
                {.label = narrow || searches ? ui.tr("People") : ui.tr("People and classes"),
                 .icon = icons::kPeople})) {
      intent = home::EditPeople{};
    }
    if (searches) text_field(ui, "home.search", who.cut_right(150, 12), ui.tr("Search…"), &view.search);
    if (auto next = draw_next(ui, who, model, view)) intent = next;
    const bool fits = text_size(ui, TextStyle::kHeading, ui.tr(kQuestion)).w <= who.w;
    draw_text_in(ui, who, TextStyle::kHeading, ui.palette.text, ui.tr(fits ? kQuestion : kShortQuestion));
  }
  take(draw_people(ui, left, model, view));
  left.cut_top(20);
  Box what = left.cut_top(38, 12);
  if (heading(ui, what, "home.edit",
              {.label = ui.tr("Edit or add"),
               .icon = icons::kEdit,
               .enabled = !model.catalogues.empty() && !model.kept_away})) {
    intent = home::EditCatalogue{};
  }
  draw_text_in(ui, what, TextStyle::kTitle, ui.palette.text, ui.tr("What is for sale?"));
  take(draw_catalogues(ui, left, model));
  left.cut_top(16);
  take(draw_audience_choice(ui, left.cut_top(Metrics::kButtonHeight), model));
  take(draw_buttons(ui, buttons, model, view));

  if (view.sheet == HomeView::Sheet::kName) take(draw_name_sheet(ui, model, view));
  if (view.sheet == HomeView::Sheet::kSettings) take(draw_settings_sheet(ui, model, view));
  if (view.sheet == HomeView::Sheet::kFolder) take(draw_folder_sheet(ui, model, view));
  return intent;
}

}  // namespace gladi
