// SPDX-License-Identifier: GPL-3.0-or-later
#include "categorieslist.h"

#include "base/format.h"
#include "ui/pages/cleaner/cleaningmodel.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/labels.h"

#include <QCheckBox>
#include <QVBoxLayout>

namespace odc {

using namespace Qt::StringLiterals;

CategoriesList::CategoriesList(const Theme &theme, QWidget *parent) : QWidget(parent)
{
    setObjectName(u"cleaningCategories"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::tight);
    for (const CleaningCategory category : cleaningCategories()) {
        Line line;
        line.category = category;
        line.box = new QCheckBox(cleaningTitle(category), this);
        line.box->setObjectName(u"category."_s + cleaningName(category));
        line.note = new TextLabel(theme, Theme::FontRole::Small, Token::Secondary, {}, this);
        line.note->setObjectName(u"categoryNote."_s + cleaningName(category));
        line.note->setWordWrap(true);
        line.note->setIndent(metrics::checkBox + metrics::inside);
        layout->addWidget(line.box);
        layout->addWidget(line.note);
        // What is checked in part becomes checked as a whole, never the other way by one click.
        connect(line.box, &QCheckBox::clicked, this, [this, category, box = line.box] {
            const bool all = box->checkState() != Qt::Unchecked;
            box->setTristate(false);
            Q_EMIT chosen(category, all);
        });
        m_lines << line;
    }
    layout->addStretch(1);
}

QString CategoriesList::nothingText(const CleaningPlan &plan, CleaningCategory category)
{
    // What was not looked at is not said to be nothing.
    if (category != CleaningCategory::Duplicates)
        return tr("nothing");
    return plan.comparable > 0 ? tr("not compared yet") : plan.incomparable > 0 ? QString() : tr("nothing");
}

void CategoriesList::setPlan(const CleaningPlan &plan)
{
    for (Line &line : m_lines) {
        const QString withheld = plan.withheld.value(line.category);
        line.count = plan.count(line.category);
        line.box->setEnabled(line.count > 0);
        QString note = withheld;
        if (withheld.isEmpty())
            note = line.count > 0
                       ? tr("%1, %2").arg(format::number(line.count), format::size(plan.bytes(line.category)))
                       : nothingText(plan, line.category);
        if (withheld.isEmpty() && line.category == CleaningCategory::Duplicates && plan.incomparable > 0)
            note = (note.isEmpty() ? QString() : note + u"; "_s) +
                   tr("%Ln file(s) of the same size cannot be read, and are not compared", nullptr, plan.incomparable);
        line.note->setText(note);
        line.box->setAccessibleDescription(note);
        line.box->setToolTip(withheld);
    }
}

void CategoriesList::follow(const CleaningModel &model)
{
    for (Line &line : m_lines) {
        const int chosen = model.chosenCount(line.category);
        const bool part = chosen > 0 && chosen < line.count;
        line.box->setTristate(part);
        line.box->setCheckState(part ? Qt::PartiallyChecked : chosen > 0 ? Qt::Checked : Qt::Unchecked);
    }
}

} // namespace odc
