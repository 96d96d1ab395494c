// SPDX-License-Identifier: GPL-3.0-or-later
#include "projectdialog.h"

#include "ui/theme/theme.h"
#include "ui/widgets/labels.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QVBoxLayout>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

constexpr int longestId = 200;

} // namespace

ProjectDialog::ProjectDialog(const Theme &theme, std::function<bool(const QString &)> isListed,
                             QWidget *parent)
    : ConsoleDialog(theme, tr("Add a project"), parent), m_id(new QLineEdit(this))
{
    setObjectName(u"projectDialog"_s);
    setIntroduction(
        tr("Its ID is on the project's page in the organisation's settings. Adding it grants nothing yet: "
           "you choose the checkpoints next."));
    auto *label = new QLabel(tr("&Project ID"), this);
    label->setBuddy(m_id);
    body()->addWidget(label);
    m_id->setObjectName(u"projectId"_s);
    m_id->setPlaceholderText(u"proj_…"_s);
    m_id->setMinimumHeight(m_id->sizeHint().height());
    body()->addWidget(m_id);
    auto *problem = new TextLabel(theme, Theme::FontRole::Small, Token::Bad, {}, this);
    problem->setObjectName(u"projectProblem"_s);
    problem->setWordWrap(true);
    body()->addWidget(problem);
    body()->addStretch(1);
    QPushButton *cancel = addButton(tr("Cancel"), ButtonRole::Default);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    QPushButton *take = addButton(tr("Add project"), ButtonRole::Primary);
    take->setObjectName(u"projectAdd"_s);
    const auto judge = [this, take, problem, isListed = std::move(isListed)] {
        const QString id = m_id->text().trimmed();
        QString wrong = problemOf(id);
        if (wrong.isEmpty() && isListed(id))
            wrong = tr("This project is in the list already.");
        take->setEnabled(wrong.isEmpty());
        // Nothing typed yet, or the beginning of a right one, is no mistake yet.
        problem->setText(u"proj_"_s.startsWith(id) ? QString() : wrong);
    };
    connect(m_id, &QLineEdit::textChanged, this, judge);
    connect(take, &QPushButton::clicked, this, [this] {
        Q_EMIT chosen(m_id->text().trimmed());
        accept();
    });
    judge();
    setWantedSize({440, 260});
    m_id->setFocus();
}

QString ProjectDialog::problemOf(const QString &id)
{
    static const QRegularExpression rule(u"^proj_[A-Za-z0-9_-]+$"_s);
    if (!rule.match(id).hasMatch())
        return tr("The ID of a project begins with proj_, and has letters, digits, _ and - behind it.");
    if (id.size() > longestId)
        return tr("The ID of a project is not that long.");
    return {};
}

} // namespace odc
