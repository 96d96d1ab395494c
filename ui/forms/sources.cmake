list(APPEND ODC_UI_SOURCES
  forms/createcalldialog.cpp forms/createcalldialog.h forms/createdialog.cpp forms/createdialog.h forms/echonote.h forms/fieldvalues.cpp forms/fieldvalues.h
  forms/jsonedit.cpp forms/jsonedit.h forms/jsonform.cpp forms/jsonform.h forms/jsonside.cpp forms/jsonside.h
  forms/labelsedit.cpp forms/labelsedit.h forms/lostcreatedialog.cpp forms/lostcreatedialog.h
  forms/messagelistedit.cpp forms/messagelistedit.h forms/metadataedit.cpp forms/metadataedit.h
  forms/problemline.cpp forms/problemline.h forms/templateedit.cpp forms/templateedit.h
  forms/uploadedfileedit.cpp forms/uploadedfileedit.h)
list(APPEND ODC_UI_SOURCES
  forms/filepicker.cpp forms/filepicker.h
  forms/filepickerdialog.cpp forms/filepickerdialog.h
  forms/graderforms.cpp forms/graderforms.h
  forms/graderspane.cpp forms/graderspane.h
  forms/rewardedit.cpp forms/rewardedit.h
  forms/trygraderdialog.cpp forms/trygraderdialog.h)
