// The rows of the table, made on one part of the corpus.
#pragma once

#include <string>
#include <vector>

#include "studio/coaching/face_finder.h"
#include "tests/bench/coaching_truth/praat_reference.h"
#include "tests/bench/coaching_truth/truth_table.h"
#include "tests/support/speech_corpus.h"

namespace gladi::test {

// The sounds that several rows are about.
struct TruthSounds {
  explicit TruthSounds(CorpusPart of);
  std::string name_of_made(size_t number) const;  // in the reference

  CorpusPart part;
  std::vector<SpokenTake> made;
  std::vector<RecordedTake> recorded;
  std::vector<SpokenTake> with_held;
};

void add_loudness_rows(TruthTable& table, const TruthSounds& sounds);
void add_speech_rows(TruthTable& table, const TruthSounds& sounds);
void add_pace_rows(TruthTable& table, const TruthSounds& sounds, const PraatReference& praat);
void add_pitch_rows(TruthTable& table, const TruthSounds& sounds, const PraatReference& praat);
void add_held_rows(TruthTable& table, const TruthSounds& sounds, const PraatReference& praat);
// Nothing of what is seen was tuned on these rooms and places.
void add_picture_rows(TruthTable& table, FaceFinder& finder);
// Of made journals.
void add_journal_rows(TruthTable& table);

}  // namespace gladi::test
