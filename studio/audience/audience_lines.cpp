#include "studio/audience/audience_lines.h"

#include <algorithm>
#include <map>
#include <set>
#include <sstream>

#include "encoder/base/platform.h"
#include "studio/audience/placeholders.h"
#include "studio/catalogue/product.h"
#include "studio/catalogue/toml_reader.h"
#include "studio/text/utf8.h"

namespace gladi {
namespace {

namespace fs = std::filesystem;

constexpr std::pair<const char*, Fact> kFacts[] = {
    {"product", Fact::kProduct},  {"in_stock", Fact::kInStock},         {"low_stock", Fact::kLowStock},
    {"sold_out", Fact::kSoldOut}, {"normal_price", Fact::kNormalPrice}, {"flash_sale", Fact::kFlashSale},
};

std::optional<size_t> index_of(const std::vector<std::string>& list, const std::string& word) {
  const auto found = std::find(list.begin(), list.end(), word);
  if (found == list.end()) return std::nullopt;
  return static_cast<size_t>(found - list.begin());
}

// The first line that is no UTF-8; 0 when all are.
int line_with_bad_bytes(const std::string& source) {
  std::istringstream lines(source);
  std::string line;
  for (int number = 1; std::getline(lines, line); ++number) {
    if (!is_utf8(line)) return number;
  }
  return 0;
}

// Reads one file; everything that is wrong goes to the reader.
class LinesReader {
 public:
  explicit LinesReader(TomlReader& reader) : reader_(reader) {}

  AudienceLines read() {
    const toml::table& root = reader_.root();
    reader_.check_keys(root, {"language", "names", "intent"});
    const std::string language = reader_.text(root, "language");
    if (language != "id" && language != "en") {
      reader_.note(reader_.line_of(root, "language"), Message(GLADI_TEXT("\"language\" must be id or en")));
    }
    out_.language = language == "en" ? Language::kEnglish : Language::kIndonesian;
    out_.intents.resize(chat_intents().size());
    read_names(root);
    for (const toml::table* table : reader_.tables("intent")) read_intent(*table);
    for (size_t i = 0; i < chat_intents().size(); ++i) {
      const bool any = std::any_of(out_.lines.begin(), out_.lines.end(),
                                   [i](const ChatTemplate& line) { return line.intent == i; });
      if (!any) reader_.note(0, Message(GLADI_TEXT("no line for the intent \"{0}\""), {chat_intents()[i]}));
    }
    return std::move(out_);
  }

 private:
  void read_names(const toml::table& root) {
    std::set<std::string> seen;
    const int line = reader_.line_of(root, "names");
    for (const std::string& name : reader_.text_list(root, "names")) {
      const bool sound = is_utf8(name) && !name.empty() && !has_control_characters(name) &&
                         count_code_points(name) <= AudienceFileLimits::kNameCharacters;
      if (!sound || !seen.insert(fold_case(name)).second) {
        reader_.note(line, Message(GLADI_TEXT("the name \"{0}\" is empty, too long or there twice"), {name}));
      } else {
        out_.names.push_back(name);
      }
    }
    if (out_.names.size() < AudienceFileLimits::kLeastNames) {
      reader_.note(line, Message(GLADI_TEXT("{0} names are too few: at least {1}"),
                                 {std::to_string(out_.names.size()),
                                  std::to_string(AudienceFileLimits::kLeastNames)}));
    }
  }

  void read_intent(const toml::table& table) {
    reader_.check_keys(table, {"name", "action", "expects", "level", "needs", "lines"});
    const std::string name = reader_.text(table, "name");
    const auto intent = index_of(chat_intents(), name);
    if (!intent) {
      reader_.note(reader_.line_of(table, "name"), Message(GLADI_TEXT("there is no intent \"{0}\""), {name}));
      return;
    }
    ChatIntent& info = out_.intents[*intent];
    info.action = reader_.text(table, "action");
    if (info.action.empty()) {
      reader_.note(reader_.line_of(table), Message(GLADI_TEXT("\"action\" is missing: what should be done")));
    }
    if (const std::string expects = reader_.text(table, "expects");
        expects == "answer" || expects == "thank" || expects == "steer" || expects == "mute") {
      info.expects = expects;
    } else {
      reader_.note(reader_.line_of(table, "expects"),
                   Message(GLADI_TEXT("\"expects\" must be answer, thank, steer or mute")));
    }
    ChatTemplate common;
    common.intent = *intent;
    read_conditions(table, common);
    const toml::array* lines = table["lines"].as_array();
    if (lines == nullptr) {
      reader_.note(reader_.line_of(table), Message(GLADI_TEXT("\"lines\" is missing")));
      return;
    }
    for (const toml::node& node : *lines) read_line(node, common);
  }

  void read_line(const toml::node& node, ChatTemplate line) {
    const int number = static_cast<int>(node.source().begin.line);
    if (const toml::table* own = node.as_table()) {
      reader_.check_keys(*own, {"text", "level", "kinds", "needs"});
      line.text = reader_.text(*own, "text");
      read_conditions(*own, line);
    } else if (const auto* text = node.as_string()) {
      line.text = trim(text->get());
    }
    if (line.text.empty()) {
      reader_.note(number, Message(GLADI_TEXT("a line must be a text in quotation marks")));
      return;
    }
    if (!check_text(number, line)) return;
    out_.lines.push_back(std::move(line));
  }

  bool check_text(int number, ChatTemplate& line) {
    std::string unknown;
    const auto stretched = fill_placeholders(line.text, [&](const std::string& name) {
      for (const Placeholder& known : placeholders()) {
        if (name != known.name) continue;
        line.needs.push_back(Fact::kProduct);
        if (known.needs) line.needs.push_back(*known.needs);
        return std::string(known.longest, 'x');
      }
      unknown = name;
      return std::string();
    });
    if (!stretched) {
      reader_.note(number, Message(GLADI_TEXT("a brace is not closed in \"{0}\""), {line.text}));
    } else if (!unknown.empty()) {
      reader_.note(number, Message(GLADI_TEXT("there is no placeholder {0}"), {"{" + unknown + "}"}));
    } else if (has_control_characters(line.text)) {
      reader_.note(number, Message(GLADI_TEXT("a line has no line breaks or tabs")));
    } else if (count_code_points(*stretched) > AudienceFileLimits::kTextCharacters) {
      reader_.note(number, Message(GLADI_TEXT("too long for a bubble: {0} characters, {1} fit"),
                                   {std::to_string(count_code_points(*stretched)),
                                    std::to_string(AudienceFileLimits::kTextCharacters)}));
    } else if (const auto [earlier, is_new] = first_seen_.emplace(fold_case(line.text), number); !is_new) {
      reader_.note(number, Message(GLADI_TEXT("\"{0}\" is there already, in line {1}"),
                                   {line.text, std::to_string(earlier->second)}));
    } else {
      return true;
    }
    return false;
  }

  // What both an intent and a single line may say; a line's own words come on top.
  void read_conditions(const toml::table& table, ChatTemplate& line) {
    if (const std::string level = reader_.text(table, "level"); !level.empty()) {
      if (const auto known = index_of(audience_levels(), level)) {
        line.level = *known;
      } else {
        reader_.note(reader_.line_of(table, "level"),
                     Message(GLADI_TEXT("\"level\" must be calm, busy or difficult")));
      }
    }
    for (const std::string& kind : reader_.text_list(table, "kinds")) {
      if (index_of(product_kinds(), kind)) {
        line.kinds.push_back(kind);
        line.needs.push_back(Fact::kProduct);
      } else {
        reader_.note(
            reader_.line_of(table, "kinds"),
            Message(GLADI_TEXT("there is no kind \"{0}\": cloth, bag, shoes, snack or drink"), {kind}));
      }
    }
    for (const std::string& need : reader_.text_list(table, "needs")) {
      const auto* const fact = std::find_if(std::begin(kFacts), std::end(kFacts),
                                            [&](const auto& known) { return need == known.first; });
      if (fact == std::end(kFacts)) {
        reader_.note(reader_.line_of(table, "needs"),
                     Message(GLADI_TEXT("there is no fact \"{0}\" that a line may need"), {need}));
      } else {
        line.needs.push_back(fact->second);
        line.needs.push_back(Fact::kProduct);  // each fact is one about the product on show
      }
    }
  }

  TomlReader& reader_;
  AudienceLines out_;
  std::map<std::string, int> first_seen_;  // folded text → line
};

}  // namespace

const std::vector<std::string>& chat_intents() {
  static const std::vector<std::string> names{"greeting", "price",     "size",     "stock",
                                              "shipping", "cod",       "material", "licence",
                                              "bargain",  "off_topic", "rude",     "praise"};
  return names;
}

const std::vector<std::string>& audience_levels() {
  static const std::vector<std::string> names{"calm", "busy", "difficult"};
  return names;
}

tl::expected<LoadedAudienceLines, Fault> load_audience_lines(const fs::path& file) {
  if (const auto source = platform::read_file(file)) {
    if (const int line = line_with_bad_bytes(*source); line > 0) {
      return tl::unexpected(Fault{file, line, Message(GLADI_TEXT("this line is not written in UTF-8"))});
    }
  }
  auto reader = TomlReader::read(file);
  if (!reader) return tl::unexpected(Fault{file, reader.error().line, reader.error().error.message});
  LoadedAudienceLines loaded;
  loaded.lines = LinesReader(*reader).read();
  loaded.faults = reader->faults_by_line();
  return loaded;
}

fs::path find_audience_lines(const std::vector<fs::path>& folders, Language language) {
  const fs::path name = fs::path("audience") / (language == Language::kEnglish ? "en.toml" : "id.toml");
  std::error_code ignored;
  for (const fs::path& folder : folders) {
    if (fs::is_regular_file(folder / name, ignored)) return folder / name;
  }
  return folders.empty() ? name : folders.back() / name;
}

}  // namespace gladi
