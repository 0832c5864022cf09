// Reads one take for the feedback screen and keeps how its person found it.
#pragma once

#include <future>
#include <memory>

#include "studio/review/review.h"
#include "ui/app/class_round.h"
#include "ui/app/services.h"
#include "ui/screens/feedback/feedback_model.h"

namespace gladi {

class FeedbackController final : public Screen {
 public:
  FeedbackController(Services& services, std::filesystem::path session_folder);
  ~FeedbackController() override;

  ScreenName name() const override { return ScreenName::kFeedback; }
  bool tick(MediaTime now) override;
  std::optional<Navigation> draw(Ui& ui) override;
  std::chrono::milliseconds idle() const override { return std::chrono::milliseconds(250); }
  ProjectorShow on_projector() override;

 private:
  struct ReadTake {
    Session session;
    std::vector<TakeEvent> events;
    TakeFacts facts;
    VoiceHistory voice;
    std::vector<Review> reviews;  // that she may see
    bool misses_pictures = false;
  };
  static Result<ReadTake> read_take(const std::filesystem::path& folder,
                                    const std::filesystem::path& library_root);
  void read();
  void show(ReadTake take);
  void tell();
  void have_measured();
  bool listen();
  void rate(const SelfRated& rating);
  std::optional<Navigation> carry_out(const FeedbackIntent& intent);

  Services& services_;
  const std::filesystem::path folder_;
  FeedbackModel model_;
  std::vector<Review> reviews_;
  FeedbackView view_;
  std::string person_id_;
  bool read_only_ = false;
  bool final_ = false;  // its files don't change any more: it can be measured
  bool misses_pictures_ = false;
  Language told_in_;        // the language that the feedback's sentences were made for
  std::vector<Turn> next_;  // of the round, where this is the person who has just rehearsed
  size_t jobs_;             // that the library has to do: with the last one the take's loudness is known
  int64_t measured_;        // takes that were measured when this one was read
  std::future<Result<ReadTake>> reading_;
  std::future<Status> saving_;
};

}  // namespace gladi
