// What the editor's screen asks for.
#pragma once

#include <filesystem>
#include <string>
#include <variant>

#include "studio/catalogue/catalogue_draft.h"
#include "ui/screens/files/file_sheet.h"

namespace gladi {

namespace editor {
struct GoBack {};
struct Undo {};
struct Redo {};
// A step: the draft after it. Steps with the same `merge` are undone together.
struct Change {
  CatalogueDraft draft;
  std::string merge;
};
struct EndMerge {};
struct ChooseFile {
  FilePurpose purpose;
};
struct UseFile {
  FilePurpose purpose;
  std::filesystem::path path;
};
struct ListFolder {
  std::filesystem::path folder;
};
struct OpenCamera {};
struct CloseCamera {};
struct Shoot {};
struct RemovePhoto {};
struct NewCatalogue {
  std::string name;
  bool copy = false;
};
struct DeleteCatalogue {};
struct RestoreCatalogue {};
struct OpenCatalogue {
  std::filesystem::path folder;
};
struct CloseReport {};
}  // namespace editor

using EditorIntent = std::variant<editor::GoBack, editor::Undo, editor::Redo, editor::Change,
                                  editor::EndMerge, editor::ChooseFile, editor::UseFile, editor::ListFolder,
                                  editor::OpenCamera, editor::CloseCamera, editor::Shoot, editor::RemovePhoto,
                                  editor::NewCatalogue, editor::DeleteCatalogue, editor::RestoreCatalogue,
                                  editor::OpenCatalogue, editor::CloseReport>;

}  // namespace gladi
