// JSON files that other versions of Gladi may have written: read carefully, written whole, unknown fields
// kept. For studio's .cpp files only.
#pragma once

#include <cstdint>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

#include "encoder/base/error.h"
#include "encoder/base/media_time.h"
#include "studio/text/format.h"
#include "studio/text/language.h"

namespace gladi::json_file {

using Json = nlohmann::json;

// An object with a whole "schema_version" of 1 or more. kNotFound, kIo, or kDamaged: then the file is left
// alone.
Result<Json> read(const std::filesystem::path& file);

// Text that is no JSON, or nested so deeply that nobody means well: nullopt. Never throws.
std::optional<Json> parse(const std::string& text, std::string* reason = nullptr);
// One line. Bytes that are no UTF-8 become U+FFFD. Never throws.
std::string to_line(const Json& json);

// Writes `known`, which has "schema_version", atomically over `file`. Fields of an existing file that `known`
// doesn't have stay, in its parts too. kDamaged or kNewer, and nothing written, when the existing file is not
// this version's.
Status update(const std::filesystem::path& file, const Json& known);

// The error for a file of a newer version that was to be changed.
Error newer(const std::filesystem::path& file);
Error damaged(const std::filesystem::path& file, std::string reason);

// Fields that are missing or of the wrong kind give the fallback.
int64_t int_of(const Json& object, const char* key, int64_t fallback = 0);
std::optional<double> number_of(const Json& object, const char* key);  // nothing when there is none
bool bool_of(const Json& object, const char* key, bool fallback = false);
std::string text_of(const Json& object, const char* key, const char* fallback = "");
MediaTime time_of(const Json& object, const char* key);  // integer nanoseconds
// How long something lasts: 0 for what is no length, before zero or longer than a year (sums of them
// overflow).
MediaTime length_of(const Json& object, const char* key);
std::optional<WallTime> wall_time_of(const Json& object, const char* key);
std::vector<std::string> texts_of(const Json& object, const char* key);  // what is no text is left out
LocalText local_text_of(const Json& object, const char* key);
const Json& child_of(const Json& object, const char* key);  // an empty object when there is none
const Json& list_of(const Json& object, const char* key);   // an empty list when there is none

Json to_json(const LocalText& text);
Json to_json(const std::optional<WallTime>& time);  // null for none

}  // namespace gladi::json_file
