// Fills the home screen's model from stage, people and library, and carries out what the screen asks for.
#pragma once

#include <memory>

#include "studio/audience/audience_lines.h"
#include "ui/app/background_value.h"
#include "ui/app/errands.h"
#include "ui/app/services.h"
#include "ui/screens/home/device_check.h"
#include "ui/screens/home/home_model.h"
#include "ui/window/picture_texture.h"

namespace gladi {

class HomeController final : public Screen {
 public:
  explicit HomeController(Services& services);

  ScreenName name() const override { return ScreenName::kHome; }
  bool lit() const override { return true; }
  bool tick(MediaTime now) override;
  std::optional<Navigation> draw(Ui& ui) override;
  std::chrono::milliseconds idle() const override;
  ProjectorShow on_projector() override;

 private:
  struct Devices {
    std::vector<DeviceChoice> cameras;
    std::vector<DeviceChoice> microphones;
  };

  void open_stage();
  void load_shelf();
  void load_people();
  void choose_person(const std::string& id);
  void count_recordings();
  void choose_catalogue(const std::string& slug);
  void add_person(const home::AddPerson& wish, std::optional<Navigation>& target);
  void give_consent(const home::GiveConsent& given, std::optional<Navigation>& target);
  void change_settings(const Settings& changed);
  void list_folder(const std::filesystem::path& folder);
  bool look_at_stage(MediaTime now);
  void look_at_plugs(MediaTime now);
  void offer_other_microphone(const Sources& sources);
  bool look_at_jobs();
  void show_devices();
  std::shared_ptr<const AudienceLines> audience_lines();
  std::optional<Navigation> start();
  std::optional<Navigation> carry_out(const HomeIntent& intent);

  Services& services_;
  HomeModel model_;
  HomeView view_;
  PictureTexture preview_;
  int shelf_version_ = 0;
  const Stage* seen_stage_ = nullptr;
  int64_t preview_serial_ = -1;
  DeviceCheck check_;
  std::optional<MediaTime> checked_at_;
  BackgroundValue<std::optional<int64_t>> free_bytes_;
  BackgroundValue<Devices> devices_;
  Errands errands_;
  BackgroundValue<std::string> plugged_in_;
  std::optional<std::string> plugged_before_;
  MediaTime try_again_until_;  // something was plugged in: what stands in may be replaced by it
  MediaTime tried_at_;
};

}  // namespace gladi
