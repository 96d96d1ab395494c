list(APPEND ODC_UI_SOURCES
  theme/buttonpainting.cpp theme/celllayout.cpp theme/celllayout.h theme/curvecolours.cpp theme/curvecolours.h theme/consolestyle.cpp theme/consolestyle.h theme/controlpainting.cpp theme/figures.cpp
  theme/figures.h theme/iconset.cpp theme/iconset.h theme/metrics.h theme/plaintooltip.cpp theme/plaintooltip.h theme/shapes.cpp theme/shapes.h theme/theme.cpp
  theme/theme.h theme/tokens.h theme/stylemetrics.cpp theme/variants.cpp theme/variants.h theme/viewpainting.cpp)
