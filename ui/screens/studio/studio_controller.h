// One take from the countdown to its end: prepares and stops the rehearsal away from the main thread, and
// turns keys and buttons into steps of the rundown.
#pragma once

#include <future>
#include <memory>

#include "ui/app/background_value.h"
#include "ui/app/services.h"
#include "ui/screens/studio/studio_model.h"
#include "ui/window/picture_texture.h"

namespace gladi {

class StudioController final : public Screen {
 public:
  StudioController(Services& services, TakePlan plan);
  ~StudioController() override;  // a take that runs is stopped and kept

  bool dark() const override { return true; }
  ScreenName name() const override { return ScreenName::kStudio; }
  bool lit() const override { return true; }
  bool never_covered() const override { return true; }
  bool tick(MediaTime now) override;
  std::optional<Navigation> draw(Ui& ui) override;
  std::chrono::milliseconds idle() const override { return std::chrono::milliseconds(33); }
  bool uses_library_elsewhere() const override { return preparing_.valid(); }
  void before_quit() override;
  ProjectorShow on_projector() override;

 private:
  using Prepared = Result<std::unique_ptr<Rehearsal>>;
  using Stopped = Result<std::filesystem::path>;

  void prepare();
  void count_down(MediaTime now);
  void stop();
  void finish();
  void give_up(const Error& error);
  void look_for_places();
  void look_at_devices(Stage& stage, MediaTime now);
  void say_what_returned(const DeviceState& before, const DeviceState& now);
  void carry_out(const StudioIntent& intent);
  void say(int number);
  void prompt(const PrompterAct& act);
  void use_feed_parts(const FeedParts& parts);

  Services& services_;
  TakePlan plan_;
  StudioModel model_;
  std::vector<std::string> next_names_;  // who rehearses after this person
  PictureTexture preview_;
  int64_t preview_serial_ = -1;
  std::unique_ptr<BackgroundValue<std::vector<Place>>> places_;  // while the disk wants attention
  std::filesystem::path places_beside_;                          // the library they are not on
  MediaTime previewed_at_;
  std::optional<MediaTime> counting_since_;
  bool cancelled_ = false;
  MediaTime said_at_;  // the last comment by key
  MediaTime marked_at_;
  MediaTime now_;
  std::unique_ptr<Rehearsal> rehearsal_;
  std::future<Prepared> preparing_;
  std::future<Stopped> stopping_;
  std::optional<Navigation> target_;
  // Asked for only while something is wrong with the microphone. Last: it works with the stage.
  std::optional<BackgroundValue<std::vector<MicrophoneDevice>>> microphones_;
};

}  // namespace gladi
