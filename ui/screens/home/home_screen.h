// Draws the home screen: who rehearses, what is sold, whether camera and sound are fine, and the red button.
#pragma once

#include <optional>

#include "ui/screens/home/home_model.h"
#include "ui/widgets/ui.h"

namespace gladi {

// Touches nothing but the view and the registry. Names: home.person.<name>, home.new_name,
// home.catalogue.<slug>, home.start, home.recordings, home.language, home.settings; of the sheets home.name.*
// and home.settings.*; the pages of the settings are home.settings.page.<name>.
std::optional<HomeIntent> draw_home(Ui& ui, const HomeModel& model, HomeView& view);

// Parts of it, in files of their own.
std::optional<HomeIntent> draw_check_card(Ui& ui, const Box& box, const HomeModel& model);
std::optional<HomeIntent> draw_name_sheet(Ui& ui, const HomeModel& model, HomeView& view);
std::optional<HomeIntent> draw_settings_sheet(Ui& ui, const HomeModel& model, HomeView& view);
std::optional<HomeIntent> draw_folder_sheet(Ui& ui, const HomeModel& model, HomeView& view);

}  // namespace gladi
