list(APPEND ODC_UI_SOURCES
  pages/areapage.cpp pages/areapage.h pages/sampleaction.cpp pages/sampleaction.h pages/stateheadline.cpp pages/stateheadline.h pages/treepage.cpp pages/treepage.h pages/treepane.cpp pages/treepane.h pages/treerowactions.cpp pages/treerowactions.h pages/bulkstrip.cpp pages/bulkstrip.h pages/detailspane.cpp pages/detailspane.h pages/dropzone.cpp
  pages/dropzone.h
  pages/keptrows.cpp pages/keptrows.h
  pages/lineslook.cpp pages/lineslook.h
  pages/linklist.cpp pages/linklist.h
  pages/knownuses.cpp pages/knownuses.h pages/useslist.cpp pages/useslist.h pages/usesdialog.cpp pages/usesdialog.h
  pages/deletionuses.cpp pages/deletionuses.h
  pages/cleaner/cleanerdialog.cpp pages/cleaner/cleanerdialog.h pages/cleaner/cleanercommands.cpp
  pages/cleaner/cleanercommands.h pages/cleaner/cleaningmodel.cpp pages/cleaner/cleaningmodel.h
  pages/cleaner/categorieslist.cpp pages/cleaner/categorieslist.h
  pages/evals/comparecards.cpp pages/evals/comparecards.h pages/evals/compareexports.cpp pages/evals/compareexports.h
  pages/evals/compareoutputs.cpp pages/evals/compareoutputs.h
  pages/evals/comparepane.cpp pages/evals/comparepane.h
  pages/evals/criteriaview.cpp pages/evals/criteriaview.h pages/evals/evalcommands.cpp pages/evals/evalcommands.h
  pages/evals/evaldetails.cpp pages/evals/evaldetails.h pages/evals/evaleditdialog.cpp pages/evals/evaleditdialog.h
  pages/evals/evalrowactions.cpp pages/evals/evalrowactions.h pages/evals/evalspage.cpp pages/evals/evalspage.h
  pages/evals/evaltreepane.cpp pages/evals/evaltreepane.h pages/evals/resultbars.cpp pages/evals/resultbars.h
  pages/exporter.cpp pages/exporter.h
  pages/files/filecommands.cpp pages/files/filecommands.h pages/files/filedetails.cpp
  pages/files/filedetails.h pages/files/linesfetch.cpp pages/files/linesfetch.h pages/files/filepreview.cpp pages/files/filepreview.h pages/files/filespage.cpp
  pages/files/filespage.h pages/jobstrips.cpp pages/jobstrips.h pages/listpage.cpp pages/listpage.h pages/listpane.cpp
  pages/columnspecs.cpp pages/columnspecs.h
  pages/listpane.h pages/liststates.cpp pages/liststates.h pages/pagelist.cpp pages/rowactions.cpp pages/rowactions.h
  pages/transfers/revealfile.cpp pages/transfers/revealfile.h pages/transfers/transfercommands.cpp
  pages/transfers/transfercommands.h pages/transfers/transferdetails.cpp pages/transfers/transferdetails.h
  pages/transfers/transferspage.cpp pages/transfers/transferspage.h)
list(APPEND ODC_UI_SOURCES
  pages/evals/evalfilepane.cpp pages/evals/evalfilepane.h pages/evals/promptpane.cpp pages/evals/promptpane.h
  pages/evals/rowspane.cpp pages/evals/rowspane.h pages/evals/runforms.cpp pages/evals/runforms.h
  pages/evals/newevaldialog.cpp pages/evals/newevaldialog.h pages/evals/newrundialog.cpp pages/evals/newrundialog.h
  pages/evals/schemaedit.cpp pages/evals/schemaedit.h)
list(APPEND ODC_UI_SOURCES
  pages/evals/itemdetails.cpp pages/evals/itemdetails.h pages/evals/itemsections.cpp pages/evals/itemsections.h
  pages/evals/itemspane.cpp pages/evals/itemspane.h pages/evals/noteedit.cpp pages/evals/noteedit.h)
list(APPEND ODC_UI_SOURCES
  pages/batches/batchcommands.cpp pages/batches/batchcommands.h pages/batches/batchdetails.cpp pages/batches/batchdetails.h
  pages/batches/batcherrorspane.cpp pages/batches/batcherrorspane.h pages/batches/batchespage.cpp pages/batches/batchespage.h
  pages/batches/batchheadline.cpp pages/batches/batchheadline.h pages/batches/batchtimeline.cpp pages/batches/batchtimeline.h
  pages/filedownload.cpp pages/filedownload.h)
list(APPEND ODC_UI_SOURCES
  pages/batches/batchcheckview.cpp pages/batches/batchcheckview.h pages/batches/batchfilepane.cpp pages/batches/batchfilepane.h
  pages/batches/batchrestpane.cpp pages/batches/batchrestpane.h pages/batches/batchsettingspane.cpp
  pages/batches/batchsettingspane.h pages/batches/batchsourcepane.h pages/batches/batchtableform.cpp pages/batches/batchtablepane.cpp
  pages/batches/batchtablepane.h pages/batches/batchuploadedpane.cpp pages/batches/batchuploadedpane.h
  pages/batches/columntemplate.cpp pages/batches/columntemplate.h pages/batches/newbatchdialog.cpp
  pages/batches/newbatchdialog.h pages/batches/newbatchsending.cpp)
list(APPEND ODC_UI_SOURCES
  pages/batches/figurebars.cpp pages/batches/figurebars.h
  pages/batches/requestview.cpp pages/batches/requestview.h
  pages/batches/resultexports.cpp pages/batches/resultexports.h
  pages/batches/resultshead.cpp pages/batches/resultshead.h
  pages/batches/resultspane.cpp pages/batches/resultspane.h
  pages/batches/resultswords.cpp pages/batches/resultswords.h)
list(APPEND ODC_UI_SOURCES
  pages/stores/addfilesdialog.cpp pages/stores/addfilesdialog.h pages/stores/attributedelegate.cpp
  pages/stores/attributedelegate.h pages/stores/attributesedit.cpp pages/stores/attributesedit.h
  pages/stores/attributesediting.cpp pages/stores/attributesediting.h pages/stores/attributesexchange.cpp
  pages/stores/attributespane.cpp
  pages/stores/attributespane.h pages/stores/attributesreviewdialog.cpp pages/stores/attributesreviewdialog.h
  pages/stores/attributessending.cpp pages/stores/chunkfindbar.cpp pages/stores/chunkfindbar.h
  pages/stores/chunkingedit.cpp pages/stores/chunkingedit.h pages/stores/chunkview.cpp pages/stores/chunkview.h
  pages/stores/contentspane.cpp pages/stores/contentspane.h pages/stores/contentsstates.cpp
  pages/stores/deletestoredialog.cpp pages/stores/deletestoredialog.h
  pages/stores/filterbuilder.cpp pages/stores/filterbuilder.h pages/stores/filtergroup.cpp pages/stores/filterrows.cpp
  pages/stores/filterrows.h pages/stores/keydialog.cpp pages/stores/keydialog.h pages/stores/labcard.cpp
  pages/stores/labcard.h pages/stores/labcards.cpp pages/stores/labcards.h pages/stores/labcommands.cpp
  pages/stores/labcommands.h pages/stores/labhitdelegate.cpp pages/stores/labhits.cpp pages/stores/labhits.h
  pages/stores/labquerybar.cpp pages/stores/labquerybar.h pages/stores/labquerydialog.cpp
  pages/stores/labquerydialog.h pages/stores/labsetmodel.cpp pages/stores/labsetmodel.h pages/stores/labsetpanel.cpp
  pages/stores/labsetpanel.h pages/stores/labsettingdialog.cpp pages/stores/labsettingdialog.h
  pages/stores/newstoredialog.cpp pages/stores/newstoredialog.h pages/stores/searchlabactions.cpp
  pages/stores/searchlabpane.cpp pages/stores/searchlabpane.h pages/stores/storechoicedialog.cpp
  pages/stores/storechoicedialog.h pages/stores/storecommands.cpp pages/stores/storecommands.h
  pages/stores/storedetails.cpp pages/stores/storedetails.h pages/stores/storeeditdialog.cpp
  pages/stores/storeeditdialog.h pages/stores/storefailurespane.cpp pages/stores/storefailurespane.h
  pages/stores/storeintake.cpp pages/stores/storeintake.h pages/stores/storerowactions.cpp
  pages/stores/storerowactions.h pages/stores/storespage.cpp pages/stores/storespage.h
  pages/stores/storespageactions.cpp pages/stores/storetreepane.cpp pages/stores/storetreepane.h
  pages/stores/syncfolderdialog.cpp pages/stores/syncfolderdialog.h)
list(APPEND ODC_UI_SOURCES
  pages/finetuning/bestdelegate.cpp pages/finetuning/bestdelegate.h
  pages/finetuning/checkpointspane.cpp pages/finetuning/checkpointspane.h
  pages/finetuning/permissionsediting.cpp
  pages/finetuning/permissionspane.cpp pages/finetuning/permissionspane.h
  pages/finetuning/permissionsstates.cpp
  pages/finetuning/projectdialog.cpp pages/finetuning/projectdialog.h)
list(APPEND ODC_UI_SOURCES
  pages/finetuning/eventspane.cpp pages/finetuning/eventspane.h
  pages/finetuning/finetuningcommands.cpp pages/finetuning/finetuningcommands.h
  pages/finetuning/finetuningdetails.cpp pages/finetuning/finetuningdetails.h
  pages/finetuning/finetuningheadline.cpp pages/finetuning/finetuningheadline.h
  pages/finetuning/finetuningpage.cpp pages/finetuning/finetuningpage.h
  pages/finetuning/finetuningpageactions.cpp
  pages/finetuning/resultslook.cpp pages/finetuning/resultslook.h)
list(APPEND ODC_UI_SOURCES
  pages/finetuning/hyperparametersedit.cpp pages/finetuning/hyperparametersedit.h
  pages/finetuning/integrationsedit.cpp pages/finetuning/integrationsedit.h
  pages/finetuning/newjobdialog.cpp pages/finetuning/newjobdialog.h
  pages/finetuning/newjobparts.cpp
  pages/finetuning/newjobsending.cpp
  pages/finetuning/trainingcheckview.cpp pages/finetuning/trainingcheckview.h
  pages/finetuning/trainingfileedit.cpp pages/finetuning/trainingfileedit.h)
list(APPEND ODC_UI_SOURCES
  pages/overview/changespane.cpp pages/overview/changespane.h
  pages/overview/closingnote.cpp pages/overview/closingnote.h
  pages/overview/overviewboard.cpp pages/overview/overviewboard.h
  pages/overview/overviewcards.cpp pages/overview/overviewcards.h
  pages/overview/overviewpage.cpp pages/overview/overviewpage.h pages/overview/overviewpagewords.cpp
  pages/overview/overviewrows.cpp pages/overview/overviewrows.h)
