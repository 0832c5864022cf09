// A sheet to choose a file or a folder: places on the left, what is there on the right.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "ui/app/errands.h"
#include "ui/widgets/ui.h"

namespace gladi {

// What is looked for: says which files are shown.
enum class FilePurpose {
  kPhoto,
  kTable,
  kImportCatalogue,
  kExportCatalogue,
  kExportTable,
  kNames,
  kLibrary,
  kShare,  // a folder for takes that are shared
  kTakes,  // bundles and videos
};

struct FileEntry {
  std::filesystem::path path;
  bool folder = false;
  bool catalogue = false;  // a folder with a catalogue in it
};

struct FilePlace {
  std::filesystem::path folder;
  std::string name;  // as the disk has it; empty: `known` says
  enum class Known { kPictures, kDocuments, kDownloads, kHome, kStick, kOther } known = Known::kStick;
};

std::string place_name(const Ui& ui, const FilePlace& place);

struct FileSheetModel {
  FilePurpose purpose = FilePurpose::kPhoto;
  std::filesystem::path folder;
  std::vector<FilePlace> places;
  std::optional<std::vector<FileEntry>> entries;  // nullopt: being read
};

struct FileSheetView {
  std::filesystem::path chosen;
};

// Places of this user that exist: pictures, documents and downloads as ~/.config/user-dirs.dirs names them,
// the home folder, and what is mounted below /media and /run/media. Touches the disk: not on the main thread.
std::vector<FilePlace> file_places();
// Folders first, by name; hidden ones and files that don't fit `purpose` are left out; at most kMostEntries.
std::vector<FileEntry> list_folder(const std::filesystem::path& folder, FilePurpose purpose);
constexpr size_t kMostEntries = 2000;

// Shows `folder` (empty: the first place) in the sheet as soon as it has been read in the background. Main
// thread; `model` outlives the errands.
void read_folder(FileSheetModel& model, Errands& errands, const std::filesystem::path& folder);

struct FileAnswer {
  enum class Kind { kClosed, kGoTo, kTaken } kind = Kind::kClosed;
  std::filesystem::path path;
};
std::optional<FileAnswer> draw_file_sheet(Ui& ui, const FileSheetModel& model, FileSheetView& view);

}  // namespace gladi
