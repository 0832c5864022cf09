// Opens and closes the stage away from the main thread, because devices take their time.
#pragma once

#include <future>
#include <memory>
#include <optional>
#include <thread>

#include "studio/rehearsal/stage.h"

namespace gladi {

// Main thread.
class StageKeeper {
 public:
  // `slate` says, in the language of that moment, what stands in a lost camera's place. `face_model`: as for
  // Stage::look_with.
  StageKeeper(Clock& clock, std::filesystem::path face_model, std::function<SlateContent()> slate,
              std::function<void()> wake)
      : clock_(clock), face_model_(std::move(face_model)), slate_(std::move(slate)), wake_(std::move(wake)) {}
  ~StageKeeper();  // waits for what is opening or closing

  // Opens devices, closing what was open before. Asked again for what is open or opening: nothing happens.
  void open(const SourceOptions& options);
  // The same again, because something was plugged in. Nothing happens while it is opening.
  void reopen();
  // The camera's light goes out.
  void close();
  // True when the stage has changed: opened or gone.
  bool tick();

  Stage* stage() const {
    return stage_.get();
  }  // null while opening or closed; gone after open() and close()
  bool opening() const { return work_.valid(); }

 private:
  void begin();

  Clock& clock_;
  const std::filesystem::path face_model_;
  std::function<SlateContent()> slate_;
  std::function<void()> wake_;
  std::unique_ptr<Stage> stage_;
  std::optional<SourceOptions> wanted_;  // what should be open
  std::optional<SourceOptions> begun_;   // what work_ opens, or what stage_ is
  std::future<std::unique_ptr<Stage>> work_;
};

}  // namespace gladi
