// At the start: takes that were cut off, or whose final file is still to be made, are made whole in the
// background.
#pragma once

#include "ui/app/services.h"

namespace gladi {

// Looks at all folders in the background: thousands of takes don't hold up the window. Says of each recovered
// take up to where it is safe. `services` outlives its worker's jobs.
void recover_interrupted_takes(Services& services);

// Makes the final file of one stopped take in the background.
void finish_take(Services& services, const std::filesystem::path& session_folder);

// Goes on with withdrawals that were cut off, in the background.
void continue_cut_off_withdrawals(Services& services);

}  // namespace gladi
