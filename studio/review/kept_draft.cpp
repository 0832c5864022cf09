#include "studio/review/kept_draft.h"

#include "encoder/base/platform.h"
#include "studio/review/comment_json.h"
#include "studio/text/uuid.h"

namespace gladi {
namespace {
namespace fs = std::filesystem;
using json_file::Json;

// No ".json": it is nobody's review, and doesn't leave the library with them.
fs::path file_of(const fs::path& session_folder, const std::string& reviewer_id) {
  return session_folder / "reviews" / ("." + reviewer_id + ".draft");
}

}  // namespace

Status keep_drafts(const fs::path& session_folder, const std::string& reviewer_id,
                   const std::vector<KeptDraft>& drafts) {
  if (!is_uuid(reviewer_id))
    return fail(ErrorKind::kInvalid, Message(GLADI_TEXT("Nobody here has the number {0}."), {reviewer_id}));
  const fs::path file = file_of(session_folder, reviewer_id);
  std::error_code error;
  if (drafts.empty()) return fs::exists(file, error) ? platform::remove_durably(file) : Status{};
  if (!fs::is_directory(session_folder, error)) {
    return fail(ErrorKind::kNotFound,
                Message(GLADI_TEXT("The recording {0} is not there."), {session_folder.string()}));
  }
  if (auto made = platform::create_private_folder(file.parent_path()); !made) return made;
  Json list = Json::array();
  for (const KeptDraft& draft : drafts)
    list.push_back({{"comment", to_json(draft.comment)}, {"of", draft.of}});
  return platform::write_file_atomically(
      file, json_file::to_line({{"schema_version", 1}, {"drafts", std::move(list)}}) + "\n");
}

std::vector<KeptDraft> kept_drafts(const fs::path& session_folder, const std::string& reviewer_id) {
  std::vector<KeptDraft> drafts;
  const auto json = json_file::read(file_of(session_folder, reviewer_id));
  if (!json || json_file::int_of(*json, "schema_version") != 1) return drafts;
  for (const Json& object : json_file::list_of(*json, "drafts")) {
    auto comment = comment_of(json_file::child_of(object, "comment"));
    if (comment) drafts.push_back({std::move(*comment), json_file::text_of(object, "of")});
  }
  return drafts;
}

}  // namespace gladi
