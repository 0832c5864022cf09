#include "studio/people/name_list.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "studio/people/people_store.h"
#include "studio/text/csv.h"
#include "studio/text/utf8.h"

namespace gladi {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// One blank where there were several; none at the ends.
std::string plain(const std::string& text) {
  std::string out;
  for (const char c : text) {
    const bool blank = c == ' ' || c == '\t' || c == '\n';
    if (!blank) {
      out += c;
    } else if (!out.empty() && out.back() != ' ') {
      out += ' ';
    }
  }
  return trim(out);
}

// "12. Siti", "12) Siti", "12 Siti", "- Siti", "• Siti"
std::string without_number(std::string name) {
  for (const char* dash : {"- ", "* ", "• ", "– "}) {
    if (name.starts_with(dash)) name = trim(name.substr(std::string(dash).size()));
  }
  size_t end = 0;
  while (end < name.size() && is_digit(name[end])) ++end;
  if (end == 0 || end == name.size()) return name;
  if (name[end] == '.' || name[end] == ')') return trim(name.substr(end + 1));
  return name[end] == ' ' ? trim(name.substr(end)) : name;
}

std::string without_quotes(const std::string& text) {
  const bool quoted = text.size() > 1 && text.front() == '"' && text.back() == '"';
  return quoted ? trim(text.substr(1, text.size() - 2)) : text;
}

// The first column that is more than a number.
std::string first_word_cell(const std::string& line) {
  std::string cell;
  for (size_t i = 0; i <= line.size(); ++i) {
    if (i < line.size() && line[i] != '\t' && line[i] != ';') {
      cell += line[i];
      continue;
    }
    const std::string name = without_number(without_quotes(plain(cell)));
    const bool number = std::all_of(name.begin(), name.end(), [](char c) { return is_digit(c) || c == '.'; });
    if (!name.empty() && !number) return name;
    cell.clear();
  }
  return {};
}

bool names_column(const std::string& cell) {
  const std::string title = fold_case(cell);
  for (const char* known :
       {"nama", "name", "nama lengkap", "nama peserta", "peserta", "full name", "trainee"}) {
    if (title == known) return true;
  }
  return false;
}

struct Line {
  int number = 0;
  std::string name;
};

std::optional<std::vector<Line>> from_table(const std::string& text) {
  const CsvTable table = read_csv(text);
  const auto titles =
      std::find_if(table.rows.begin(), table.rows.end(), [](const CsvRow& row) { return !row.empty(); });
  if (titles == table.rows.end()) return std::nullopt;
  const auto column = std::find_if(titles->cells.begin(), titles->cells.end(), names_column);
  if (column == titles->cells.end()) return std::nullopt;
  const auto at = static_cast<size_t>(column - titles->cells.begin());
  std::vector<Line> lines;
  for (auto row = titles + 1; row != table.rows.end(); ++row) {
    if (at < row->cells.size()) lines.push_back({row->number, without_number(plain(row->cells[at]))});
  }
  return lines;
}

std::vector<Line> from_lines(const std::string& text) {
  std::vector<Line> lines;
  std::string line;
  int number = 1;
  for (size_t i = 0; i <= text.size(); ++i) {
    if (i < text.size() && text[i] != '\n') {
      if (text[i] != '\r') line += text[i];
      continue;
    }
    lines.push_back({number++, first_word_cell(line)});
    line.clear();
  }
  return lines;
}

}  // namespace

std::vector<ListedName> read_names(const std::string& bytes, const std::vector<Person>& known) {
  const std::string text = to_utf8(bytes);
  std::map<std::string, std::string> taken;
  for (const Person& person : known) taken.emplace(fold_case(person.name), person.id);
  std::set<std::string> listed;
  std::vector<ListedName> names;
  const auto table = from_table(text);
  for (const Line& line : table ? *table : from_lines(text)) {
    if (line.name.empty()) continue;
    ListedName name{line.number, line.name, ListedName::Verdict::kNew, {}};
    const std::string folded = fold_case(line.name);
    if (!is_utf8(line.name) || has_control_characters(line.name)) {
      name.verdict = ListedName::Verdict::kUnreadable;
    } else if (count_code_points(line.name) > PeopleStore::kMaxNameLength) {
      name.verdict = ListedName::Verdict::kTooLong;
    } else if (!listed.insert(folded).second) {
      name.verdict = ListedName::Verdict::kTwice;
    } else if (const auto who = taken.find(folded); who != taken.end()) {
      name.verdict = ListedName::Verdict::kKnown;
      name.person_id = who->second;
    }
    names.push_back(std::move(name));
  }
  return names;
}

}  // namespace gladi
