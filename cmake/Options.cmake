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
  # Sees overlaps in std::string's own code that are not there (GCC bug 105651).
  target_compile_options(gladi_options INTERFACE -Wno-restrict)
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
