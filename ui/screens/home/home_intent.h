// What the drawn home screen asks its controller for.
#pragma once

#include <filesystem>
#include <string>
#include <variant>

#include "studio/people/person.h"
#include "ui/app/settings.h"

namespace gladi {

namespace home {
struct ChoosePerson {
  std::string id;
};
struct AddPerson {
  std::string name;
  Consent consent;
  bool then_start = false;
};
struct ChooseCatalogue {
  std::string slug;
};
struct GiveConsent {
  std::string id;
  Consent consent;
};
struct ChooseGroup {
  std::string id;
};
struct ListFolder {
  std::filesystem::path folder;
};
struct EditCatalogue {};
struct EditPeople {};
struct StartRehearsal {};
struct OpenRecordings {};
struct ChangeSettings {
  Settings settings;
};
struct LookForDevices {};
struct ToggleProjector {};
struct EndTrainerMode {};
}  // namespace home

using HomeIntent =
    std::variant<home::ChoosePerson, home::AddPerson, home::ChooseCatalogue, home::StartRehearsal,
                 home::OpenRecordings, home::ChangeSettings, home::LookForDevices, home::GiveConsent,
                 home::ChooseGroup, home::EditCatalogue, home::EditPeople, home::ListFolder,
                 home::ToggleProjector, home::EndTrainerMode>;

}  // namespace gladi
