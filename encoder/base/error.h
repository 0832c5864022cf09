// Errors are values: what went wrong, as a sentence for a person, and a detail for whoever repairs it.
#pragma once

#include <string>
#include <tl/expected.hpp>
#include <utility>

#include "encoder/base/message.h"

namespace gladi {

// What the caller may do about it; the sentence says the rest.
enum class ErrorKind {
  kNotFound,     // the device, file or folder is not there
  kBusy,         // somebody else holds it; may work later
  kRefused,      // no permission, or the device rejects the request
  kDamaged,      // content that can't be understood
  kNewer,        // content of a newer version of Gladi: readable at most
  kNoSpace,      // disk full
  kIo,           // the disk or device failed
  kUnsupported,  // sound, but not something Gladi can do
  kInvalid,      // the request or the value makes no sense
  kCancelled,    // the person cancelled
  kInternal,     // a fault of Gladi's own
};

struct Error {
  ErrorKind kind = ErrorKind::kInternal;
  Message message;     // one plain sentence: what and where
  std::string detail;  // the library's own words or a code, for the log; may be empty; never translated

  std::string english() const { return detail.empty() ? message.english() : message.english() + " (" + detail + ")"; }
};

template <class T>
using Result = tl::expected<T, Error>;
using Status = Result<void>;

inline tl::unexpected<Error> fail(ErrorKind kind, Message message, std::string detail = {}) {
  return tl::unexpected(Error{kind, std::move(message), std::move(detail)});
}

// Hands a failure of one type on as a failure of another.
template <class T>
tl::unexpected<Error> fail(Result<T>&& failed) {
  return tl::unexpected(std::move(failed).error());
}

}  // namespace gladi
