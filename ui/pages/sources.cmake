list(APPEND ODC_UI_SOURCES
  pages/bulkstrip.cpp pages/bulkstrip.h pages/files/filecommands.cpp pages/files/filecommands.h
  pages/files/filedetails.cpp pages/files/filedetails.h pages/files/filepreview.cpp pages/files/filepreview.h
  pages/files/filespage.cpp pages/files/filespage.h pages/listpane.cpp pages/listpane.h pages/areapage.h
  pages/pagelist.cpp pages/rowactions.cpp pages/rowactions.h)
