#include <algorithm>
#include <cstdlib>
#include <fstream>

#include "studio/text/utf8.h"
#include "ui/screens/files/file_sheet.h"

namespace gladi {
namespace {
namespace fs = std::filesystem;

bool fits(const fs::path& file, FilePurpose purpose) {
  const std::string extension = fold_case(file.extension().string());
  const auto one_of = [&](std::initializer_list<const char*> list) {
    return std::any_of(list.begin(), list.end(), [&](const char* known) { return extension == known; });
  };
  switch (purpose) {
    case FilePurpose::kPhoto:
      return one_of({".jpg", ".jpeg", ".png", ".webp", ".svg"});
    case FilePurpose::kTable:
      return one_of({".csv", ".tsv", ".txt"});
    case FilePurpose::kNames:
      return one_of({".csv", ".tsv", ".txt"});
    case FilePurpose::kTakes:
      return one_of({".gladi", ".mp4", ".mov", ".m4v", ".3gp", ".mkv", ".webm", ".avi", ".mpg", ".ts"});
    case FilePurpose::kImportCatalogue:
    case FilePurpose::kExportCatalogue:
    case FilePurpose::kExportTable:
    case FilePurpose::kLibrary:
    case FilePurpose::kShare:
      break;
  }
  return false;
}

// XDG_PICTURES_DIR="$HOME/Gambar"
fs::path user_folder(const fs::path& home, const std::string& key, const char* otherwise) {
  std::ifstream in(home / ".config/user-dirs.dirs");
  for (std::string line; std::getline(in, line);) {
    if (!line.starts_with(key + "=\"")) continue;
    std::string value = line.substr(key.size() + 2);
    value = value.substr(0, value.find('"'));
    if (value.starts_with("$HOME/")) return home / value.substr(6);
    if (value.starts_with('/')) return value;
  }
  return home / otherwise;
}

}  // namespace

std::vector<FilePlace> file_places() {
  using Known = FilePlace::Known;
  std::vector<FilePlace> places;
  std::error_code error;
  const auto add = [&](const fs::path& folder, Known known, std::string name = {}) {
    const bool there =
        std::any_of(places.begin(), places.end(), [&](const FilePlace& p) { return p.folder == folder; });
    if (!there && fs::is_directory(folder, error)) places.push_back({folder, std::move(name), known});
  };
  const char* set = std::getenv("HOME");
  const fs::path home = set != nullptr ? set : "/";
  const char* user = std::getenv("USER");
  for (const fs::path& mounts : {fs::path("/media") / (user != nullptr ? user : ""),
                                 fs::path("/run/media") / (user != nullptr ? user : "")}) {
    for (fs::directory_iterator it(mounts, error), end; !error && it != end; it.increment(error)) {
      add(it->path(), Known::kStick, it->path().filename().string());
    }
    error.clear();
  }
  add(user_folder(home, "XDG_PICTURES_DIR", "Pictures"), Known::kPictures);
  add(user_folder(home, "XDG_DOCUMENTS_DIR", "Documents"), Known::kDocuments);
  add(user_folder(home, "XDG_DOWNLOAD_DIR", "Downloads"), Known::kDownloads);
  add(home, Known::kHome);
  return places;
}

std::vector<FileEntry> list_folder(const fs::path& folder, FilePurpose purpose) {
  std::vector<FileEntry> entries;
  std::error_code error;
  for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
    if (it->path().filename().string().starts_with('.') || entries.size() >= kMostEntries) continue;
    std::error_code ignored;
    if (it->is_directory(ignored)) {
      entries.push_back({it->path(), true, fs::exists(it->path() / "catalogue.toml", ignored)});
    } else if (fits(it->path(), purpose)) {
      entries.push_back({it->path(), false, false});
    }
  }
  std::sort(entries.begin(), entries.end(), [](const FileEntry& a, const FileEntry& b) {
    if (a.folder != b.folder) return a.folder;
    return fold_case(a.path.filename().string()) < fold_case(b.path.filename().string());
  });
  return entries;
}

void read_folder(FileSheetModel& model, Errands& errands, const fs::path& folder) {
  model.folder = folder;
  model.entries.reset();
  errands.add([&model, folder, purpose = model.purpose]() -> Errands::Then {
    std::vector<FilePlace> places = file_places();
    const fs::path there = !folder.empty() ? folder : places.empty() ? fs::path("/") : places.front().folder;
    std::vector<FileEntry> entries = list_folder(there, purpose);
    return [&model, folder, there, places = std::move(places), entries = std::move(entries)] {
      if (model.folder != folder) return;  // somewhere else by now
      model.folder = there;
      model.places = places;
      model.entries = entries;
    };
  });
}

}  // namespace gladi
