// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

namespace odc::test {

/** An operation of the API, as its reference names it: "GET", "/evals/{eval_id}". */
struct Operation
{
    QByteArray method;
    QByteArray pattern; ///< from below the base path; a segment in braces stands for any one id

    QString name() const { return QString::fromLatin1(method + ' ' + pattern); }
    /** \p target as a server received it: with the base path "/v1", and with or without a query. */
    bool isCalledBy(const QByteArray &calledMethod, const QByteArray &target) const;
};

/** A request out of a server's own account of what it answered. */
struct AnsweredRequest
{
    QByteArray method;
    QByteArray target;
    int status = 0;
};

/** The entries of a request log: of anything that has a method, a target and a status. */
template <typename Log> QList<AnsweredRequest> answeredRequests(const Log &log)
{
    QList<AnsweredRequest> all;
    for (const auto &entry : log)
        all.append({entry.method, entry.target, entry.status});
    return all;
}

/** The names of those operations that none of the requests called with an answer of 2xx. */
QStringList missingOperations(const QList<Operation> &operations, const QList<AnsweredRequest> &requests);

} // namespace odc::test
