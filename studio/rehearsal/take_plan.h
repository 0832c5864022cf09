// What a take is made of, as it was chosen before the red button. Plain values.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "encoder/file/encoder_settings.h"
#include "studio/audience/audience_lines.h"
#include "studio/catalogue/catalogue.h"
#include "studio/catalogue/rundown.h"
#include "studio/overlay/feed_content.h"
#include "studio/people/person.h"
#include "studio/rehearsal/disk_watch.h"
#include "studio/rehearsal/script_roll.h"

namespace gladi {

struct TakePlan {
  Person person;
  Catalogue catalogue;
  Rundown rundown;
  std::string layout = "camera-full";
  std::string audience = "off";  // or "calm", "busy", "difficult"
  int64_t seed = 0;
  std::shared_ptr<const AudienceLines> audience_lines;  // null: they watch in silence
  MediaTime flash_sale_length = MediaTime::from_ms(60'000);
  bool follow_rundown = false;  // each segment gives way to the next when its planned time is over
  bool cues = false;            // a short line that coaches, at most one in 20 s
  int words_a_minute = ScriptRoll::kUsual;  // of a text that rolls over the prompter
  FeedParts feed_parts;
  Language language = Language::kIndonesian;  // of product names on the feed
  // Turns the few words on the feed ("Stock 12") into that language; English without one.
  std::function<std::string(const Message&)> translate;
  std::optional<EncoderSettings> encoder;  // what the canvas asks for by default
  // How much later sound is stamped than the picture of the same moment, as a clap has shown for these
  // devices (SyncMemory): the take is put right by it.
  MediaTime device_offset;
  DiskRules disk;
  VideoEncoderFactory video_encoder;  // empty: the real one; tests put faults before it
};

}  // namespace gladi
