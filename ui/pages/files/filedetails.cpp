// SPDX-License-Identifier: GPL-3.0-or-later
#include "filedetails.h"

#include "base/clock.h"
#include "base/format.h"
#include "lists/filesmodel.h"
#include "ui/context/pagecontext.h"
#include "ui/pages/files/filepreview.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/fieldgrid.h"
#include "ui/widgets/jsonview.h"
#include "ui/widgets/labels.h"

#include <QHBoxLayout>
#include <QJsonDocument>
#include <QScrollArea>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

/// "22 Nov 2026, 14:31:07", with the relative time and the wire's seconds in the tooltip.
FieldValue createdValue(std::optional<qint64> at, qint64 now)
{
    if (!at)
        return {FileDetails::tr("unknown")};
    FieldValue value{format::exactTime(*at)};
    value.tooltip = FileDetails::tr("%1 (%2)", "time, number").arg(format::relativeTime(*at, now)).arg(*at);
    return value;
}

/// "22 Dec 2026 (in 29 days)": here the distance is what matters.
FieldValue expiresValue(std::optional<qint64> at, qint64 now)
{
    if (!at)
        return {FileDetails::tr("never")};
    FieldValue value{FileDetails::tr("%1 (%2)", "date, distance").arg(format::date(*at), format::relativeTime(*at, now))};
    value.tooltip = FileDetails::tr("%1 (%2)", "time, number").arg(format::exactTime(*at)).arg(*at);
    return value;
}

} // namespace

FileDetails::FileDetails(const PageContext &context, QWidget *parent) : QWidget(parent), m_context(context)
{
    setObjectName(u"fileDetails"_s);
    const Theme &theme = context.shell.theme;
    setGround(this, Token::Window);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    m_nothing = new TextLabel(theme, Theme::FontRole::Body, Token::Secondary, tr("Select a file to see what it is."), this);
    m_nothing->setAlignment(Qt::AlignCenter);
    m_nothing->setWordWrap(true);
    outer->addWidget(m_nothing);

    m_content = new QWidget(this);
    outer->addWidget(m_content);
    auto *layout = new QVBoxLayout(m_content);
    layout->setContentsMargins(metrics::edge, metrics::between, metrics::edge, metrics::between);
    layout->setSpacing(metrics::tight);
    m_name = new ElidedLabel(theme, Theme::FontRole::Heading, Token::Text, m_content);
    m_name->setObjectName(u"detailsName"_s);
    m_name->setElideMode(Qt::ElideMiddle);
    layout->addWidget(m_name);
    auto *idRow = new QHBoxLayout;
    idRow->setSpacing(metrics::tight);
    m_id = new ElidedLabel(theme, Theme::FontRole::Mono, Token::Secondary, m_content);
    m_id->setElideMode(Qt::ElideMiddle);
    m_copyId = new CopyButton(theme, tr("Copy ID"), m_content);
    idRow->addWidget(m_id);
    idRow->addWidget(m_copyId);
    idRow->addStretch(1);
    layout->addLayout(idRow);

    m_tabs = new QTabBar(m_content);
    m_tabs->setObjectName(u"detailsTabs"_s);
    m_tabs->setAccessibleName(tr("Details"));
    m_tabs->setDrawBase(true);
    m_tabs->setExpanding(false);
    m_tabs->addTab(tr("Summary"));
    m_tabs->addTab(tr("Preview"));
    m_tabs->addTab(tr("JSON", "tab"));
    layout->addWidget(m_tabs);

    m_stack = new QStackedWidget(m_content);
    auto *scroll = new QScrollArea(m_stack);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff); // values wrap instead
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto *summary = new QWidget(scroll);
    auto *summaryLayout = new QVBoxLayout(summary);
    summaryLayout->setContentsMargins(0, metrics::inside, 0, 0);
    m_fields = new FieldGrid(theme, summary);
    m_fields->addField(u"purpose"_s, tr("Purpose"));
    m_fields->addField(u"size"_s, tr("Size"));
    m_fields->addField(u"status"_s, tr("Status"));
    m_fields->addField(u"status_details"_s, tr("Details"));
    m_fields->addField(u"created"_s, tr("Created"));
    m_fields->addField(u"expires"_s, tr("Expires"));
    m_fields->addField(u"content"_s, tr("Content"));
    summaryLayout->addWidget(m_fields);
    summaryLayout->addStretch(1);
    scroll->setWidget(summary);
    setGround(scroll->viewport(), Token::Window);
    setGround(summary, Token::Window);
    m_stack->addWidget(scroll);
    m_preview = new FilePreview(context.session, theme, m_stack);
    m_stack->addWidget(m_preview);
    m_json = new JsonView(theme, m_stack);
    m_json->setObjectName(u"detailsJson"_s);
    m_json->setAccessibleName(tr("The file object as JSON"));
    m_stack->addWidget(m_json);
    layout->addWidget(m_stack, 1);

    connect(m_tabs, &QTabBar::currentChanged, m_stack, &QStackedWidget::setCurrentIndex);
    connect(m_preview, &FilePreview::downloadRequested, this, &FileDetails::downloadRequested);
    clear();
}

void FileDetails::clear()
{
    m_file = {};
    m_preview->setFile({});
    m_content->hide();
    m_nothing->show();
}

void FileDetails::setFile(const FileObject &file, int others)
{
    const bool sameContent = file == m_file;
    m_file = file;
    m_nothing->hide();
    m_content->show();
    m_name->setFullText(others > 0 ? tr("%1 and %n more", nullptr, others).arg(file.filename) : file.filename);
    m_id->setFullText(file.id);
    m_copyId->setText(file.id);
    m_preview->setFile(file);
    fill();
    if (!sameContent)
        m_json->setContent(QJsonDocument(file.toJson()).toJson(QJsonDocument::Compact));
}

void FileDetails::fill()
{
    const qint64 now = m_context.shell.clock.unixSeconds();
    FieldValue purpose{m_file.purpose};
    purpose.tooltip = filepurpose::description(m_file.purpose);
    m_fields->setValue(u"purpose"_s, purpose);
    m_fields->setValue(u"size"_s, {format::exactSize(m_file.bytes)});
    FieldValue status{FilesModel::statusText(m_file)};
    status.tone = FilesModel::toneOf(m_file);
    m_fields->setValue(u"status"_s, status);
    m_fields->setValue(u"status_details"_s, {m_file.statusDetails});
    m_fields->setFieldVisible(u"status_details"_s, !m_file.statusDetails.isEmpty());
    m_fields->setValue(u"created"_s, createdValue(m_file.createdAt, now));
    FieldValue expires = expiresValue(m_file.expiresAt, now);
    expires.tone = FilesModel::expiryTone(m_file, now);
    m_fields->setValue(u"expires"_s, expires);
    m_fields->setValue(u"content"_s,
                       {filepurpose::isDownloadable(m_file.purpose) ? tr("can be downloaded")
                                                                    : tr("not handed out by the service")});
}

void FileDetails::showTab(Tab tab)
{
    m_tabs->setCurrentIndex(tab);
}

} // namespace odc
