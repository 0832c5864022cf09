// Opens two takes of one person and runs their players together.
#pragma once

#include <array>
#include <future>
#include <memory>
#include <optional>

#include "encoder/playback/player_pair.h"
#include "ui/app/services.h"
#include "ui/screens/compare/compare_model.h"
#include "ui/screens/review/opened_take.h"
#include "ui/window/picture_texture.h"

namespace gladi {

class CompareController final : public Screen {
 public:
  // Lays the take beside the one before it, or the one after it where it is the first.
  CompareController(Services& services, std::filesystem::path session_folder);
  ~CompareController() override;

  ScreenName name() const override { return ScreenName::kCompare; }
  bool may_show_others() const override { return true; }
  bool tick(MediaTime now) override;
  std::optional<Navigation> draw(Ui& ui) override;
  std::chrono::milliseconds idle() const override;

 private:
  using BothTakes = std::array<OpenedTake, 2>;  // the one of folder_, the other one
  // What a thread finds out: beside which takes this one may lie, and both of them opened.
  struct Opened {
    std::string person_id, person_name;
    std::vector<OtherTake> others;
    int other = 0;
    std::optional<BothTakes> takes;  // nothing: there is no other one, or
    std::optional<Error> problem;    // … why the chosen one can't be opened; another one may be
  };
  // `wanted`: the other take's folder; empty: the one before this, or the one after it where it is the first.
  static Result<Opened> open_both(const std::filesystem::path& library, const std::filesystem::path& folder,
                                  const std::filesystem::path& wanted, Clock& clock);
  void open(const std::filesystem::path& wanted);
  void show(Opened opened);
  void compare(const BothTakes& takes);
  bool look_at_players();
  void run_players(const CompareIntent& intent);

  Services& services_;
  const std::filesystem::path folder_;
  CompareModel model_;
  CompareView view_;
  std::array<PictureTexture, 2> pictures_;
  std::future<Result<Opened>> opening_;
  std::optional<PlayerPair> pair_;
  std::array<int64_t, 2> serials_{-1, -1};
};

}  // namespace gladi
