#include "encoder/sound/sound_ring.h"

#include <readerwriterqueue/readerwritercircularbuffer.h>

namespace gladi {

struct SoundRing::Queue {
  explicit Queue(int limit) : blocks(static_cast<size_t>(limit)) {}
  moodycamel::BlockingReaderWriterCircularBuffer<SoundBlock> blocks;  // only its waitless calls are used
};

SoundRing::SoundRing(int blocks) : queue_(std::make_unique<Queue>(blocks)) {}

SoundRing::~SoundRing() = default;

bool SoundRing::try_push(const SoundBlock& block) {
  newest_ns_.store(block.arrived_at.ns, std::memory_order_relaxed);
  if (run_began_ns_.load(std::memory_order_relaxed) == 0) {
    run_began_ns_.store(block.arrived_at.ns, std::memory_order_relaxed);
  }
  bool pushed = false;
  if (dropped_before_ && !block.overflow) {
    SoundBlock marked = block;
    marked.overflow = true;
    pushed = queue_->blocks.try_enqueue(marked);
  } else {
    pushed = queue_->blocks.try_enqueue(block);
  }
  dropped_before_ = !pushed;
  if (!pushed) dropped_.fetch_add(1, std::memory_order_relaxed);
  return pushed;
}

bool SoundRing::try_pop(SoundBlock& block) {
  return queue_->blocks.try_dequeue(block);
}

}  // namespace gladi
