# SPDX-License-Identifier: Apache-2.0
# The installed tree, which runs from wherever it is put: PREFIX/bin and PREFIX/share/opsmap, found from the executable
# (viewer/workspace/paths.cpp). The system's packages in cmake/packages.txt are needed beside it.
include(GNUInstallDirs)
if(OPSMAP_VIEWER)
  install(TARGETS opsmap opsmap-loader RUNTIME DESTINATION bin)
  install(DIRECTORY areas DESTINATION share/opsmap PATTERN "__pycache__" EXCLUDE)
  # Fetched by ./run and ./test, licence beside it; the symbols are missing, and said to be, where it was not.
  install(DIRECTORY ${PROJECT_BINARY_DIR}/milsymbol DESTINATION share/opsmap OPTIONAL)
  install(DIRECTORY geodata/crs/magnetic/ DESTINATION share/opsmap/magnetic FILES_MATCHING PATTERN "*.wmm" PATTERN
    "*.cof" PATTERN "SOURCES.md")
  install(FILES README.md DESTINATION share/doc/opsmap)
  # The fonts that layers/text names, with their licences, so that the tree shows the same letters on another machine.
  foreach(font NotoSans-Regular NotoSans-Bold NotoSans-Italic NotoSansArabic-Regular NotoSansArabic-Bold
    NotoSansHebrew-Regular NotoSansHebrew-Bold)
    install(FILES /usr/share/fonts/truetype/noto/${font}.ttf DESTINATION share/opsmap/fonts)
  endforeach()
  install(FILES /usr/share/fonts/truetype/dejavu/DejaVuSans.ttf /usr/share/fonts/truetype/dejavu/DejaVuSans-Bold.ttf
    DESTINATION share/opsmap/fonts)
  install(FILES /usr/share/doc/fonts-noto-core/copyright DESTINATION share/doc/opsmap RENAME LICENCE.fonts-noto)
  install(FILES /usr/share/doc/fonts-dejavu-core/copyright DESTINATION share/doc/opsmap RENAME LICENCE.fonts-dejavu)
endif()
