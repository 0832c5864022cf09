// Runs the program under test as a person in a shell would.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "tests/support/command.h"

namespace gladi::test {

// The program itself: GLADI_BINARY_DIR/gladi.
std::string gladi_program();

// gladi ARGUMENTS --lang en
CommandOutput gladi(std::vector<std::string> arguments);

// What a command with --json said; a test failure when it failed or said no JSON.
nlohmann::json answer_of(const CommandOutput& output);

std::string last_line(const std::string& text);

}  // namespace gladi::test
