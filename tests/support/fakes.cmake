# Stand-ins that need neither a wire nor a server: odc_fakes.
add_library(odc_fakes STATIC
  ${CMAKE_CURRENT_LIST_DIR}/fakeclock.cpp ${CMAKE_CURRENT_LIST_DIR}/fakeclock.h
  ${CMAKE_CURRENT_LIST_DIR}/faketransport.cpp ${CMAKE_CURRENT_LIST_DIR}/faketransport.h
  ${CMAKE_CURRENT_LIST_DIR}/rawserver.cpp ${CMAKE_CURRENT_LIST_DIR}/rawserver.h)
set_target_properties(odc_fakes PROPERTIES AUTOMOC ON)
target_include_directories(odc_fakes PUBLIC ${CMAKE_CURRENT_LIST_DIR}/..)
target_link_libraries(odc_fakes PUBLIC odc_net Qt6::Network PRIVATE odc_flags)
odc_reuse_headers(odc_fakes)
