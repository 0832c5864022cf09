#include "ui/cli/option_list.h"

#include <CLI/CLI.hpp>

namespace gladi {
namespace {

constexpr double kDaySeconds = 86'400;

void require(CLI::Option* option, OptionList::Need need) {
  if (need == OptionList::Need::kRequired) option->required();
}

}  // namespace

void OptionList::text(const char* name, std::string& value, const char* help, Need need) {
  require(app_.add_option(name, value, translator_.tr(help))->type_name("TEXT"), need);
}

void OptionList::path(const char* name, std::filesystem::path& value, const char* help, Need need) {
  const auto take = [&value](const std::string& text) { value = text; };
  require(app_.add_option_function<std::string>(name, take, translator_.tr(help))->type_name("PATH"), need);
}

void OptionList::paths(const char* name, std::vector<std::filesystem::path>& values, const char* help) {
  const auto take = [&values](const std::vector<std::string>& texts) {
    values.assign(texts.begin(), texts.end());
  };
  app_.add_option_function<std::vector<std::string>>(name, take, translator_.tr(help))
      ->type_name("PATH")
      ->required();
}

void OptionList::whole_number(const char* name, int64_t& value, const char* help) {
  app_.add_option(name, value, translator_.tr(help))->type_name("N");
}

void OptionList::seconds(const char* name, double& value, const char* help) {
  app_.add_option(name, value, translator_.tr(help))
      ->type_name("SECONDS")
      ->check(CLI::Range(0.1, kDaySeconds));
}

void OptionList::flag(const char* name, bool& value, const char* help) {
  app_.add_flag(name, value, translator_.tr(help));
}

}  // namespace gladi
