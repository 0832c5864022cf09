// What a person has chosen, kept between starts: settings.toml in config_folder().
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "encoder/base/error.h"
#include "studio/overlay/feed_content.h"
#include "studio/review/quick_words.h"
#include "studio/text/language.h"
#include "ui/theme/ring_light.h"

namespace gladi {

// Plain values. Texts are as the command line takes them and are parsed where they are used.
struct Settings {
  Language language = Language::kIndonesian;
  float ui_scale = 0;  // 0: as fits the display
  std::string camera;  // empty: the first camera
  std::string microphone;
  std::string canvas = "720x1280@30";
  std::string quality = "normal";  // "small", "normal", "best"
  std::string layout = "camera-full";
  FeedParts feed_parts;           // what lies over the picture
  std::string audience = "calm";  // "off", "calm", "busy", "difficult"
  bool follow_rundown = false;    // parts give way by themselves when their time is over
  bool cues = false;              // short lines that coach during a take
  int prompter_size = 0;          // 1 to 5; 0: as fits
  int prompter_speed = 110;       // words a minute of a text that rolls
  QuickWords quick_words;         // comments on the number keys
  int review_volume = 100;        // percent, of recordings that are watched
  bool review_muted = false;
  bool review_measures = true;    // what was measured is shown under the timeline
  int review_speed = 100;         // percent, 25 to 200
  std::string projector;          // the display's name; empty: the first other one
  std::filesystem::path library;  // empty: default_library_folder()
  std::string last_person;        // UUID
  std::string last_catalogue;     // slug
  std::string last_group;         // UUID of the class; empty: everybody
  RingLight ring_light;           // the screen's free area as a lamp
  bool tour_seen = true;          // false only on the very first start

  friend bool operator==(const Settings&, const Settings&) = default;
};

struct LoadedSettings {
  Settings settings;
  std::optional<Error> problem;  // to be told; the settings are usable all the same
};

// A file that isn't there gives the defaults. One that can't be understood is kept as settings.toml.damaged,
// told, and replaced by the defaults. A single value of the wrong kind or outside its range takes its
// default.
LoadedSettings load_settings(const std::filesystem::path& file);

// Atomic; keys that this version doesn't know are kept.
Status save_settings(const std::filesystem::path& file, const Settings& settings);

}  // namespace gladi
