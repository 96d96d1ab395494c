// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/batchlinks.h"
#include "api/formproblem.h"
#include "api/requestdraft.h"

#include <QList>

#include <optional>

namespace odc {

/// A batch to be made, as the form holds it: the body of POST /batches. Parts that the console does not know
/// stay as they are.
class BatchDraft final : public RequestDraft
{
public:
    /// For 24 hours; nothing else yet.
    BatchDraft();
    static BatchDraft fromJson(const QJsonObject &body);

    /// What lists call it: a pair of its metadata, since batches have no name of their own.
    QString listName() const;
    void setListName(const QString &name);
    QString endpoint() const;
    void setEndpoint(const QString &endpoint);
    QString inputFileId() const;
    /// Empty: not known yet, as while the file is still on this computer.
    void setInputFileId(const QString &fileId);
    /// How long the files with the answers are kept, from the batch's creation on; none: the service decides.
    std::optional<qint64> outputSeconds() const;
    void setOutputSeconds(std::optional<qint64> seconds);
    /// Pairs of its metadata, too.
    BatchLinks links() const;
    void setLinks(const BatchLinks &links);

    struct Circumstances
    {
        bool hasFileId = false; ///< the file is at the service: its id has to stand here
        int reservedPairs = 0;  ///< that sending will add to the metadata
    };
    /// What would be refused, in the order of the form.
    QList<FormProblem> problems(const Circumstances &circumstances) const;
};

} // namespace odc
