// The home screen's data: what it shows and what it remembers between frames.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "studio/people/group.h"
#include "studio/people/person.h"
#include "studio/rehearsal/checkup.h"
#include "ui/app/settings.h"
#include "ui/app/source_choice.h"
#include "ui/screens/files/file_sheet.h"
#include "ui/screens/home/home_intent.h"
#include "ui/widgets/box.h"
#include "ui/widgets/texture_ref.h"

namespace gladi {

struct CatalogueChoice {
  std::string slug;
  LocalText name;
  int products = 0;
  int minutes = 0;
  TextureRef cover;
};

// Filled by the HomeController; const for whoever draws.
struct HomeModel {
  std::vector<Person> people;  // by name
  std::string chosen_person;   // UUID; empty while there is nobody
  std::vector<Group> groups;   // classes, by name
  std::string chosen_group;    // UUID of the class that is shown; empty: everybody
  bool shelf_loading = false;  // the catalogues are still being read
  std::vector<CatalogueChoice> catalogues;
  std::string chosen_catalogue;  // slug

  bool stage_opening = true;  // "preparing the camera…"
  TextureRef preview;
  std::string camera_name;
  std::string microphone_name;
  bool demo_camera = false;
  Checkup checkup;          // as Preflight shows it
  std::optional<Box> face;  // hers, in shares of the preview
  float peak_dbfs = SoundLevel::kSilenceDbfs;
  // What could be used instead where nothing is heard; empty: nothing.
  std::string other_microphone_spec, other_microphone_name;

  std::optional<Message> kept_away;  // why this window only shows recordings
  int recordings = 0;                // of the chosen person
  Message job;                       // what is done in the background
  double job_share = -1;             // how much of it is done; negative: nothing is
  Settings settings;
  std::optional<int64_t> free_bytes;                 // where recordings are kept; nullopt: not known
  std::filesystem::path library;                     // in use
  FileSheetModel files;                              // to choose another one
  std::optional<std::vector<DeviceChoice>> cameras;  // nullopt: being looked for
  std::optional<std::vector<DeviceChoice>> microphones;
  std::string trainer_name;  // in trainer mode; empty: it is off
  bool projector_on = false;
  std::vector<std::string> displays;    // for the projector, by name
  std::optional<Message> name_problem;  // why the new name was refused
};

// Remembered between frames by the screen itself.
struct HomeView {
  enum class Sheet { kNone, kName, kSettings, kFolder };
  Sheet sheet = Sheet::kNone;
  enum class Page { kDevices, kRecording, kPicture, kRehearsing, kScreen, kKeys };
  Page page = Page::kDevices;  // of the settings
  bool focus_name = false;     // the name's field takes the keyboard in the next frame
  bool start_after_name = false;
  std::string name;
  std::optional<std::string> asked_name;  // what HomeModel::name_problem is about
  Consent consent;
  std::string consent_of;  // kName: this person is asked, who came with a list; empty: a new one
  std::string search;      // among many names
  FileSheetView files;
  std::string scrolled_to_person;
};

}  // namespace gladi
