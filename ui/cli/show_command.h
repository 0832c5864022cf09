// gladi show: everything that the files of one take say.
#pragma once

#include <optional>
#include <vector>

#include "studio/coaching/picture_metrics.h"
#include "studio/coaching/sound_metrics.h"
#include "studio/review/review.h"
#include "studio/session/journal.h"
#include "studio/session/session.h"
#include "ui/cli/command.h"

namespace gladi {

class ShowCommand final : public Command {
 public:
  const char* name() const override { return "show"; }
  const char* help() const override { return GLADI_TEXT("Shows everything known of one take"); }
  void declare(OptionList& options) override;
  int run(Console& console) override;

 private:
  struct Known {
    TakeSummary take;
    Session session;
    JournalContent journal;
    std::vector<RunSegment> segments;
    std::vector<Review> reviews;
    std::optional<SoundMetrics> sound;  // nothing: not measured yet
    std::optional<PictureMetrics> picture;
  };
  void show_json(Console& console, const Known& known) const;
  void show_certificate(Console& console, const Known& known) const;
  void show_measures(Console& console, const Known& known) const;
  void show_text(Console& console, const Known& known) const;

  std::string session_;
  bool json_ = false;
};

}  // namespace gladi
