// SPDX-License-Identifier: GPL-3.0-or-later
#include "labquerydialog.h"

#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"
#include "ui/widgets/labels.h"

#include <QFormLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace odc {

using namespace Qt::StringLiterals;

namespace {
constexpr int longestName = 100;
}

LabNameDialog::LabNameDialog(const Theme &theme, const QString &title, const QString &name,
                             const QStringList &taken, const QString &button, QWidget *parent)
    : ConsoleDialog(theme, title, parent), m_name(new QLineEdit(name, this))
{
    auto *problem = new TextLabel(theme, Theme::FontRole::Small, Token::Bad, {}, this);
    problem->setObjectName(u"labNameProblem"_s);
    m_name->setObjectName(u"labName"_s);
    m_name->setMaxLength(longestName);
    m_name->selectAll();
    auto *form = new QFormLayout;
    form->setHorizontalSpacing(metrics::between);
    form->addRow(tr("&Name"), m_name);
    body()->addLayout(form);
    body()->addWidget(problem);
    body()->addStretch(1);
    QPushButton *cancel = addButton(tr("Cancel"), ButtonRole::Default);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    QPushButton *accept = addButton(button, ButtonRole::Primary);
    accept->setObjectName(u"labNameAccept"_s);
    connect(accept, &QPushButton::clicked, this, &QDialog::accept);
    const auto judge = [this, problem, accept, taken, name] {
        const bool isTaken = this->name() != name && taken.contains(this->name());
        problem->setText(isTaken ? tr("There is a set of this name.") : QString());
        accept->setEnabled(!isTaken && !this->name().isEmpty());
    };
    connect(m_name, &QLineEdit::textChanged, this, judge);
    judge();
    setWantedSize({420, 180});
}

QString LabNameDialog::name() const
{
    return m_name->text().trimmed();
}

LabQueryDialog::LabQueryDialog(const Theme &theme, const QuerySet &set, qsizetype at, QWidget *parent)
    : ConsoleDialog(theme, tr("Query of “%1”").arg(set.name), parent), m_set(set), m_at(at),
      m_text(new QPlainTextEdit(this)), m_expected(new QPlainTextEdit(this)), m_note(new QLineEdit(this)),
      m_problem(new TextLabel(theme, Theme::FontRole::Small, Token::Bad, {}, this))
{
    setObjectName(u"labQueryDialog"_s);
    const SetQuery &query = set.queries.at(at);
    QStringList files;
    for (const ExpectedFile &file : query.expected)
        files << file.title();
    m_text->setObjectName(u"labQueryText"_s);
    m_text->setPlainText(query.text);
    m_text->setTabChangesFocus(true);
    m_expected->setObjectName(u"labQueryExpected"_s);
    m_expected->setPlainText(files.join(u'\n'));
    m_expected->setPlaceholderText(tr("Names or ids of files, one a line"));
    m_expected->setTabChangesFocus(true);
    m_note->setObjectName(u"labQueryNote"_s);
    m_note->setText(query.note);
    m_text->setMinimumHeight(metrics::rowHeight * 2);
    m_expected->setMinimumHeight(metrics::rowHeight * 3);
    auto *form = new QFormLayout;
    form->setHorizontalSpacing(metrics::between);
    form->setVerticalSpacing(metrics::inside);
    form->addRow(tr("&Query"), m_text);
    form->addRow(tr("&Expected files"), m_expected);
    form->addRow(tr("N&ote"), m_note);
    body()->addLayout(form, 1);
    body()->addWidget(m_problem);
    QPushButton *cancel = addButton(tr("Cancel"), ButtonRole::Default);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    m_apply = addButton(tr("Apply"), ButtonRole::Primary);
    m_apply->setObjectName(u"labQueryApply"_s);
    connect(m_apply, &QPushButton::clicked, this, &QDialog::accept);
    connect(m_text, &QPlainTextEdit::textChanged, this, &LabQueryDialog::judge);
    setWantedSize({520, 380});
    judge();
}

void LabQueryDialog::judge()
{
    const QString text = queryText(m_text->toPlainText());
    const qsizetype there = m_set.indexOf(text);
    const bool isTaken = there >= 0 && there != m_at;
    m_problem->setText(isTaken ? tr("This query is in the set already.") : QString());
    m_problem->setVisible(isTaken);
    m_apply->setEnabled(!isTaken && !text.isEmpty());
}

SetQuery LabQueryDialog::query() const
{
    SetQuery made{queryText(m_text->toPlainText()), {}, m_note->text().trimmed()};
    const QList<ExpectedFile> before = m_set.queries.at(m_at).expected;
    const QStringList lines = queryText(m_expected->toPlainText()).split(u'\n', Qt::SkipEmptyParts);
    for (const QString &line : lines) {
        // What was there keeps both its id and its name.
        const auto same = std::find_if(before.cbegin(), before.cend(),
                                       [&line](const ExpectedFile &file) { return file.title() == line; });
        if (same != before.cend())
            made.expected.append(*same);
        else if (line.startsWith("file-"_L1) || line.startsWith("file_"_L1))
            made.expected.append({line, {}});
        else
            made.expected.append({{}, line});
    }
    return made;
}

} // namespace odc
