// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QPair>
#include <QString>

namespace odc {

/// An answer of the server as it is told to whoever keeps what was seen of objects. Only what speaks of objects is told:
/// JSON of a 2xx, and a 404.
struct SeenAnswer
{
    QByteArray method; ///< "GET", "POST", "DELETE"
    QString path;      ///< below the base URL: "/vector_stores/vs_1/files"
    QList<QPair<QString, QString>> query; ///< unencoded
    int status = 0;    ///< 2xx or 404
    QByteArray body;   ///< as received; empty when a deletion turned out to have been done before
    qint64 atUnix = 0; ///< seconds
};

/// Is told of every answer of a session. GUI thread; must be quick, and must not end the session.
class AnswerObserver
{
public:
    virtual ~AnswerObserver() = default;
    virtual void answered(const SeenAnswer &answer) = 0;
};

} // namespace odc
