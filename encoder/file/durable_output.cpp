#include "encoder/file/durable_output.h"

#include <new>
#include <utility>

namespace gladi {
namespace {
constexpr int kBufferBytes = 256 * 1024;  // a fragment mostly goes out in one or two writes
}

DurableOutput::DurableOutput(std::unique_ptr<OutputFile> file) : file_(std::move(file)) {
  auto* buffer = static_cast<uint8_t*>(av_malloc(kBufferBytes));
  io_ = avio_alloc_context(buffer, kBufferBytes, 1, this, nullptr, &DurableOutput::write, nullptr);
  if (buffer == nullptr || io_ == nullptr) throw std::bad_alloc();
}

DurableOutput::~DurableOutput() {
  // Not flushed on purpose: who did not call sync() abandons the file, as a crash would.
  av_freep(&io_->buffer);
  avio_context_free(&io_);
}

int DurableOutput::write(void* self, uint8_t* bytes, int size) {
  auto& output = *static_cast<DurableOutput*>(self);
  // After a failure nothing more is written: a hole in the file would be worse than its end.
  if (output.written_) output.written_ = output.file_->write(bytes, static_cast<size_t>(size));
  if (!output.written_) return AVERROR(EIO);
  output.bytes_written_ += size;
  return size;
}

Status DurableOutput::flush() {
  avio_flush(io_);
  return written_;
}

Status DurableOutput::sync() {
  if (Status flushed = flush(); !flushed) return flushed;
  return sync_flushed();
}

Status DurableOutput::sync_flushed() {
  return file_->sync();
}

Status DurableOutput::close() {
  return file_->close();
}

}  // namespace gladi
