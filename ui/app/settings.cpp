#include "ui/app/settings.h"

#include <toml++/toml.h>
#include <algorithm>
#include <sstream>

#include "encoder/base/platform.h"
#include "encoder/file/quality.h"
#include "encoder/program/canvas.h"
#include "studio/audience/audience_lines.h"
#include "studio/overlay/feed_overlays.h"
#include "studio/overlay/feed_part_choices.h"
#include "studio/rehearsal/script_roll.h"
#include "ui/text/translator.h"
#include "ui/theme/theme.h"

namespace gladi {
namespace {

namespace fs = std::filesystem;

Settings settings_of(const toml::table& table) {
  Settings out;
  const auto text = [&table](const char* key, const std::string& otherwise) {
    return table[key].value<std::string>().value_or(otherwise);
  };
  out.language = parse_language(text("language", ""), language_of_environment());
  const double scale = table["ui_scale"].value<double>().value_or(0.0);
  if (scale > 0) out.ui_scale = std::clamp(static_cast<float>(scale), kSmallestUiScale, kLargestUiScale);
  out.camera = text("camera", "");
  out.microphone = text("microphone", "");
  out.canvas = text("canvas", out.canvas);
  if (!parse_canvas(out.canvas)) out.canvas = Settings{}.canvas;
  out.quality = text("quality", out.quality);
  if (!parse_quality(out.quality)) out.quality = Settings{}.quality;
  out.layout = text("layout", out.layout);
  const auto& layouts = FeedOverlays::layout_names();
  if (std::find(layouts.begin(), layouts.end(), out.layout) == layouts.end()) out.layout = Settings{}.layout;
  for (const FeedPartChoice& choice : feed_part_choices()) {
    out.feed_parts.*choice.part = table["overlays"][choice.name].value<bool>().value_or(true);
  }
  out.audience = text("audience", out.audience);
  const auto& levels = audience_levels();
  if (out.audience != "off" && std::find(levels.begin(), levels.end(), out.audience) == levels.end()) {
    out.audience = Settings{}.audience;
  }
  out.follow_rundown = table["follow_rundown"].value<bool>().value_or(out.follow_rundown);
  out.cues = table["cues"].value<bool>().value_or(out.cues);
  const auto number = [&table](const char* key, int least, int most, int otherwise) {
    const int64_t value = table[key].value<int64_t>().value_or(otherwise);
    return value < least || value > most ? otherwise : static_cast<int>(value);
  };
  out.prompter_size = number("prompter_size", 0, 5, out.prompter_size);
  out.prompter_speed =
      number("prompter_speed", ScriptRoll::kSlowest, ScriptRoll::kFastest, out.prompter_speed);
  if (const toml::array* words = table["quick_words"].as_array()) {
    for (size_t i = 0; i < std::min(words->size(), QuickWords::kCount); ++i)
      out.quick_words.own[i] = as_quick_word((*words)[i].value_or(std::string()));
  }
  out.review_volume = number("review_volume", 0, 100, out.review_volume);
  out.review_muted = table["review_muted"].value<bool>().value_or(out.review_muted);
  out.review_measures = table["review_measures"].value<bool>().value_or(out.review_measures);
  out.review_speed = number("review_speed", 25, 200, out.review_speed);
  out.projector = text("projector", "");
  out.library = text("library", "");
  out.last_person = text("last_person", "");
  out.last_catalogue = text("last_catalogue", "");
  out.last_group = text("last_group", "");
  out.ring_light.tone = parse_tone(text("ring_light", ""));
  out.ring_light.brightness =
      number("ring_light_brightness", RingLight::kDimmest, RingLight::kBrightest, out.ring_light.brightness);
  out.tour_seen = table["tour_seen"].value<bool>().value_or(out.tour_seen);
  return out;
}

// toml++ throws; exceptions stop here.
Result<toml::table> parse(const fs::path& file, const std::string& bytes) {
  try {
    return toml::parse(bytes);
  } catch (const toml::parse_error& error) {
    std::ostringstream where;
    where << error.description() << " at " << error.source().begin;
    return fail(
        ErrorKind::kDamaged,
        Message(GLADI_TEXT("Your settings could not be read and start afresh; the old file is kept as {0}."),
                {file.filename().string() + ".damaged"}),
        where.str());
  }
}

}  // namespace

LoadedSettings load_settings(const fs::path& file) {
  Settings fresh;
  fresh.language = language_of_environment();
  std::error_code ignored;
  if (!fs::exists(file, ignored)) {
    fresh.tour_seen = false;
    return {fresh, {}};
  }
  Result<std::string> bytes = platform::read_file(file);
  if (!bytes) return {fresh, bytes.error()};
  Result<toml::table> table = parse(file, *bytes);
  if (!table) {
    fs::path kept = file;
    kept += ".damaged";
    fs::rename(file, kept, ignored);
    return {fresh, table.error()};
  }
  return {settings_of(*table), {}};
}

Status save_settings(const fs::path& file, const Settings& settings) {
  toml::table table;
  if (Result<std::string> bytes = platform::read_file(file)) {
    if (Result<toml::table> old = parse(file, *bytes)) table = *old;
  }
  table.insert_or_assign("language", language_code(settings.language));
  table.insert_or_assign("ui_scale", static_cast<double>(settings.ui_scale));
  table.insert_or_assign("camera", settings.camera);
  table.insert_or_assign("microphone", settings.microphone);
  table.insert_or_assign("canvas", settings.canvas);
  table.insert_or_assign("quality", settings.quality);
  table.insert_or_assign("layout", settings.layout);
  if (!table["overlays"].is_table()) table.insert_or_assign("overlays", toml::table());
  for (const FeedPartChoice& choice : feed_part_choices()) {
    table["overlays"].as_table()->insert_or_assign(choice.name, settings.feed_parts.*choice.part);
  }
  table.insert_or_assign("audience", settings.audience);
  table.insert_or_assign("follow_rundown", settings.follow_rundown);
  table.insert_or_assign("cues", settings.cues);
  table.insert_or_assign("prompter_size", settings.prompter_size);
  table.insert_or_assign("prompter_speed", settings.prompter_speed);
  toml::array words;
  for (const std::string& word : settings.quick_words.own) words.push_back(word);
  table.insert_or_assign("quick_words", words);
  table.insert_or_assign("review_volume", settings.review_volume);
  table.insert_or_assign("review_muted", settings.review_muted);
  table.insert_or_assign("review_measures", settings.review_measures);
  table.insert_or_assign("review_speed", settings.review_speed);
  table.insert_or_assign("projector", settings.projector);
  table.insert_or_assign("library", settings.library.string());
  table.insert_or_assign("last_person", settings.last_person);
  table.insert_or_assign("last_catalogue", settings.last_catalogue);
  table.insert_or_assign("last_group", settings.last_group);
  table.insert_or_assign("ring_light", name_of(settings.ring_light.tone));
  table.insert_or_assign("ring_light_brightness", settings.ring_light.brightness);
  table.insert_or_assign("tour_seen", settings.tour_seen);
  std::ostringstream out;
  out << table << '\n';
  if (Status made = platform::create_private_folder(file.parent_path()); !made) return made;
  return platform::write_file_atomically(file, out.str());
}

}  // namespace gladi
