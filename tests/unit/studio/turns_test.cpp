#include "studio/people/turns.h"

#include <gtest/gtest.h>

namespace gladi {
namespace {

class TurnsOfAClass : public testing::Test {
 protected:
  TurnsOfAClass() {
    for (const char* id : {"ani", "budi", "citra", "dewi"}) people_.push_back({id, id, {}, {}});
    class_.id = "class";
    class_.members = {"dewi", "gone", "ani", "citra"};
  }
  static std::string names(const std::vector<const Person*>& people) {
    std::string all;
    for (const Person* person : people) all += person->name + " ";
    return all;
  }

  std::vector<Person> people_;
  Group class_;
};

TEST_F(TurnsOfAClass, GoInItsOrderWithoutThoseWhoAreGone) {
  EXPECT_EQ(names(people_in_turn(people_, &class_)), "dewi ani citra ");
  EXPECT_EQ(names(people_in_turn(people_, nullptr)), "ani budi citra dewi ");
}

TEST_F(TurnsOfAClass, TellWhoIsNextUntilTheLastOneHasHadHers) {
  const auto order = people_in_turn(people_, &class_);
  EXPECT_EQ(names(next_in_turn(order, "dewi", 2)), "ani citra ");
  EXPECT_EQ(names(next_in_turn(order, "ani", 2)), "citra ");
  EXPECT_EQ(names(next_in_turn(order, "citra", 2)), "");
  EXPECT_EQ(names(next_in_turn(order, "budi", 2)), "dewi ani ") << "who isn't in it opens the round";
  EXPECT_EQ(names(next_in_turn({}, "ani", 2)), "");
}

TEST_F(TurnsOfAClass, AClassIsFoundByItsId) {
  const std::vector<Group> groups = {class_};
  EXPECT_EQ(find_group(groups, "class"), &groups[0]);
  EXPECT_EQ(find_group(groups, ""), nullptr);
}

}  // namespace
}  // namespace gladi
