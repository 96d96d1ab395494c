// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/support/console.h"

#include "api/batchobject.h"
#include "lists/batchresultsmodel.h"
#include "ui/pages/batches/resultspane.h"

#include <QJsonObject>

namespace odc::test {

/// The results of batches in a window of their own, on files that the console's own server holds: whatever
/// was answered, in whatever shape, without waiting for a batch to run.
class ResultsBench
{
public:
    explicit ResultsBench(Console &console) : m_console(console) {}
    ~ResultsBench() { close(); }

    /// The id of a file with this content; empty when it could not be uploaded.
    QString upload(const QString &name, const QByteArray &content);
    /// A batch that ended with these files; `more` is what else it says.
    BatchObject batch(const QString &id, const QByteArray &input, const QByteArray &output,
                      const QByteArray &errors = {}, const QJsonObject &more = {});
    void open(const QSize &size = {1190, 786});
    void close();
    /// Shows them and waits for the rows.
    bool show(const QList<BatchObject> &chain);
    ResultsPane &pane() const { return *m_pane; }
    const BatchResultsModel &model() const { return m_pane->model(); }
    QWidget *window() const { return m_window.get(); }
    TableView *table() const { return m_pane->list()->table(); }
    /// Texts of a column as shown, each waited for.
    QStringList column(int column) const;
    QAction *action(const QString &name) const { return m_pane->findChild<QAction *>(name); }
    template <typename T> T *child(const QString &name) const { return m_pane->findChild<T *>(name); }

private:
    Console &m_console;
    std::unique_ptr<QWidget> m_window;
    ResultsPane *m_pane = nullptr;
};

} // namespace odc::test
