// A trainer's PIN, kept as a slow salted hash (yescrypt, by libxcrypt): whoever reads the file can't read the
// PIN. It separates screens; it encrypts nothing.
#pragma once

#include <string>

#include "encoder/base/error.h"

namespace gladi {

constexpr size_t kFewestPinDigits = 4, kMostPinDigits = 12;

// Only digits, as many as above; else why it is refused.
Status check_pin(const std::string& pin);

// Takes some tens of milliseconds, on purpose. Any thread.
Result<std::string> hash_of_pin(const std::string& pin);

// As slow. A hash that can't be understood fits no PIN. Any thread.
bool pin_fits(const std::string& pin, const std::string& hash);

}  // namespace gladi
