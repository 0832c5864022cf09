// The studio screen's data: what it shows while a person rehearses, and what it asks for.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "studio/library/other_places.h"
#include "studio/rehearsal/rehearsal.h"
#include "studio/review/quick_words.h"
#include "ui/theme/ring_light.h"
#include "ui/widgets/texture_ref.h"

namespace gladi {

// Filled by the StudioController; const for whoever draws.
struct StudioModel {
  enum class Phase {
    kPreparing,  // camera or files are being opened
    kCountdown,  // 3-2-1
    kRecording,
    kStopping,  // the last frames go into the file
  };
  Phase phase = Phase::kPreparing;
  int countdown = 3;
  const TakePlan* plan = nullptr;  // never null while drawn
  RehearsalState state;
  TextureRef preview;
  Canvas canvas;
  bool demo_camera = false;
  std::string microphone_name;
  // What could be used instead while something is wrong with the microphone; empty name: nothing.
  std::string other_microphone_spec, other_microphone_name;
  int prompter_size = 0;  // 1 to 5; 0: as fits
  bool projector_on = false;
  RingLight ring_light;
  FeedParts feed_parts;            // what lies over the picture
  bool choosing_overlays = false;  // their switches are open
  bool marker_just_set = false;    // shown for a moment
  QuickWords words;                // on Shift and the function keys, for who watches
  int live_comments = 0;           // made with them in this take
  std::string just_said;           // the last one of them, for a moment
  bool choosing_folder = false;    // the sheet with `places` is open
  std::vector<Place> places;       // other disks, the best one first
};

namespace studio {
struct Stop {};    // while recording: stops and keeps
struct Cancel {};  // before recording: back home
struct NextSegment {};
struct PreviousSegment {};
struct GoToSegment {
  int index = 0;
};
struct ShowProduct {
  int number = 1;
};
struct SetMarker {};
struct LiveWord {  // who watches comments on this moment
  int number = 1;  // of the word
};
struct NextLayout {};
struct ToggleOverlays {};  // the switches come and go
struct UseFeedParts {
  FeedParts parts;
};
struct ChooseFolder {
  bool open = true;  // else the sheet is closed again
};
struct GoOnIn {
  std::filesystem::path library;
};
struct UseMicrophone {
  std::string spec;
};
// Of a chat line; 0: the question that waits longest, for Mute the newest rude line.
struct Answer {
  int64_t chat = 0;
};
struct Pin {
  int64_t chat = 0;
};
struct Mute {
  int64_t chat = 0;
};
struct FlashSale {};
struct ToggleProjector {};
struct SetRingLight {
  RingLight light;
};
struct Prompt {  // key points and text to be read
  PrompterAct act;
};
struct PrompterSize {
  int size = 0;  // as in the model
};
}  // namespace studio

using StudioIntent =
    std::variant<studio::Stop, studio::Cancel, studio::NextSegment, studio::PreviousSegment,
                 studio::GoToSegment, studio::ShowProduct, studio::SetMarker, studio::NextLayout,
                 studio::ChooseFolder, studio::GoOnIn, studio::UseMicrophone, studio::Answer, studio::Pin,
                 studio::Mute, studio::FlashSale, studio::Prompt, studio::PrompterSize,
                 studio::ToggleProjector, studio::SetRingLight, studio::ToggleOverlays, studio::UseFeedParts,
                 studio::LiveWord>;

// What a segment is called on the screen.
std::string segment_title(const TakePlan& plan, const Segment& segment, Language language);

}  // namespace gladi
