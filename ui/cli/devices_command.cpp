#include "ui/cli/devices_command.h"

#include <nlohmann/json.hpp>

#include "encoder/capture/device_list.h"

namespace gladi {
namespace {

using Json = nlohmann::ordered_json;

Json to_json(const CameraDevice& camera) {
  Json modes = Json::array();
  for (const PictureMode& mode : camera.modes) {
    modes.push_back({{"width_px", mode.width_px},
                     {"height_px", mode.height_px},
                     {"fps", mode.fps},
                     {"format", mode.format}});
  }
  return {{"spec", camera.spec}, {"name", camera.name}, {"stable_id", camera.stable_id}, {"modes", modes}};
}

Json to_json(const MicrophoneDevice& microphone) {
  return {{"spec", microphone.spec},
          {"name", microphone.name},
          {"sample_rates_hz", microphone.sample_rates_hz},
          {"channels", microphone.channels},
          {"is_default", microphone.is_default}};
}

std::string rates_text(const std::vector<int>& rates_hz) {
  std::string text;
  for (const int rate_hz : rates_hz) text += (text.empty() ? "" : ", ") + std::to_string(rate_hz);
  return text.empty() ? "-" : text + " Hz";
}

}  // namespace

void DevicesCommand::declare(OptionList& options) {
  options.flag("--json", json_, GLADI_TEXT("Answer with one JSON object"));
}

int DevicesCommand::run(Console& console) {
  const std::vector<CameraDevice> cameras = list_cameras();
  const std::vector<MicrophoneDevice> microphones = list_microphones();
  if (json_) {
    Json answer = {{"cameras", Json::array()}, {"microphones", Json::array()}};
    for (const CameraDevice& camera : cameras) answer["cameras"].push_back(to_json(camera));
    for (const MicrophoneDevice& microphone : microphones)
      answer["microphones"].push_back(to_json(microphone));
    console.result(answer);
    return ExitCode::kDone;
  }
  if (cameras.empty()) console.say(Message(GLADI_TEXT("No camera was found.")));
  for (const CameraDevice& camera : cameras) {
    console.result(camera.spec + "  " + camera.name);
    for (const PictureMode& mode : camera.modes) console.result("    " + mode.text());
  }
  if (microphones.empty()) console.say(Message(GLADI_TEXT("No microphone was found.")));
  for (const MicrophoneDevice& microphone : microphones) {
    const std::string mark = microphone.is_default ? " *" : "";
    console.result(microphone.spec + mark);
    console.result("    " + rates_text(microphone.sample_rates_hz));
  }
  return ExitCode::kDone;
}

}  // namespace gladi
