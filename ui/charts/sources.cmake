list(APPEND ODC_UI_SOURCES charts/ratehistory.cpp charts/ratehistory.h charts/rateplot.cpp charts/rateplot.h)
