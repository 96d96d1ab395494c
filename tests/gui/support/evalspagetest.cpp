// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/support/evalspagetest.h"

#include "app/profileopener.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/pageheader.h"
#include "ui/widgets/stateoverlay.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

namespace odc::test {

using namespace Qt::StringLiterals;

QString singular(QString text)
{
    static const QRegularExpression plural(u"(eval|run)(\\(s\\)|s)"_s);
    return text.replace(plural, u"\\1"_s);
}

void EvalsPageTest::openConsole()
{
    failOnNoise();
    m_home = std::make_unique<QTemporaryDir>();
    m_console = std::make_unique<Console>(m_theme, m_home->path());
}

void EvalsPageTest::closeConsole()
{
    m_console.reset();
    m_proxy.reset();
    m_server.reset();
    m_home.reset();
}

bool EvalsPageTest::openServer(const QString &timeScale, const std::function<void(Profile &)> &change,
                               const QString &seed)
{
    m_server = std::make_unique<ServerProcess>();
    if (!m_server->start({u"--api-key"_s, QLatin1StringView(key), u"--time-scale"_s, timeScale, u"--seed"_s, seed}))
        return false;
    m_proxy = std::make_unique<FaultProxy>(m_server->url());
    return m_console->open(m_console->addProfile(u"Own"_s, m_proxy->url(), QLatin1StringView(key), change));
}

bool EvalsPageTest::showEvals()
{
    m_console->window().showPage(u"evals"_s);
    return eventually([this] {
        const RowModelBase *list = m_console->page()->list();
        return list->loadState() != LoadState::Idle && list->loadState() != LoadState::Loading &&
               !summary().contains(u"so far"_s);
    });
}

RawReply EvalsPageTest::ask(const QByteArray &method, const QByteArray &target, const QJsonObject &body) const
{
    const Headers headers{{"Authorization", QByteArray("Bearer ") + key},
                          {"Content-Type", "application/json"}};
    return rawRequest(m_server->url(), method, "/v1" + target, headers,
                      body.isEmpty() ? QByteArray() : QJsonDocument(body).toJson(QJsonDocument::Compact));
}

QString EvalsPageTest::makeEval(const QString &name)
{
    const QJsonObject schema{
        {u"type"_s, u"object"_s},
        {u"properties"_s, QJsonObject{{u"text"_s, QJsonObject{{u"type"_s, u"string"_s}}}}}};
    const QJsonObject check{{u"type"_s, u"string_check"_s},
                            {u"name"_s, u"exact"_s},
                            {u"input"_s, u"{{sample.output_text}}"_s},
                            {u"reference"_s, u"{{item.text}}"_s},
                            {u"operation"_s, u"eq"_s}};
    return ask("POST", "/evals",
               {{u"name"_s, name},
                {u"metadata"_s, QJsonObject{{u"owner"_s, u"cx"_s}}},
                {u"data_source_config"_s, QJsonObject{{u"type"_s, u"custom"_s},
                                                      {u"item_schema"_s, schema},
                                                      {u"include_sample_schema"_s, true}}},
                {u"testing_criteria"_s, QJsonArray{check}}})
        .json()[u"id"_s]
        .toString();
}

QString EvalsPageTest::makeRun(const QString &evalId, const QString &name, int items)
{
    QJsonArray content;
    for (int i = 0; i < items; ++i)
        content.append(
            QJsonObject{{u"item"_s, QJsonObject{{u"text"_s, u"a"_s}}},
                        {u"sample"_s, QJsonObject{{u"output_text"_s, i % 3 == 0 ? u"b"_s : u"a"_s}}}});
    return ask("POST", "/evals/" + evalId.toUtf8() + "/runs",
               {{u"name"_s, name},
                {u"data_source"_s, QJsonObject{{u"type"_s, u"jsonl"_s},
                                               {u"source"_s, QJsonObject{{u"type"_s, u"file_content"_s},
                                                                         {u"content"_s, content}}}}}})
        .json()[u"id"_s]
        .toString();
}

QModelIndex EvalsPageTest::row(const QString &name) const
{
    const QModelIndexList found =
        tree()->model()->match(tree()->model()->index(0, 0), Qt::DisplayRole, name, 1,
                               Qt::MatchExactly | Qt::MatchCaseSensitive | Qt::MatchRecursive);
    return found.isEmpty() ? QModelIndex() : found.first();
}

bool EvalsPageTest::open(const QString &evalName)
{
    const QModelIndex eval = row(evalName);
    if (!eval.isValid() || !clickRow(evalName))
        return false;
    QTest::keyClick(tree(), Qt::Key_Right);
    return tree()->isExpanded(eval);
}

bool EvalsPageTest::clickRow(const QString &name, Qt::KeyboardModifiers modifiers)
{
    const QModelIndex index = row(name);
    if (!index.isValid())
        return false;
    m_console->activate();
    tree()->scrollTo(index);
    const QRect rect = tree()->visualRect(index);
    QTest::mouseClick(tree()->viewport(), Qt::LeftButton, modifiers, rect.center());
    return tree()->selectionModel()->isSelected(index);
}

bool EvalsPageTest::checkRun(const QString &name)
{
    const QModelIndex index = row(name);
    if (!index.isValid())
        return false;
    tree()->scrollTo(index);
    const QRect rect = tree()->visualRect(index);
    QTest::mouseClick(tree()->viewport(), Qt::LeftButton, {}, rect.topLeft() + QPoint(12, rect.height() / 2));
    return Qt::CheckState(row(name).data(Qt::CheckStateRole).toInt()) == Qt::Checked;
}

QStringList EvalsPageTest::selectedNames() const
{
    QStringList names;
    const QModelIndexList rows = tree()->selectionModel()->selectedRows();
    for (const QModelIndex &index : rows)
        names << index.data().toString();
    names.sort();
    return names;
}

int EvalsPageTest::tabOf(const QString &start) const
{
    auto *tabs = m_console->find<QTabBar>(u"detailsTabs"_s);
    for (int tab = 0; tabs && tab < tabs->count(); ++tab) {
        if (tabs->isTabVisible(tab) && tabs->tabText(tab).startsWith(start))
            return tab;
    }
    return -1;
}

TreeView *EvalsPageTest::tree() const
{
    return m_console->find<TreeView>(u"evalsTree"_s);
}

QString EvalsPageTest::summary() const
{
    return singular(m_console->page()->findChild<PageHeader *>()->summary());
}

MessageBar *EvalsPageTest::messages() const
{
    return tree()->parentWidget()->findChild<MessageBar *>();
}

StateOverlay *EvalsPageTest::overlay() const
{
    return tree()->findChild<StateOverlay *>();
}

} // namespace odc::test
