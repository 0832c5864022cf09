#include "studio/base/json_file.h"

#include <limits>
#include <unordered_map>

#include "encoder/base/platform.h"

namespace gladi::json_file {
namespace {
namespace fs = std::filesystem;

constexpr uintmax_t kMaxBytes = 32 << 20;
constexpr int kMaxDepth = 64;  // Gladi's own files have six levels

std::string identity_of(const Json& element) {
  for (const char* key : {"id", "file"}) {
    if (std::string name = element.is_object() ? text_of(element, key) : ""; !name.empty()) return name;
  }
  return {};
}

void overlay(Json& existing, const Json& known);

// Looked at before parsing: asking the parser at each value takes it three times as long.
bool nested_too_deeply(const std::string& text) {
  int depth = 0;
  bool in_text = false;
  for (size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (in_text) {
      if (c == '\\') ++i;
      if (c == '"') in_text = false;
    } else if (c == '"') {
      in_text = true;
    } else if (c == '{' || c == '[') {
      if (++depth > kMaxDepth) return true;
    } else if (c == '}' || c == ']') {
      --depth;
    }
  }
  return false;
}

// Elements belong together by their "id" or "file"; where they have none, by their place in lists of equal
// length. Elements of `existing` are moved.
Json overlaid_list(Json& existing, const Json& known) {
  std::unordered_map<std::string, Json::iterator> by_identity;  // the first of each: 5,000 products
  for (auto element = existing.begin(); element != existing.end(); ++element)
    by_identity.emplace(identity_of(*element), element);
  Json list = Json::array();
  for (size_t i = 0; i < known.size(); ++i) {
    const std::string identity = identity_of(known[i]);
    auto match = existing.end();
    if (!identity.empty()) {
      if (const auto same = by_identity.find(identity); same != by_identity.end()) {
        match = same->second;
        by_identity.erase(same);
      }
    } else if (existing.size() == known.size()) {
      match = existing.begin() + static_cast<std::ptrdiff_t>(i);
    }
    Json element = match == existing.end() ? Json() : std::move(*match);
    overlay(element, known[i]);
    list.push_back(std::move(element));
  }
  return list;
}

void overlay(Json& existing, const Json& known) {
  if (existing.is_object() && known.is_object()) {
    for (const auto& [key, value] : known.items()) overlay(existing[key], value);
  } else if (existing.is_array() && known.is_array()) {
    existing = overlaid_list(existing, known);
  } else {
    existing = known;
  }
}

const Json* find(const Json& object, const char* key) {
  if (!object.is_object()) return nullptr;
  const auto it = object.find(key);
  return it == object.end() ? nullptr : &*it;
}

}  // namespace

std::optional<Json> parse(const std::string& text, std::string* reason) {
  if (nested_too_deeply(text)) {
    if (reason != nullptr) *reason = "nested too deeply";
    return std::nullopt;
  }
  try {
    return Json::parse(text);
  } catch (const Json::exception& failure) {
    if (reason != nullptr) *reason = failure.what();
  }
  return std::nullopt;
}

std::string to_line(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Result<Json> read(const fs::path& file) {
  std::error_code error;
  if (const auto size = fs::file_size(file, error); !error && size > kMaxBytes)
    return tl::unexpected(damaged(file, "too large"));
  auto text = platform::read_file(file);
  if (!text) return fail(std::move(text));
  std::string reason;
  auto json = parse(*text, &reason);
  if (!json) return tl::unexpected(damaged(file, reason));
  if (!json->is_object()) return tl::unexpected(damaged(file, "no JSON object"));
  if (int_of(*json, "schema_version") < 1) return tl::unexpected(damaged(file, "no schema_version"));
  return std::move(*json);
}

Status update(const fs::path& file, const Json& known) {
  auto existing = read(file);
  if (!existing && existing.error().kind != ErrorKind::kNotFound) return fail(std::move(existing));
  Json merged = existing ? std::move(*existing) : Json::object();
  if (int_of(merged, "schema_version") > int_of(known, "schema_version")) return tl::unexpected(newer(file));
  overlay(merged, known);
  return platform::write_file_atomically(file,
                                         merged.dump(2, ' ', false, Json::error_handler_t::replace) + "\n");
}

Error newer(const fs::path& file) {
  return {ErrorKind::kNewer,
          Message(GLADI_TEXT("{0} was written by a newer Gladi: it can be read here, but not changed."),
                  {file.string()}),
          {}};
}

Error damaged(const fs::path& file, std::string reason) {
  return {ErrorKind::kDamaged, Message(GLADI_TEXT("{0} is damaged. It was left as it is."), {file.string()}),
          std::move(reason)};
}

std::optional<double> number_of(const Json& object, const char* key) {
  const Json* value = find(object, key);
  return value && value->is_number() ? std::optional(value->get<double>()) : std::nullopt;
}

int64_t int_of(const Json& object, const char* key, int64_t fallback) {
  const Json* value = find(object, key);
  if (value == nullptr || !value->is_number_integer()) return fallback;
  const bool fits = !value->is_number_unsigned() ||
                    value->get<uint64_t>() <= static_cast<uint64_t>(std::numeric_limits<int64_t>::max());
  return fits ? value->get<int64_t>() : fallback;
}

bool bool_of(const Json& object, const char* key, bool fallback) {
  const Json* value = find(object, key);
  return value != nullptr && value->is_boolean() ? value->get<bool>() : fallback;
}

std::string text_of(const Json& object, const char* key, const char* fallback) {
  const Json* value = find(object, key);
  return value != nullptr && value->is_string() ? value->get<std::string>() : fallback;
}

MediaTime time_of(const Json& object, const char* key) {
  return {int_of(object, key)};
}

MediaTime length_of(const Json& object, const char* key) {
  constexpr MediaTime kYear = MediaTime::from_ms(int64_t{365} * 24 * 3'600'000);
  const MediaTime length = time_of(object, key);
  return length < MediaTime{} || length > kYear ? MediaTime{} : length;
}

std::optional<WallTime> wall_time_of(const Json& object, const char* key) {
  return parse_iso8601(text_of(object, key));
}

std::vector<std::string> texts_of(const Json& object, const char* key) {
  std::vector<std::string> texts;
  for (const Json& value : list_of(object, key)) {
    if (value.is_string()) texts.push_back(value.get<std::string>());
  }
  return texts;
}

LocalText local_text_of(const Json& object, const char* key) {
  const Json& text = child_of(object, key);
  return {text_of(text, "indonesian"), text_of(text, "english")};
}

const Json& child_of(const Json& object, const char* key) {
  static const Json kEmpty = Json::object();
  const Json* value = find(object, key);
  return value != nullptr && value->is_object() ? *value : kEmpty;
}

const Json& list_of(const Json& object, const char* key) {
  static const Json kEmpty = Json::array();
  const Json* value = find(object, key);
  return value != nullptr && value->is_array() ? *value : kEmpty;
}

Json to_json(const LocalText& text) {
  return {{"indonesian", text.indonesian}, {"english", text.english}};
}

Json to_json(const std::optional<WallTime>& time) {
  return time ? Json(to_iso8601(*time)) : Json();
}

}  // namespace gladi::json_file
