// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/support/drivers/operationdriver.h"

#include "api/operationtable.h"

#include <algorithm>

namespace odc::test {

using namespace Qt::StringLiterals;

namespace {

/// The last answer of a step may be on its way.
constexpr int lastAnswerMs = 20'000;

bool wasCarriedOut(const QByteArray &name, const QList<AnsweredRequest> &answers)
{
    for (const ApiOperation &each : apiOperations()) {
        if (each.name == name)
            return missingOperations({{each.method, each.path}}, answers).isEmpty();
    }
    return false;
}

} // namespace

OperationDriver::~OperationDriver() = default;

void OperationDriver::add(const QString &name, const QByteArrayList &operations, std::function<void()> run)
{
    m_steps.push_back({name, operations, std::move(run)});
}

bool OperationDriver::shows(const QByteArray &operation) const
{
    return std::any_of(m_steps.cbegin(), m_steps.cend(),
                       [&](const Step &step) { return step.operations.contains(operation); });
}

void OperationDriver::show(const QByteArray &operation)
{
    if (!m_begun) {
        m_begun = true;
        begin();
        if (QTest::currentTestFailed())
            m_stuckAt = u"begin"_s;
    }
    while (m_stuckAt.isEmpty() && m_next < m_steps.size() && !m_called.contains(operation))
        run(m_steps[m_next++]);
    if (QTest::currentTestFailed())
        return;
    QVERIFY2(m_called.contains(operation),
             m_stuckAt.isEmpty() ? "no answer of 2xx in the step that is to show it"
                                 : qPrintable(u"the session did not come past its step "_s + m_stuckAt));
}

void OperationDriver::run(Step &step)
{
    clearAnswers();
    step.run();
    if (QTest::currentTestFailed()) {
        m_stuckAt = step.name;
        return;
    }
    (void)eventually(
        [&] {
            const QList<AnsweredRequest> now = answers();
            return std::all_of(step.operations.cbegin(), step.operations.cend(),
                               [&](const QByteArray &each) { return wasCarriedOut(each, now); });
        },
        lastAnswerMs);
    const QList<AnsweredRequest> now = answers();
    for (const QByteArray &each : std::as_const(step.operations)) {
        if (wasCarriedOut(each, now))
            m_called << each;
    }
    review();
}

void OperationDriver::end()
{
    if (m_begun)
        close();
    m_begun = false;
}

void OperationDriver::goTo(const QString &pageId)
{
    QAction *go = console().action(u"go."_s + pageId);
    QVERIFY(go);
    console().press(go->shortcut());
    ODC_EVENTUALLY(console().page() && console().page()->objectName() == pageId + u"Page"_s);
}

std::vector<std::unique_ptr<OperationDriver>> operationDrivers()
{
    std::vector<std::unique_ptr<OperationDriver>> all;
    all.push_back(filesDriver());
    all.push_back(transfersDriver());
    all.push_back(batchesDriver());
    all.push_back(storesDriver());
    all.push_back(evalsDriver());
    all.push_back(fineTuningDriver());
    return all;
}

} // namespace odc::test
