#include "tests/support/gladi_program.h"

#include <gtest/gtest.h>

namespace gladi::test {

std::string gladi_program() {
  return std::string(GLADI_BINARY_DIR) + "/gladi";
}

CommandOutput gladi(std::vector<std::string> arguments) {
  arguments.insert(arguments.begin(), gladi_program());
  arguments.insert(arguments.end(), {"--lang", "en"});
  return run_command(arguments);
}

nlohmann::json answer_of(const CommandOutput& output) {
  EXPECT_EQ(output.exit_code, 0) << output.err;
  nlohmann::json answer = nlohmann::json::parse(output.out, nullptr, false);
  EXPECT_FALSE(answer.is_discarded()) << "no JSON: " << output.out << output.err;
  return answer;
}

std::string last_line(const std::string& text) {
  const size_t end = text.find_last_not_of('\n');
  if (end == std::string::npos) return {};
  const size_t before = text.rfind('\n', end);
  const size_t begin = before == std::string::npos ? 0 : before + 1;
  return text.substr(begin, end - begin + 1);
}

}  // namespace gladi::test
