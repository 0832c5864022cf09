#include "ui/app/paths.h"

#include <cstdlib>
#include <vector>

namespace gladi {
namespace {

namespace fs = std::filesystem;

// The folder of the running program; empty where the system doesn't tell.
fs::path program_folder() {
  std::error_code ignored;
  return fs::read_symlink("/proc/self/exe", ignored).parent_path();
}

bool is_folder(const fs::path& path) {
  std::error_code ignored;
  return fs::is_directory(path, ignored);
}

fs::path find_translations(const fs::path& program) {
  std::vector<fs::path> places;
  if (const char* set = std::getenv("GLADI_TRANSLATIONS")) places.emplace_back(set);
  places.emplace_back(GLADI_BUILD_LOCALE);
  if (!program.empty()) places.push_back(program / "../share/locale");
  places.emplace_back("/usr/share/locale");
  std::error_code ignored;
  for (const fs::path& place : places) {
    if (fs::exists(place / "id/LC_MESSAGES/gladi.mo", ignored)) return place;
  }
  return places.back();
}

// Where the XDG base directory specification has it.
fs::path user_folder(const char* variable, const char* usual) {
  if (const char* set = std::getenv(variable); set != nullptr && *set == '/') return fs::path(set) / "gladi";
  const char* home = std::getenv("HOME");
  return fs::path(home != nullptr ? home : "/") / usual / "gladi";
}

}  // namespace

Result<Paths> find_paths() {
  const fs::path program = program_folder();
  std::vector<fs::path> places;
  if (const char* set = std::getenv("GLADI_ASSETS")) places.emplace_back(set);
  places.emplace_back(GLADI_SOURCE_ASSETS);
  if (!program.empty()) places.push_back(program / "../share/gladi");
  places.emplace_back("/usr/share/gladi");
  for (const fs::path& place : places) {
    if (is_folder(place / "catalogues")) return Paths{place, find_translations(program)};
  }
  return fail(ErrorKind::kNotFound,
              Message(GLADI_TEXT("Gladi's own files were not found in {0}. Please install Gladi again."),
                      {places.front().string()}));
}

fs::path face_model(const Paths& paths) {
  return paths.assets / "models" / "blazeface-256.onnx";
}

fs::path config_folder() {
  return user_folder("XDG_CONFIG_HOME", ".config");
}

fs::path sync_file() {
  return config_folder() / "sync.json";
}

fs::path cache_folder() {
  return user_folder("XDG_CACHE_HOME", ".cache");
}

}  // namespace gladi
