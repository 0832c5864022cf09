// Which sound cards can record, as the kernel tells at any moment: PortAudio's list stands still while a
// stream runs.
#pragma once

#include <string>
#include <vector>

namespace gladi {

// Names as PortAudio gives them: "USB Audio: Mic (hw:1,0)". From the texts of /proc/asound/cards and
// /proc/asound/pcm.
std::vector<std::string> parse_alsa_captures(const std::string& cards, const std::string& pcms);

// Of this computer; empty where there is no sound card.
std::vector<std::string> alsa_captures();

}  // namespace gladi
