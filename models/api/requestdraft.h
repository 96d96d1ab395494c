// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>

namespace odc {

/// What a form that makes something holds: the body of its request, with what every such body has. A subclass
/// gives the rest of its parts names. Parts that the console does not know stay as they are.
class RequestDraft
{
public:
    /// Reads another body, keeping what is put aside.
    void setJson(const QJsonObject &body) { m_body = body; }
    const QJsonObject &toJson() const { return m_body; }

    QString name() const { return m_body.value(QLatin1String("name")).toString(); }
    /// An empty one is not sent.
    void setName(const QString &name);
    QJsonObject metadata() const { return m_body.value(QLatin1String("metadata")).toObject(); }
    /// The same.
    void setMetadata(const QJsonObject &metadata);

protected:
    explicit RequestDraft(const QJsonObject &body) : m_body(body) {}
    ~RequestDraft() = default;
    RequestDraft(const RequestDraft &) = default;
    RequestDraft &operator=(const RequestDraft &) = default;

    QJsonObject m_body;
};

} // namespace odc
