// The review screen's data: player, as-run segments and comments of one take.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "encoder/playback/player.h"
#include "studio/review/review.h"
#include "studio/session/session.h"
#include "ui/screens/review/comment_model.h"
#include "ui/screens/review/measure_model.h"
#include "ui/screens/review/review_intent.h"
#include "ui/screens/review/rubric_model.h"
#include "ui/screens/review/timeline_model.h"
#include "ui/widgets/texture_ref.h"

namespace gladi {

// What happened in a segment besides its beginning.
struct ReviewNote {
  enum class Kind {
    kPoint,  // a key point was ticked off
    kCue,    // the host was coached
  };
  Kind kind = Kind::kPoint;
  MediaTime at;
  std::string words;
};

// One stretch of the take as it really ran.
struct ReviewSegment {
  std::string title;
  bool product = false;
  MediaTime start;
  MediaTime end;
  MediaTime planned;
  MediaTime first_frame;               // the first frame that shows it: a little after `start`
  int points = 0;                      // key points that it has
  int said = 0;                        // of them, ticked off in this stretch
  std::vector<ReviewNote> notes = {};  // by time
};

struct ReviewComment {
  Comment comment;
  std::string author;
  bool own = false;      // may be changed and deleted by who sits here
  bool unsaved = false;  // could not be written yet
};

struct ReviewMarker {
  MediaTime at;
  std::string label;
};

// Filled by the ReviewController; const for whoever draws.
struct ReviewModel {
  bool opening = true;
  std::optional<Message> problem;  // the take can't be played: why
  std::string person_name;
  std::string next_name;  // whose turn is next; empty: nobody's
  LocalText title;
  WallTime started_at;
  SessionState state = SessionState::kReady;
  bool read_only = false;              // written by a newer Gladi
  std::optional<Message> certificate;  // in one line: perfect, or what was lost
  bool perfect = true;
  double saving_share = -1;  // its final file is being made; negative: no
  TextureRef picture;
  PlayerState player;
  float volume = 1;
  bool muted = false;
  // Whether the class sees the take on the projector.
  enum class Projecting { kNoProjector, kNotAllowed, kOff, kOn };
  Projecting projecting = Projecting::kNoProjector;
  TimelineModel timeline;
  MeasureModel measures;
  std::vector<ReviewSegment> segments;
  std::vector<ReviewMarker> markers;
  std::vector<ReviewComment> comments;  // by time, all reviewers
  int unsaved = 0;                      // of them, could not be written yet
  int unkept = 0;                       // begun, and could not be kept as drafts when the window was to close
  bool comment_pending = false;         // being written
  bool can_undo = false;                // what was done to a comment last
  bool can_redo = false;
  QuickWords words;  // on the number keys
  std::optional<SpeakingModel> speaking;
  std::string hearing;             // id of the comment whose voice is heard
  bool trainer = false;            // who looks is a trainer: she scores
  Rubric rubric;                   // that she scores with; without criteria there is none
  RubricChoice choice;             // the other ones
  std::vector<Score> scores;       // hers
  bool finished = false;           // she has said so
  std::vector<GivenScores> given;  // by others; to the trainee in words
  bool rating_first = false;       // others' reviews wait until the trainee has rated herself
  int waiting = 0;                 // others' reviews that do; for a trainer: until she has handed in hers
  std::vector<ReviewAgreement> agreements;      // a trainer's, with each of `given`
  std::optional<DoubleReviewed> all_agreement;  // over all takes of the library that two have reviewed

  bool may_score() const { return trainer && !read_only && !finished; }
};

}  // namespace gladi
