// Tables as spreadsheets write them: RFC 4180 and what Excel, LibreOffice and Google Sheets make of it.
#pragma once

#include <string>
#include <vector>

namespace gladi {

struct CsvRow {
  int number = 0;  // as the spreadsheet counts, 1 is the first; empty rows count too
  bool broken =
      false;  // quotes that don't pair up: no cells; the rows after it are read again from its next line
  std::vector<std::string> cells;  // UTF-8, trimmed; line breaks inside a cell are \n

  bool empty() const;
};

struct CsvTable {
  char separator = ';';
  std::vector<CsvRow> rows;
};

// Never fails. UTF-8 (with or without a byte order mark), UTF-16 with one, otherwise Windows-1252. The
// separator is what the line "sep=;" names, or the most frequent of semicolon, comma and tab in the first
// row. CR LF, LF and CR end a row; a quoted cell may hold separators, line breaks and doubled quotes. What
// write_csv() put before a formula is taken away again.
CsvTable read_csv(const std::string& bytes);

// UTF-8 with a byte order mark and CR LF, as Excel expects it. A cell that a spreadsheet would take for a
// formula (OWASP "CSV injection": = + - @ tab CR at its beginning) gets a ' before it.
std::string write_csv(const std::vector<std::vector<std::string>>& rows, char separator = ';');

// Text of unknown origin as UTF-8, as read_csv() guesses it.
std::string to_utf8(const std::string& bytes);

}  // namespace gladi
