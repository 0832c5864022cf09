// What the host reads near the lens: key points that are ticked off as they are said, or a text that rolls.
#pragma once

#include <optional>
#include <variant>
#include <vector>

#include "encoder/base/message.h"
#include "studio/catalogue/catalogue.h"
#include "studio/catalogue/rundown.h"
#include "studio/rehearsal/script_roll.h"
#include "studio/session/take_event.h"

namespace gladi {

struct PromptPoint {
  LocalText text;
  // Where `text` is empty: the price of a product whose key points don't name it, or what is usual where
  // nobody has written key points.
  Message usual;
  bool price = false;  // names the product's price
  bool said = false;
};

// Of the segment that runs.
struct PrompterState {
  std::vector<PromptPoint> points;
  int next = -1;     // the point that is up; -1: none is left
  LocalText script;  // empty: there is none
  bool shows_script = false;
  bool rolling = false;
  int words_a_minute = ScriptRoll::kUsual;
};

// What the host does with it.
namespace prompter {
struct Tick {
  int point = -1;  // -1: the one that is up; one that is said already is taken back
};
struct Untick {};  // the last one
struct Aim {
  int step = 1;  // the next point that isn't said yet comes up, or the one before
};
struct ShowScript {
  bool on = true;
};
struct Roll {
  bool on = true;
};
struct SetSpeed {
  int words_a_minute = ScriptRoll::kUsual;
};
struct Skip {
  int words = 1;
};
}  // namespace prompter
using PrompterAct = std::variant<prompter::Tick, prompter::Untick, prompter::Aim, prompter::ShowScript,
                                 prompter::Roll, prompter::SetSpeed, prompter::Skip>;

// One thread. Times are take times. Ticks stay when a segment is left; a text begins anew when its segment
// does.
class Prompter {
 public:
  // Copies what it needs. Openings and other parts without a product begin with their text, products with
  // their points. `language` is the one whose words are counted.
  Prompter(const Rundown& rundown, const Catalogue& catalogue, Language language,
           int words_a_minute = ScriptRoll::kUsual);

  void go_to(int segment, MediaTime now);  // outside the rundown: nothing is shown
  void start(MediaTime now);               // the take begins: a text that is shown rolls from now on
  // The tick that it made or took back, for the journal.
  std::optional<PointTicked> act(const PrompterAct& act, MediaTime now);

  const PrompterState& state() const { return state_; }
  double script_share(MediaTime now) const { return roll_.share(now); }  // that has rolled by: 0 to 1
  // Of the product on show; nothing where none is.
  std::optional<bool> price_said() const;

 private:
  struct Part {
    std::vector<PromptPoint> points;
    std::vector<int> ticked;  // in the order in which they were
    LocalText script;
    bool shows_script = false;
    bool has_product = false;
  };
  Part* part();
  const Part* part() const;
  void show(MediaTime now);
  std::optional<PointTicked> tick(int point);
  void aim(int direction);
  void aim_at_first_left(int from);

  std::vector<Part> parts_;
  Language language_;
  int segment_ = 0;
  bool started_ = false;
  ScriptRoll roll_;
  PrompterState state_;
};

}  // namespace gladi
