list(APPEND ODC_UI_SOURCES
  shell/activitypanel.cpp shell/activitypanel.h shell/archivecommands.cpp shell/archivecommands.h
  shell/auditcommands.cpp shell/auditcommands.h shell/auditdetails.cpp shell/auditdetails.h
  shell/auditwindow.cpp shell/auditwindow.h
  shell/archivestrip.cpp shell/archivestrip.h shell/cleaningwatch.cpp shell/cleaningwatch.h
  shell/dock.cpp shell/dock.h
  shell/dockholder.cpp shell/dockholder.h shell/keywatch.cpp shell/keywatch.h shell/mainwindow.cpp shell/mainwindow.h
  shell/navpanel.cpp shell/navpanel.h shell/newsline.cpp shell/newsline.h
  shell/operationscommands.cpp shell/operationscommands.h
  shell/openingstate.cpp shell/openingstate.h shell/pagestack.cpp shell/pagestack.h
  shell/shellactions.cpp shell/shellactions.h
  shell/statusline.cpp shell/statusline.h shell/transferspanel.cpp shell/transferspanel.h
  shell/transferwatch.cpp shell/transferwatch.h)
