list(APPEND ODC_UI_SOURCES
  widgets/buttons.cpp widgets/buttons.h widgets/card.cpp widgets/card.h widgets/cellgrid.cpp widgets/cellgrid.h
  widgets/chipbar.cpp widgets/chipbar.h
  widgets/dayedit.cpp widgets/dayedit.h
  widgets/colouricon.cpp widgets/colouricon.h
  widgets/columnlayout.cpp widgets/columnlayout.h widgets/elidedlabel.cpp widgets/elidedlabel.h
  widgets/fieldgrid.cpp widgets/fieldgrid.h widgets/filteredit.cpp widgets/filteredit.h widgets/findbar.cpp
  widgets/findbar.h widgets/findbarbase.cpp widgets/findbarbase.h widgets/headercolumns.cpp widgets/headercolumns.h widgets/imageview.cpp widgets/imageview.h widgets/jsonlines.cpp widgets/jsonlines.h
  widgets/jsonlview.cpp widgets/jsonlview.h widgets/jsonview.cpp widgets/jsonview.h widgets/linefindbar.cpp widgets/linefindbar.h widgets/linepane.cpp widgets/linepane.h
  widgets/linesmodel.cpp widgets/linesmodel.h widgets/linesview.cpp widgets/linesview.h widgets/linesviewaccess.cpp widgets/linesviewaccess.h widgets/labels.cpp widgets/labels.h widgets/messagebar.cpp
  widgets/messagebar.h widgets/navlist.cpp widgets/navlist.h widgets/pageheader.cpp widgets/pageheader.h
  widgets/profilebutton.cpp widgets/profilebutton.h widgets/progressstrip.cpp widgets/progressstrip.h
  widgets/selection.cpp widgets/selection.h
  widgets/scrollanchor.cpp widgets/scrollanchor.h widgets/scrollcolumn.cpp widgets/scrollcolumn.h
  widgets/stateoverlay.cpp widgets/stateoverlay.h
  widgets/tableview.cpp widgets/tableview.h widgets/taborder.cpp widgets/taborder.h
  widgets/treeview.cpp widgets/treeview.h
  widgets/transcriptview.cpp widgets/transcriptview.h)
