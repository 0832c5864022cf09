#include "ui/app/class_round.h"

#include "studio/people/turns.h"

namespace gladi {
namespace {

constexpr size_t kTold = 2;

}  // namespace

std::vector<Turn> next_turns(Library& library, const Settings& settings, const std::string& person_id) {
  const std::vector<Person> people = library.people().list();
  const std::vector<Group> groups = library.groups().list();
  std::vector<Turn> turns;
  const auto order = people_in_turn(people, find_group(groups, settings.last_group));
  for (const Person* person : next_in_turn(order, person_id, kTold))
    turns.push_back({person->id, person->name});
  return turns;
}

std::vector<std::string> names_of(const std::vector<Turn>& turns) {
  std::vector<std::string> names;
  for (const Turn& turn : turns) names.push_back(turn.name);
  return names;
}

ProjectorShow well_done(const Translator& translator, const std::string& name,
                        const std::vector<Turn>& next) {
  ProjectorShow show;
  show.words.caption = translator.tr("Well done!");
  show.words.name = name;
  show.words.next_caption = translator.tr("Next");
  show.words.next = names_of(next);
  return show;
}

}  // namespace gladi
