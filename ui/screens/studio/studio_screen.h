// Draws the studio while rehearsing: the program feed as recorded, what to mention, the time left, and the
// truth about the recording.
#pragma once

#include <optional>

#include "ui/screens/studio/studio_model.h"
#include "ui/widgets/ui.h"

namespace gladi {

// Touches nothing but the registry. Names: studio.stop, studio.previous, studio.next, studio.marker,
// studio.layout, studio.light, studio.dimmer, studio.brighter, studio.segment.<index>, studio.alarm.camera,
// studio.alarm.microphone, studio.other_microphone; the note studio.phase says preparing, countdown,
// recording or stopping. studio.projector. When the disk wants attention: the note studio.disk says low or
// stopped, studio.go_on, studio.folder; in its sheet studio.folder.<index>, studio.folder.cancel.
// studio.overlays opens the switches: studio.show.<name>, studio.overlays.close.
// studio.flash_sale, studio.chat.answer.<number>, studio.chat.pin.<number>, studio.chat.mute.<number>; the
// notes studio.waiting (questions), studio.viewers and studio.cue. The prompter: studio.point.<index>,
// studio.prompter.larger, studio.prompter.smaller, studio.script.show, .roll, .slower, .faster; the notes
// studio.said, studio.next_point, studio.script (off, rolling, still), studio.script.percent and .speed.
std::optional<StudioIntent> draw_studio(Ui& ui, const StudioModel& model);

// Parts of it, in files of their own.
// What is wrong with camera and microphone, in bands taken off the top of `content`; nothing where all is
// well.
std::optional<StudioIntent> draw_alarms(Ui& ui, Box& content, const StudioModel& model);
std::optional<StudioIntent> draw_rundown(Ui& ui, const Box& box, const StudioModel& model);
// In the rundown's place while an audience watches; the bars below the time left then jump to segments.
std::optional<StudioIntent> draw_audience(Ui& ui, const Box& box, const StudioModel& model);
// In the place of both, while open: a switch for each overlay, with a number as its key.
std::optional<StudioIntent> draw_overlay_switches(Ui& ui, const Box& box, const StudioModel& model);
std::optional<StudioIntent> overlay_keys(const StudioModel& model);
bool has_audience(const StudioModel& model);
// The words that who watches can say with a key, in the buttons' place while Shift is held: then true.
bool draw_live_words(Ui& ui, const Box& box, const StudioModel& model);
// The last one of them, for a moment, on the picture that the window shows; it isn't recorded.
void draw_just_said(Ui& ui, const Box& feed, const StudioModel& model);
void draw_cue(Ui& ui, const Box& box, const Cue& cue);
std::optional<StudioIntent> draw_prompter(Ui& ui, const Box& box, const StudioModel& model);
std::optional<StudioIntent> prompter_keys(const PrompterState& state);
// "Product 2 of 5", or the part's title.
std::string what_runs(const Translator& translator, const StudioModel& model, const Segment& segment);
float time_left_height(float width);
std::optional<StudioIntent> draw_time_left(Ui& ui, const Box& box, const StudioModel& model);
// The band below the header; nothing is cut from `content` while all is well.
std::optional<StudioIntent> draw_disk_band(Ui& ui, Box& content, const StudioModel& model);
std::optional<StudioIntent> draw_folder_sheet(Ui& ui, const StudioModel& model);

// A band at the top of `content`, which it makes smaller; nothing unless the computer can't keep up or an
// encoder failed.
void draw_load_band(Ui& ui, Box& content, const StudioModel& model);

}  // namespace gladi
