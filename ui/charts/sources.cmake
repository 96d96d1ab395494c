list(APPEND ODC_UI_SOURCES charts/histogrambars.cpp charts/histogrambars.h)
list(APPEND ODC_UI_SOURCES charts/ratehistory.cpp charts/ratehistory.h charts/rateplot.cpp charts/rateplot.h)
