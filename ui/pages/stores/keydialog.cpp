// SPDX-License-Identifier: GPL-3.0-or-later
#include "keydialog.h"

#include "ui/theme/theme.h"
#include "ui/widgets/labels.h"

#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace odc {

using namespace Qt::StringLiterals;

KeyDialog::KeyDialog(const Theme &theme, const QString &title, const QString &introduction,
                     const QString &confirm, const QString &key,
                     std::function<QString(const QString &)> check, QWidget *parent)
    : ConsoleDialog(theme, title, parent), m_key(new QLineEdit(key, this))
{
    setObjectName(u"keyDialog"_s);
    setIntroduction(introduction);
    m_key->setObjectName(u"keyEdit"_s);
    m_key->setAccessibleName(tr("Key"));
    m_key->selectAll();
    m_key->setMinimumHeight(m_key->sizeHint().height()); // long introductions take the room otherwise
    body()->addWidget(m_key);
    auto *problem = new TextLabel(theme, Theme::FontRole::Small, Token::Bad, {}, this);
    problem->setObjectName(u"keyProblem"_s);
    problem->setWordWrap(true);
    body()->addWidget(problem);
    body()->addStretch(1);
    QPushButton *cancel = addButton(tr("Cancel"), ButtonRole::Default);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    QPushButton *take = addButton(confirm, ButtonRole::Primary);
    take->setObjectName(u"keyConfirm"_s);
    const auto judge = [this, take, problem, check = std::move(check), key] {
        // Nothing typed yet is no mistake yet.
        const QString typed = m_key->text();
        const QString wrong = check(typed);
        problem->setText(typed.isEmpty() || typed == key ? QString() : wrong);
        take->setEnabled(wrong.isEmpty());
    };
    connect(m_key, &QLineEdit::textChanged, this, judge);
    connect(take, &QPushButton::clicked, this, [this] {
        Q_EMIT chosen(m_key->text());
        accept();
    });
    judge();
    setWantedSize({440, 248});
    m_key->setFocus();
}

} // namespace odc
