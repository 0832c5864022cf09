// A library "a" with one take, an empty library "b" beside it, and room for a bundle that is carried from one
// to the other.
#pragma once

#include <gtest/gtest.h>

#include <map>

#include "studio/people/people_store.h"
#include "studio/review/review.h"
#include "studio/session/session_file.h"
#include "studio/share/bundle.h"
#include "studio/text/uuid.h"
#include "tests/support/samples.h"
#include "tests/support/temp_folder.h"

namespace gladi::test {

// Every file below a folder with what it holds; the lock that an import leaves means nothing.
inline std::map<std::string, std::string> content_of(const std::filesystem::path& folder) {
  std::map<std::string, std::string> content;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file() && entry.path().filename() != "import.lock")
      content[entry.path().lexically_relative(folder)] = read_text(entry.path());
  }
  return content;
}

constexpr const char* kTakeFolder = "2026-11-21T09-30-00-siti-aminah";

class CarriedTake : public testing::Test {
 protected:
  CarriedTake() {
    for (const char* name : {"a", "b"}) {
      std::filesystem::create_directories(temp_ / name / "people");
      std::filesystem::create_directories(temp_ / name / "sessions");
    }
    session_ = sample_session();
    session_.id = make_uuid();
    person_ = sample_person();
    session_.person_id = person_.id;
    session_.person_name = person_.name;
    EXPECT_TRUE(PeopleStore(a_ / "people").save(person_));
    folder_ = write_sample_session(a_ / "sessions", kTakeFolder, session_);
    for (const TakePart& part : session_.parts) write_text(folder_ / part.file, std::string(30'000, 'm'));
    write_text(folder_ / "journal.jsonl", "{\"at_ns\":0,\"type\":\"take_started\"}\n");
    write_text(folder_ / "cache" / "thumbnail.jpg", "derived");
    EXPECT_TRUE(add_comment(folder_, trainer_, "Pak Budi", MediaTime::from_ms(9000), "Harga jelas 👍"));
  }

  Status write(bool reviews_only = false) { return export_bundle(a_, {folder_}, reviews_only, bundle_); }
  Result<ImportReport> read(const std::map<std::string, std::filesystem::path>& known = {}) {
    return import_bundle(b_, known, bundle_);
  }

  TempFolder temp_;
  const std::filesystem::path a_ = temp_ / "a", b_ = temp_ / "b", bundle_ = temp_ / "kelas.gladi";
  const std::string trainer_ = make_uuid();
  Session session_;
  Person person_;
  std::filesystem::path folder_;
};

}  // namespace gladi::test
