#include "studio/library/take_title.h"

#include "studio/base/json_file.h"
#include "studio/library/take_files.h"
#include "studio/session/part_place.h"
#include "studio/session/session_file.h"
#include "studio/text/utf8.h"

namespace gladi {
namespace {

Status still_at_work(const Session& session) {
  return fail(
      ErrorKind::kBusy,
      Message(GLADI_TEXT("\"{0}\" of {1} is still being recorded or saved. Please wait until that is done."),
              {session.title, session.person_name}));
}

}  // namespace

LocalText title_of(const Session& session) {
  const LocalText& catalogue = session.catalogue_name;
  const bool own =
      !session.title.empty() && session.title != catalogue.indonesian && session.title != catalogue.english;
  return own || catalogue.indonesian.empty() ? LocalText{session.title, {}} : catalogue;
}

Status check_at_rest(const std::filesystem::path& folder, const Session& session) {
  const bool unfinished =
      session.state == SessionState::kRecording || session.state == SessionState::kStopped;
  return unfinished && !session.nothing_recorded ? still_at_work(session)
                                                 : check_nobody_works_on(folder, session);
}

Status check_nobody_works_on(const std::filesystem::path& folder, const Session& session) {
  return is_being_worked_on(folder) ? still_at_work(session) : Status{};
}

Result<Session> rename_take(const std::filesystem::path& folder, const std::string& typed) {
  if (!is_utf8(typed) || has_control_characters(trim(typed)))
    return fail(ErrorKind::kInvalid, Message(GLADI_TEXT("The name has characters that can't be shown.")));
  const std::string title = trim(typed);
  if (count_code_points(title) > kMaxTitleLength) {
    return fail(ErrorKind::kInvalid, Message(GLADI_TEXT("The name is too long: {0} letters fit."),
                                             {std::to_string(kMaxTitleLength)}));
  }
  Result<Session> session = load_session(folder);
  if (!session) return session;
  if (session->read_only()) return tl::unexpected(json_file::newer(folder / "session.json"));
  if (auto rest = check_at_rest(folder, *session); !rest) return fail(std::move(rest));
  session->title = title.empty() ? session->catalogue_name.indonesian : title;
  if (auto saved = save_everywhere(folder, *session); !saved) return fail(std::move(saved));
  return session;
}

}  // namespace gladi
