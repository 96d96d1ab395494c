// SPDX-License-Identifier: GPL-3.0-or-later
#include "lostanswerdialog.h"

#include "transfers/transferqueue.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"
#include "ui/widgets/labels.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QPushButton>
#include <QVBoxLayout>

namespace odc {

using namespace Qt::StringLiterals;

QString lostAnswerQuestion(const QString &name, bool lookedUp, const QStringList &candidates)
{
    const auto text = [](const char *source) { return QCoreApplication::translate("LostAnswer", source); };
    if (!lookedUp)
        return text(QT_TRANSLATE_NOOP(
                        "LostAnswer",
                        "“%1” was sent, but no answer says what became of it, and the list could not be "
                        "asked. It may be there."))
            .arg(name);
    if (candidates.isEmpty())
        return text(
                   QT_TRANSLATE_NOOP(
                       "LostAnswer",
                       "“%1” was sent, but no answer says what became of it. The list holds nothing new that "
                       "looks like it."))
            .arg(name);
    return text(QT_TRANSLATE_NOOP(
                    "LostAnswer",
                    "“%1” was sent, but no answer says what became of it. The list holds something new that "
                    "looks like it: %2."))
        .arg(name, candidates.join(u", "_s));
}

LostAnswerDialog::LostAnswerDialog(const Theme &theme, TransferQueue &queue, const QString &transferId, QWidget *parent)
    : ConsoleDialog(theme, tr("Is it there?"), parent), m_queue(queue), m_id(transferId),
      m_question(new TextLabel(theme, Theme::FontRole::Body, Token::Text, {}, this)), m_candidates(new QComboBox(this))
{
    setObjectName(u"lostAnswerDialog"_s);
    m_question->setObjectName(u"lostAnswer"_s);
    m_question->setWordWrap(true);
    body()->addWidget(m_question);
    m_candidates->setAccessibleName(tr("Which of them it is"));
    body()->addWidget(m_candidates);
    body()->addStretch(1);
    QPushButton *cancel = addButton(tr("Decide later"), ButtonRole::Default);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    QPushButton *look = addButton(tr("Look again"), ButtonRole::Default);
    look->setObjectName(u"lookAgain"_s);
    connect(look, &QPushButton::clicked, this, [this] { m_queue.lookAgain(m_id); });
    QPushButton *again = addButton(tr("Send it again"), ButtonRole::Default);
    again->setObjectName(u"sendAgain"_s);
    connect(again, &QPushButton::clicked, this, [this] { m_queue.decide(m_id, false); });
    m_isThere = addButton(tr("It is there"), ButtonRole::Primary);
    m_isThere->setObjectName(u"isThere"_s);
    connect(m_isThere, &QPushButton::clicked, this, [this] {
        const QString fileId = m_candidates->currentText();
        m_queue.decide(m_id, true, fileId);
        if (!fileId.isEmpty())
            Q_EMIT showObject(fileId);
    });
    connect(&queue, &TransferQueue::changed, this, [this](const QString &id) {
        if (id == m_id)
            showQuestion();
    });
    connect(&queue, &TransferQueue::removed, this, &LostAnswerDialog::showQuestion);
    showQuestion();
    setWantedSize({560, 220});
}

void LostAnswerDialog::showQuestion()
{
    const TransferRecord record = m_queue.status(m_id).record;
    if (!m_queue.contains(m_id) || record.state != TransferRecord::State::Unknown) {
        accept();
        return;
    }
    m_question->setText(lostAnswerQuestion(record.name, record.lookedUp, record.candidates));
    const QString chosen = m_candidates->currentText();
    m_candidates->clear();
    m_candidates->addItems(record.candidates);
    m_candidates->setCurrentIndex(std::max(0, m_candidates->findText(chosen)));
    m_candidates->setVisible(record.candidates.size() > 1);
    m_isThere->setEnabled(!record.candidates.isEmpty());
}

} // namespace odc
