// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/support/console.h"
#include "overview/overviewtally.h"
#include "support/serverprocess.h"
#include "ui/pages/overview/overviewcards.h"
#include "ui/pages/overview/overviewpage.h"

#include <QJsonArray>
#include <QTemporaryDir>

namespace odc::test {

/// A window on the Overview of a project with the sample data, whose jobs take their time.
class OverviewTest : public QObject
{
    Q_OBJECT
public Q_SLOTS:
    void initTestCase() { m_theme.apply(*qApp); }
    void init()
    {
        failOnNoise();
        m_home = std::make_unique<QTemporaryDir>();
        m_console = std::make_unique<Console>(m_theme, m_home->path());
    }
    void cleanup()
    {
        m_console.reset();
        m_server.reset();
        m_home.reset();
    }

protected:
    bool openSample();
    bool readEverything();
    bool showOverview();
    OverviewPage *overview() const { return qobject_cast<OverviewPage *>(m_console->page()); }
    const OverviewFigures &figures() const { return overview()->tally().figures(); }
    RowsCard *rows(const QString &name) const
    {
        return m_console->page()->findChild<RowsCard *>(name + QStringLiteral("Card"));
    }
    FigureCard *figure(const QString &name) const
    {
        return m_console->page()->findChild<FigureCard *>(name + QStringLiteral("Card"));
    }
    QStringList texts(const QString &name) const;
    /// Clicks the row of this number.
    void clickRow(const QString &card, int row);
    /// The page is open and its list has all of its rows.
    bool arrived(const QString &page);
    /// Rows the open list shows; `below`: of its lower level.
    int shown(bool below = false);
    /// All objects of a list at the server.
    QJsonArray all(const QByteArray &path) const;

    Theme m_theme;
    std::unique_ptr<ServerProcess> m_server;
    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<Console> m_console;
};

} // namespace odc::test
