// What a rehearsal begins with: everything that was chosen on the home screen.
#include <algorithm>
#include <random>

#include "ui/screens/home/home_controller.h"

namespace gladi {

// In the studio's language; a faulty file is told, and they watch in silence.
std::shared_ptr<const AudienceLines> HomeController::audience_lines() {
  auto loaded = load_audience_lines(
      find_audience_lines({config_folder(), services_.paths.assets}, services_.settings.language));
  if (loaded) return std::make_shared<const AudienceLines>(std::move(loaded->lines));
  services_.toasts.add(Error{ErrorKind::kDamaged,
                             Message(GLADI_TEXT("{0}, line {1}: this line can't be understood."),
                                     {loaded.error().file.string(), std::to_string(loaded.error().line)}),
                             loaded.error().reason.english()});
  return nullptr;
}

std::optional<Navigation> HomeController::start() {
  const auto person = std::find_if(model_.people.begin(), model_.people.end(),
                                   [this](const Person& one) { return one.id == model_.chosen_person; });
  const std::vector<LoadedCatalogue>& catalogues = services_.shelf.catalogues();
  const auto loaded = std::find_if(catalogues.begin(), catalogues.end(), [this](const LoadedCatalogue& one) {
    return one.catalogue.slug() == model_.chosen_catalogue;
  });
  if (!services_.claim.held() || person == model_.people.end() || loaded == catalogues.end()) return {};
  TakePlan plan;
  plan.person = *person;
  plan.catalogue = loaded->catalogue;
  plan.rundown = loaded->rundown;
  plan.layout = services_.settings.layout;
  plan.feed_parts = services_.settings.feed_parts;
  plan.audience = services_.settings.audience;
  plan.follow_rundown = services_.settings.follow_rundown;
  plan.cues = services_.settings.cues;
  plan.words_a_minute = services_.settings.prompter_speed;
  if (plan.audience != "off") plan.audience_lines = audience_lines();
  plan.seed = static_cast<int64_t>(std::random_device{}());
  plan.language = services_.settings.language;
  plan.translate = [translator = services_.translator](const Message& message) {
    return translator.tr(message);
  };
  return GoStudio{std::move(plan)};
}

}  // namespace gladi
