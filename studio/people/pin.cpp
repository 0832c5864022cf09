#include "studio/people/pin.h"

#include <crypt.h>
#include <string.h>  // explicit_bzero

#include <algorithm>
#include <memory>

namespace gladi {
namespace {

constexpr const char* kMethod = "$y$";
constexpr unsigned long kDefaultCost = 0;

// crypt() works in 32 kB of its own, which are cleared afterwards: the PIN lies in them.
std::string crypted(const std::string& pin, const std::string& setting) {
  const auto work = std::make_unique<crypt_data>();
  const char* hash = crypt_r(pin.c_str(), setting.c_str(), work.get());
  std::string answer = hash == nullptr || hash[0] == '*' ? "" : hash;
  explicit_bzero(work.get(), sizeof(crypt_data));
  return answer;
}

// As long for every wrong answer as for a right one.
bool same(const std::string& a, const std::string& b) {
  unsigned char differs = a.size() != b.size();
  for (size_t i = 0; i < std::min(a.size(), b.size()); ++i)
    differs = static_cast<unsigned char>(differs | (a[i] ^ b[i]));
  return differs == 0;
}

}  // namespace

Status check_pin(const std::string& pin) {
  const bool digits = std::all_of(pin.begin(), pin.end(), [](char c) { return c >= '0' && c <= '9'; });
  if (digits && pin.size() >= kFewestPinDigits && pin.size() <= kMostPinDigits) return {};
  return fail(ErrorKind::kInvalid,
              Message(GLADI_TEXT("A PIN has {0} to {1} digits."),
                      {std::to_string(kFewestPinDigits), std::to_string(kMostPinDigits)}));
}

Result<std::string> hash_of_pin(const std::string& pin) {
  if (auto checked = check_pin(pin); !checked) return fail(std::move(checked));
  char setting[CRYPT_GENSALT_OUTPUT_SIZE] = {};
  std::string hash;
  if (crypt_gensalt_rn(kMethod, kDefaultCost, nullptr, 0, setting, sizeof(setting)) != nullptr)
    hash = crypted(pin, setting);
  if (hash.empty()) return fail(ErrorKind::kInternal, Message(GLADI_TEXT("The PIN can't be kept here.")));
  return hash;
}

bool pin_fits(const std::string& pin, const std::string& hash) {
  if (hash.empty() || !check_pin(pin)) return false;
  return same(crypted(pin, hash), hash);
}

}  // namespace gladi
