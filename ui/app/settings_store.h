// The settings in use, and their file: written in the background.
#pragma once

#include <future>

#include "ui/app/settings.h"

namespace gladi {

// Main thread.
class SettingsStore {
 public:
  explicit SettingsStore(std::filesystem::path file) : file_(std::move(file)) {}
  ~SettingsStore();  // waits for the last write

  std::optional<Error> load();  // what is to be told
  Settings& settings() { return settings_; }

  void save();                  // soon
  std::optional<Error> tick();  // the first failure to write is told

 private:
  void begin();

  std::filesystem::path file_;
  Settings settings_;
  bool unsaved_ = false;
  bool told_ = false;
  std::future<Status> writing_;
};

}  // namespace gladi
