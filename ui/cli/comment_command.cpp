#include "ui/cli/comment_command.h"

#include <cstdlib>
#include <nlohmann/json.hpp>

#include "studio/review/review.h"
#include "studio/text/uuid.h"

namespace gladi {
namespace {

std::string login_name() {
  const char* name = std::getenv("USER");
  return name != nullptr && *name != '\0' ? name : "gladi";
}

// Who has reviewed under this name before keeps her identity: one file per reviewer and take.
std::string reviewer_id(Library& library, const TakeSummary& commented, const std::string& name) {
  const auto in_take = [&name](const TakeSummary& take) -> std::string {
    for (const Review& review : load_reviews(take.folder)) {
      if (review.reviewer_name == name) return review.reviewer_id;
    }
    return {};
  };
  if (std::string id = in_take(commented); !id.empty()) return id;
  for (const TakeSummary& take : library.takes()) {
    if (take.comments == 0) continue;
    if (std::string id = in_take(take); !id.empty()) return id;
  }
  return make_uuid();
}

}  // namespace

void CommentCommand::declare(OptionList& options) {
  using Need = OptionList::Need;
  options.text("SESSION", session_, GLADI_TEXT("The take: its id, the beginning of it, or its folder"),
               Need::kRequired);
  options.text("--at", at_, GLADI_TEXT("The moment: 00:02:31"), Need::kRequired);
  options.text("--text", text_, GLADI_TEXT("What to say"), Need::kRequired);
  options.text("--reviewer", reviewer_, GLADI_TEXT("Who says it; the login name by default"));
  declare_library(options);
  options.flag("--json", json_, GLADI_TEXT("Answer with one JSON object"));
}

int CommentCommand::run(Console& console) {
  const std::optional<MediaTime> at = parse_timecode(at_);
  if (!at) return console.wrong_use(Message(GLADI_TEXT("{0} is no moment; write it like 00:02:31."), {at_}));
  auto library = open_library_to_write();
  if (!library) return console.failed(library.error());
  const auto take = (*library)->find(session_);
  if (!take) return console.failed(take.error());
  if (*at > take->duration) {
    return console.wrong_use(Message(GLADI_TEXT("{0} lies behind the end of this take, which is {1} long."),
                                     {at_, format_clock(take->duration)}));
  }
  const std::string reviewer = reviewer_.empty() ? login_name() : reviewer_;
  const auto comment =
      add_comment(take->folder, reviewer_id(**library, *take, reviewer), reviewer, *at, text_);
  if (!comment) return console.failed(comment.error());
  (*library)->refresh(take->folder);
  if (json_) {
    console.result(
        nlohmann::ordered_json{{"id", comment->id}, {"session", take->session_id}, {"at_s", at->seconds()}});
  } else {
    console.result(comment->id);
  }
  return ExitCode::kDone;
}

}  // namespace gladi
