#include "ui/app/settings_store.h"

#include "encoder/base/platform.h"
#include "ui/text/translator.h"

namespace gladi {

SettingsStore::~SettingsStore() {
  if (writing_.valid()) writing_.wait();
  if (unsaved_) static_cast<void>(save_settings(file_, to_keep()));
}

std::optional<Error> SettingsStore::load() {
  LoadedSettings loaded = load_settings(file_);
  settings_ = kept_ = for_now_ = std::move(loaded.settings);
  return loaded.problem;
}

void SettingsStore::use_for_now(const StudioOptions& options) {
  kept_ = settings_;
  if (!options.language.empty()) settings_.language = parse_language(options.language, settings_.language);
  if (!options.camera.empty()) settings_.camera = options.camera;
  if (!options.microphone.empty()) settings_.microphone = options.microphone;
  for_now_ = settings_;
}

Settings SettingsStore::to_keep() const {
  Settings out = settings_;
  if (out.language == for_now_.language) out.language = kept_.language;
  if (out.camera == for_now_.camera) out.camera = kept_.camera;
  if (out.microphone == for_now_.microphone) out.microphone = kept_.microphone;
  return out;
}

void SettingsStore::save() {
  unsaved_ = true;
  begin();
}

void SettingsStore::begin() {
  if (writing_.valid() || !unsaved_) return;
  unsaved_ = false;
  writing_ = std::async(std::launch::async, [file = file_, settings = to_keep()] {
    platform::name_this_thread("settings");
    return save_settings(file, settings);
  });
}

std::optional<Error> SettingsStore::tick() {
  if (!writing_.valid() || writing_.wait_for(std::chrono::seconds(0)) != std::future_status::ready) return {};
  const Status written = writing_.get();
  begin();
  if (written || told_) return {};
  told_ = true;
  return written.error();
}

}  // namespace gladi
