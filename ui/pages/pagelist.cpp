// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/batches/batchespage.h"
#include "ui/pages/evals/evalspage.h"
#include "ui/pages/files/filespage.h"
#include "ui/pages/finetuning/finetuningpage.h"
#include "ui/pages/overview/overviewpage.h"
#include "ui/pages/stores/storespage.h"
#include "ui/pages/transfers/transferspage.h"
#include "ui/pages/areapage.h"

#include <QCoreApplication>

namespace odc {

using namespace Qt::StringLiterals;

QList<PageInfo> pageList()
{
    return {
        {u"overview"_s, Icon::Overview, QCoreApplication::translate("PageList", "Overview"),
         [](const PageContext &context, QWidget *parent) -> AreaPage * { return new OverviewPage(context, parent); }},
        {u"files"_s, Icon::File, QCoreApplication::translate("PageList", "Files"),
         [](const PageContext &context, QWidget *parent) -> AreaPage * { return new FilesPage(context, parent); }},
        {u"transfers"_s, Icon::Transfers, QCoreApplication::translate("PageList", "Transfers"),
         [](const PageContext &context, QWidget *parent) -> AreaPage * { return new TransfersPage(context, parent); }},
        {u"batches"_s, Icon::Batches, QCoreApplication::translate("PageList", "Batches"),
         [](const PageContext &context, QWidget *parent) -> AreaPage * { return new BatchesPage(context, parent); }},
        {u"stores"_s, Icon::Stores, QCoreApplication::translate("PageList", "Vector stores"),
         [](const PageContext &context, QWidget *parent) -> AreaPage * { return new StoresPage(context, parent); }},
        {u"evals"_s, Icon::Evals, QCoreApplication::translate("PageList", "Evals"),
         [](const PageContext &context, QWidget *parent) -> AreaPage * { return new EvalsPage(context, parent); }},
        {u"finetuning"_s, Icon::Finetune, QCoreApplication::translate("PageList", "Fine-tuning"),
         [](const PageContext &context, QWidget *parent) -> AreaPage * { return new FineTuningPage(context, parent); }},
    };
}

} // namespace odc
