// Which sound cards can record, as the kernel tells at any moment: PortAudio's list stands still while a
// stream runs.
#pragma once

#include <string>
#include <vector>

namespace gladi {

// Names as PortAudio gives them: "USB Audio: Mic (hw:1,0)". From the texts of /proc/asound/cards and
// /proc/asound/pcm.
std::vector<std::string> parse_alsa_captures(const std::string& cards, const std::string& pcms);

// Two names for one thing: PortAudio shortens the middle part. Compares the card's name and the device's
// number, and with `same_place` the card's number too, which changes with the order of plugging in. False
// unless both name a card's device.
bool same_alsa_device(const std::string& a, const std::string& b, bool same_place);

// Of this computer; empty where there is no sound card.
std::vector<std::string> alsa_captures();

}  // namespace gladi
