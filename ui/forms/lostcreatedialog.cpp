// SPDX-License-Identifier: GPL-3.0-or-later
#include "lostcreatedialog.h"

#include "ui/theme/theme.h"
#include "ui/widgets/labels.h"

#include <QComboBox>
#include <QPushButton>
#include <QVBoxLayout>

namespace odc {

using namespace Qt::StringLiterals;

bool LostCreateDialog::mayBeNamed(const QString &name, const QString &wanted)
{
    const QString sent = wanted.simplified();
    return sent.isEmpty() || name.simplified() == sent;
}

LostCreateDialog::LostCreateDialog(const Theme &theme, const QString &name, LookUp lookUp, QWidget *parent,
                                   By by)
    : ConsoleDialog(theme, tr("Is it there?"), parent), m_name(name), m_by(by), m_lookUp(std::move(lookUp)),
      m_question(new TextLabel(theme, Theme::FontRole::Body, Token::Text, {}, this)),
      m_candidates(new QComboBox(this))
{
    setObjectName(u"lostCreateDialog"_s);
    m_question->setObjectName(u"lostCreate"_s);
    m_question->setWordWrap(true);
    body()->addWidget(m_question);
    m_candidates->setObjectName(u"lostCandidates"_s);
    m_candidates->setAccessibleName(tr("Which of them it is"));
    body()->addWidget(m_candidates);
    body()->addStretch(1);
    QPushButton *cancel = addButton(tr("Back to the form"), ButtonRole::Default);
    cancel->setObjectName(u"backToForm"_s);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    m_look = addButton(tr("Look again"), ButtonRole::Default);
    m_look->setObjectName(u"lookAgain"_s);
    connect(m_look, &QPushButton::clicked, this, &LostCreateDialog::look);
    m_again = addButton(tr("Send it again"), ButtonRole::Default);
    m_again->setObjectName(u"sendAgain"_s);
    connect(m_again, &QPushButton::clicked, this, [this] {
        Q_EMIT sendAgain();
        accept();
    });
    m_isThere = addButton(tr("It is there"), ButtonRole::Primary);
    m_isThere->setObjectName(u"isThere"_s);
    connect(m_isThere, &QPushButton::clicked, this, [this] {
        Q_EMIT isThere(m_candidates->currentData().toString());
        accept();
    });
    setWantedSize({580, 220});
    look();
}

void LostCreateDialog::look()
{
    m_look->setEnabled(false);
    m_isThere->setEnabled(false);
    m_again->setEnabled(false);
    m_candidates->hide();
    m_question->setText(
        tr("“%1” was sent, but no answer says what became of it. Looking for it in the list…").arg(m_name));
    m_lookUp(this, [this](const Result<QList<Candidate>> &answer) { showAnswer(answer); });
}

void LostCreateDialog::showAnswer(const Result<QList<Candidate>> &answer)
{
    m_look->setEnabled(true);
    m_again->setEnabled(true);
    m_candidates->clear();
    if (!answer) {
        m_question->setText(tr("“%1” was sent, but no answer says what became of it, and the list could not "
                               "be asked: %2 It may be there.")
                                .arg(m_name, answer.error().headline()));
        return;
    }
    for (const Candidate &candidate : *answer)
        m_candidates->addItem(candidate.text, candidate.id);
    m_candidates->setVisible(!answer->isEmpty());
    m_isThere->setEnabled(!answer->isEmpty());
    if (m_by == By::File) {
        m_question->setText(answer->isEmpty() ? tr("“%1” was sent, but no answer says what became of it. The "
                                                   "list holds nothing made of this file.")
                                                    .arg(m_name)
                                              : tr("“%1” was sent, but no answer says what became of it. The "
                                                   "list holds something made of this file. Is this it?")
                                                    .arg(m_name));
        return;
    }
    m_question->setText(answer->isEmpty() ? tr("“%1” was sent, but no answer says what became of it. The "
                                               "list holds nothing new of that name.")
                                                .arg(m_name)
                                          : tr("“%1” was sent, but no answer says what became of it. The "
                                               "list holds something new of that name. Is this "
                                               "it?")
                                                .arg(m_name));
}

} // namespace odc
