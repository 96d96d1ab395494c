list(APPEND ODC_UI_SOURCES
  dialogs/archivecopydialog.cpp dialogs/archivecopydialog.h dialogs/archivedialog.cpp dialogs/archivedialog.h
  dialogs/archivereportdialog.cpp dialogs/archivereportdialog.h
  dialogs/alertkinds.cpp dialogs/alertkinds.h dialogs/alertsedit.cpp dialogs/alertsedit.h dialogs/indexedit.cpp dialogs/indexedit.h dialogs/aboutdialog.cpp dialogs/aboutdialog.h dialogs/colourpicker.cpp dialogs/colourpicker.h dialogs/bulkreportdialog.cpp dialogs/bulkreportdialog.h
  dialogs/pathdrop.cpp dialogs/pathdrop.h dialogs/confirmdialog.cpp dialogs/confirmdialog.h dialogs/consoledialog.cpp dialogs/consoledialog.h
  dialogs/profileform.cpp dialogs/preferencesdialog.cpp dialogs/preferencesdialog.h dialogs/profileform.h
  dialogs/profilesaver.cpp dialogs/profilesaver.h dialogs/profilesdialog.cpp dialogs/profilesdialog.h dialogs/shortcutsdialog.cpp dialogs/shortcutsdialog.h
  dialogs/expiryedit.cpp dialogs/expiryedit.h dialogs/gatherdialog.cpp dialogs/gatherdialog.h
  dialogs/uploaddialog.cpp dialogs/uploaddialog.h
  dialogs/pricesedit.cpp dialogs/pricesedit.h dialogs/pricesmodel.cpp dialogs/pricesmodel.h
  dialogs/jsonlviewerdialog.cpp dialogs/jsonlviewerdialog.h dialogs/operationsdialog.cpp dialogs/operationsdialog.h
  dialogs/lostanswerdialog.cpp dialogs/lostanswerdialog.h dialogs/hintlabel.h dialogs/unsaveddialog.cpp dialogs/unsaveddialog.h)
