// Small sound examples of what studio keeps, for tests to change in the one point they are about.
#pragma once

#include <filesystem>
#include <string>

#include "studio/catalogue/catalogue.h"
#include "studio/catalogue/rundown.h"
#include "studio/people/person.h"
#include "studio/session/session.h"

namespace gladi::test {

void write_text(const std::filesystem::path& file, const std::string& content);
std::string read_text(const std::filesystem::path& file);

// A picture that is drawn, 40 × 40.
std::string sample_svg();

Person sample_person(const std::string& name = "Siti Aminah");

// Two products ("kain" with a normal price, "tas" without) and a rundown of four segments, 10 minutes in all.
Catalogue sample_catalogue();
Rundown sample_rundown();

// The same as files, with a drawn photo: what load_catalogue reads without a fault. Returns the catalogue's
// folder.
std::filesystem::path write_sample_catalogue(const std::filesystem::path& parent);

// A take of 60 s that is ready, of sample_person() with sample_catalogue().
Session sample_session();

// A session folder made by hand, with session.json only. Returns the folder.
std::filesystem::path write_sample_session(const std::filesystem::path& parent,
                                           const std::string& folder_name, const Session& session);

}  // namespace gladi::test
