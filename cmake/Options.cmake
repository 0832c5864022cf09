# Compiler options shared by every target of ours, as one interface target.
add_library(gladi_options INTERFACE)
add_library(gladi::options ALIAS gladi_options)
target_include_directories(gladi_options INTERFACE ${CMAKE_SOURCE_DIR})
target_compile_options(gladi_options INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor
  -Wold-style-cast -Woverloaded-virtual -Wno-missing-field-initializers)
if(GLADI_WARNINGS_AS_ERRORS)
  target_compile_options(gladi_options INTERFACE -Werror)
endif()
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
  # Sees overlaps in std::string's own code that are not there (GCC bug 105651), and has doubts about std::variant's
  # that depend on what is inlined: told, not fatal.
  target_compile_options(gladi_options INTERFACE -Wno-restrict)
  if(GLADI_WARNINGS_AS_ERRORS)
    target_compile_options(gladi_options INTERFACE -Wno-error=maybe-uninitialized)
  endif()
endif()
if(CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
  target_compile_options(gladi_options INTERFACE -Wthread-safety)
endif()
if(GLADI_SANITIZE)
  target_compile_options(gladi_options INTERFACE -fsanitize=${GLADI_SANITIZE} -fno-omit-frame-pointer
    -fno-sanitize-recover=all)
  target_link_options(gladi_options INTERFACE -fsanitize=${GLADI_SANITIZE})
endif()
# libyuv and libav hand out C structs whose headers are not ours to warn about: they come in as SYSTEM.
find_package(Threads REQUIRED)
target_link_libraries(gladi_options INTERFACE Threads::Threads)

# gladi_quick_build(TARGET HEADER...): with GLADI_QUICK_BUILD, reads the standard library's headers (half of what a
# source file costs to compile) and these only once for the whole target. Not by default: without it each file shows
# that it includes what it needs, and ccache finds more.
function(gladi_quick_build target)
  if(NOT GLADI_QUICK_BUILD)
    return()
  endif()
  target_precompile_headers(${target} PRIVATE <algorithm> <atomic> <chrono> <cmath> <deque> <filesystem> <functional>
    <map> <memory> <optional> <string> <thread> <variant> <vector> <fmt/format.h> <tl/expected.hpp> ${ARGN})
  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    # ccache looks into precompiled headers by this; and GCC 12 sees overflows in std::string that are not there.
    target_compile_options(${target} PRIVATE -fpch-preprocess -Wno-stringop-overflow -Wno-array-bounds)
  endif()
endfunction()
