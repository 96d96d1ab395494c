list(APPEND ODC_UI_SOURCES
  shell/activitypanel.cpp shell/activitypanel.h shell/mainwindow.cpp shell/mainwindow.h shell/navpanel.cpp
  shell/navpanel.h shell/shellactions.cpp shell/shellactions.h
  shell/statusline.cpp shell/statusline.h)
