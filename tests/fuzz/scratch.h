// A folder for the files that a fuzzed reader opens: one for the whole run.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>

namespace gladi::fuzz {

// Made at the first call, taken away at the end.
const std::filesystem::path& scratch();

void write(const std::filesystem::path& file, const std::string& content);

// What a run gets: its first byte chooses between readers, the rest is the file.
struct Input {
  Input(const uint8_t* data, size_t size);
  int choice = 0;
  std::string text;
};

// A broken promise of the reader: ends the run, so that libFuzzer keeps the input.
void expect(bool kept, const char* promise);

}  // namespace gladi::fuzz
