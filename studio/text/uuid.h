// Random identifiers (RFC 9562 version 4) for people, sessions, reviewers and comments.
#pragma once

#include <string>

namespace gladi {

std::string make_uuid();
bool is_uuid(const std::string& text);  // also guards file names that are made of one

}  // namespace gladi
