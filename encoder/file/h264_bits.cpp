#include "encoder/file/h264_bits.h"

#include <bit>

namespace gladi::h264 {
namespace {

constexpr uint8_t kStartCode[] = {0, 0, 0, 1};
constexpr uint8_t kEscape = 3;

bool start_code_at(std::span<const uint8_t> stream, size_t i) {
  return i + 3 <= stream.size() && stream[i] == 0 && stream[i + 1] == 0 && stream[i + 2] == 1;
}

}  // namespace

std::vector<NalUnit> nal_units(std::span<const uint8_t> stream) {
  std::vector<NalUnit> units;
  size_t i = 0;
  while (i < stream.size() && !start_code_at(stream, i)) ++i;
  while (i + 3 < stream.size()) {
    const size_t begin = i + 3;
    i = begin;
    while (i < stream.size() && !start_code_at(stream, i)) ++i;
    size_t end = i;
    while (end > begin && stream[end - 1] == 0) --end;  // a unit never ends with a zero
    if (end > begin) units.push_back(stream.subspan(begin, end - begin));
  }
  return units;
}

bool is(NalUnit unit, NalType type) {
  return type_of(unit) == static_cast<int>(type);
}

std::vector<uint8_t> unescaped(NalUnit unit) {
  std::vector<uint8_t> plain;
  plain.reserve(unit.size());
  int zeros = 0;
  for (const uint8_t byte : unit) {
    if (zeros >= 2 && byte == kEscape) {
      zeros = 0;
      continue;
    }
    zeros = byte == 0 ? zeros + 1 : 0;
    plain.push_back(byte);
  }
  return plain;
}

void append_unit(std::span<const uint8_t> plain, std::vector<uint8_t>& stream) {
  stream.insert(stream.end(), std::begin(kStartCode), std::end(kStartCode));
  int zeros = 0;
  for (const uint8_t byte : plain) {
    if (zeros >= 2 && byte <= kEscape) {
      stream.push_back(kEscape);
      zeros = 0;
    }
    zeros = byte == 0 ? zeros + 1 : 0;
    stream.push_back(byte);
  }
}

uint32_t BitReader::bits(int count) {
  uint32_t value = 0;
  for (int i = 0; i < count; ++i, ++at_) {
    const size_t byte = at_ / 8;
    const uint32_t bit = byte < bytes_.size() ? (bytes_[byte] >> (7 - at_ % 8)) & 1U : 0U;
    value = value << 1 | bit;
  }
  return value;
}

uint32_t BitReader::ue() {
  int zeros = 0;
  while (zeros < 31 && !overrun() && bits(1) == 0) ++zeros;
  return (1U << zeros) - 1 + bits(zeros);
}

void BitWriter::bits(uint32_t value, int count) {
  for (int i = count - 1; i >= 0; --i, ++at_) {
    if (at_ % 8 == 0) bytes_.push_back(0);
    bytes_.back() |= static_cast<uint8_t>(((value >> i) & 1U) << (7 - at_ % 8));
  }
}

void BitWriter::ue(uint32_t value) {
  const int length = std::bit_width(value + 1);
  bits(0, length - 1);
  bits(value + 1, length);
}

void BitWriter::end_unit() {
  bits(1, 1);
  while (at_ % 8 != 0) bits(0, 1);
}

void overwrite_bits(std::span<uint8_t> bytes, size_t at_bit, uint32_t value, int count) {
  for (int i = count - 1; i >= 0; --i, ++at_bit) {
    const auto mask = static_cast<uint8_t>(1U << (7 - at_bit % 8));
    uint8_t& byte = bytes[at_bit / 8];
    byte = static_cast<uint8_t>(((value >> i) & 1U) != 0 ? byte | mask : byte & ~mask);
  }
}

}  // namespace gladi::h264
