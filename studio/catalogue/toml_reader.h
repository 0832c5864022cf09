// Reads a TOML file that people edit by hand and notes what is wrong in it, with lines. For studio's .cpp
// files only.
#pragma once

#include <toml++/toml.h>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "encoder/base/error.h"
#include "studio/catalogue/fault.h"
#include "studio/text/language.h"

namespace gladi {

// What is said when an amount of money can't be taken; {0} is what is written there.
struct MoneyWords {
  const char* no_number;
  const char* negative;
  const char* too_high;
};

// One thread. Getters return nothing for a missing key, and note a fault for a value of the wrong kind.
class TomlReader {
 public:
  struct Unreadable {
    Error error;
    int line = 0;  // 0 when the file as a whole can't be read
  };
  static tl::expected<TomlReader, Unreadable> read(const std::filesystem::path& file);
  // `source` is what the file holds.
  static tl::expected<TomlReader, Unreadable> parse(const std::filesystem::path& file, std::string source);

  const toml::table& root() const { return root_; }
  static int line_of(const toml::table& table) { return static_cast<int>(table.source().begin.line); }
  // The key's line, or where it should be: the table's first line.
  static int line_of(const toml::table& table, std::string_view key);

  void note(int line, Message reason) { faults_.push_back({file_, line, std::move(reason)}); }
  std::vector<Fault> faults_by_line() const;

  std::string text(const toml::table& table, std::string_view key);                   // trimmed
  LocalText local_text(const toml::table& table, std::string_view key);               // key and key_en
  std::vector<LocalText> local_list(const toml::table& table, std::string_view key);  // lists key and key_en
  std::vector<std::string> text_list(const toml::table& table, std::string_view key);
  std::optional<int64_t> whole_number(const toml::table& table, std::string_view key);
  std::optional<double> number(const toml::table& table, std::string_view key);
  std::optional<int64_t> money(const toml::table& table, std::string_view key, const MoneyWords& words);
  std::vector<const toml::table*> tables(std::string_view key);  // every [[key]]

  // Notes each key that isn't among `known`: most are spelling mistakes.
  void check_keys(const toml::table& table, std::initializer_list<std::string_view> known);

 private:
  TomlReader(std::filesystem::path file, std::string source, toml::table root)
      : file_(std::move(file)), source_(std::move(source)), root_(std::move(root)) {}
  std::string as_written(const toml::node& node) const;

  std::filesystem::path file_;
  std::string source_;
  toml::table root_;
  std::vector<Fault> faults_;
};

}  // namespace gladi
