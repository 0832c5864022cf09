// Text that people type, as Unicode sees it. GLib knows the tables.
#pragma once

#include <cstddef>
#include <string>

namespace gladi {

bool is_utf8(const std::string& text);  // no NUL inside either
bool has_control_characters(
    const std::string& text);                       // line breaks and tabs among them; `text` is valid UTF-8
size_t count_code_points(const std::string& text);  // `text` is valid UTF-8
std::string trim(const std::string& text);          // without white space at both ends; any bytes
std::string fold_case(const std::string& text);     // equal for texts that differ by letter case only
std::string to_ascii(const std::string& text);  // "é" → "e"; what has no counterpart becomes '?'; any bytes

}  // namespace gladi
