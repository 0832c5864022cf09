#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <set>
#include <sstream>

#include "studio/coaching/metrics_json.h"
#include "studio/library/retention.h"
#include "studio/library/withdrawal_file.h"
#include "studio/people/people_store.h"
#include "studio/review/review.h"
#include "studio/session/journal.h"
#include "studio/text/uuid.h"
#include "tests/support/samples.h"
#include "tests/support/temp_folder.h"

namespace gladi {
namespace {
namespace fs = std::filesystem;
using nlohmann::json;

void collect_keys(const json& value, std::set<std::string>& keys) {
  if (value.is_object()) {
    for (const auto& [key, child] : value.items()) keys.insert(key);
  }
  if (value.is_structured()) {
    for (const json& child : value) collect_keys(child, keys);
  }
}

// Others read these files by the document alone: it must name each field that is written.
TEST(SessionFolderDocument, NamesEveryFieldAndEventThatIsWritten) {
  test::TempFolder temp;
  const fs::path folder = test::write_sample_session(temp.path(), "take", test::sample_session());
  ASSERT_TRUE(PeopleStore(temp / "people").add("Siti", {}));
  Comment comment = new_comment({}, "Bagus");
  comment.drawing.strokes = {{Stroke::Shape::kArrow, {{0.1F, 0.1F}, {0.9F, 0.9F}}}};
  comment.voice = VoiceNote{make_uuid() + ".m4a", MediaTime::from_ms(1500)};
  ASSERT_TRUE(put_comment(folder, make_uuid(), comment, "Pak Budi"));
  ASSERT_TRUE(change_review(folder, make_uuid(), "Bu Rina", [](Review& review) -> Status {
    set_verdict(review.findings, {FindingKind::kHeld, {}}, ReviewVerdict::kConfirmed);
    return {};
  }));
  SoundMetrics measured;
  measured.loudness = Loudness{};
  measured.held = {TakeStretch{}};
  measured.windows = {SoundWindow{}};
  json metrics = to_json(measured);
  for (const char* added : {"analyser_version", "made_of"}) metrics[added] = 1;
  test::write_text(folder / "metrics.json", metrics.dump());
  ASSERT_TRUE(save_library_rules(temp.path(), {90}));
  auto note = ExportNote::begin(temp.path(), ExportKind::kClip, temp / "a.mp4", {test::sample_session()});
  ASSERT_TRUE(note);
  note->keep();
  WithdrawalProof proof;
  proof.person_id = make_uuid();
  proof.left = {{ExportKind::kClip, {}, temp.path()}};
  ASSERT_TRUE(save_proof(temp.path(), proof));
  PictureSample with_face;
  with_face.face = SeenFace{};
  auto journal = JournalWriter::open(folder);
  ASSERT_TRUE(journal);
  for (const TakeEvent& event : {TakeEvent{{}, TakeStarted{}},      TakeEvent{{}, SegmentStarted{}},
                                 TakeEvent{{}, MarkerSet{}},        TakeEvent{{}, PointTicked{}},
                                 TakeEvent{{}, LayoutChanged{}},    TakeEvent{{}, Gap{}},
                                 TakeEvent{{}, CountersNoted{}},    TakeEvent{{}, Overloaded{}},
                                 TakeEvent{{}, EncoderReplaced{}},  TakeEvent{{}, TakeEnded{}},
                                 TakeEvent{{}, ChatShown{}},        TakeEvent{{}, ChatAnswered{}},
                                 TakeEvent{{}, ChatMissed{}},       TakeEvent{{}, ChatPinned{}},
                                 TakeEvent{{}, ChatMuted{}},        TakeEvent{{}, OrderPlaced{}},
                                 TakeEvent{{}, StockChanged{}},     TakeEvent{{}, SoldOut{}},
                                 TakeEvent{{}, FlashSaleStarted{}}, TakeEvent{{}, FlashSaleEnded{}},
                                 TakeEvent{{}, AudienceSampled{}},  TakeEvent{{}, SilenceStarted{}},
                                 TakeEvent{{}, SilenceEnded{}},     TakeEvent{{}, CueShown{}},
                                 TakeEvent{{}, SelfRated{}},        TakeEvent{{}, OverlaysChanged{}},
                                 TakeEvent{{}, LiveComment{}},      TakeEvent{{}, PictureSeen{with_face}}}) {
    ASSERT_TRUE((*journal)->add(event));
  }

  std::set<std::string> words;
  for (const auto& entry : fs::recursive_directory_iterator(temp.path())) {
    if (entry.path().extension() == ".json") collect_keys(json::parse(test::read_text(entry.path())), words);
  }
  std::istringstream lines(test::read_text(folder / "journal.jsonl"));
  for (std::string line; std::getline(lines, line);) {
    const json event = json::parse(line);
    collect_keys(event, words);
    words.insert(event["type"]);
  }
  EXPECT_GT(words.size(), 50u);
  const std::string document = test::read_text(fs::path(GLADI_SOURCE_DIR) / "docs/session-folder.md");
  for (const std::string& word : words) EXPECT_NE(document.find(word), std::string::npos) << word;
}

}  // namespace
}  // namespace gladi
