#include "studio/share/sha256.h"

#include <glib.h>

#include <algorithm>
#include <fstream>
#include <vector>

namespace gladi {

Sha256::Sha256() : sum_(g_checksum_new(G_CHECKSUM_SHA256)) {}

void Sha256::Free::operator()(GChecksum* sum) const {
  g_checksum_free(sum);
}

void Sha256::add(const char* bytes, size_t size) {
  g_checksum_update(sum_.get(), reinterpret_cast<const guchar*>(bytes), static_cast<gssize>(size));
}

std::string Sha256::hex() {
  return g_checksum_get_string(sum_.get());
}

bool is_sha256(const std::string& text) {
  return text.size() == 64 && std::all_of(text.begin(), text.end(), [](char c) {
           return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
         });
}

Result<std::string> sha256_of_file(const std::filesystem::path& file,
                                   const std::function<void(uint64_t)>& advance,
                                   const std::atomic<bool>* cancel) {
  constexpr size_t kPiece = 1 << 20;
  std::ifstream in(file, std::ios::binary);
  if (!in) return fail(ErrorKind::kNotFound, Message(GLADI_TEXT("{0} can't be read."), {file.string()}));
  Sha256 sum;
  std::vector<char> piece(kPiece);
  while (in) {
    if (cancel != nullptr && *cancel) return fail(ErrorKind::kCancelled, Message(GLADI_TEXT("Cancelled.")));
    in.read(piece.data(), static_cast<std::streamsize>(piece.size()));
    const auto got = static_cast<size_t>(in.gcount());
    sum.add(piece.data(), got);
    if (advance) advance(got);
  }
  if (!in.eof()) return fail(ErrorKind::kIo, Message(GLADI_TEXT("{0} can't be read."), {file.string()}));
  return sum.hex();
}

}  // namespace gladi
