// SPDX-License-Identifier: GPL-3.0-or-later
#include "transferdetails.h"

#include "base/format.h"
#include "lists/partsmodel.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/progressstrip.h"
#include "ui/widgets/tableview.h"

#include <QHeaderView>
#include <QVBoxLayout>

namespace odc {

using namespace Qt::StringLiterals;
using State = TransferRecord::State;

namespace {

constexpr int stripHeight = 16;

FieldValue copyable(const QString &text)
{
    FieldValue value{text};
    value.copyable = true;
    return value;
}

/// Both ends, which tell ids apart; the button copies, and the tooltip shows, the whole.
FieldValue idValue(const QString &id)
{
    constexpr int shown = 16;
    constexpr int end = 5;
    FieldValue value = copyable(id.size() > shown ? id.first(shown - end - 1) + u'…' + id.last(end) : id);
    value.copyText = id;
    value.tooltip = id;
    value.monospace = true;
    return value;
}

} // namespace

TransferDetails::TransferDetails(const PageContext &context, QWidget *parent)
    : DetailsPane(context, {tr("Select a transfer to see how it stands."), tr("The transfer as JSON")}, parent),
      m_parts(new PartsModel(this))
{
    setObjectName(u"transferDetails"_s);
    addTab(tr("Parts"), makeParts(context.shell.theme));
    fields()->addField(u"state"_s, tr("State"));
    fields()->addField(u"warning"_s, tr("Warning"));
    fields()->addField(u"error"_s, tr("Error"));
    fields()->addField(u"advice"_s, tr("What to do"));
    fields()->addField(u"request"_s, tr("Request ID"));
    fields()->addField(u"note"_s, tr("Note"));
    fields()->addField(u"progress"_s, tr("Progress"));
    fields()->addField(u"rate"_s, tr("Rate"));
    fields()->addField(u"left"_s, tr("Time left"));
    fields()->addField(u"parts"_s, tr("Parts"));
    fields()->addField(u"size"_s, tr("Size"));
    fields()->addField(u"path"_s, tr("Path"));
    fields()->addField(u"file"_s, tr("File ID"));
    fields()->addField(u"purpose"_s, tr("Purpose"));
    fields()->addField(u"mime"_s, tr("Type"));
    fields()->addField(u"lifetime"_s, tr("File expires"));
    fields()->addField(u"means"_s, tr("Sent"));
    fields()->addField(u"upload"_s, tr("Upload ID"));
    fields()->addField(u"upload_expires"_s, tr("Upload ends"));
    fields()->addField(u"md5"_s, tr("MD5"));
    fields()->addField(u"attempts"_s, tr("Attempts"));
    fields()->addField(u"added"_s, tr("Added"));
    fields()->addField(u"ended"_s, tr("Ended"));
}

QWidget *TransferDetails::makeParts(const Theme &theme)
{
    auto *page = new QWidget(this);
    setGround(page, Token::Window);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, metrics::inside, 0, 0);
    layout->setSpacing(metrics::inside);
    m_partsText = new TextLabel(theme, Theme::FontRole::Body, Token::Secondary, {}, page);
    m_partsText->setObjectName(u"partsText"_s);
    m_partsText->setWordWrap(true);
    layout->addWidget(m_partsText);
    m_strip = new ProgressLine(theme, page);
    m_strip->setObjectName(u"partsStrip"_s);
    m_strip->setFixedHeight(stripHeight);
    layout->addWidget(m_strip);
    m_table = new TableView(theme, page);
    m_table->setObjectName(u"partsTable"_s);
    m_table->setAccessibleName(tr("Parts"));
    m_table->setEdgePadding(metrics::inside);
    m_table->setModel(m_parts);
    m_table->horizontalHeader()->setSortIndicatorShown(false);
    m_table->setColumns({{56, 48, false, 56}, {96, 80, true}, {84, 72}, {200, 180}});
    layout->addWidget(m_table, 1);
    return page;
}

void TransferDetails::setOptional(const QString &key, const FieldValue &value)
{
    fields()->setValue(key, value);
    fields()->setFieldVisible(key, !value.text.isEmpty());
}

void TransferDetails::setTransfer(const TransferRow &row, int others)
{
    const TransferStatus &status = row.status;
    const TransferRecord &record = status.record;
    showObject(record.name, row.id, record.toJson(), others);
    FieldValue state{TransfersModel::stateText(status)};
    state.tone = TransfersModel::toneOf(status);
    fields()->setValue(u"state"_s, state);
    showTrouble(status);
    showProgress(status);
    fields()->setValue(u"size"_s, {record.size > 0 ? format::exactSize(record.size) : tr("unknown")});
    fields()->setValue(u"path"_s, copyable(record.path));
    setOptional(u"file"_s, idValue(record.fileId));
    showUpload(record);
    fields()->setValue(u"attempts"_s, {format::number(record.attempts)});
    fields()->setValue(u"added"_s, exactTime(record.addedAt));
    setOptional(u"ended"_s, record.endedAt > 0 ? exactTime(record.endedAt) : FieldValue{});
    showParts(status);
}

void TransferDetails::showTrouble(const TransferStatus &status)
{
    const ApiError &error = status.record.error;
    const bool failed = error.kind != ApiError::Kind::None;
    FieldValue warning{status.warning};
    warning.tone = status.warning.isEmpty() ? Tone::None : Tone::Attention;
    setOptional(u"warning"_s, warning);
    FieldValue said;
    if (failed) {
        said = copyable(TransfersModel::noteText(status));
        said.copyText = error.details();
        said.tooltip = error.details();
    }
    setOptional(u"error"_s, said);
    setOptional(u"advice"_s, {failed ? error.advice() : QString()});
    setOptional(u"request"_s, idValue(failed ? error.requestId : QString()));
    setOptional(u"note"_s, {status.record.note});
}

void TransferDetails::showProgress(const TransferStatus &status)
{
    const TransferRecord &record = status.record;
    QString progress = format::size(status.bytesDone);
    if (record.size > 0) {
        const int percent = int(100.0 * double(status.bytesDone) / double(record.size));
        progress = tr("%1 of %2 (%3\u00a0%)").arg(progress, format::size(record.size), format::number(percent));
    }
    FieldValue value{progress};
    value.tooltip = format::exactSize(status.bytesDone);
    fields()->setValue(u"progress"_s, value);
    // While it works these come and go; the rows stay, so that nothing jumps.
    const bool active = record.isActive();
    fields()->setFieldVisible(u"rate"_s, active);
    fields()->setFieldVisible(u"left"_s, active);
    fields()->setValue(u"rate"_s, {status.rate > 0 ? format::rate(status.rate) : QString()});
    fields()->setValue(u"left"_s, {status.secondsLeft >= 0 ? format::duration(status.secondsLeft) : QString()});
    setOptional(u"parts"_s, {TransfersModel::partsText(status)});
}

void TransferDetails::showUpload(const TransferRecord &record)
{
    setOptional(u"purpose"_s, {record.purpose});
    setOptional(u"mime"_s, {record.mimeType});
    setOptional(u"lifetime"_s, {record.expiresAfterSeconds ? tr("%1 after it was sent").arg(format::duration(*record.expiresAfterSeconds))
                                                           : QString()});
    setOptional(u"means"_s, {!record.isUpload() ? QString() : record.inParts ? tr("in parts") : tr("in one request")});
    setOptional(u"upload"_s, idValue(record.uploadId));
    FieldValue ends;
    if (record.uploadExpiresAt > 0 && record.state != State::Completed && record.state != State::Cancelled)
        ends = {tr("%1, %2", "time, distance")
                    .arg(format::exactTime(record.uploadExpiresAt), format::relativeTime(record.uploadExpiresAt, nowUnix()))};
    setOptional(u"upload_expires"_s, ends);
    setOptional(u"md5"_s, idValue(record.md5));
}

void TransferDetails::showParts(const TransferStatus &status)
{
    m_parts->setTransfer(status);
    const int count = int(status.parts.size());
    m_strip->setVisible(count > 0);
    m_table->setVisible(count > 0);
    if (count == 0) {
        m_partsText->setText(status.record.isUpload() ? tr("This file goes in one request; it has no parts.")
                                                      : tr("Downloads come in one piece; they have no parts."));
        return;
    }
    CellProgress strip;
    strip.parts = TransfersModel::partStates(status);
    m_strip->setProgress(strip);
    const QString said = tr("%1 of %Ln part(s) done", nullptr, count).arg(format::number(TransfersModel::partsDone(status)));
    m_partsText->setText(said);
    m_strip->setAccessibleDescription(said);
}

} // namespace odc
