// A bundle from a stranger: whatever it holds, a refused one leaves the library as it was, and nothing is
// ever written beside it. Choice 0 is the file itself, 1 the text of its manifest, 2 a name in it.
#include <map>

#include "studio/share/bundle.h"
#include "tests/fuzz/scratch.h"

namespace gladi::fuzz {
namespace {
namespace fs = std::filesystem;

size_t things_in(const fs::path& folder) {
  size_t things = 0;
  for (const auto& entry : fs::recursive_directory_iterator(folder))
    things += entry.path().filename() != "import.lock";
  return things;
}

void read_bundle(const std::string& bytes) {
  const fs::path library = scratch() / "library", bundle = scratch() / "bundle.gladi";
  fs::remove_all(library);
  fs::create_directories(library / "sessions");
  fs::create_directories(library / "people");
  write(bundle, bytes);
  const size_t beside = things_in(scratch()), before = things_in(library);
  const auto report = import_bundle(library, {}, bundle);
  const size_t added = things_in(library) - before;
  expect(report || added == 0, "a refused bundle leaves nothing");
  expect(things_in(scratch()) == beside + added, "nothing is written beside the library");
  for (const auto& entry : fs::recursive_directory_iterator(library))
    expect(!entry.is_symlink() && (entry.is_regular_file() || entry.is_directory()),
           "only files and folders come in");
}

void read_name(const std::string& text) {
  const auto path = parse_bundle_path(text);
  if (!path) return;
  for (const std::string& part : {path->folder, path->name}) {
    expect(part.find('/') == std::string::npos && part.find('\\') == std::string::npos, "a name is no path");
    expect(part.empty() || part.front() != '.', "a name is not hidden");
  }
}

}  // namespace
}  // namespace gladi::fuzz

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const gladi::fuzz::Input input(data, size);
  switch (input.choice % 3) {
    case 0:
      gladi::fuzz::read_bundle(input.text);
      break;
    case 1:
      // What was understood is understood again.
      if (const auto manifest = gladi::BundleManifest::parse(input.text))
        gladi::fuzz::expect(gladi::BundleManifest::parse(manifest->to_text()).has_value(),
                            "a manifest can be written");
      break;
    default:
      gladi::fuzz::read_name(input.text);
  }
  return 0;
}
