#include "ui/app/keys.h"

#include "encoder/base/message.h"

namespace gladi {
namespace {

constexpr KeyHelp kAnywhere[] = {
    {"F8", GLADI_TEXT("Projector on and off")},         {"F11", GLADI_TEXT("Full screen")},
    {"Tab", GLADI_TEXT("To the next button or field")}, {"Esc", GLADI_TEXT("Back; nothing is lost")},
    {"Ctrl+Q", GLADI_TEXT("Close the program")},
};

constexpr KeyHelp kHome[] = {
    {"F9", GLADI_TEXT("Start rehearsing")},
    {"F2", GLADI_TEXT("Settings")},
    {"N", GLADI_TEXT("The next person of the class")},
};

constexpr KeyHelp kStudio[] = {
    {"F9", GLADI_TEXT("Start and stop")},   {"←  →", GLADI_TEXT("Product before, next product")},
    {"1–9", GLADI_TEXT("To this product")}, {"Enter", GLADI_TEXT("The question is answered")},
    {"P", GLADI_TEXT("Pin the question")},  {"B", GLADI_TEXT("Hide a rude line")},
    {"F", GLADI_TEXT("Flash sale")},        {"M", GLADI_TEXT("Mark the moment")},
    {"L", GLADI_TEXT("Another layout")},    {"O", GLADI_TEXT("What viewers see on the picture")},
};

constexpr KeyHelp kPrompter[] = {
    {GLADI_TEXT("Space"), GLADI_TEXT("Tick off a key point, let a text roll")},
    {GLADI_TEXT("Backspace"), GLADI_TEXT("Take the last tick back")},
    {"↑  ↓", GLADI_TEXT("Another key point; a text faster, slower")},
    {"T", GLADI_TEXT("Key points or text")},
    {"+  −", GLADI_TEXT("Larger, smaller letters")},
};

constexpr KeyHelp kReview[] = {
    {GLADI_TEXT("Space"), GLADI_TEXT("Play and pause")},
    {"←  →", GLADI_TEXT("5 seconds back, on")},
    {",  .", GLADI_TEXT("One frame back, on")},
    {"Home  End", GLADI_TEXT("To the beginning, to the end")},
    {"C", GLADI_TEXT("Write a comment")},
    {"N", GLADI_TEXT("The next person of the class")},
};

constexpr KeyHelp kEditor[] = {
    {"Ctrl+N", GLADI_TEXT("New product or segment")},
    {"PgUp  PgDn", GLADI_TEXT("Choose another one")},
    {"Ctrl+↑  Ctrl+↓", GLADI_TEXT("Move it up or down (or drag it with the mouse)")},
    {"Ctrl+Z", GLADI_TEXT("Undo")},
    {"Ctrl+Shift+Z", GLADI_TEXT("Redo")},
};

}  // namespace

const char* name_of(KeyPlace place) {
  switch (place) {
    case KeyPlace::kHome:
      return GLADI_TEXT("On the first screen");
    case KeyPlace::kStudio:
      return GLADI_TEXT("While rehearsing");
    case KeyPlace::kPrompter:
      return GLADI_TEXT("What you read while rehearsing");
    case KeyPlace::kReview:
      return GLADI_TEXT("Watching a recording");
    case KeyPlace::kEditor:
      return GLADI_TEXT("Editing products");
    case KeyPlace::kAnywhere:
      break;
  }
  return GLADI_TEXT("Everywhere");
}

std::span<const KeyHelp> keys_of(KeyPlace place) {
  switch (place) {
    case KeyPlace::kHome:
      return kHome;
    case KeyPlace::kStudio:
      return kStudio;
    case KeyPlace::kPrompter:
      return kPrompter;
    case KeyPlace::kReview:
      return kReview;
    case KeyPlace::kEditor:
      return kEditor;
    case KeyPlace::kAnywhere:
      break;
  }
  return kAnywhere;
}

}  // namespace gladi
