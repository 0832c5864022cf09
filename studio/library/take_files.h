// The media files of a session folder, as they are named on the disk. For studio's .cpp files only.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace gladi {

struct TakeFile {
  std::string file;  // the final one's name: "take.mp4", "take-2.mp4"
  int number = 1;
  bool part = false;   // the part file is there
  bool final = false;  // the final file is there
};

// By number. Folders that can't be read have none.
std::vector<TakeFile> take_files(const std::filesystem::path& session_folder);

// Whether a recorder or a finaliser, of this program or another, holds one of the part files, or the folder
// may just have been made for a take that is being prepared.
bool is_being_worked_on(const std::filesystem::path& session_folder);

}  // namespace gladi
