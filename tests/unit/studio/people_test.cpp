#include "studio/people/people_store.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "tests/support/samples.h"
#include "tests/support/temp_folder.h"

namespace gladi {
namespace {
namespace fs = std::filesystem;
using nlohmann::json;
using testing::ElementsAre;
using testing::HasSubstr;

class People : public testing::Test {
 protected:
  fs::path file_of(const std::string& id) const { return temp_ / "people" / (id + ".json"); }
  std::vector<std::string> names() {
    std::vector<std::string> found;
    for (const Person& person : store_.list(&problems_)) found.push_back(person.name);
    return found;
  }
  Person add(const std::string& name) {
    auto person = store_.add(name, {true, false, true, parse_iso8601("2026-11-20T03:00:00.000Z")});
    if (!person) {
      ADD_FAILURE() << name << ": " << person.error().english();
      return {};
    }
    return *person;
  }

  test::TempFolder temp_;
  PeopleStore store_{temp_ / "people"};
  std::vector<Error> problems_;
};

TEST_F(People, AreThereAgainWithTheirConsent) {
  const Person siti = add("  Siti Aminah ");
  EXPECT_EQ(siti.name, "Siti Aminah");
  const auto loaded = PeopleStore(temp_ / "people").load(siti.id);
  ASSERT_TRUE(loaded) << loaded.error().english();
  EXPECT_EQ(loaded->name, "Siti Aminah");
  EXPECT_EQ(loaded->consent, siti.consent);
  EXPECT_EQ(to_iso8601(loaded->created_at), to_iso8601(siti.created_at));
}

TEST_F(People, AreListedByName) {
  add("wati");
  add("Endang");
  add("Ánna");
  EXPECT_THAT(names(), ElementsAre("Endang", "wati", "Ánna"));
  EXPECT_TRUE(problems_.empty());
}

TEST_F(People, HaveNamesOfEveryScript) {
  for (const char* name : {"Bu Sri 🌺👩‍🌾", "שרה כהן", "فاطمة", "Nur \"Nuri\" O'Hara \\ /", "李小龙",
                           "<b>Ani</b>", "../../etc/passwd"}) {
    EXPECT_EQ(store_.load(add(name).id)->name, name);
  }
  EXPECT_TRUE(store_.add(std::string(80, 'x'), {}));
  std::string flowers;
  for (int i = 0; i < 80; ++i) flowers += "🌺";
  EXPECT_TRUE(store_.add(flowers, {}));
}

TEST_F(People, WithoutAProperNameAreRefused) {
  for (const std::string& name :
       {std::string(), std::string(" \t\u00a0"), std::string(300, 'x'), std::string(81, 'x'),
        std::string("Si\xff"), std::string("Siti\nAminah"), std::string("Si\0ti", 5)}) {
    const auto added = store_.add(name, {});
    ASSERT_FALSE(added) << name;
    EXPECT_EQ(added.error().kind, ErrorKind::kInvalid);
  }
  EXPECT_TRUE(names().empty());
}

TEST_F(People, OfTheSameNameAreRefusedWhateverTheLetterCase) {
  add("Siti Aminah");
  add("Éva");
  for (const char* name : {"Siti Aminah", "SITI aminah", " siti aminah ", "éva", "e\u0301va"}) {
    const auto added = store_.add(name, {});
    ASSERT_FALSE(added) << name;
    EXPECT_THAT(added.error().english(), HasSubstr("is in the list already"));
  }
}

TEST_F(People, KeepFieldsThatThisVersionDoesNotKnow) {
  Person siti = add("Siti");
  json content = json::parse(test::read_text(file_of(siti.id)));
  content["village"] = "Wates";
  content["consent"]["withdrawn_at"] = nullptr;
  test::write_text(file_of(siti.id), content.dump());
  siti.name = "Siti Aminah";
  siti.consent.promotion = false;
  ASSERT_TRUE(store_.save(siti));
  content = json::parse(test::read_text(file_of(siti.id)));
  EXPECT_EQ(content["name"], "Siti Aminah");
  EXPECT_EQ(content["village"], "Wates");
  EXPECT_TRUE(content["consent"].contains("withdrawn_at"));
  EXPECT_EQ(content["consent"]["promotion"], false);
}

TEST_F(People, OfANewerVersionAreReadAndNeverWritten) {
  Person siti = add("Siti");
  json content = json::parse(test::read_text(file_of(siti.id)));
  content["schema_version"] = 2;
  test::write_text(file_of(siti.id), content.dump());
  EXPECT_THAT(names(), ElementsAre("Siti"));
  siti.name = "Lain";
  EXPECT_EQ(store_.save(siti).error().kind, ErrorKind::kNewer);
  EXPECT_THAT(names(), ElementsAre("Siti"));
}

TEST_F(People, WhoseFilesAreDamagedAreNamedAndLeftAlone) {
  add("Siti");
  Person wati = add("Wati");
  const Person endang = add("Endang");
  test::write_text(file_of(wati.id), "{ torn");
  test::write_text(file_of(endang.id), test::read_text(file_of(endang.id)).replace(10, 1, "\xff"));
  test::write_text(temp_ / "people/readme.json", "not a person's");
  EXPECT_THAT(names(), ElementsAre("Siti"));
  ASSERT_EQ(problems_.size(), 2u);
  EXPECT_EQ(problems_[0].kind, ErrorKind::kDamaged);
  EXPECT_EQ(store_.load(wati.id).error().kind, ErrorKind::kDamaged);
  EXPECT_EQ(store_.save(wati).error().kind, ErrorKind::kDamaged);
  EXPECT_EQ(test::read_text(file_of(wati.id)), "{ torn");
}

TEST_F(People, AreNotFoundOutsideTheirFolder) {
  test::write_text(temp_ / "secret.json", "{}");
  EXPECT_EQ(store_.load("../secret").error().kind, ErrorKind::kNotFound);
  EXPECT_EQ(store_.load("6ba7b810-9dad-41d1-80b4-00c04fd430c8").error().kind, ErrorKind::kNotFound);
  Person nobody = test::sample_person();
  nobody.id = "../secret";
  EXPECT_EQ(store_.save(nobody).error().kind, ErrorKind::kInvalid);
}

TEST_F(People, ConsentThatCannotBeReadWasNotGiven) {
  const Person siti = add("Siti");
  json content = json::parse(test::read_text(file_of(siti.id)));
  content["consent"] = {{"review", "yes"}, {"class_show", 1}};
  test::write_text(file_of(siti.id), content.dump());
  EXPECT_EQ(store_.load(siti.id)->consent, Consent{});
}

}  // namespace
}  // namespace gladi
