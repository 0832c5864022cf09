#include "studio/text/csv.h"

#include <glib.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <string_view>

#include "studio/text/utf8.h"

namespace gladi {
namespace {

// A cell of a spreadsheet holds 32,767 characters: what is longer is a quote that was never closed.
constexpr size_t kMaxQuotedBytes = 4 * 32'767;
constexpr std::string_view kFormulaBegins = "=+-@\t\r";

std::optional<std::string> converted(std::string_view bytes, const char* from) {
  gsize written = 0;
  const std::unique_ptr<gchar, decltype(&g_free)> text(
      g_convert(bytes.data(), static_cast<gssize>(bytes.size()), "UTF-8", from, nullptr, &written, nullptr),
      &g_free);
  if (!text) return std::nullopt;
  std::string result(text.get(), written);
  std::erase(result, '\0');  // no text has one, and who asks for a C string would see half of it
  return result;
}

std::string from_windows_1252(std::string bytes) {
  for (char& c : bytes) {
    // Bytes that the code page leaves undefined.
    if (c == '\x81' || c == '\x8D' || c == '\x8F' || c == '\x90' || c == '\x9D') c = '?';
  }
  return converted(bytes, "WINDOWS-1252").value_or(std::string());
}

// "-17,3": computes nothing, and a spreadsheet shall reckon with it.
bool negative_number(std::string_view cell) {
  return cell.size() > 1 && cell.front() == '-' && cell[1] >= '0' && cell[1] <= '9' &&
         cell.substr(1).find_first_not_of("0123456789.,") == std::string_view::npos;
}

// What a spreadsheet would compute, behind any number of the ' that keep it from doing so.
bool formula(std::string_view cell) {
  const size_t first = cell.find_first_not_of('\'');
  return first != std::string_view::npos && kFormulaBegins.find(cell[first]) != std::string_view::npos &&
         !negative_number(cell.substr(first));
}

bool line_end(char c) {
  return c == '\r' || c == '\n';
}

constexpr std::string_view kNamesSeparator = "sep=";

bool begins_as_if_naming_a_separator(const std::string& text) {
  return fold_case(text.substr(0, kNamesSeparator.size())) == kNamesSeparator;
}

// The separator that the first line names, if it names one: neither a quote nor the end of the line can be
// it.
std::optional<char> named_separator(const std::string& text) {
  const size_t at = kNamesSeparator.size();
  if (text.size() <= at || !begins_as_if_naming_a_separator(text)) return std::nullopt;
  if (line_end(text[at]) || text[at] == '"') return std::nullopt;
  if (text.size() > at + 1 && !line_end(text[at + 1])) return std::nullopt;
  return text[at];
}

// Where the line after the one at `at` begins.
size_t next_line(std::string_view text, size_t at) {
  while (at < text.size() && !line_end(text[at])) ++at;
  if (at < text.size() && text[at] == '\r' && at + 1 < text.size() && text[at + 1] == '\n') ++at;
  return std::min(at + 1, text.size());
}

std::string cleaned(const std::string& raw) {
  std::string cell;
  for (size_t i = 0; i < raw.size(); ++i) {
    if (raw[i] != '\r') {
      cell += raw[i];
    } else if (i + 1 == raw.size() || raw[i + 1] != '\n') {
      cell += '\n';
    }
  }
  const bool guarded = cell.starts_with('\'') && formula(cell);
  return trim(guarded ? cell.substr(1) : cell);
}

class Reader {
 public:
  Reader(std::string_view text, char separator) : text_(text), separator_(separator) {}

  std::vector<CsvRow> rows() {
    std::vector<CsvRow> rows;
    while (at_ < text_.size()) {
      const size_t start = at_;
      CsvRow row;
      row.number = static_cast<int>(rows.size()) + 1;
      if (!read_row(row.cells)) {
        row.cells.clear();
        row.broken = true;
        at_ = next_line(text_, start);
      }
      rows.push_back(std::move(row));
    }
    return rows;
  }

 private:
  bool more() const { return at_ < text_.size(); }

  bool read_row(std::vector<std::string>& cells) {
    while (true) {
      std::string cell;
      if (!(quote_begins() ? read_quoted(cell) : read_plain(cell))) return false;
      cells.push_back(cleaned(cell));
      if (!more() || line_end(text_[at_])) {
        at_ = next_line(text_, at_);
        return true;
      }
      ++at_;  // the separator
    }
  }

  // Blanks before a quote are passed over, as hand-made files have them.
  bool quote_begins() {
    size_t at = at_;
    while (at < text_.size() && text_[at] == ' ') ++at;
    if (at == text_.size() || text_[at] != '"') return false;
    at_ = at + 1;
    return true;
  }

  bool read_quoted(std::string& cell) {
    for (; more(); ++at_) {
      if (cell.size() > kMaxQuotedBytes) return false;
      if (text_[at_] != '"') {
        cell += text_[at_];
      } else if (at_ + 1 < text_.size() && text_[at_ + 1] == '"') {
        cell += '"';
        ++at_;
      } else {
        ++at_;
        while (more() && text_[at_] == ' ') ++at_;
        return !more() || text_[at_] == separator_ || line_end(text_[at_]);
      }
    }
    return false;
  }

  bool read_plain(std::string& cell) {
    for (; more() && text_[at_] != separator_ && !line_end(text_[at_]); ++at_) cell += text_[at_];
    return true;
  }

  std::string_view text_;
  char separator_;
  size_t at_ = 0;
};

char guess_separator(std::string_view text) {
  size_t semicolons = 0, commas = 0, tabs = 0;
  bool quoted = false;
  for (const char c : text) {
    if (c == '"') quoted = !quoted;
    if (quoted) continue;
    if (line_end(c) && semicolons + commas + tabs > 0) break;
    semicolons += c == ';';
    commas += c == ',';
    tabs += c == '\t';
  }
  if (tabs > semicolons && tabs > commas) return '\t';
  return commas > semicolons ? ',' : ';';
}

std::string quoted(const std::string& cell, char separator) {
  std::string text = cell;
  if (formula(text)) text.insert(0, "'");
  // Also what could be taken for a separator by who has to guess it, this reader among them.
  const bool needs = text.find_first_of(std::string("\"\r\n;,\t") + separator) != std::string::npos ||
                     begins_as_if_naming_a_separator(text) || text.starts_with(' ') || text.ends_with(' ');
  if (!needs) return text;
  std::string out = "\"";
  for (const char c : text) out += c == '"' ? std::string("\"\"") : std::string(1, c);
  return out + "\"";
}

}  // namespace

bool CsvRow::empty() const {
  return !broken &&
         std::all_of(cells.begin(), cells.end(), [](const std::string& cell) { return cell.empty(); });
}

std::string to_utf8(const std::string& bytes) {
  const std::string_view view = bytes;
  if (view.starts_with("\xEF\xBB\xBF") && is_utf8(bytes.substr(3))) return bytes.substr(3);
  if (view.starts_with("\xFF\xFE")) return converted(view.substr(2), "UTF-16LE").value_or(std::string());
  if (view.starts_with("\xFE\xFF")) return converted(view.substr(2), "UTF-16BE").value_or(std::string());
  return is_utf8(bytes) ? bytes : from_windows_1252(bytes);
}

CsvTable read_csv(const std::string& bytes) {
  const std::string text = to_utf8(bytes);
  std::string_view rest = text;
  CsvTable table;
  if (const auto named = named_separator(text)) {
    table.separator = *named;
    rest.remove_prefix(next_line(rest, 0));
  } else {
    table.separator = guess_separator(rest);
  }
  table.rows = Reader(rest, table.separator).rows();
  return table;
}

std::string write_csv(const std::vector<std::vector<std::string>>& rows, char separator) {
  std::string out = "\xEF\xBB\xBF";
  for (const std::vector<std::string>& row : rows) {
    for (size_t i = 0; i < row.size(); ++i) {
      if (i > 0) out += separator;
      out += quoted(row[i], separator);
    }
    out += "\r\n";
  }
  return out;
}

}  // namespace gladi
