// The JSON files of a library. Choice 0: session.json, 1: a review, 2: a person. What was read can be written
// and read.
#include "studio/people/people_store.h"
#include "studio/review/review.h"
#include "studio/session/session_file.h"
#include "tests/fuzz/scratch.h"

namespace gladi::fuzz {
namespace {
namespace fs = std::filesystem;

constexpr const char* kId = "6ba7b810-9dad-41d1-80b4-00c04fd430c8";

fs::path empty_folder(const char* name) {
  const fs::path folder = scratch() / name;
  fs::remove_all(folder);
  fs::create_directories(folder);
  return folder;
}

void read_session(const std::string& text) {
  const fs::path folder = empty_folder("session");
  write(folder / "session.json", text);
  const auto session = load_session(folder);
  if (!session || session->read_only()) return;
  expect(session->duration >= MediaTime{}, "a take lasts");
  expect(save_session(folder, *session).has_value(), "a session can be saved");
  const auto again = load_session(folder);
  expect(again.has_value() && again->parts.size() == session->parts.size(), "a session can be read again");
}

void read_review(const std::string& text) {
  const fs::path folder = empty_folder("reviewed");
  fs::create_directories(folder / "reviews");
  write(folder / "reviews" / (std::string(kId) + ".json"), text);
  for (const Review& review : load_reviews(folder)) {
    for (const Score& score : review.scores)
      expect(score.level >= 1 && score.level <= score.levels, "a level is one of those that there are");
    if (review.schema_version > Review::kSchemaVersion) continue;
    expect(save_review(folder, review).has_value(), "a review can be saved");
    expect(load_reviews(folder).size() == 1, "a review can be read again");
  }
}

void read_person(const std::string& text) {
  const fs::path folder = empty_folder("people");
  write(folder / (std::string(kId) + ".json"), text);
  PeopleStore people(folder);
  for (const Person& person : people.list()) static_cast<void>(people.save(person));
}

}  // namespace
}  // namespace gladi::fuzz

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const gladi::fuzz::Input input(data, size);
  switch (input.choice % 3) {
    case 0:
      gladi::fuzz::read_session(input.text);
      break;
    case 1:
      gladi::fuzz::read_review(input.text);
      break;
    default:
      gladi::fuzz::read_person(input.text);
  }
  return 0;
}
