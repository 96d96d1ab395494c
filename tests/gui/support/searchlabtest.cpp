// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/support/searchlabtest.h"

#include "ui/widgets/chipbar.h"

#include <QCheckBox>

using namespace Qt::StringLiterals;

namespace odc::test {

void SearchLabTest::openBench()
{
    failOnNoise();
    m_bench = std::make_unique<LabBench>(m_theme);
}

bool SearchLabTest::open(const QString &storeName, const std::function<void(Profile &)> &change)
{
    if (!m_bench->openServer(storeName, change))
        return false;
    m_bench->openPane();
    return true;
}

bool SearchLabTest::addPlainSetting()
{
    if (!m_bench->console().click(u"labAddSetting"_s) ||
        !m_bench->console().await<QDialog>(u"labSettingDialog"_s))
        return false;
    auto *ranker = m_bench->console().find<QComboBox>(u"labRanker"_s);
    ranker->setFocus();
    ranker->lineEdit()->selectAll();
    QTest::keyClicks(ranker->lineEdit(), u"none"_s);
    QTest::mouseClick(m_bench->console().find<QCheckBox>(u"labRewrite"_s), Qt::LeftButton, {}, QPoint(8, 8));
    return m_bench->console().click(u"labApplySetting"_s) &&
           eventually([this] { return !m_bench->console().find<QDialog>(u"labSettingDialog"_s); });
}

int SearchLabTest::searches() const
{
    return m_bench->server().count(u"POST"_s, u"/v1/vector_stores/%1/search"_s.arg(m_bench->store().id));
}

Chip *SearchLabTest::chip(const QString &text) const
{
    const QList<Chip *> chips = m_bench->pane().findChildren<Chip *>();
    for (Chip *each : chips) {
        if (each->isVisible() && each->text() == text)
            return each;
    }
    return nullptr;
}

} // namespace odc::test
