list(APPEND ODC_UI_SOURCES
  palette/objectfetch.cpp palette/objectfetch.h palette/palette.cpp palette/palette.h palette/paletteactions.cpp
  palette/paletteactions.h palette/palettedelegate.cpp palette/palettedelegate.h palette/palettefinder.cpp
  palette/palettefinder.h palette/palettemodel.cpp palette/palettemodel.h palette/paletteobjects.cpp
  palette/paletteobjects.h palette/paletterow.h palette/paletteview.cpp palette/paletteview.h)
