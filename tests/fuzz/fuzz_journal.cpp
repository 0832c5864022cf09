// journal.jsonl, torn and damaged in any way.
#include "studio/session/journal.h"
#include "tests/fuzz/scratch.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace gladi;
  const std::filesystem::path folder = fuzz::scratch() / "journal";
  std::filesystem::create_directories(folder);
  fuzz::write(folder / "journal.jsonl", std::string(reinterpret_cast<const char*>(data), size));
  const auto journal = read_journal(folder);
  if (!journal) return 0;
  MediaTime before{INT64_MIN};
  for (const TakeEvent& event : journal->events) {
    fuzz::expect(event.at >= before, "events come by time");
    before = event.at;
  }
  for (const RunSegment& run : segments_as_run(journal->events, MediaTime::from_ms(60'000)))
    fuzz::expect(run.end >= run.start, "a segment ends after it began");
  return 0;
}
