#include "encoder/file/encoder_choice.h"

#include <algorithm>

namespace gladi {
namespace {

bool fits(const EncoderProbe& probe) {
  return probe.usable() && probe.budget_share <= kMostBudgetShare;
}

}  // namespace

std::optional<EncoderChoice> choose_encoder(const EncoderSettings& settings, const EncoderProber& probe) {
  EncoderChoice choice;
  bool cancelled = false;
  const auto try_one = [&](std::vector<EncoderProbe>& list, const EncoderSettings& wanted) {
    list.push_back(probe(wanted));
    const std::optional<Error>& problem = list.back().problem;
    cancelled = problem && problem->kind == ErrorKind::kCancelled;
    return fits(list.back()) && !cancelled;
  };
  const auto try_preset = [&](const std::string& preset) {
    EncoderSettings wanted = settings;
    wanted.video_encoder = "libx264";
    wanted.preset = preset;
    return try_one(choice.presets, wanted);
  };

  const std::vector<std::string>& presets = x264_presets();
  const std::string usual = EncoderSettings().preset;
  auto preset = std::find(presets.begin(), presets.end(), usual);
  const bool usual_fits = try_preset(usual);
  if (usual_fits) {
    choice.chosen = choice.presets.back();
    while (++preset != presets.end() && try_preset(*preset)) choice.chosen = choice.presets.back();
  } else if (!cancelled) {
    try_preset(presets.front());
    choice.chosen = choice.presets.back();
  }
  for (const std::string& name : hardware_encoders()) {
    if (cancelled) return std::nullopt;
    EncoderSettings wanted = settings;
    wanted.video_encoder = name;
    const bool good = try_one(choice.hardware, wanted);
    if (good && !usual_fits && choice.chosen.settings.software()) choice.chosen = choice.hardware.back();
  }
  if (cancelled) return std::nullopt;
  return choice;
}

std::optional<EncoderChoice> choose_encoder(const Canvas& canvas, const std::atomic<bool>* cancel) {
  return choose_encoder(default_encoder_settings(canvas), [&](const EncoderSettings& settings) {
    return probe_encoder(canvas, settings, {}, cancel);
  });
}

}  // namespace gladi
