// What can be asked for by a key. What is pressed for it: keys.h.
#pragma once

#include "ui/app/key_places.h"

namespace gladi {

enum class Key {
  // Anywhere
  kHelp,
  kProjector,
  kFullScreen,
  kQuit,  // the window looks after it
  // Outside a rehearsal
  kNextWidget,  // ImGui looks after it, as after the next one
  kNextField,
  kPress,
  kBack,
  kLamp,
  kDimmer,
  kBrighter,
  // Home and studio
  kStartStop,
  kSettings,
  kNextPerson,
  kCancel,
  kPreviousSegment,
  kNextSegment,
  kProduct,  // 1–9: number_pressed()
  kAnswer,
  kPin,
  kMute,
  kFlashSale,
  kMarker,
  kLiveWord,  // 1–9: live_word_pressed()
  kLayout,
  kFeedParts,
  kOtherMicrophone,
  kOtherDisk,
  kSaid,
  kUnsaid,
  kAimUp,
  kAimDown,
  kScript,
  kLarger,
  kSmaller,
  kRate,  // 1–3: number_pressed()
  kWatch,
  // Review
  kPlay,
  kSeekBack,
  kSeekForward,
  kFrameBack,
  kFrameForward,
  kToBeginning,
  kToEnd,
  kBackwards,
  kForwards,
  kSlower,
  kFaster,
  kLoopBegin,
  kLoopEnd,
  kNoLoop,
  kLouder,
  kQuieter,
  kSilent,
  kMarkBefore,
  kMarkAfter,
  kCloser,
  kFarther,
  kWholeTake,
  kMeasures,
  kFindingBefore,
  kFindingAfter,
  kFindingRight,
  kFindingWrong,
  kLargePicture,
  kOnProjector,
  kComment,
  kWords,
  kEditComment,
  kDeleteComment,
  kDraw,
  kVoiceNote,
  kListen,
  kNextTool,  // while drawing
  kShare,
  kResults,
  kCompareTakes,
  kScoreLevel,  // Ctrl+1–9: level_pressed()
  kCriterionBefore,
  kCriterionAfter,
  kScoreMoment,
  kRubrics,
  // Two takes side by side
  kOtherSound,
  kOtherTake,
  kAlign,
  kShiftEarlier,
  kShiftLater,
  kShiftMuchEarlier,
  kShiftMuchLater,
  // Editor, people
  kNew,
  kChooseAbove,
  kChooseBelow,
  kMoveUp,
  kMoveDown,
  kUndo,
  kRedo,
  kSearch,
  kRename,
  kThrowAway,
  kTrash,
  kTourNext,
  kTourBack,
  kTourSkip,
};

}  // namespace gladi
