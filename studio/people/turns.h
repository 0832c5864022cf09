// Whose turn it is: the people of a class in its order, or everybody by name.
#pragma once

#include <string>
#include <vector>

#include "studio/people/group.h"
#include "studio/people/person.h"

namespace gladi {

// Of `group` those who are still there, in its order; null: all of `people`. The pointers are into `people`.
std::vector<const Person*> people_in_turn(const std::vector<Person>& people, const Group* group);
const Group* find_group(const std::vector<Group>& groups, const std::string& id);  // null: no such class

// Who comes after `person_id`, at most `count` of them. Nobody after the last one; the first ones when
// `person_id` isn't among them.
std::vector<const Person*> next_in_turn(const std::vector<const Person*>& order, const std::string& person_id,
                                        size_t count);

}  // namespace gladi
