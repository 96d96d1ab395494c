list(APPEND ODC_UI_SOURCES
  delegates/celldelegate.cpp delegates/celldelegate.h delegates/progressdelegate.cpp delegates/progressdelegate.h
  delegates/statedelegate.cpp delegates/statedelegate.h)
