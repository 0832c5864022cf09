#include "encoder/file/skip_frames.h"

#include <algorithm>
#include <new>

#include "encoder/file/h264_bits.h"

namespace gladi {
namespace {

using h264::BitReader;
using h264::BitWriter;
using h264::NalType;
using h264::NalUnit;

constexpr uint32_t kPictureParametersId = 1;  // encoders use 0
constexpr uint32_t kPSlice = 5;               // and so is every slice of the picture
constexpr uint8_t kImportant = 3 << 5;        // pictures after it refer to it

struct Sequence {
  uint32_t id = 0;
  int number_bits = 0;
  uint32_t macroblocks = 0;
};

bool has_chroma_fields(uint32_t profile) {
  constexpr uint32_t kProfiles[] = {100, 110, 122, 244, 44, 83, 86, 118, 128};
  return std::find(std::begin(kProfiles), std::end(kProfiles), profile) != std::end(kProfiles);
}

// 7.3.2.1.1; nothing when the stream is another than SkipFrames covers.
std::optional<Sequence> read_sequence(const std::vector<uint8_t>& unit) {
  BitReader in(unit, 8);
  Sequence sequence;
  const uint32_t profile = in.bits(8);
  in.bits(16);  // constraints, level
  sequence.id = in.ue();
  if (has_chroma_fields(profile)) {
    if (in.ue() != 1) return std::nullopt;                  // 4:2:0
    if (in.ue() != 0 || in.ue() != 0) return std::nullopt;  // 8 bits
    in.bits(1);
    if (in.bits(1) != 0) return std::nullopt;  // scaling matrices
  }
  sequence.number_bits = static_cast<int>(in.ue()) + 4;
  if (in.ue() != 2) return std::nullopt;  // the order of decoding is the order of showing
  if (in.ue() != 1) return std::nullopt;  // one reference picture
  in.bits(1);
  const uint32_t width = in.ue() + 1;
  const uint32_t height = in.ue() + 1;
  if (in.bits(1) != 1) return std::nullopt;  // no fields
  if (in.overrun() || sequence.number_bits > 16) return std::nullopt;
  sequence.macroblocks = width * height;
  return sequence;
}

// 7.3.2.2: what a slice without any content needs.
std::vector<uint8_t> picture_parameters(uint32_t sequence_id) {
  BitWriter out;
  out.bits(kImportant | static_cast<uint8_t>(NalType::kPictureParameters), 8);
  out.ue(kPictureParametersId);
  out.ue(sequence_id);
  out.bits(0, 1);  // CAVLC: one number says that all is skipped
  out.bits(0, 1);
  out.ue(0);  // no slice groups
  out.ue(0);  // one reference picture
  out.ue(0);
  out.bits(0, 3);  // no weights
  out.ue(0);       // quantisers, which nothing uses
  out.ue(0);
  out.ue(0);
  out.bits(1, 1);  // slices say whether they are deblocked
  out.bits(0, 2);
  out.end_unit();
  std::vector<uint8_t> stream;
  h264::append_unit(out.bytes(), stream);
  return stream;
}

libav::Packet packet_of(const std::vector<uint8_t>& stream) {
  libav::Packet packet = libav::make_packet();
  if (!packet || av_new_packet(packet.get(), static_cast<int>(stream.size())) < 0) throw std::bad_alloc();
  std::copy(stream.begin(), stream.end(), packet->data);
  return packet;
}

}  // namespace

std::optional<SkipFrames> SkipFrames::for_stream(const std::vector<uint8_t>& parameters) {
  std::optional<Sequence> sequence;
  for (const NalUnit unit : h264::nal_units(parameters)) {
    const std::vector<uint8_t> plain = h264::unescaped(unit);
    if (h264::is(unit, NalType::kSequenceParameters)) {
      if (sequence) return std::nullopt;
      sequence = read_sequence(plain);
      if (!sequence) return std::nullopt;
    }
    if (h264::is(unit, NalType::kPictureParameters) && BitReader(plain, 8).ue() == kPictureParametersId)
      return std::nullopt;
  }
  if (!sequence) return std::nullopt;
  SkipFrames frames;
  frames.parameters_ = picture_parameters(sequence->id);
  frames.macroblocks_ = sequence->macroblocks;
  frames.number_bits_ = sequence->number_bits;
  return frames;
}

bool SkipFrames::pass(libav::Packet& packet) {
  const std::span<const uint8_t> stream(packet->data, static_cast<size_t>(packet->size));
  const std::vector<NalUnit> units = h264::nal_units(stream);
  const auto is_keyframe = [](NalUnit unit) { return h264::is(unit, NalType::kIdrSlice); };
  if (std::any_of(units.begin(), units.end(), is_keyframe)) {
    number_ = 1;
    inserted_ = false;
    return true;
  }
  const uint32_t number = number_++ % (1U << number_bits_);
  if (!inserted_) return true;

  std::vector<uint8_t> renumbered;
  renumbered.reserve(stream.size() + 16);
  for (const NalUnit unit : units) {
    std::vector<uint8_t> plain = h264::unescaped(unit);
    if (h264::is(unit, NalType::kSlice)) {
      if (h264::importance_of(unit) == 0) return false;
      BitReader in(plain, 8);
      for (int i = 0; i < 3; ++i) in.ue();  // first macroblock, type, picture parameters
      const size_t at = in.at_bit();
      in.bits(number_bits_);
      if (in.overrun()) return false;
      h264::overwrite_bits(plain, at, number, number_bits_);
    }
    h264::append_unit(plain, renumbered);
  }
  libav::Packet changed = packet_of(renumbered);
  if (av_packet_copy_props(changed.get(), packet.get()) < 0) return false;
  packet = std::move(changed);
  return true;
}

libav::Packet SkipFrames::make() {
  BitWriter out;
  out.bits(kImportant | static_cast<uint8_t>(NalType::kSlice), 8);
  out.ue(0);  // first macroblock
  out.ue(kPSlice);
  out.ue(kPictureParametersId);
  out.bits(number_++ % (1U << number_bits_), number_bits_);
  out.bits(0, 3);  // as many references as usual, in their order, and kept as usual
  out.ue(0);       // quantiser
  out.ue(1);       // not deblocked
  out.ue(macroblocks_);
  out.end_unit();
  inserted_ = true;
  std::vector<uint8_t> stream;
  h264::append_unit(out.bytes(), stream);
  return packet_of(stream);
}

}  // namespace gladi
