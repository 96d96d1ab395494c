list(APPEND ODC_UI_SOURCES context/pagecontext.h context/profileconnector.h context/shellcontext.h)
