// SPDX-License-Identifier: GPL-3.0-or-later
#include "auditdetails.h"

#include "api/operationtable.h"
#include "base/format.h"
#include "lists/auditmodel.h"
#include "ui/theme/theme.h"
#include "ui/widgets/jsonview.h"

namespace odc {

using namespace Qt::StringLiterals;

namespace {

/// The fields of a form, a line each, as they were sent; what else there is was JSON.
QByteArray requestText(const LoggedCall &call)
{
    if (call.formFields.isEmpty())
        return call.jsonBody;
    QStringList lines;
    for (const auto &[name, value] : call.formFields)
        lines << name + u" = "_s + value;
    return lines.join(u'\n').toUtf8();
}

} // namespace

AuditDetails::AuditDetails(const PageContext &context, QWidget *parent)
    : DetailsPane(context, {tr("Select a change to see what was sent."), tr("The change as JSON")}, parent),
      m_request(new JsonView(context.shell.theme, this)), m_curl(new JsonView(context.shell.theme, this)),
      m_requestTab(addTab(tr("Request"), m_request))
{
    setObjectName(u"auditDetails"_s);
    m_request->setObjectName(u"auditRequest"_s);
    m_request->setAccessibleName(tr("What was sent"));
    m_curl->setObjectName(u"auditCurl"_s);
    m_curl->setAccessibleName(tr("The change as a cURL command"));
    m_curl->setWrapped(true);
    addTab(tr("cURL", "tab"), m_curl);
    fields()->addField(u"result"_s, tr("Result"));
    fields()->addField(u"error"_s, tr("Error"));
    fields()->addField(u"status"_s, tr("HTTP status"));
    fields()->addField(u"when"_s, tr("Sent"));
    fields()->addField(u"duration"_s, tr("Duration"));
    fields()->addField(u"attempt"_s, tr("Attempt"));
    fields()->addField(u"operation"_s, tr("Operation"));
    fields()->addField(u"name"_s, tr("Name"));
    fields()->addField(u"made"_s, tr("Made"));
    fields()->addField(u"method"_s, tr("Method"));
    fields()->addField(u"path"_s, tr("Path"));
    fields()->addField(u"request_id"_s, tr("Request ID"));
    fields()->addField(u"profile"_s, tr("Profile"));
    fields()->addField(u"key"_s, tr("Key"));
}

void AuditDetails::clear()
{
    DetailsPane::clear();
    m_request->clear();
    m_curl->clear();
}

void AuditDetails::setRow(const AuditModel &model, int row, int others)
{
    const AuditEntry *entry = model.entry(row);
    if (!entry)
        return;
    const LoggedCall &call = entry->call;
    showObject(model.whatText(row), model.objectId(row), model.rowJson(row), others);
    FieldValue result{AuditModel::resultText(*entry)};
    result.tone = AuditModel::resultTone(*entry);
    if (!entry->isRunning() && entry->outcome == AuditEntry::Outcome::Unknown)
        result.tooltip = tr("It was sent, and no answer is known. It may or may not have been carried out.");
    fields()->setValue(u"result"_s, result);
    const QString error = AuditModel::errorText(*entry);
    fields()->setValue(
        u"error"_s,
        {.text = error, .tooltip = call.error.details(), .copyable = true, .copyText = call.error.details()});
    fields()->setFieldVisible(u"error"_s, !error.isEmpty());
    fields()->setValue(u"status"_s, {call.status ? QString::number(call.status) : QString()});
    fields()->setValue(u"when"_s, exactTime(entry->sentUnix));
    fields()->setValue(u"duration"_s, {AuditModel::durationText(*entry)});
    fields()->setValue(u"attempt"_s, {QString::number(call.attempt)});
    fields()->setFieldVisible(u"attempt"_s, call.attempt > 1);
    const ApiOperation *operation = model.operation(row);
    fields()->setValue(u"operation"_s, {.text = operation ? QString::fromLatin1(operation->name) : QString(),
                                        .monospace = true});
    const QString name = model.rawValue(row, AuditModel::Name).toString();
    fields()->setValue(u"name"_s, {format::oneLine(name)});
    // Where the object is the one that was made, its id stands above.
    const bool isOther = !entry->madeId.isEmpty() && entry->madeId != model.objectId(row);
    fields()->setValue(u"made"_s, {.text = entry->madeId, .monospace = true, .copyable = true});
    fields()->setFieldVisible(u"made"_s, isOther);
    fields()->setValue(u"method"_s, {.text = QString::fromLatin1(call.method), .monospace = true});
    // One word: where there is no room for it, an ellipsis says so.
    fields()->setValue(u"path"_s, {.text = call.path, .monospace = true, .copyable = true});
    fields()->setValue(u"request_id"_s, {.text = call.requestId, .monospace = true, .copyable = true});
    fields()->setValue(u"profile"_s, {entry->profile});
    fields()->setValue(u"key"_s, {call.admin ? tr("admin key") : tr("project key")});

    const QByteArray sent = requestText(call);
    m_request->setContent(sent, call.formFields.isEmpty() ? JsonView::Format::Json : JsonView::Format::Plain);
    setTabShown(m_requestTab, !sent.isEmpty());
    m_curl->setContent(
        entry->lacksBody()
            ? tr("What was sent, %1, was too large to be kept.").arg(format::size(call.bytesSent)).toUtf8()
            : RequestLog::toCurl(call).toUtf8(),
        JsonView::Format::Plain);
}

} // namespace odc
