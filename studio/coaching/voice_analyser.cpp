#include "studio/coaching/voice_analyser.h"

namespace gladi {

VoiceAnalyser::VoiceAnalyser(Use use)
    : use_(std::move(use)),
      frame_analyser_([this](SoundFrame&& frame) { take(std::move(frame)); }),
      pitch_([this](int64_t, float hz) { hz_.push_back(hz); }),
      speech_([this](const SpeechFrame& frame) { spoken_.push_back(frame); }) {}

void VoiceAnalyser::push(std::span<const float> samples, bool recorded) {
  reduced_.clear();
  reducer_.push(samples, reduced_);
  frame_analyser_.push(reduced_, recorded);
  hand_out();
}

void VoiceAnalyser::finish() {
  reduced_.clear();
  reducer_.finish(reduced_);
  frame_analyser_.push(reduced_);
  frame_analyser_.finish();
  pitch_.finish();
  speech_.finish();
  hand_out();
}

void VoiceAnalyser::take(SoundFrame&& frame) {
  pitch_.push(frame);
  speech_.push(frame);
  frames_.push_back(std::move(frame));
}

void VoiceAnalyser::hand_out() {
  while (!hz_.empty() && !spoken_.empty()) {
    use_({frames_.front(), hz_.front(), spoken_.front().speaking, spoken_.front().voice_db});
    frames_.pop_front();
    hz_.pop_front();
    spoken_.pop_front();
  }
}

}  // namespace gladi
