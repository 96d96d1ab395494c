// SPDX-License-Identifier: GPL-3.0-or-later
#include "tour.h"

#include "app/services.h"
#include "finetuning/metriclog.h"
#include "lists/rowmodelbase.h"
#include "ui/actions/actioncollection.h"
#include "ui/charts/curveset.h"
#include "ui/charts/curvesview.h"
#include "ui/dialogs/uploaddialog.h"
#include "ui/pages/areapage.h"
#include "ui/shell/mainwindow.h"
#include "ui/theme/theme.h"
#include "ui/widgets/filteredit.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QEventLoop>
#include <QFile>
#include <QFileDialog>
#include <QPlainTextEdit>
#include <QTabBar>
#include <QTableView>
#include <QTimer>

#include <cstdio>

#include <algorithm>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

constexpr int stepTimeoutMs = 30'000;
const auto tourFile = u"tour-tickets.jsonl"_s;

void say(const char *state, const char *what, const QString &why = {})
{
    std::printf("%s %s%s%s\n", state, what, why.isEmpty() ? "" : ": ", qPrintable(why));
    std::fflush(stdout);
}

} // namespace

Tour::Tour(Services &services, MainWindow &window, const QString &folder)
    : m_services(services), m_window(window), m_folder(QDir(folder).absolutePath())
{
}

template <typename T>
T *Tour::find(const QString &name) const
{
    // Dialogs are children of the page that opened them.
    return m_window.findChild<T *>(name);
}

bool Tour::fail(const char *what, const QString &why)
{
    say("failed", what, why);
    return false;
}

bool Tour::step(const char *what, const std::function<bool()> &until)
{
    QEventLoop loop;
    QTimer poll;
    QTimer limit;
    limit.setSingleShot(true);
    bool done = until();
    connect(&poll, &QTimer::timeout, &loop, [&] {
        done = until();
        if (done)
            loop.quit();
    });
    connect(&limit, &QTimer::timeout, &loop, &QEventLoop::quit);
    poll.start(20);
    limit.start(stepTimeoutMs);
    if (!done)
        loop.exec();
    if (!done)
        return fail(what, u"it took too long"_s);
    say("ok", what);
    return true;
}

bool Tour::picture(const QString &name)
{
    // Details follow a selection, and layouts settle, over a few turns of the event loop.
    for (int turn = 0; turn < 4; ++turn)
        QApplication::processEvents();
    const QString path = m_folder + u'/' + name + u".png"_s;
    if (!m_window.grab().save(path))
        return fail("write a picture", path);
    return true;
}

int Tour::run()
{
    if (!QDir().mkpath(m_folder)) {
        fail("make the folder", m_folder);
        return 1;
    }
    m_window.resize(1440, 900); // an offscreen screen is small, the pictures are not
    const bool good = openLocal() && upload() && preview() && download() && remove() && curves() && pictures();
    std::printf("%s, pictures in %s\n", good ? "The tour went well" : "The tour FAILED", qPrintable(m_folder));
    return good ? 0 : 1;
}

bool Tour::openLocal()
{
    m_window.openProfile(QLatin1StringView(localProfileId));
    m_window.showPage(u"files"_s);
    if (!step("open the Local profile", [this] {
            const AreaPage *page = m_window.currentPage();
            return page && page->list() && page->list()->loadState() == LoadState::Ready;
        }))
        return false;
    if (!picture(u"files-empty"_s))
        return false;
    m_window.currentPage()->actions().find(u"files.sample"_s)->trigger();
    return step("add the sample data", [this] {
        const RowModelBase *list = m_window.currentPage()->list();
        return list->loadState() == LoadState::Ready && list->rowCount() > 10;
    });
}

bool Tour::upload()
{
    for (int i = 1; i <= 200; ++i) {
        m_content += R"({"custom_id":"t-)" + QByteArray::number(i)
            + R"(","method":"POST","url":"/v1/chat/completions","body":{"model":"local-echo","messages":[{"role":"user",)"
            + R"("content":"Summarise ticket )" + QByteArray::number(i) + "\"}]}}\n";
    }
    m_file = m_folder + u'/' + tourFile;
    QFile file(m_file);
    if (!file.open(QIODevice::WriteOnly) || file.write(m_content) != m_content.size())
        return fail("write a file to upload", file.errorString());
    file.close();
    m_window.currentPage()->actions().find(u"files.upload"_s)->trigger();
    auto *dialog = find<UploadDialog>(u"uploadDialog"_s);
    if (!dialog)
        return fail("open the upload dialog", {});
    auto *purpose = dialog->findChild<QComboBox *>(u"purpose"_s);
    purpose->setCurrentIndex(purpose->findData(u"batch"_s));
    dialog->addPaths({m_file});
    auto *start = dialog->findChild<QAbstractButton *>(u"startUpload"_s);
    if (!step("check the file before sending", [start] { return start->isEnabled(); }))
        return false;
    QApplication::processEvents();
    dialog->grab().save(m_folder + u"/upload-dialog.png"_s);
    start->click();
    return step("upload the file", [this] {
        const RowModelBase *list = m_window.currentPage()->list();
        const int name = list->columnOf("name");
        for (int row = 0; row < list->rowCount(); ++row) {
            if (list->rawValue(row, name).toString() == tourFile)
                m_uploadedId = list->rowId(row);
        }
        return !m_uploadedId.isEmpty();
    });
}

bool Tour::preview()
{
    auto *filter = find<FilterEdit>(u"filesFilter"_s);
    auto *table = find<QTableView>(u"filesTable"_s);
    filter->setFilter(m_uploadedId);
    if (!step("find the file with the filter", [table] { return table->model()->rowCount() == 1; }))
        return false;
    table->selectRow(0);
    m_window.currentPage()->actions().find(u"files.preview"_s)->trigger();
    if (!step("preview the file", [this] {
            const auto *view = m_window.findChild<QWidget *>(u"previewLines"_s);
            const auto texts = view ? view->findChildren<QPlainTextEdit *>() : QList<QPlainTextEdit *>();
            return std::any_of(texts.cbegin(), texts.cend(), [](const QPlainTextEdit *text) {
                return text->isVisible() && text->toPlainText().contains(u"Summarise ticket 1"_s);
            });
        }))
        return false;
    filter->setFilter({});
    return picture(u"files-preview"_s);
}

bool Tour::download()
{
    m_saved = m_folder + u"/downloaded-"_s + tourFile;
    QFile::remove(m_saved);
    m_window.currentPage()->actions().find(u"files.download"_s)->trigger();
    auto *dialog = find<QFileDialog>(u"downloadDialog"_s);
    if (!dialog)
        return fail("open the save dialog", {});
    dialog->selectFile(m_saved);
    QMetaObject::invokeMethod(dialog, "accept");
    return step("download the file and compare it", [this] {
        QFile saved(m_saved);
        return saved.open(QIODevice::ReadOnly) && saved.readAll() == m_content;
    });
}

bool Tour::remove()
{
    m_window.currentPage()->actions().find(u"files.delete"_s)->trigger();
    auto *dialog = find<QDialog>(u"confirmDialog"_s);
    if (!dialog)
        return fail("ask before deleting", {});
    QApplication::processEvents();
    dialog->grab().save(m_folder + u"/delete-dialog.png"_s);
    dialog->findChild<QAbstractButton *>(u"confirm"_s)->click();
    return step("delete the file", [this] { return m_window.currentPage()->list()->rowOf(m_uploadedId) < 0; });
}

bool Tour::curves()
{
    m_window.showPage(u"finetuning"_s);
    auto *table = find<QTableView>(u"finetuningTable"_s);
    if (!step("list the fine-tuning jobs", [this, table] {
            return m_window.currentPage()->list()->loadState() == LoadState::Ready && table->model()->rowCount() > 0;
        }))
        return false;
    table->selectRow(0);
    return step("draw what a job measured", [this] {
        const auto *view = find<CurvesView>(u"jobCurves"_s);
        // The events come newest first: when the first step is there, all are.
        return std::any_of(view->curves().runs().cbegin(), view->curves().runs().cend(),
                           [](const CurveRun &run) { return run.log->firstStep() == 1; });
    });
}

bool Tour::pictures()
{
    const QList<PageInfo> pages = pageList();
    for (const PageInfo &info : pages) {
        m_window.showPage(info.id);
        if (auto *table = find<QTableView>(info.id + u"Table"_s))
            table->selectRow(0);
        if (auto *tabs = find<QTabBar>(u"detailsTabs"_s))
            tabs->setCurrentIndex(0);
        if (!picture(info.id))
            return false;
    }
    m_window.showActivity(true);
    return picture(u"activity"_s);
}

} // namespace odc
