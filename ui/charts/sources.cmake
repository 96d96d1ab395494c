list(APPEND ODC_UI_SOURCES charts/histogrambars.cpp charts/histogrambars.h)
list(APPEND ODC_UI_SOURCES
  charts/curveaxis.cpp charts/curveaxis.h charts/curvedata.cpp charts/curvedata.h charts/curveexport.cpp charts/curveexport.h
  charts/curvereading.cpp charts/curverun.h charts/curvescene.h charts/curveset.cpp charts/curveset.h charts/curveslegend.cpp charts/curveslegend.h
  charts/curvespainter.cpp charts/curvespans.cpp charts/curvespans.h charts/curvesplot.cpp charts/curvesplot.h
  charts/curvesplotaccess.cpp charts/curvesplotaccess.h charts/curvesplotinput.cpp charts/curvestablemodel.cpp
  charts/curvestablemodel.h charts/curvesymbols.cpp charts/curvesview.cpp charts/curvesview.h charts/curvesviewexport.cpp charts/ratehistory.cpp
  charts/ratehistory.h charts/rateplot.cpp charts/rateplot.h)
