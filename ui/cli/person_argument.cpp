#include "ui/cli/person_argument.h"

#include "studio/text/utf8.h"

namespace gladi {

Result<Person> person_named(Console& console, PeopleStore& people, const std::string& name) {
  for (const Person& known : people.list()) {
    if (fold_case(known.name) == fold_case(name)) return known;
  }
  auto added = people.add(name, Consent{});
  if (added) {
    console.say(
        Message(GLADI_TEXT("{0} is new here. Consent has not been asked yet: open the studio to do so."),
                {added->name}));
  }
  return added;
}

}  // namespace gladi
