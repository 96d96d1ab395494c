// SPDX-License-Identifier: GPL-3.0-or-later
#include "localserver/formreader.h"

#include "localserver/apifault.h"
#include "localserver/multipart.h"

using namespace Qt::StringLiterals;

namespace odc::server {

namespace {

constexpr qsizetype maxFieldBytes = 64 * 1024;
constexpr int maxParts = 64;

/** Sorts the parts of one form. The first thing that is wrong is kept; the rest of the body is then only
 * skipped. */
class FormBuilder
{
public:
    FormBuilder(const BlobStore &blobs, const FormRules &rules) : m_blobs(blobs), m_rules(rules) {}

    void begin(const PartHead &head)
    {
        m_current = head;
        m_value.clear();
        if (++m_parts > maxParts)
            refuse(ApiFault::badRequest(u"The form has more than %1 parts."_s.arg(maxParts)));
        else if (head.name == m_rules.fileField)
            beginFile(head);
        else if (!m_rules.fields.contains(head.name))
            refuseUnknown(head.name);
        else if (form.fields.contains(head.name))
            refuse(ApiFault::badRequest(u"The field '%1' was given more than once."_s.arg(head.name),
                                        head.name));
    }

    void data(const char *bytes, qsizetype size)
    {
        if (fault)
            return;
        if (m_current.name == m_rules.fileField)
            return fileData(bytes, size);
        if (m_value.size() + size > maxFieldBytes)
            return refuse(
                ApiFault::badRequest(u"The field '%1' is too long."_s.arg(m_current.name), m_current.name));
        m_value.append(bytes, size);
    }

    void end()
    {
        if (!fault && m_current.name != m_rules.fileField)
            form.fields.insert(m_current.name, QString::fromUtf8(m_value));
    }

    void refuse(const ApiFault &why)
    {
        if (!fault)
            fault = why;
    }

    Form form;
    std::optional<ApiFault> fault;

private:
    void beginFile(const PartHead &head)
    {
        if (form.file)
            return refuse(ApiFault::badRequest(u"The field '%1' was given more than once."_s.arg(head.name),
                                               head.name));
        if (!head.filename && m_rules.fileNameNeeded)
            return refuse(ApiFault::badRequest(
                u"Expected the field '%1' to be a file, but it has no file name."_s.arg(head.name),
                head.name));
        form.filename = head.filename.value_or(QString());
        form.file = m_blobs.create();
        if (!form.file)
            refuse(ApiFault::serverError(u"The server cannot write to its data folder."_s));
    }

    void fileData(const char *bytes, qsizetype size)
    {
        if (form.file->size() + size > m_rules.maxFileBytes)
            refuse(ApiFault::tooLarge(u"The file is larger than the maximum of %1 MB."_s.arg(
                m_rules.maxFileBytes / (1024 * 1024))));
        else if (!form.file->write(bytes, size))
            refuse(ApiFault::serverError(u"The server could not write the file; its disk may be full."_s));
    }

    void refuseUnknown(const QString &name)
    {
        refuse(
            ApiFault::badRequest(u"Additional properties are not allowed ('%1' was unexpected)"_s.arg(name)));
    }

    const BlobStore &m_blobs;
    const FormRules &m_rules;
    PartHead m_current;
    QByteArray m_value;
    int m_parts = 0;
};

} // namespace

Form readForm(RequestContext &context, const BlobStore &blobs, const FormRules &rules)
{
    const QByteArray boundary = MultipartParser::boundaryOf(context.header("content-type"));
    if (boundary.isEmpty())
        throw ApiFault::badRequest(u"This request must be sent as multipart/form-data with a boundary."_s);

    FormBuilder builder(blobs, rules);
    MultipartParser parser(boundary, {[&](const PartHead &head) { builder.begin(head); },
                                      [&](const char *data, qsizetype size) { builder.data(data, size); },
                                      [&] { builder.end(); }});
    const bool complete = context.body->read([&](const char *data, qsizetype size) {
        // A body that is too large or not a form is not worth reading on; for lesser faults the rest is small
        // change, and a client that may finish its sentence surely hears the answer.
        return parser.feed(data, size) && !(builder.fault && builder.fault->status == 413);
    });
    if (builder.fault)
        throw *builder.fault;
    if (!parser.error().isEmpty())
        throw ApiFault::badRequest(
            u"We could not parse the multipart body of your request: %1."_s.arg(parser.error()));
    if (!complete)
        throw ClientGone{};
    if (!parser.isComplete())
        throw ApiFault::badRequest(
            u"We could not parse the multipart body of your request: the closing boundary is missing."_s);
    return std::move(builder.form);
}

} // namespace odc::server
