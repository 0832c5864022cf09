// Takes of a class as a table for a spreadsheet: a row each.
#pragma once

#include <string>
#include <vector>

#include "studio/share/take_report.h"

namespace gladi {

// As write_csv() writes it, with a row of headings. Numbers as the language writes them; what isn't known is
// an empty cell. No sums and no order but the given one: nobody is ranked.
std::string class_table(const std::vector<TakeReport>& takes, const ReportWords& words);

}  // namespace gladi
