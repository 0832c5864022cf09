#include "studio/people/turns.h"

#include <algorithm>

namespace gladi {

std::vector<const Person*> people_in_turn(const std::vector<Person>& people, const Group* group) {
  std::vector<const Person*> order;
  if (group == nullptr) {
    for (const Person& person : people) order.push_back(&person);
    return order;
  }
  for (const std::string& member : group->members) {
    const auto person =
        std::find_if(people.begin(), people.end(), [&](const Person& one) { return one.id == member; });
    if (person != people.end()) order.push_back(&*person);
  }
  return order;
}

const Group* find_group(const std::vector<Group>& groups, const std::string& id) {
  const auto found =
      std::find_if(groups.begin(), groups.end(), [&](const Group& one) { return one.id == id; });
  return found == groups.end() ? nullptr : &*found;
}

std::vector<const Person*> next_in_turn(const std::vector<const Person*>& order, const std::string& person_id,
                                        size_t count) {
  const auto now =
      std::find_if(order.begin(), order.end(), [&](const Person* one) { return one->id == person_id; });
  auto next = now == order.end() ? order.begin() : now + 1;
  std::vector<const Person*> out;
  for (; next != order.end() && out.size() < count; ++next) out.push_back(*next);
  return out;
}

}  // namespace gladi
