#include "studio/people/trainer_store.h"

#include <gtest/gtest.h>

#include <fstream>

#include "studio/people/pin.h"
#include "studio/text/uuid.h"
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
  const auto sri = store_.add_first(" Bu Sri ", "4711");
  ASSERT_TRUE(sri) << sri.error().english();
  const auto agus = store_.add("Pak Agus", "0815", *sri);
  ASSERT_TRUE(agus);
  const std::vector<Trainer> kept = store_.list();
  ASSERT_EQ(kept.size(), 2u);
  EXPECT_EQ(kept[0].name, "Bu Sri");
  EXPECT_TRUE(TrainerStore::check(kept[0], "4711"));
  for (const char* wrong : {"0815", "471", "47110", "", "abcd"})
    EXPECT_FALSE(TrainerStore::check(kept[0], wrong)) << wrong;
}

TEST_F(Trainers, ThePinIsNotInTheFileAndTwoHashesOfOneDiffer) {
  const auto sri = store_.add_first("Bu Sri", "47114711");
  const std::string file = test::read_text(temp_ / "trainers" / (sri->id + ".json"));
  EXPECT_EQ(file.find("47114711"), std::string::npos);
  EXPECT_EQ(sri->pin_hash.substr(0, 3), "$y$");
  EXPECT_NE(*hash_of_pin("47114711"), sri->pin_hash) << "salted";
}

TEST_F(Trainers, APinHasFourToTwelveDigits) {
  for (const char* bad : {"", "123", "1234567890123", "12 34", "abcd", "12345678901234567890"})
    EXPECT_FALSE(store_.add_first("Bu Sri", bad)) << bad;
  EXPECT_TRUE(store_.list().empty());
}

TEST_F(Trainers, ANameIsGivenOnce) {
  const auto sri = store_.add_first("Bu Sri", "1234");
  ASSERT_TRUE(sri);
  EXPECT_FALSE(store_.add("bu sri", "5678", *sri));
  EXPECT_FALSE(store_.add("  ", "5678", *sri));
}

TEST_F(Trainers, ADamagedFileIsToldAndOpensForNobody) {
  const auto sri = store_.add_first("Bu Sri", "1234");
  std::ofstream(temp_ / "trainers" / (sri->id + ".json"))
      << R"({"schema_version":1,"id":")" + sri->id + R"(","name":"Bu Sri","pin_hash":"1234"})";
  EXPECT_FALSE(TrainerStore::check(store_.list()[0], "1234"));
  std::ofstream(temp_ / "trainers" / (sri->id + ".json")) << "{";
  std::vector<Error> problems;
  EXPECT_TRUE(store_.list(&problems).empty());
  EXPECT_EQ(problems.size(), 1u);
}

TEST_F(Trainers, OnlyATrainerMakesAnotherOne) {
  const auto sri = store_.add_first("Bu Sri", "1234");
  ASSERT_TRUE(sri);
  EXPECT_FALSE(store_.add_first("Ani", "5678")) << "there is one already";
  Trainer stranger = *sri;
  stranger.pin_hash = *hash_of_pin("5678");
  EXPECT_FALSE(store_.add("Ani", "5678", stranger)) << "her PIN is another one now";
  stranger = *sri;
  stranger.id = make_uuid();
  EXPECT_FALSE(store_.add("Ani", "5678", stranger));
  EXPECT_EQ(store_.list().size(), 1u);
  EXPECT_FALSE(store_.shut_out());
}

TEST_F(Trainers, WhoDamagesATrainersFileIsNoTrainer) {
  EXPECT_FALSE(store_.shut_out()) << "nobody has ever been one";
  const auto sri = store_.add_first("Bu Sri", "1234");
  const std::filesystem::path file = temp_ / "trainers" / (sri->id + ".json");
  for (const char* damage : {"{", ""}) {
    std::ofstream(file) << damage;
    const auto why = store_.shut_out();
    ASSERT_TRUE(why);
    EXPECT_NE(why->english().find(file.string()), std::string::npos) << "it says where";
    const auto ani = store_.add_first("Ani", "5678");
    ASSERT_FALSE(ani);
    EXPECT_EQ(ani.error().english(), why->english());
    EXPECT_FALSE(store_.add("Ani", "5678", *sri));
  }
  std::filesystem::remove(file);
  EXPECT_TRUE(store_.add_first("Bu Sri", "5678")) << "as adr/0022 says";
}

TEST_F(Trainers, AFolderThatCannotBeLookedIntoMayHaveOne) {
  std::ofstream(temp_ / "trainers") << "no folder";
  EXPECT_TRUE(store_.shut_out());
  EXPECT_FALSE(store_.add_first("Ani", "5678"));
}

}  // namespace
}  // namespace gladi
