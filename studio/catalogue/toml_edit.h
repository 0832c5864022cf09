// Changes single values in the text of a TOML file that people write by hand: comments, order and what Gladi
// doesn't know stay as they are. For studio's .cpp files only.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gladi::toml_edit {

std::string quoted(const std::string& text);              // "…" with what has to be escaped
std::string list(const std::vector<std::string>& texts);  // one text a line

// `block` holds root keys, or one [[table]] with its keys. Sets `key` to `value` (TOML), or takes the key
// away for nullopt. False, and `block` unchanged, when the text can't be changed safely.
bool set(std::string& block, std::string_view key, const std::optional<std::string>& value);

// A file cut before each [[table]]: comments and empty lines above one belong to it. Nothing when a table
// does not begin at one of `lines` (1 is the first), as with inline tables. Put together the parts are
// `source` again.
struct Parts {
  std::string head;
  std::vector<std::string> blocks;
};
std::optional<Parts> split(const std::string& source, const std::vector<int>& lines);

}  // namespace gladi::toml_edit
