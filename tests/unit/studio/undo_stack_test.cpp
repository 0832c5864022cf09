#include "studio/base/undo_stack.h"

#include <gtest/gtest.h>

namespace gladi {
namespace {

TEST(Undo, TakesStepsBackAndForthAgain) {
  UndoStack<int> stack(1);
  EXPECT_FALSE(stack.can_undo());
  stack.change(2);
  stack.change(3);
  stack.undo();
  EXPECT_EQ(stack.now(), 2);
  stack.undo();
  EXPECT_EQ(stack.now(), 1);
  stack.undo();
  EXPECT_EQ(stack.now(), 1);
  stack.redo();
  stack.redo();
  EXPECT_EQ(stack.now(), 3);
  EXPECT_FALSE(stack.can_redo());
}

TEST(Undo, ANewStepForgetsWhatWasUndone) {
  UndoStack<int> stack(1);
  stack.change(2);
  stack.undo();
  stack.change(5);
  EXPECT_FALSE(stack.can_redo());
  stack.undo();
  EXPECT_EQ(stack.now(), 1);
}

TEST(Undo, StepsOfTheSameFieldAreOne) {
  UndoStack<std::string> stack("");
  stack.change("K", "name");
  stack.change("Ka", "name");
  stack.change("Kain", "name");
  stack.change("Kain!", "other");
  stack.undo();
  EXPECT_EQ(stack.now(), "Kain");
  stack.undo();
  EXPECT_EQ(stack.now(), "");
}

TEST(Undo, AFieldThatWasLeftBeginsANewStep) {
  UndoStack<std::string> stack("");
  stack.change("a", "name");
  stack.end_merge();
  stack.change("ab", "name");
  stack.undo();
  EXPECT_EQ(stack.now(), "a");
  // After an undo typing goes on as a step of its own.
  stack.change("ac", "name");
  stack.undo();
  EXPECT_EQ(stack.now(), "a");
}

TEST(Undo, WhatChangesNothingIsNoStep) {
  UndoStack<int> stack(1);
  stack.change(1);
  EXPECT_FALSE(stack.can_undo());
}

TEST(Undo, KeepsABoundedNumberOfSteps) {
  UndoStack<int> stack(0);
  for (int i = 1; i <= 500; ++i) stack.change(i);
  int steps = 0;
  for (; stack.can_undo(); ++steps) stack.undo();
  EXPECT_EQ(steps, static_cast<int>(UndoStack<int>::kMostSteps));
  EXPECT_EQ(stack.now(), 300);
}

}  // namespace
}  // namespace gladi
