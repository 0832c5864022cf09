// Sharing takes and taking them in: what the sheets show, what they remember, what they ask for.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "encoder/playback/player.h"
#include "studio/share/take_export.h"
#include "ui/app/share_jobs.h"
#include "ui/screens/files/file_sheet.h"

namespace gladi {

// What is to be shared: one take, or those that a list shows.
struct ShareSubject {
  std::vector<std::filesystem::path> folders;
  std::string person_name;         // whose; empty when they are several people's
  std::string title;               // of one take
  WallTime at;                     // of one take: when it was; else now
  MediaTime duration;              // of one take
  std::optional<PlayerLoop> loop;  // the two points set in the player
  bool one() const { return folders.size() == 1; }
};

struct ShareModel {
  ShareSubject subject;
  std::optional<std::vector<FilePlace>> places;  // to save in, sticks first; nullopt: being looked for
  FileSheetModel files;
  ShareState job;
  std::filesystem::path video;      // is to come in as a take of somebody
  std::vector<std::string> people;  // whose it may be
  std::vector<SameName> same;       // to be asked about, one after the other, before a bundle comes in
};

struct ShareView {
  enum class Sheet { kNone, kExport, kFolder, kImport, kVideo, kSamePerson, kJob };
  Sheet sheet = Sheet::kNone;
  ExportKind kind = ExportKind::kClip;
  bool piece = false;  // only what lies between the two points
  int place = 0;       // which of the model's
  int person = 0;      // which of the model's
  FileSheetView files;
};

// The kinds of file in which this can be shared, in the order of the sheet.
std::vector<ExportKind> kinds_for(const ShareSubject& subject);
// What of a take goes into a clip or page as the sheet stands.
MediaTime length_of(const ShareSubject& subject, bool piece);

namespace share {
struct Save {};    // as the view says
struct Cancel {};  // the work
struct Close {};   // the outcome has been read
struct ListFolder {
  std::filesystem::path folder;
};
struct UseFolder {  // to save in
  std::filesystem::path folder;
};
struct TakeIn {  // a bundle or a video
  std::filesystem::path file;
};
struct SamePerson {  // as the first one of the model's
  bool same = false;
};
struct TakeInVideo {};  // of the person that the view says
}  // namespace share

using ShareIntent = std::variant<share::Save, share::Cancel, share::Close, share::ListFolder,
                                 share::UseFolder, share::TakeIn, share::SamePerson, share::TakeInVideo>;

}  // namespace gladi
