// The settings in use, and their file: written in the background.
#pragma once

#include <future>

#include "ui/app/settings.h"
#include "ui/app/studio_options.h"

namespace gladi {

// Main thread.
class SettingsStore {
 public:
  explicit SettingsStore(std::filesystem::path file) : file_(std::move(file)) {}
  ~SettingsStore();  // waits for the last write

  std::optional<Error> load();  // what is to be told
  Settings& settings() { return settings_; }
  // What the command line asks for is used until the person chooses otherwise, and not written.
  void use_for_now(const StudioOptions& options);

  void save();                  // soon
  std::optional<Error> tick();  // the first failure to write is told

 private:
  void begin();
  Settings to_keep() const;

  std::filesystem::path file_;
  Settings settings_;
  Settings kept_;     // as the file has it, where the command line stands above
  Settings for_now_;  // what the command line asked for
  bool unsaved_ = false;
  bool told_ = false;
  std::future<Status> writing_;
};

}  // namespace gladi
