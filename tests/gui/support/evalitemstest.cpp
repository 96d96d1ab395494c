// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/support/evalitemstest.h"

#include "api/session.h"
#include "app/profileopener.h"
#include "base/requestlog.h"
#include "gui/support/evals.h"
#include "settings/profilestore.h"
#include "settings/settings.h"

#include <QDir>
#include <QJsonArray>
#include <QVBoxLayout>

namespace odc::test {

using namespace Qt::StringLiterals;

namespace {

/// Row n is wrong when it ends in 3, and nearly right when it ends in 5.
QJsonObject rowOf(int n)
{
    const QString label = u"label.%1"_s.arg(n);
    const QString answer = n % 10 == 3 ? u"nonsense"_s : n % 10 == 5 ? label + u"5"_s : label;
    return {{u"item"_s,
             QJsonObject{{u"text"_s, u"Question number %1 <b>of</b> many"_s.arg(n)}, {u"label"_s, label}}},
            {u"sample"_s, QJsonObject{{u"output_text"_s, answer}}}};
}

QJsonObject evalBody()
{
    const QJsonObject text{{u"type"_s, u"string"_s}};
    const QJsonObject schema{{u"type"_s, u"object"_s},
                             {u"properties"_s, QJsonObject{{u"text"_s, text}, {u"label"_s, text}}},
                             {u"required"_s, QJsonArray{u"text"_s, u"label"_s}}};
    const QJsonObject exact{{u"type"_s, u"string_check"_s},
                            {u"name"_s, u"exact"_s},
                            {u"input"_s, u"{{sample.output_text}}"_s},
                            {u"reference"_s, u"{{item.label}}"_s},
                            {u"operation"_s, u"eq"_s}};
    const QJsonObject near{{u"type"_s, u"text_similarity"_s},          {u"name"_s, u"near"_s},
                           {u"input"_s, u"{{sample.output_text}}"_s},  {u"reference"_s, u"{{item.label}}"_s},
                           {u"evaluation_metric"_s, u"fuzzy_match"_s}, {u"pass_threshold"_s, 0.6}};
    return {{u"name"_s, u"triage"_s},
            {u"data_source_config"_s, QJsonObject{{u"type"_s, u"custom"_s},
                                                  {u"item_schema"_s, schema},
                                                  {u"include_sample_schema"_s, true}}},
            {u"testing_criteria"_s, QJsonArray{exact, near}}};
}

} // namespace

QJsonObject itemsRunBody(int rows)
{
    QJsonArray content;
    for (int n = 0; n < rows; ++n)
        content.append(rowOf(n));
    const QJsonObject source{{u"type"_s, u"file_content"_s}, {u"content"_s, content}};
    return {{u"name"_s, u"v1"_s},
            {u"data_source"_s, QJsonObject{{u"type"_s, u"jsonl"_s}, {u"source"_s, source}}}};
}

void EvalItemsTest::openConsole()
{
    m_theme.apply(*qApp);
    m_console = std::make_unique<Console>(m_theme, m_home.path());
    QVERIFY(m_console->openLocal());
    m_eval = makeEval(*m_console->session(), evalBody());
    QVERIFY(!m_eval.id.isEmpty());
    m_run = makeRun(*m_console->session(), m_eval, itemsRunBody(250));
    QCOMPARE(m_run.status, u"completed"_s);
    QCOMPARE(m_run.counts.total, 250);
}

void EvalItemsTest::openPane()
{
    failOnNoise();
    m_window = std::make_unique<QWidget>();
    m_window->resize(1120, 760);
    auto *layout = new QVBoxLayout(m_window.get());
    layout->setContentsMargins(0, 0, 0, 0);
    m_pane = new ItemsPane(m_console->context(), m_window.get());
    layout->addWidget(m_pane);
    m_window->show();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_console->session()->requestLog().clear();
}

void EvalItemsTest::closePane()
{
    m_window.reset();
    QDir(m_home.path() + u"/config/marks"_s).removeRecursively();
    for (const QString &scope : {u"items/local"_s, u"items.verdict/local"_s, u"items.criterion/local"_s, u"items.mark/local"_s})
        m_console->services().settings().set(Setting::FilterText, QString(), scope);
}

void EvalItemsTest::show(const EvalRun &run)
{
    m_pane->setRun(m_eval, run);
    ODC_EVENTUALLY(model().loadState() == LoadState::Ready);
    m_pane->list()->table()->setFocus();
}

QStringList EvalItemsTest::column(QByteArrayView key) const
{
    QStringList texts;
    const QAbstractItemModel *rows = m_pane->list()->table()->model();
    for (int row = 0; row < rows->rowCount(); ++row)
        texts << rows->index(row, m_pane->model().columnOf(key)).data().toString();
    return texts;
}

QList<int> EvalItemsTest::selected() const
{
    QList<int> numbers;
    for (const int row : m_pane->list()->selectedRows())
        numbers << int(m_pane->model().item(row)->item.itemNumber);
    return numbers;
}

void EvalItemsTest::press(const QKeySequence &keys)
{
    QWidget *focus = QApplication::focusWidget();
    QTest::keySequence(focus ? focus : m_window.get(), keys);
}

int EvalItemsTest::count(const QByteArray &method, const QString &pathPart) const
{
    int found = 0;
    for (const LoggedCall &call : m_console->session()->requestLog().calls())
        found += call.method == method && call.path.contains(pathPart) ? 1 : 0;
    return found;
}

int EvalItemsTest::ended(const QString &pathEnd) const
{
    int found = 0;
    for (const LoggedCall &call : m_console->session()->requestLog().calls())
        found += !call.running && call.path.endsWith(pathEnd) ? 1 : 0;
    return found;
}

} // namespace odc::test
