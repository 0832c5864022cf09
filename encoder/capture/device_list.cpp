#include "encoder/capture/device_list.h"

#include <algorithm>
#include <filesystem>

#include "encoder/base/platform.h"
#include "encoder/capture/alsa_cards.h"
#include "encoder/capture/portaudio_microphone.h"
#include "encoder/capture/pulse_server.h"
#include "encoder/capture/v4l2_devices.h"
#include "encoder/sound/sound_block.h"

namespace gladi {
namespace {

std::vector<MicrophoneDevice> server_microphones() {
  std::vector<MicrophoneDevice> microphones;
  auto server = PulseServer::connect();
  if (!server) return microphones;
  for (const PulseSource& source : (*server)->sources()) {
    // What a loudspeaker plays is no microphone, unless somebody has made it the default.
    if (source.is_monitor && !source.is_default) continue;
    microphones.push_back({"portaudio:pulse:" + source.name,
                           source.description,
                           {44'100, 48'000},  // the server brings every rate to these
                           std::min(source.channels, SoundBlock::kMaxChannels),
                           source.is_default});
  }
  return microphones;
}

// PortAudio's list may be older than the cards: what has gone is left out, what is new is put in.
std::vector<MicrophoneDevice> card_microphones() {
  std::vector<MicrophoneDevice> microphones = list_portaudio_microphones();
  const std::vector<std::string> cards = alsa_captures();
  const auto is_card = [](const MicrophoneDevice& device) {
    return device.name.find("(hw:") != std::string::npos;
  };
  std::erase_if(microphones, [&](const MicrophoneDevice& device) {
    return is_card(device) && std::none_of(cards.begin(), cards.end(), [&device](const std::string& card) {
             return same_alsa_device(card, device.name, true);
           });
  });
  for (const std::string& card : cards) {
    const bool known = std::any_of(
        microphones.begin(), microphones.end(),
        [&card](const MicrophoneDevice& device) { return same_alsa_device(card, device.name, true); });
    if (!known) microphones.push_back({"portaudio:" + card, card, {}, 1, false});
  }
  return microphones;
}

}  // namespace

std::vector<CameraDevice> list_cameras() {
  return list_v4l2_cameras();
}

std::vector<MicrophoneDevice> list_microphones() {
  auto microphones = server_microphones();
  return microphones.empty() ? card_microphones() : microphones;
}

std::string plugged_in() {
  std::vector<std::string> parts = alsa_captures();
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator("/dev", error)) {
    std::string name = entry.path().filename().string();
    if (name.starts_with("video")) parts.push_back(std::move(name));
  }
  std::sort(parts.begin(), parts.end());
  std::string all;
  for (const std::string& part : parts) all += part + "\n";
  return all;
}

}  // namespace gladi
