// Bits and NAL units of H.264 (ITU-T H.264, 7.3, 9.1 and Annex B). Private to encoder/file and its tests.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace gladi::h264 {

enum class NalType { kSlice = 1, kIdrSlice = 5, kSequenceParameters = 7, kPictureParameters = 8 };

// One NAL unit inside a stream with start codes: its header byte and what follows, as it stands there.
using NalUnit = std::span<const uint8_t>;

std::vector<NalUnit> nal_units(std::span<const uint8_t> stream);
inline int type_of(NalUnit unit) {
  return unit.empty() ? 0 : unit[0] & 31;
}
inline int importance_of(NalUnit unit) {
  return unit.empty() ? 0 : unit[0] >> 5;
}  // nal_ref_idc
bool is(NalUnit unit, NalType type);

// Without, and with, the bytes that keep start codes out of a unit (7.4.1).
std::vector<uint8_t> unescaped(NalUnit unit);
void append_unit(std::span<const uint8_t> plain, std::vector<uint8_t>& stream);  // start code and all

// Reads past the end give zeros, and set overrun().
class BitReader {
 public:
  explicit BitReader(std::span<const uint8_t> bytes, size_t at_bit = 0) : bytes_(bytes), at_(at_bit) {}
  uint32_t bits(int count);  // at most 32
  uint32_t ue();             // unsigned Exp-Golomb
  size_t at_bit() const { return at_; }
  bool overrun() const { return at_ > bytes_.size() * 8; }

 private:
  std::span<const uint8_t> bytes_;
  size_t at_;
};

class BitWriter {
 public:
  void bits(uint32_t value, int count);  // at most 32
  void ue(uint32_t value);
  void end_unit();  // rbsp_trailing_bits()
  const std::vector<uint8_t>& bytes() const { return bytes_; }

 private:
  std::vector<uint8_t> bytes_;
  size_t at_ = 0;
};

// Replaces `count` bits from `at_bit` on.
void overwrite_bits(std::span<uint8_t> bytes, size_t at_bit, uint32_t value, int count);

}  // namespace gladi::h264
