// Runs the player and the comments of one take for the review screen.
#pragma once

#include <atomic>
#include <future>
#include <memory>

#include "ui/app/background_value.h"
#include "ui/app/class_round.h"
#include "ui/app/services.h"
#include "ui/screens/review/comment_acts.h"
#include "ui/screens/review/draft_keeper.h"
#include "ui/screens/review/finding_acts.h"
#include "ui/screens/review/opened_take.h"
#include "ui/screens/review/preview_shelf.h"
#include "ui/screens/review/review_model.h"
#include "ui/screens/review/review_view.h"
#include "ui/screens/review/take_sound.h"
#include "ui/screens/share/share_desk.h"
#include "ui/window/picture_texture.h"

namespace gladi {

class ReviewController final : public Screen {
 public:
  ReviewController(Services& services, std::filesystem::path session_folder, std::optional<MediaTime> at);
  ~ReviewController() override;

  ScreenName name() const override { return ScreenName::kReview; }
  bool may_show_others() const override { return true; }
  bool dark() const override { return view_.large; }
  bool tick(MediaTime now) override;
  bool answered() const override { return found_; }
  std::optional<Navigation> draw(Ui& ui) override;
  bool may_close() override;
  std::chrono::milliseconds idle() const override;
  ProjectorShow on_projector() override;

 private:
  void show(OpenedTake take);
  void show_reviews(const std::vector<Review>& reviews);
  void show_unwritten();
  void seek(MediaTime to);
  bool look_at_player();
  bool look_at_comments();
  bool look_at_jobs();
  bool look_at_timeline();
  bool look_at_projector();
  void use_volume(float volume, bool muted);
  void run_player(const ReviewIntent& intent);
  std::optional<Navigation> carry_out(const ReviewIntent& intent);
  void score(const ReviewIntent& intent);
  void share();
  void offer_rubrics(const OpenedTake& take);
  void choose_rubric(const std::string& id);
  void look_at_agreement(const std::vector<Review>& reviews);

  Services& services_;
  const std::filesystem::path folder_;
  ReviewModel model_;
  ReviewView view_;
  PictureTexture picture_;
  const std::optional<MediaTime> first_;  // plays from here on, once it is open
  std::string person_id_;
  std::string session_id_;
  std::string viewer_id_;   // whose reviews these are: the person's own, or a trainer's
  std::vector<Turn> next_;  // of the round, where this is the person who has just rehearsed
  std::future<Result<OpenedTake>> opening_;
  std::unique_ptr<Player> player_;
  std::unique_ptr<TakeSound> sound_;
  std::unique_ptr<PreviewShelf> previews_;
  bool may_be_shown_ = false;  // to the class: the person has agreed
  bool shown_ = false;         // whoever sits here wants it
  std::unique_ptr<CommentDesk> desk_;
  std::unique_ptr<CommentActs> acts_;  // after the desk that it works with
  std::unique_ptr<FindingActs> findings_;
  std::unique_ptr<DraftKeeper> drafts_;
  ShareDesk share_;
  int64_t taken_in_ = 0;                        // what had been taken in when it was looked at last
  std::atomic<bool> no_more_agreement_{false};  // before agreement_, whose destructor waits
  std::unique_ptr<BackgroundValue<DoubleReviewed>> agreement_;
  int64_t picture_serial_ = -1;
  bool looking_for_ = false;  // a picture was asked for
  bool found_ = false;        // … and has come with the last tick()
  bool told_player_problem_ = false;
};

}  // namespace gladi
