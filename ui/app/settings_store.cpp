#include "ui/app/settings_store.h"

#include "encoder/base/platform.h"

namespace gladi {

SettingsStore::~SettingsStore() {
  if (writing_.valid()) writing_.wait();
  if (unsaved_) static_cast<void>(save_settings(file_, settings_));
}

std::optional<Error> SettingsStore::load() {
  LoadedSettings loaded = load_settings(file_);
  settings_ = std::move(loaded.settings);
  return loaded.problem;
}

void SettingsStore::save() {
  unsaved_ = true;
  begin();
}

void SettingsStore::begin() {
  if (writing_.valid() || !unsaved_) return;
  unsaved_ = false;
  writing_ = std::async(std::launch::async, [file = file_, settings = settings_] {
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
