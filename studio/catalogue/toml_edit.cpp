#include "studio/catalogue/toml_edit.h"

#include <fmt/format.h>
#include <toml++/toml.h>

#include "studio/text/utf8.h"

namespace gladi::toml_edit {
namespace {

std::optional<toml::table> parsed(const std::string& text) {
  try {
    return toml::parse(text);
  } catch (const toml::parse_error&) {
    return std::nullopt;
  }
}

// The root, or the only [[table]] in it.
const toml::table* table_of(const toml::table& root) {
  if (root.size() != 1) return &root;
  const toml::array* list = root.begin()->second.as_array();
  if (list == nullptr || list->size() != 1 || !list->get(0)->is_table()) return &root;
  return list->get(0)->as_table();
}

std::vector<size_t> line_starts(const std::string& text) {
  std::vector<size_t> starts = {0};
  for (size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\n') starts.push_back(i + 1);
  }
  return starts;
}

// toml++ counts lines and code points from 1.
size_t offset_of(const std::string& text, const toml::source_position& position) {
  const std::vector<size_t> starts = line_starts(text);
  if (position.line == 0 || position.line > starts.size()) return text.size();
  size_t at = starts[position.line - 1];
  for (toml::source_index column = 1; column < position.column && at < text.size(); ++column) {
    do ++at;
    while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80);
  }
  return at;
}

// An array's region may end before its bracket, a text's behind its quote: trailing blanks are not part of
// it.
void erase_line(std::string& text, size_t begin, size_t end) {
  while (begin > 0 && text[begin - 1] != '\n') --begin;
  while (end < text.size() && text[end] != '\n') ++end;
  text.erase(begin, std::min(end + 1, text.size()) - begin);
}

bool holds(const std::string& text, std::string_view key, const std::optional<std::string>& value) {
  const auto root = parsed(text);
  if (!root) return false;
  const toml::table* table = table_of(*root);
  const toml::node* node = table->get(key);
  if (!value) return node == nullptr;
  const auto wanted = parsed("v = " + *value + "\n");
  if (node == nullptr || !wanted) return false;
  return toml::table{{"v", *node}} == toml::table{{"v", *wanted->get("v")}};
}

bool same_but(const std::string& before, const std::string& after, std::string_view key) {
  auto old_root = parsed(before), new_root = parsed(after);
  if (!old_root || !new_root) return false;
  toml::table a = *table_of(*old_root), b = *table_of(*new_root);
  a.erase(key);
  b.erase(key);
  return a == b;
}

}  // namespace

std::string quoted(const std::string& text) {
  std::string out = "\"";
  for (const char c : text) {
    switch (c) {
      case '"':
        out += "\\\"";
        break;
      case '\\':
        out += "\\\\";
        break;
      case '\n':
        out += "\\n";
        break;
      case '\t':
        out += "\\t";
        break;
      default:
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) {
          out += fmt::format("\\u{:04X}", static_cast<int>(c));
        } else {
          out += c;
        }
    }
  }
  return out + "\"";
}

std::string list(const std::vector<std::string>& texts) {
  std::string out = "[\n";
  for (const std::string& text : texts) out += "  " + quoted(text) + ",\n";
  return out + "]";
}

bool set(std::string& block, std::string_view key, const std::optional<std::string>& value) {
  if (holds(block, key, value)) return true;
  const auto root = parsed(block);
  if (!root) return false;
  const toml::table* table = table_of(*root);
  std::string changed = block;
  const auto found = table->find(key);
  if (found == table->end()) {
    if (!changed.empty() && changed.back() != '\n') changed += '\n';
    changed += std::string(key) + " = " + *value + "\n";
  } else {
    const size_t begin = offset_of(block, found->second.source().begin);
    const size_t end = offset_of(block, found->second.source().end);
    if (end < begin) return false;
    if (value) {
      changed.replace(begin, end - begin, *value);
    } else {
      erase_line(changed, offset_of(block, found->first.source().begin), end);
    }
  }
  if (!holds(changed, key, value) || !same_but(block, changed, key)) return false;
  block = std::move(changed);
  return true;
}

std::optional<Parts> split(const std::string& source, const std::vector<int>& lines) {
  const std::vector<size_t> starts = line_starts(source);
  const auto line = [&](size_t number) {  // from 1
    const size_t begin = starts[number - 1];
    return trim(source.substr(begin, (number < starts.size() ? starts[number] : source.size()) - begin));
  };
  std::vector<size_t> cuts;
  for (const int number : lines) {
    const auto at = static_cast<size_t>(number);
    if (number < 1 || at > starts.size() || !line(at).starts_with("[[")) return std::nullopt;
    size_t first = at;
    while (first > 1 && (line(first - 1).empty() || line(first - 1).starts_with('#'))) --first;
    // The file's own comment at its very beginning is no product's.
    if (first == 1) first = at;
    if (!cuts.empty() && starts[first - 1] <= cuts.back()) return std::nullopt;
    cuts.push_back(starts[first - 1]);
  }
  Parts parts;
  parts.head = source.substr(0, cuts.empty() ? source.size() : cuts.front());
  for (size_t i = 0; i < cuts.size(); ++i) {
    const size_t end = i + 1 < cuts.size() ? cuts[i + 1] : source.size();
    parts.blocks.push_back(source.substr(cuts[i], end - cuts[i]));
  }
  return parts;
}

}  // namespace gladi::toml_edit
