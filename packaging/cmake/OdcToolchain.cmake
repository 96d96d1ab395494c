# Compiler cache, linker and the flags every target of the project is built with.

find_program(ODC_CCACHE ccache)
if(ODC_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  # The sloppiness settings are what ccache's manual asks for with precompiled headers.
  set(CMAKE_CXX_COMPILER_LAUNCHER "${CMAKE_COMMAND};-E;env;CCACHE_BASEDIR=${CMAKE_SOURCE_DIR};CCACHE_NOHASHDIR=1;CCACHE_SLOPPINESS=pch_defines,time_macros;${ODC_CCACHE}")
endif()

find_program(ODC_MOLD mold)
if(ODC_MOLD AND NOT APPLE AND NOT ODC_SANITIZE)
  add_link_options(-fuse-ld=mold)
endif()

add_library(odc_flags INTERFACE)
target_compile_definitions(odc_flags INTERFACE
  QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_URL_CAST_FROM_STRING QT_NO_CAST_FROM_BYTEARRAY
  QT_NO_CONTEXTLESS_CONNECT QT_NO_NARROWING_CONVERSIONS_IN_CONNECT QT_STRICT_ITERATORS QT_NO_FOREACH
  QT_NO_KEYWORDS QT_DISABLE_DEPRECATED_BEFORE=0x060400)
target_compile_options(odc_flags INTERFACE
  -Wall -Wextra -Wold-style-cast -Woverloaded-virtual -Wnon-virtual-dtor -Wimplicit-fallthrough
  -Werror=switch -Werror=return-type)
if(ODC_WERROR)
  target_compile_options(odc_flags INTERFACE -Werror)
endif()
if(ODC_SANITIZE)
  add_compile_options(-fsanitize=${ODC_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
  add_link_options(-fsanitize=${ODC_SANITIZE})
endif()
