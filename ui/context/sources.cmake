list(APPEND ODC_UI_SOURCES context/archiveservice.h context/pagecontext.h context/profileconnector.h context/shellcontext.h)
