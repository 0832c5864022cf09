// The pages of the settings: each draws its choices into its box. Private to the home screen.
#pragma once

#include "ui/screens/home/home_model.h"
#include "ui/widgets/ui.h"

namespace gladi {

// True when `settings` has changed. Widgets are home.settings.<what>.
bool draw_device_settings(Ui& ui, Box box, const HomeModel& model, Settings* settings);
bool draw_picture_settings(Ui& ui, Box box, Settings* settings);  // what lies over the picture
bool draw_rehearsing_settings(Ui& ui, Box box, Settings* settings);
bool draw_screen_settings(Ui& ui, Box box, Settings* settings);
// `choose_folder`: another one is to be looked for.
bool draw_recording_settings(Ui& ui, Box box, const HomeModel& model, Settings* settings,
                             bool* choose_folder);
void draw_key_settings(Ui& ui, Box box);

}  // namespace gladi
