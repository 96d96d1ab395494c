// SPDX-License-Identifier: GPL-3.0-or-later
#include "archivecopydialog.h"

#include "base/format.h"
#include "ui/context/archiveservice.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/progressstrip.h"

#include <QFormLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace odc {

using namespace Qt::StringLiterals;

ArchiveCopyDialog::ArchiveCopyDialog(const ShellContext &context, const Profile &archive, QWidget *parent)
    : ConsoleDialog(context.theme, tr("Work on a copy"), parent), m_context(context), m_archive(archive)
{
    setObjectName(u"archiveCopyDialog"_s);
    setIntroduction(tr("The archive itself is never changed. A copy of it becomes a profile of its own on "
                       "the local server, where "
                       "everything can be changed and evals can be run again."));
    auto *form = new QFormLayout;
    form->setHorizontalSpacing(metrics::edge);
    m_name = new QLineEdit(tr("%1, copy").arg(archive.name), this);
    m_name->setObjectName(u"copyName"_s);
    form->addRow(tr("&Name"), m_name);
    body()->addLayout(form);
    if (archive.unfinished) {
        auto *warning = new TextLabel(theme(), Theme::FontRole::Body, Token::Warn,
                                      tr("This archive is unfinished. What it does not hold will be missing from the copy, "
                                         "too, and nothing there will say so."),
                                      this);
        warning->setObjectName(u"copyUnfinished"_s);
        warning->setWordWrap(true);
        body()->addWidget(warning);
    }
    m_bar = new ProgressLine(theme(), this);
    m_bar->hide();
    body()->addWidget(m_bar);
    m_text = new TextLabel(theme(), Theme::FontRole::Small, Token::Secondary, {}, this);
    m_text->setObjectName(u"copyText"_s);
    m_text->setWordWrap(true);
    body()->addWidget(m_text);
    body()->addStretch(1);
    QPushButton *cancel = addButton(tr("Cancel"), ButtonRole::Default);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    m_start = addButton(tr("Copy and open"), ButtonRole::Primary);
    m_start->setObjectName(u"startCopy"_s);
    connect(m_start, &QPushButton::clicked, this, &ArchiveCopyDialog::begin);
    connect(m_name, &QLineEdit::textChanged, this,
            [this](const QString &name) { m_start->setEnabled(!name.trimmed().isEmpty()); });
    m_name->selectAll();
    setWantedSize({520, archive.unfinished ? 310 : 240});
}

void ArchiveCopyDialog::begin()
{
    m_start->setEnabled(false);
    m_name->setEnabled(false);
    m_bar->show();
    m_text->setToken(Token::Secondary);
    m_text->setText(tr("Copying…"));
    const auto progress = [this](qint64 done, qint64 total) {
        CellProgress bar;
        bar.done = total > 0 ? double(done) / double(total) : -1;
        m_bar->setProgress(bar);
        m_text->setText(tr("%1 of %2").arg(format::size(done), format::size(total)));
    };
    // Closing the dialog stops it: it is the owner.
    m_context.archives.workOnCopy(m_archive, m_name->text().trimmed(), this, progress,
                                  [this](const QString &profileId, const QString &error) {
                                      if (error.isEmpty()) {
                                          Q_EMIT made(profileId);
                                          accept();
                                          return;
                                      }
                                      m_bar->hide();
                                      m_text->setToken(Token::Bad);
                                      m_text->setText(tr("The copy was not made. %1").arg(error));
                                      m_start->setEnabled(true);
                                      m_name->setEnabled(true);
                                  });
}

} // namespace odc
