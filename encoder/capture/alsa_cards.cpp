#include "encoder/capture/alsa_cards.h"

#include <fmt/format.h>

#include <cstdio>
#include <map>
#include <optional>
#include <sstream>
#include <string_view>

#include "encoder/base/platform.h"

namespace gladi {
namespace {

std::string trimmed(std::string_view text) {
  const size_t begin = text.find_first_not_of(" \t");
  if (begin == std::string_view::npos) return {};
  return std::string(text.substr(begin, text.find_last_not_of(" \t") - begin + 1));
}

// What PortAudio leaves of a device's name: not the words at its beginning that the card's name has too ("USB
// Audio" of a card "USB PnP Sound Device" is "Audio"), and "-" where nothing is left.
std::string without_words_of(const std::string& card, const std::string& name) {
  std::istringstream card_words(card), name_words(name);
  std::string left, word;
  if (!(name_words >> left)) return "-";
  while (card_words >> word) {
    if (word == left && !(name_words >> left)) return "-";
  }
  if (left == "-" || left == ":") left.clear();
  for (std::string rest; name_words >> rest;) left += left.empty() ? rest : " " + rest;
  return left.empty() ? "-" : left;
}

struct Place {
  std::string card_name, card, device;
};

// "Loopback: PCM (hw:0,1)"
std::optional<Place> place_of(const std::string& name) {
  constexpr std::string_view kPlace = " (hw:";
  const size_t colon = name.find(": "), place = name.rfind(kPlace);
  if (colon == std::string::npos || place == std::string::npos) return std::nullopt;
  const size_t card = place + kPlace.size(), comma = name.find(',', card), end = name.find(')', card);
  if (comma == std::string::npos || end == std::string::npos || comma > end) return std::nullopt;
  return Place{name.substr(0, colon), name.substr(card, comma - card),
               name.substr(comma + 1, end - comma - 1)};
}

}  // namespace

bool same_alsa_device(const std::string& a, const std::string& b, bool same_place) {
  const auto one = place_of(a), other = place_of(b);
  return one && other && one->card_name == other->card_name && one->device == other->device &&
         (!same_place || one->card == other->card);
}

std::vector<std::string> parse_alsa_captures(const std::string& cards, const std::string& pcms) {
  // " 1 [Device         ]: USB-Audio - USB PnP Sound Device", then a line with the long name.
  std::map<int, std::string> card_names;
  std::istringstream card_lines(cards);
  for (std::string line; std::getline(card_lines, line);) {
    int number = 0;
    const size_t bracket = line.find("]: "), dash = line.find(" - ");
    if (bracket == std::string::npos || dash == std::string::npos) continue;
    if (std::sscanf(line.c_str(), "%d [", &number) == 1) card_names[number] = trimmed(line.substr(dash + 3));
  }
  // "01-00: USB Audio : USB Audio : playback 1 : capture 1"
  std::vector<std::string> names;
  std::istringstream pcm_lines(pcms);
  for (std::string line; std::getline(pcm_lines, line);) {
    int card = 0, device = 0;
    if (line.find(": capture") == std::string::npos) continue;
    if (std::sscanf(line.c_str(), "%d-%d:", &card, &device) != 2) continue;
    const size_t id = line.find(": "), name = line.find(" : ", id + 2), end = line.find(" : ", name + 3);
    if (name == std::string::npos || end == std::string::npos) continue;
    const std::string device_name = trimmed(line.substr(name + 3, end - name - 3));
    names.push_back(fmt::format("{}: {} (hw:{},{})", card_names[card],
                                without_words_of(card_names[card], device_name), card, device));
  }
  return names;
}

std::vector<std::string> alsa_captures() {
  const auto cards = platform::read_file("/proc/asound/cards");
  const auto pcms = platform::read_file("/proc/asound/pcm");
  return cards && pcms ? parse_alsa_captures(*cards, *pcms) : std::vector<std::string>{};
}

}  // namespace gladi
