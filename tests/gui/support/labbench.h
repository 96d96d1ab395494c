// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/support/console.h"

#include "stores/smallstore.h"
#include "support/faultproxy.h"
#include "support/serverprocess.h"
#include "ui/pages/stores/searchlabpane.h"

#include <QTemporaryDir>

class QListView;

namespace odc {
class FileNames;
class LabCard;
} // namespace odc

namespace odc::test {

/// The search lab in a window of its own, on a small store of a server of its own.
class LabBench
{
public:
    explicit LabBench(Theme &theme);
    ~LabBench();

    /// The server with its store, and a profile on it. `storeName` as the store is called.
    bool openServer(const QString &storeName = QStringLiteral("shop"),
                    const std::function<void(Profile &)> &change = {});
    /// The server with the sample data, and a profile on it; the store is "support-kb".
    bool openSample();
    /// The pane in its window, with the store.
    void openPane(const QSize &size = {820, 786});
    void closePane();

    Console &console() { return *m_console; }
    SearchLabPane &pane() const { return *m_pane; }
    QWidget *window() const { return m_window.get(); }
    FaultProxy &proxy() { return *m_proxy; }
    ServerProcess &server() { return *m_server; }
    const SmallStore &store() const { return m_store; }
    QString setsFile() const;

    template <typename T> T *child(const QString &name) const
    {
        const QList<T *> all = m_pane->findChildren<T *>(name);
        for (T *each : all) {
            if (each->isVisible())
                return each;
        }
        return nullptr;
    }
    QAction *action(const QString &name) const { return m_pane->findChild<QAction *>(name); }
    LabCard *card(const QString &name) const;
    QListView *hits(const QString &setting) const;
    /// Names of the files that a setting found, best first.
    QStringList found(const QString &setting) const;
    /// Types a query as a person does and presses Enter; waits for the answers.
    bool search(const QString &query);
    bool idle() const;
    /// The set of the small store's queries, as if it had been imported.
    bool importSet();
    /// Texts of a row of a table as shown.
    static QStringList rowTexts(TableView *table, int row);
    /// The sentence that stands over a list; empty when none does.
    static QString stateOver(QWidget *view);

private:
    QTemporaryDir m_home;
    std::unique_ptr<ServerProcess> m_server;
    std::unique_ptr<FaultProxy> m_proxy;
    SmallStore m_store;
    QString m_storeName;
    QString m_profileId;
    std::unique_ptr<Console> m_console;
    std::unique_ptr<FileNames> m_names;
    std::unique_ptr<QWidget> m_window;
    SearchLabPane *m_pane = nullptr;
};

} // namespace odc::test
