# Precompiled headers, made once and shared by every target: reading Qt's headers is about half of what compiling a
# file without them takes. Only what many files include stands in them: loading all of <QtWidgets> (310 MB) takes longer
# than reading the few rarer headers that a file includes besides.
set(ODC_HEADERS_Core
  <algorithm> <cmath> <functional> <memory> <optional> <utility> <vector>
  <QByteArray> <QCoreApplication> <QDateTime> <QHash> <QJsonArray> <QJsonDocument> <QJsonObject> <QList> <QObject>
  <QPointer> <QSet> <QString> <QStringList> <QTimer> <QUrl> <QVariant>)
set(ODC_HEADERS_Widgets ${ODC_HEADERS_Core}
  <QAction> <QApplication> <QCheckBox> <QComboBox> <QDialog> <QDir> <QFileInfo> <QGridLayout> <QHBoxLayout>
  <QHeaderView> <QKeyEvent> <QLabel> <QLineEdit> <QListView> <QLocale> <QMainWindow> <QMenu> <QPainter> <QPushButton>
  <QScrollArea> <QSortFilterProxyModel> <QStackedWidget> <QTableView> <QToolButton> <QTreeView> <QVBoxLayout> <QWidget>)

# odc_make_headers(<name> LINK <targets>... HEADERS <headers>...): a set of them.
function(odc_make_headers name)
  cmake_parse_arguments(ARG "" "" "LINK;HEADERS" ${ARGN})
  set(target odc_headers_${name})
  file(GENERATE OUTPUT "${CMAKE_BINARY_DIR}/headers/${target}.cpp" CONTENT "// Holds the precompiled headers.\n")
  add_library(${target} STATIC "${CMAKE_BINARY_DIR}/headers/${target}.cpp")
  set_target_properties(${target} PROPERTIES AUTOMOC OFF AUTOUIC OFF)
  target_link_libraries(${target} PRIVATE odc_flags ${ARG_LINK})
  target_precompile_headers(${target} PRIVATE ${ARG_HEADERS})
endfunction()
odc_make_headers(Core LINK Qt6::Core HEADERS ${ODC_HEADERS_Core})
odc_make_headers(Widgets LINK Qt6::Widgets HEADERS ${ODC_HEADERS_Widgets})

# odc_share_headers(<target> <name>): has the target use them, but not for the generated list of its meta objects: that
# is one file, in some targets an empty one, which takes as long as loading the headers does.
function(odc_share_headers target name)
  target_precompile_headers(${target} REUSE_FROM odc_headers_${name})
  set_source_files_properties("${CMAKE_CURRENT_BINARY_DIR}/${target}_autogen/mocs_compilation.cpp"
    PROPERTIES SKIP_PRECOMPILE_HEADERS ON)
endfunction()

# odc_add_layer(<name> [WIDGETS] SOURCES <files>... [LINK <public targets>...] [PRIVATE <private targets>...])
#
# Makes the static library odc_<name> of the current folder. Its headers are included as "<name>/file.h", and that
# prefix exists only for targets that link odc_<name>: each layer gets an include folder of its own in the build tree
# that holds a single link to the source folder. An include against the direction of the house does not compile.
function(odc_add_layer name)
  cmake_parse_arguments(ARG "WIDGETS" "" "SOURCES;LINK;PRIVATE" ${ARGN})
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
  if(ARG_WIDGETS)
    odc_share_headers(${target} Widgets)
  else()
    odc_share_headers(${target} Core)
  endif()
  # Read by translations/CMakeLists.txt: lupdate must see every layer's sources, not just the program's.
  foreach(source IN LISTS ARG_SOURCES)
    set_property(GLOBAL APPEND PROPERTY ODC_TRANSLATED_SOURCES "${CMAKE_CURRENT_SOURCE_DIR}/${source}")
  endforeach()
endfunction()
