#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "studio/people/group_store.h"
#include "studio/people/name_list.h"
#include "studio/people/people_store.h"
#include "tests/support/samples.h"
#include "tests/support/temp_folder.h"

namespace gladi {
namespace {
using testing::ElementsAre;
using Verdict = ListedName::Verdict;

std::vector<std::string> names(const std::vector<ListedName>& list) {
  std::vector<std::string> out;
  for (const ListedName& name : list) out.push_back(name.name);
  return out;
}

TEST(NameList, IsOneNameALineHoweverItIsNumbered) {
  EXPECT_THAT(
      names(
          read_names("1. Siti Aminah  \r\n2) Wati\n 3 Endang\n\n- Ani\n• Bu  Sri\n12.Dewi\n4\tNur\t0812345\n"
                     "\"Rina\";Malang\nSiti, S.Pd.\n07\n",
                     {})),
      ElementsAre("Siti Aminah", "Wati", "Endang", "Ani", "Bu Sri", "Dewi", "Nur", "Rina", "Siti, S.Pd."));
}

TEST(NameList, FromATableTakesTheColumnOfNames) {
  EXPECT_THAT(names(read_names("No,Nama,Telepon\n1,Siti,0812\n2,\"Wati, S.E.\",0813\n", {})),
              ElementsAre("Siti", "Wati, S.E."));
  EXPECT_THAT(
      names(read_names("\xEF\xBB\xBFNama Lengkap;Alamat\r\nSiti;\"Jl. A\r\nMalang\"\r\nAni;x\r\n", {})),
      ElementsAre("Siti", "Ani"));
  EXPECT_THAT(names(read_names("Ren\xE9\nSiti\n", {})), ElementsAre("René", "Siti"));
}

TEST(NameList, ShowsWhoIsThereTwiceAlreadyOrNotFit) {
  Person wati = test::sample_person("Wati");
  const auto list = read_names("Siti\nsiti\nWATI\n" + std::string(81, 'a') + "\n", {wati});
  ASSERT_EQ(list.size(), 4u);
  EXPECT_EQ(list[0].verdict, Verdict::kNew);
  EXPECT_EQ(list[1].verdict, Verdict::kTwice);
  EXPECT_EQ(list[1].line, 2);
  EXPECT_EQ(list[2].verdict, Verdict::kKnown);
  EXPECT_EQ(list[2].person_id, wati.id);
  EXPECT_EQ(list[3].verdict, Verdict::kTooLong);
  EXPECT_TRUE(read_names(" \n\n", {}).empty());
}

class Classes : public testing::Test {
 protected:
  test::TempFolder temp_;
  PeopleStore people_{temp_ / "people"};
  GroupStore groups_{temp_ / "groups"};
};

TEST_F(Classes, FortyPeopleAreAddedAtOnce) {
  std::vector<std::string> forty;
  for (int i = 1; i <= 40; ++i) forty.push_back("Peserta " + std::to_string(i));
  const auto added = people_.add_all(forty, {});
  ASSERT_TRUE(added);
  EXPECT_EQ(added->size(), 40u);
  EXPECT_EQ(people_.list().size(), 40u);
  EXPECT_FALSE(people_.list().front().consent.asked_at);  // each is asked herself, later
  EXPECT_FALSE(people_.add_all({"Baru", "peserta 7", "Lagi"}, {}));
  EXPECT_EQ(people_.list().size(), 41u);
}

TEST_F(Classes, SomebodyIsRenamedButNotToAnothersName) {
  const auto siti = people_.add("Siti", {}), wati = people_.add("Wati", {});
  EXPECT_EQ(people_.rename(siti->id, " Siti Aminah ")->name, "Siti Aminah");
  EXPECT_TRUE(people_.rename(siti->id, "SITI aminah"));
  EXPECT_FALSE(people_.rename(siti->id, "wati"));
  EXPECT_FALSE(people_.rename(siti->id, ""));
  EXPECT_EQ(people_.load(siti->id)->name, "SITI aminah");
}

TEST_F(Classes, SomebodyThrownAwayComesBackWithHerConsent) {
  const auto siti = people_.add("Siti", {true, false, true, parse_iso8601("2026-11-20T03:00:00.000Z")});
  ASSERT_TRUE(people_.throw_away(siti->id));
  EXPECT_TRUE(people_.list().empty());
  ASSERT_TRUE(people_.restore(siti->id));
  EXPECT_EQ(people_.list().at(0).consent, siti->consent);
  EXPECT_FALSE(people_.throw_away("../x"));
}

TEST_F(Classes, KeepTheOrderOfTheirPeople) {
  const auto siti = people_.add("Siti", {}), wati = people_.add("Wati", {});
  Group group;
  group.name = " UMKM Malang ";
  group.members = {wati->id, siti->id};
  const auto saved = groups_.save(group);
  ASSERT_TRUE(saved);
  const auto list = groups_.list();
  ASSERT_EQ(list.size(), 1u);
  EXPECT_EQ(list[0].name, "UMKM Malang");
  EXPECT_THAT(list[0].members, ElementsAre(wati->id, siti->id));
  ASSERT_TRUE(groups_.remove(saved->id));
  EXPECT_TRUE(groups_.list().empty());
  EXPECT_FALSE(groups_.remove(saved->id));
}

TEST_F(Classes, WhoseFilesAreDamagedAreNamedAndLeftAlone) {
  const auto saved = groups_.save({{}, "Kelas", {}, {}});
  const auto file = temp_.path() / "groups" / (saved->id + ".json");
  test::write_text(file, "{ no");
  std::vector<Error> problems;
  EXPECT_TRUE(groups_.list(&problems).empty());
  EXPECT_EQ(problems.size(), 1u);
  EXPECT_FALSE(groups_.save(*saved));
  EXPECT_EQ(test::read_text(file), "{ no");
  EXPECT_FALSE(groups_.save({{}, "", {}, {}}));
}

}  // namespace
}  // namespace gladi
