#include "studio/people/trainer_store.h"

#include <gtest/gtest.h>

#include <fstream>

#include "studio/people/pin.h"
#include "tests/support/samples.h"
#include "tests/support/temp_folder.h"

namespace gladi {
namespace {

class Trainers : public testing::Test {
 protected:
  test::TempFolder temp_;
  TrainerStore store_{temp_ / "trainers"};
};

TEST_F(Trainers, OpenWithTheirOwnPinOnly) {
  const auto sri = store_.add(" Bu Sri ", "4711");
  ASSERT_TRUE(sri) << sri.error().english();
  const auto agus = store_.add("Pak Agus", "0815");
  ASSERT_TRUE(agus);
  const std::vector<Trainer> kept = store_.list();
  ASSERT_EQ(kept.size(), 2u);
  EXPECT_EQ(kept[0].name, "Bu Sri");
  EXPECT_TRUE(TrainerStore::check(kept[0], "4711"));
  for (const char* wrong : {"0815", "471", "47110", "", "abcd"})
    EXPECT_FALSE(TrainerStore::check(kept[0], wrong)) << wrong;
}

TEST_F(Trainers, ThePinIsNotInTheFileAndTwoHashesOfOneDiffer) {
  const auto sri = store_.add("Bu Sri", "47114711");
  const std::string file = test::read_text(temp_ / "trainers" / (sri->id + ".json"));
  EXPECT_EQ(file.find("47114711"), std::string::npos);
  EXPECT_EQ(sri->pin_hash.substr(0, 3), "$y$");
  EXPECT_NE(*hash_of_pin("47114711"), sri->pin_hash) << "salted";
}

TEST_F(Trainers, APinHasFourToTwelveDigits) {
  for (const char* bad : {"", "123", "1234567890123", "12 34", "abcd", "12345678901234567890"})
    EXPECT_FALSE(store_.add("Bu Sri", bad)) << bad;
  EXPECT_TRUE(store_.list().empty());
}

TEST_F(Trainers, ANameIsGivenOnce) {
  ASSERT_TRUE(store_.add("Bu Sri", "1234"));
  EXPECT_FALSE(store_.add("bu sri", "5678"));
  EXPECT_FALSE(store_.add("  ", "5678"));
}

TEST_F(Trainers, ADamagedFileIsToldAndOpensForNobody) {
  const auto sri = store_.add("Bu Sri", "1234");
  std::ofstream(temp_ / "trainers" / (sri->id + ".json"))
      << R"({"schema_version":1,"id":")" + sri->id + R"(","name":"Bu Sri","pin_hash":"1234"})";
  EXPECT_FALSE(TrainerStore::check(store_.list()[0], "1234"));
  std::ofstream(temp_ / "trainers" / (sri->id + ".json")) << "{";
  std::vector<Error> problems;
  EXPECT_TRUE(store_.list(&problems).empty());
  EXPECT_EQ(problems.size(), 1u);
}

}  // namespace
}  // namespace gladi
