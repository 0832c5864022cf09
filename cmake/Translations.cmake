# po/id.po → build/…/locale/id/LC_MESSAGES/gladi.mo. English is the language of the message ids and needs no file.
#
# New sentences: `cmake --build build/test --target update_translations` adds them to po/id.po to be filled in;
# ui_tests fails on any that is missing.
find_program(XGETTEXT xgettext REQUIRED)
set(GLADI_LOCALE_DIR ${CMAKE_BINARY_DIR}/locale)
set(mo ${GLADI_LOCALE_DIR}/id/LC_MESSAGES/gladi.mo)
add_custom_command(
  OUTPUT ${mo}
  COMMAND ${CMAKE_COMMAND} -E make_directory ${GLADI_LOCALE_DIR}/id/LC_MESSAGES
  COMMAND ${GETTEXT_MSGFMT_EXECUTABLE} --check --output-file=${mo} ${CMAKE_SOURCE_DIR}/po/id.po
  DEPENDS ${CMAKE_SOURCE_DIR}/po/id.po
  COMMENT "Translations: Indonesian")
add_custom_target(translations ALL DEPENDS ${mo})

add_custom_target(update_translations
  COMMAND ${CMAKE_SOURCE_DIR}/po/extract ${CMAKE_SOURCE_DIR} ${CMAKE_BINARY_DIR}/gladi.pot
  COMMAND ${GETTEXT_MSGMERGE_EXECUTABLE} --quiet --update --backup=none --add-location=file --no-fuzzy-matching --no-wrap
          ${CMAKE_SOURCE_DIR}/po/id.po ${CMAKE_BINARY_DIR}/gladi.pot
  COMMENT "Adding new sentences to po/id.po")
install(FILES ${mo} DESTINATION share/locale/id/LC_MESSAGES)
