// The rundown that lies in a catalogue's folder. For studio's .cpp files only.
#pragma once

#include "studio/catalogue/catalogue_file.h"
#include "studio/catalogue/toml_reader.h"

namespace gladi {

// Never fails: a plain rundown is made where rundown.toml is missing or can't be used; the latter is a fault.
LoadedRundown rundown_of(const Catalogue& catalogue);

// One [[segment]]; nullopt, with the reason noted in `reader`, when it can't be used.
std::optional<Segment> read_segment(TomlReader& reader, const toml::table& table, const Catalogue& catalogue);

}  // namespace gladi
