// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/support/console.h"

#include "api/session.h"
#include "app/profileopener.h"
#include "localserver/storeclient.h"
#include "settings/profilestore.h"
#include "settings/settings.h"
#include "stores/filenames.h"
#include "support/faultproxy.h"

#include <QVBoxLayout>

namespace odc::test {

/// A local server with vector stores behind a proxy that can break what is asked, a console that has it open,
/// and one pane of the stores' page in a window of its own.
class StorePaneTest : public QObject, protected StoreClient
{
protected:
    void openConsole()
    {
        start();
        m_theme.apply(*qApp);
        m_proxy = std::make_unique<FaultProxy>(m_server.baseUrl());
        m_console = std::make_unique<Console>(m_theme, m_home.path());
        m_console->services().settings().set(Setting::LastFolder, m_home.path());
        m_profile = m_console->addProfile(u"stores"_s, m_proxy->url(), u"sk-test"_s);
        QVERIFY(m_console->open(m_profile));
        QVERIFY(m_console->session());
    }

    template <typename Pane> Pane *openPane()
    {
        failOnNoise();
        m_names = std::make_unique<FileNames>(*m_console->session());
        m_window = std::make_unique<QWidget>();
        m_window->resize(1180, 720);
        auto *layout = new QVBoxLayout(m_window.get());
        layout->setContentsMargins(0, 0, 0, 0);
        auto *pane = new Pane(m_console->context(), *m_names, m_window.get());
        layout->addWidget(pane);
        m_window->show();
        activate();
        return pane;
    }

    void closePane()
    {
        m_window.reset();
        m_names.reset();
        m_proxy->clearFaults();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }

    void closeConsole()
    {
        m_console.reset();
        m_proxy.reset();
    }

    void activate()
    {
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }

    /// A store with these files: name, text and attributes each; settled.
    struct NewFile
    {
        QByteArray name;
        QByteArray text;
        QJsonObject attributes{};
    };
    VectorStore storeOf(const QString &name, const QList<NewFile> &files, const QJsonObject &chunking = {},
                        bool settle = true)
    {
        const QByteArray id = makeStore({{u"name"_s, name}});
        m_fileIds.clear();
        for (const NewFile &file : files) {
            m_fileIds << upload(file.text, file.name);
            QJsonObject more{{u"attributes"_s, file.attributes}};
            if (!chunking.isEmpty())
                more.insert(u"chunking_strategy"_s, chunking);
            attach(id, m_fileIds.constLast(), more);
        }
        return VectorStore::fromJson(settle ? settled(id) : store(id));
    }
    StoreFile fileOf(const VectorStore &store, const QString &id) const
    {
        return StoreFile::fromJson(file(store.id.toUtf8(), id));
    }
    QJsonObject attributesOf(const VectorStore &store, const QString &id) const
    {
        return file(store.id.toUtf8(), id)[u"attributes"_s].toObject();
    }
    RawReply setAttributes(const VectorStore &store, const QString &id, const QJsonObject &attributes) const
    {
        return post(filePath(store.id.toUtf8(), id), {{u"attributes"_s, attributes}});
    }

    Theme m_theme;
    QTemporaryDir m_home;
    QString m_profile;
    QStringList m_fileIds; ///< of the store made last
    std::unique_ptr<FaultProxy> m_proxy;
    std::unique_ptr<Console> m_console;
    std::unique_ptr<FileNames> m_names;
    std::unique_ptr<QWidget> m_window;
};

} // namespace odc::test
