// PictureSample as it stands in journal.jsonl (docs/session-folder.md). For studio's .cpp files only.
#pragma once

#include "studio/base/json_file.h"
#include "studio/coaching/picture_sample.h"

namespace gladi {

// All but its time. Rounded to what is measured: four decimals.
json_file::Json to_json(const PictureSample& sample);
// What is missing or of the wrong kind counts as unknown.
PictureSample picture_sample_of(const json_file::Json& object);

}  // namespace gladi
