// What has room in a bundle without film. For studio's .cpp files only.
#pragma once

#include <vector>

#include "studio/share/bundle_writer.h"

namespace gladi {

// Takes voice notes out of `items` until the bundle stays under kMostReviewsBytes: the newest ones stay. The
// manifest says how many went. The texts are packed once into `scratch` to know how much they leave; it is
// gone afterwards.
Status leave_out_voices(std::vector<BundleItem>& items, BundleManifest& manifest,
                        const std::filesystem::path& scratch, const ShareProgress& progress);

}  // namespace gladi
