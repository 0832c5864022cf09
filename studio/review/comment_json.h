// Comments in a reviewer's file. For studio's .cpp files only.
#pragma once

#include "studio/base/json_file.h"
#include "studio/review/comment.h"

namespace gladi {

json_file::Json to_json(const Comment& comment);
// Nothing for what has no id. A drawing or a voice note that makes no sense is left out, the words stay.
std::optional<Comment> comment_of(const json_file::Json& object);

}  // namespace gladi
