// A video from elsewhere, such as a phone's, as a take of a person: for those who practise at home.
#pragma once

#include <filesystem>

#include "studio/people/person.h"
#include "studio/share/bundle.h"

namespace gladi {

// Makes a session of it, with the house's own file (make_house_video), and gives its folder. The video itself
// is only read. It is named after the file and dated as the phone says when it was filmed, else as the file.
// Touches only files, takes about as long as the video lasts, and belongs on the background worker. On an
// error, or when cancelled, the library is as it was: kDamaged for what is no video or was cut off,
// kUnsupported for one that can't be shown here, kBusy while something else is taken in.
Result<std::filesystem::path> import_video(const std::filesystem::path& library, const Person& person,
                                           const std::filesystem::path& video,
                                           const ShareProgress& progress = {});

}  // namespace gladi
