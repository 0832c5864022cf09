#include "studio/catalogue/toml_reader.h"

#include <algorithm>
#include <sstream>

#include "encoder/base/platform.h"
#include "studio/catalogue/catalogue_file.h"
#include "studio/text/utf8.h"

namespace gladi {
namespace {

constexpr uintmax_t kMaxBytes =
    16 << 20;  // people write some kilobytes; 5,000 imported products take some megabytes
constexpr int64_t kMaxRupiah =
    1'000'000'000'000;  // a price above a billion dollars' worth is a slip of the finger

}  // namespace

tl::expected<TomlReader, TomlReader::Unreadable> TomlReader::read(const std::filesystem::path& file) {
  std::error_code error;
  if (const auto size = std::filesystem::file_size(file, error); !error && size > kMaxBytes) {
    return tl::unexpected(
        Unreadable{{ErrorKind::kInvalid,
                    Message(GLADI_TEXT("{0} is too large to be written by people."), {file.string()}),
                    {}}});
  }
  auto source = platform::read_file(file);
  if (!source) return tl::unexpected(Unreadable{std::move(source).error()});
  return parse(file, std::move(*source));
}

tl::expected<TomlReader, TomlReader::Unreadable> TomlReader::parse(const std::filesystem::path& file,
                                                                   std::string source) {
  try {
    toml::table root = toml::parse(source, file.string());
    return TomlReader(file, std::move(source), std::move(root));
  } catch (const toml::parse_error& failure) {
    const int line = static_cast<int>(failure.source().begin.line);
    return tl::unexpected(Unreadable{{ErrorKind::kDamaged,
                                      Message(GLADI_TEXT("{0}, line {1}: this line can't be understood."),
                                              {file.string(), std::to_string(line)}),
                                      std::string(failure.description())},
                                     line});
  }
}

int TomlReader::line_of(const toml::table& table, std::string_view key) {
  for (const auto& [name, value] : table) {
    if (name.str() == key) return static_cast<int>(name.source().begin.line);
  }
  return line_of(table);
}

std::vector<Fault> TomlReader::faults_by_line() const {
  std::vector<Fault> sorted = faults_;
  std::stable_sort(sorted.begin(), sorted.end(),
                   [](const Fault& a, const Fault& b) { return a.line < b.line; });
  return sorted;
}

// The value in the file's own words, for "185.000", which TOML takes for the decimal number 185.
std::string TomlReader::as_written(const toml::node& node) const {
  const toml::source_region& region = node.source();
  std::istringstream lines(source_);
  std::string line;
  for (toml::source_index i = 0; i < region.begin.line; ++i) std::getline(lines, line);
  // Columns count code points: they are bytes only in lines without any beyond ASCII.
  const bool ascii =
      std::all_of(line.begin(), line.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
  if (region.begin.line != region.end.line || region.begin.column > line.size() || !ascii) return {};
  return trim(line.substr(region.begin.column - 1, region.end.column - region.begin.column));
}

std::string TomlReader::text(const toml::table& table, std::string_view key) {
  const toml::node* node = table.get(key);
  if (node == nullptr) return {};
  if (const auto* value = node->as_string()) return trim(value->get());
  note(line_of(table, key),
       Message(GLADI_TEXT("\"{0}\" must be a text in quotation marks"), {std::string(key)}));
  return {};
}

LocalText TomlReader::local_text(const toml::table& table, std::string_view key) {
  return {text(table, key), text(table, std::string(key) + "_en")};
}

std::vector<std::string> TomlReader::text_list(const toml::table& table, std::string_view key) {
  std::vector<std::string> texts;
  const toml::node* node = table.get(key);
  if (node == nullptr) return texts;
  const toml::array* list = node->as_array();
  bool sound = list != nullptr;
  for (size_t i = 0; sound && i < list->size(); ++i) {
    const auto* value = list->get(i)->as_string();
    sound = value != nullptr;
    if (sound) texts.push_back(trim(value->get()));
  }
  if (!sound) {
    note(line_of(table, key),
         Message(GLADI_TEXT("\"{0}\" must be a list of texts: [\"one\", \"two\"]"), {std::string(key)}));
  }
  return texts;
}

std::vector<LocalText> TomlReader::local_list(const toml::table& table, std::string_view key) {
  const std::string english_key = std::string(key) + "_en";
  const std::vector<std::string> indonesian = text_list(table, key);
  const std::vector<std::string> english = text_list(table, english_key);
  if (!english.empty() && english.size() != indonesian.size()) {
    note(line_of(table, english_key),
         Message(GLADI_TEXT("\"{0}\" has {1} texts and \"{2}\" has {3}: they belong together one by one"),
                 {english_key, std::to_string(english.size()), std::string(key),
                  std::to_string(indonesian.size())}));
  }
  std::vector<LocalText> texts;
  for (size_t i = 0; i < indonesian.size(); ++i) {
    texts.push_back({indonesian[i], i < english.size() ? english[i] : std::string()});
  }
  return texts;
}

std::optional<int64_t> TomlReader::whole_number(const toml::table& table, std::string_view key) {
  const toml::node* node = table.get(key);
  if (node == nullptr) return std::nullopt;
  if (const auto* value = node->as_integer()) return value->get();
  note(line_of(table, key),
       Message(GLADI_TEXT("\"{0}\" must be a whole number without quotes"), {std::string(key)}));
  return std::nullopt;
}

std::optional<double> TomlReader::number(const toml::table& table, std::string_view key) {
  const toml::node* node = table.get(key);
  if (node == nullptr) return std::nullopt;
  if (node->is_number()) return node->value<double>();
  note(line_of(table, key),
       Message(GLADI_TEXT("\"{0}\" must be a number without quotes"), {std::string(key)}));
  return std::nullopt;
}

std::optional<int64_t> TomlReader::money(const toml::table& table, std::string_view key,
                                         const MoneyWords& words) {
  const toml::node* node = table.get(key);
  if (node == nullptr) return std::nullopt;
  std::optional<int64_t> amount;
  std::string written;
  if (const auto* value = node->as_integer()) {
    amount = value->get();
    written = std::to_string(*amount);
  } else {
    const auto* quoted = node->as_string();
    written = quoted != nullptr ? trim(quoted->get()) : as_written(*node);
    amount = parse_rupiah(written);
  }
  const char* fault = !amount ? words.no_number : *amount < 0 ? words.negative : words.too_high;
  if (amount && *amount >= 0 && *amount <= kMaxRupiah) return amount;
  note(line_of(table, key), Message(fault, {written}));
  return std::nullopt;
}

std::vector<const toml::table*> TomlReader::tables(std::string_view key) {
  std::vector<const toml::table*> found;
  const toml::node* node = root_.get(key);
  if (node == nullptr) return found;
  const toml::array* list = node->as_array();
  bool sound = list != nullptr;
  for (size_t i = 0; sound && i < list->size(); ++i) {
    sound = list->get(i)->is_table();
    if (sound) found.push_back(list->get(i)->as_table());
  }
  if (!sound) {
    note(line_of(root_, key),
         Message(GLADI_TEXT("each \"{0}\" begins with the line [[{0}]]"), {std::string(key)}));
  }
  return found;
}

void TomlReader::check_keys(const toml::table& table, std::initializer_list<std::string_view> known) {
  for (const auto& [name, value] : table) {
    if (std::find(known.begin(), known.end(), name.str()) != known.end()) continue;
    note(static_cast<int>(name.source().begin.line),
         Message(GLADI_TEXT("\"{0}\" means nothing here: is it a spelling mistake?"),
                 {std::string(name.str())}));
  }
}

}  // namespace gladi
