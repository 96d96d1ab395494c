// SPDX-License-Identifier: GPL-3.0-or-later
#include "batchfilepane.h"

#include "batches/batchpreparation.h"
#include "settings/settings.h"
#include "ui/pages/batches/batchcheckview.h"
#include "ui/pages/dropzone.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/stateoverlay.h"

#include <QDir>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace odc {

using namespace Qt::StringLiterals;

BatchFilePane::BatchFilePane(const PageContext &context, QWidget *parent)
    : BatchSourcePane(parent), m_context(context),
      m_preparation(new BatchPreparation(context.shell.clock, this)), m_pages(new QStackedWidget(this)),
      m_name(new ElidedLabel(context.shell.theme, Theme::FontRole::Strong)),
      m_other(makeButton(context.shell.theme, tr("Another file…"), Icon::Folder, ButtonRole::Default)),
      m_again(makeButton(context.shell.theme, tr("Check again"), Icon::Refresh, ButtonRole::Default)),
      m_check(new BatchCheckView(context))
{
    const Theme &theme = context.shell.theme;
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_pages);
    auto *nothing = new QWidget(m_pages);
    nothing->setMinimumHeight(metrics::textWidth / 2);
    m_pages->addWidget(nothing);
    m_nothing = new StateOverlay(theme, nothing);
    m_nothing->setState(
        {.kind = StateOverlay::Kind::Empty,
         .sentence = tr("Drop a file of requests here."),
         .detail = tr("JSON lines: one request a line, as the Batch API takes them. It is checked before "
                      "anything is sent."),
         .actionText = tr("Choose file…"),
         .icon = Icon::File});
    m_nothing->actionButton()->setObjectName(u"chooseBatchFile"_s);
    auto *file = new QWidget(m_pages);
    auto *fileLayout = new QVBoxLayout(file);
    fileLayout->setContentsMargins(0, 0, 0, 0);
    fileLayout->setSpacing(metrics::between);
    auto *row = new QHBoxLayout;
    row->setSpacing(metrics::inside);
    m_name->setObjectName(u"batchFile"_s);
    m_name->setElideMode(Qt::ElideMiddle);
    row->addWidget(m_name, 1);
    m_again->setObjectName(u"checkAgain"_s);
    row->addWidget(m_again);
    m_other->setObjectName(u"otherBatchFile"_s);
    row->addWidget(m_other);
    fileLayout->addLayout(row);
    fileLayout->addWidget(m_check, 1);
    m_pages->addWidget(file);

    m_check->follow(m_preparation);
    auto *zone = new DropZone(theme, this, {tr("Drop to check"), tr("Nothing is sent yet.")});
    connect(zone, &DropZone::dropped, this, [this](const QStringList &paths) { setPath(paths.first()); });
    connect(m_nothing, &StateOverlay::actionTriggered, this, &BatchFilePane::browse);
    connect(m_other, &QPushButton::clicked, this, &BatchFilePane::browse);
    connect(m_again, &QPushButton::clicked, this, [this] { setPath(m_path); });
    connect(m_check, &BatchCheckView::changed, this, [this] {
        showFile();
        Q_EMIT edited();
    });
    showFile();
}

void BatchFilePane::setPath(const QString &path)
{
    m_path = path;
    m_preparation->check(path);
    showFile();
    Q_EMIT edited();
}

void BatchFilePane::showFile()
{
    m_pages->setCurrentIndex(m_path.isEmpty() ? 0 : 1);
    m_name->setFullText(QDir::toNativeSeparators(m_path));
    m_again->setEnabled(!m_preparation->isRunning());
    setFocusProxy(m_path.isEmpty() ? m_nothing->actionButton() : m_other);
}

void BatchFilePane::browse()
{
    auto *dialog =
        new QFileDialog(this, tr("File of requests"), m_context.shell.settings.text(Setting::LastFolder));
    dialog->setObjectName(u"batchFileDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("JSON lines (*.jsonl)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, [this, dialog](const QString &path) {
        m_context.shell.settings.set(Setting::LastFolder, dialog->directory().absolutePath());
        setPath(path);
    });
    dialog->open();
}

QList<FormProblem> BatchFilePane::problems() const
{
    if (m_path.isEmpty())
        return {{u"source.file"_s, tr("No file of requests is chosen.")}};
    if (m_preparation->stage() == BatchPreparation::Stage::Idle)
        return {{u"source.file"_s, tr("The file is not checked.")}};
    if (const QString fault = m_check->fault(); !fault.isEmpty())
        return {{u"source.file"_s, fault}};
    // The service goes by the name.
    if (!m_path.endsWith(".jsonl"_L1, Qt::CaseInsensitive))
        return {
            {u"source.file"_s, tr("The file's name has to end in “.jsonl”: the service takes no others.")}};
    return {};
}

void BatchFilePane::focusField(const QString &)
{
    setFocus();
}

BatchInputPtr BatchFilePane::input() const
{
    return m_preparation->input();
}

QString BatchFilePane::endpoint() const
{
    const BatchInputPtr read = input();
    return read ? read->check.endpoint : QString();
}

QString BatchFilePane::endpointReason() const
{
    return endpoint().isEmpty() ? QString() : tr("The requests in the file say so.");
}

int BatchFilePane::batches() const
{
    return problems().isEmpty() ? m_check->batches() : 0;
}

} // namespace odc
