list(APPEND ODC_UI_SOURCES actions/actioncollection.cpp actions/actioncollection.h actions/menus.cpp actions/menus.h)
