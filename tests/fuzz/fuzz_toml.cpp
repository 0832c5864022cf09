// The files that people write themselves. Choice 0: a catalogue, 1: its rundown, 2: a rubric, 3: lines of the
// audience.
#include "studio/audience/audience_lines.h"
#include "studio/catalogue/catalogue_file.h"
#include "studio/review/rubric.h"
#include "tests/fuzz/scratch.h"

namespace gladi::fuzz {
namespace {
namespace fs = std::filesystem;

constexpr const char* kCatalogue =
    "name = \"Batik\"\n[[product]]\nid = \"kain\"\nname = \"Kain\"\nprice = 185000\nstock = 3\n";

void read_catalogue(const std::string& catalogue, const std::string& rundown) {
  const fs::path folder = scratch() / "catalogue";
  fs::create_directories(folder);
  write(folder / "catalogue.toml", catalogue);
  write(folder / "rundown.toml", rundown);
  const auto loaded = load_catalogue(folder);
  if (!loaded) return;
  for (const Segment& segment : loaded->rundown.segments) {
    expect(segment.planned >= MediaTime{}, "a segment lasts");
    expect(segment.product_id.empty() || segment.kind == SegmentKind::kProduct, "only products have one");
  }
}

void read_rubric(const std::string& text) {
  write(scratch() / "rubric.toml", text);
  const auto loaded = load_rubric(scratch() / "rubric.toml");
  if (!loaded) return;
  expect(loaded->rubric.criteria.size() <= Rubric::kMostCriteria, "not too many criteria");
  for (const Criterion& criterion : loaded->rubric.criteria)
    expect(criterion.levels.size() >= Rubric::kFewestLevels && criterion.levels.size() <= Rubric::kMostLevels,
           "levels that there are keys for");
}

}  // namespace
}  // namespace gladi::fuzz

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const gladi::fuzz::Input input(data, size);
  switch (input.choice % 4) {
    case 0:
      gladi::fuzz::read_catalogue(input.text, "");
      break;
    case 1:
      gladi::fuzz::read_catalogue(gladi::fuzz::kCatalogue, input.text);
      break;
    case 2:
      gladi::fuzz::read_rubric(input.text);
      break;
    default:
      gladi::fuzz::write(gladi::fuzz::scratch() / "lines.toml", input.text);
      static_cast<void>(gladi::load_audience_lines(gladi::fuzz::scratch() / "lines.toml"));
  }
  return 0;
}
