#include "encoder/sound/arrival_envelope.h"

namespace gladi {

void ArrivalEnvelope::add(MediaTime offset, MediaTime arrived_at) {
  if (recent_.empty()) first_ = arrived_at;
  newest_ = arrived_at;
  while (!recent_.empty() && recent_.back().offset >= offset) recent_.pop_back();
  recent_.push_back({offset, arrived_at});
  while (recent_.front().arrived_at < arrived_at - kWindow) recent_.pop_front();
}

bool ArrivalEnvelope::settled() const {
  return !recent_.empty() && newest_ - first_ >= kSettling;
}

}  // namespace gladi
