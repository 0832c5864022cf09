// What the simulated audience may write, as it stands in assets/audience/<language>.toml.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "encoder/base/error.h"
#include "studio/catalogue/fault.h"
#include "studio/text/language.h"

namespace gladi {

// Names as in the files and in the journal.
const std::vector<std::string>& chat_intents();     // "greeting", "price", "size" …
const std::vector<std::string>& audience_levels();  // "calm", "busy", "difficult", by liveliness

// What must be the case for a line to make sense.
enum class Fact { kProduct, kInStock, kLowStock, kSoldOut, kNormalPrice, kFlashSale };

struct ChatTemplate {
  size_t intent = 0;  // index in chat_intents()
  size_t level = 0;   // index in audience_levels(): from this level on
  std::string text;   // with {product}, {number}, {price}, {normal_price}, {flash_price}, {stock}, {offer}
  std::vector<std::string> kinds;  // of the product on show; empty: any
  std::vector<Fact> needs;         // those that the placeholders need too
};

struct ChatIntent {
  std::string expects = "thank";  // "answer", "thank", "steer" or "mute"
  std::string action;             // what the host should do, in the file's language
};

struct AudienceLines {
  Language language = Language::kIndonesian;
  std::vector<std::string> names;   // of viewers
  std::vector<ChatIntent> intents;  // by chat_intents()
  std::vector<ChatTemplate> lines;
};

struct LoadedAudienceLines {
  AudienceLines lines;  // those that can be used
  std::vector<Fault> faults;
};

struct AudienceFileLimits {
  // A bubble has three lines of about 30 characters, the name among them.
  static constexpr size_t kTextCharacters = 72;
  static constexpr size_t kNameCharacters = 14;
  static constexpr size_t kLeastNames = 40;  // fewer, and the same ones come too often
};

// An error, with the line, when nothing can be used: no such file, bytes that are no UTF-8, no TOML. A line
// that is faulty (an unknown placeholder or intent, too long for a bubble, a duplicate) is left out and
// named.
tl::expected<LoadedAudienceLines, Fault> load_audience_lines(const std::filesystem::path& file);

// audience/<language>.toml in the first of `folders` that has one: people may keep their own beside the
// library.
std::filesystem::path find_audience_lines(const std::vector<std::filesystem::path>& folders,
                                          Language language);

}  // namespace gladi
