# odc_add_layer(<name> SOURCES <files>... [LINK <public targets>...] [PRIVATE <private targets>...] [PCH <headers>...])
#
# What is precompiled is QtCore unless PCH says otherwise: reading Qt's headers is about half of what compiling a file
# without it takes.
#
# Makes the static library odc_<name> of the current folder. Its headers are included as "<name>/file.h", and that
# prefix exists only for targets that link odc_<name>: each layer gets an include folder of its own in the build tree
# that holds a single link to the source folder. An include against the direction of the house does not compile.
function(odc_add_layer name)
  cmake_parse_arguments(ARG "" "" "SOURCES;LINK;PRIVATE;PCH" ${ARGN})
  set(target odc_${name})
  add_library(${target} STATIC ${ARG_SOURCES})
  set_target_properties(${target} PROPERTIES AUTOMOC ON)
  set(prefix "${CMAKE_BINARY_DIR}/include/${name}")
  file(MAKE_DIRECTORY "${prefix}")
  if(NOT EXISTS "${prefix}/${name}")
    file(CREATE_LINK "${CMAKE_CURRENT_SOURCE_DIR}" "${prefix}/${name}" SYMBOLIC)
  endif()
  target_include_directories(${target} PUBLIC "${prefix}")
  target_link_libraries(${target} PUBLIC ${ARG_LINK} PRIVATE odc_flags ${ARG_PRIVATE})
  if(NOT ARG_PCH)
    set(ARG_PCH <QtCore>)
  endif()
  target_precompile_headers(${target} PRIVATE ${ARG_PCH})
  # Read by translations/CMakeLists.txt: lupdate must see every layer's sources, not just the program's.
  foreach(source IN LISTS ARG_SOURCES)
    set_property(GLOBAL APPEND PROPERTY ODC_TRANSLATED_SOURCES "${CMAKE_CURRENT_SOURCE_DIR}/${source}")
  endforeach()
endfunction()
