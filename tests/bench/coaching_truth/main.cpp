// coaching_truth [--write-sounds DIR] [--tuning]: prints what the analysers must reach and what
// they reach, on the part of the corpus that they were not tuned on. Fails when a bar isn't reached.
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <string>

#include "tests/bench/coaching_truth/truth_rows.h"

namespace gladi::test {

TruthSounds::TruthSounds(CorpusPart of)
    : part(of), made(made_takes(of)), recorded(recorded_takes(of)), with_held(takes_with_held_sounds(of)) {}

std::string TruthSounds::name_of_made(size_t number) const {
  return (part == CorpusPart::kTuning ? "tuning-made-" : "judging-made-") + std::to_string(number);
}

namespace {

// In the order in which TruthSounds makes them: what espeak-ng said before changes what it says by some
// samples.
int write_sounds(const std::filesystem::path& folder, CorpusPart part) {
  const TruthSounds sounds(part);
  for (size_t i = 0; i < sounds.made.size(); ++i)
    write_wav((folder / (sounds.name_of_made(i) + ".wav")).string(), sounds.made[i].samples);
  for (const RecordedTake& take : sounds.recorded)
    write_wav((folder / (take.name + ".wav")).string(), take.take.samples);
  return 0;
}

int print_table(CorpusPart part) {
  const TruthSounds sounds(part);
  if (sounds.recorded.empty()) {
    std::fprintf(stderr, "The recorded prompts are missing: install the packages of packages-test.txt.\n");
    return 1;
  }
  const PraatReference praat(std::filesystem::path(GLADI_SOURCE_DIR) /
                             "tests/bench/coaching_truth/praat/reference.txt");
  TruthTable table;
  add_loudness_rows(table, sounds);
  add_speech_rows(table, sounds);
  add_pace_rows(table, sounds, praat);
  add_pitch_rows(table, sounds, praat);
  add_held_rows(table, sounds, praat);
  auto finder =
      FaceFinder::open(std::filesystem::path(GLADI_SOURCE_DIR) / "assets/models/blazeface-256.onnx");
  if (!finder) {
    std::fprintf(stderr, "%s\n", finder.error().english().c_str());
    return 1;
  }
  add_picture_rows(table, **finder);
  add_journal_rows(table);
  std::fputs(table.markdown().c_str(), stdout);
  return table.all_reached() ? 0 : 1;
}

}  // namespace
}  // namespace gladi::test

int main(int argc, char** argv) {
  using namespace gladi::test;
  const bool tuning = argc > 1 && std::strcmp(argv[argc - 1], "--tuning") == 0;
  const CorpusPart part = tuning ? CorpusPart::kTuning : CorpusPart::kJudging;
  if (argc > 2 && std::strcmp(argv[1], "--write-sounds") == 0) return write_sounds(argv[2], part);
  return print_table(part);
}
