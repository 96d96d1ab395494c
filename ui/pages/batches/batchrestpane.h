// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/batchobject.h"
#include "jsonl/batchjoin.h"
#include "ui/context/pagecontext.h"
#include "ui/pages/batches/batchsourcepane.h"

#include <memory>

class QCheckBox;

namespace odc {

class BatchCheckView;
class BatchPreparation;

/// What a batch, and those sent after it, left without an answer: which of it is sent again. Written to a
/// file and checked at once, and at each change.
class BatchRestPane final : public BatchSourcePane
{
    Q_OBJECT
public:
    BatchRestPane(const PageContext &context, std::shared_ptr<const BatchResults> results,
                  const QString &fileName, QWidget *parent = nullptr);

    QList<FormProblem> problems() const override;
    void focusField(const QString &path) override;
    QString endpoint() const override;
    QString endpointReason() const override;
    int batches() const override;
    bool hasWork() const override { return false; } // it can be made again at any time
    BatchInputPtr input() const override;

private:
    /// Rows that ended the same way.
    struct Kind
    {
        BatchRowState state = BatchRowState::Missing;
        quint16 error = 0; ///< into the results' errors
        bool isDoubtful = false; ///< whatever became of them: a line that cannot be read may be their answer
        qint64 rows = 0;
        QCheckBox *box = nullptr;
    };
    static QList<Kind> kindsOf(const BatchResults &results);
    /// The same for the rows of a kind.
    static quint32 keyOf(BatchRowState state, quint16 error, bool isDoubtful);
    static quint32 keyOf(const BatchResults &results, const BatchRow &row);
    QString textOf(const Kind &kind) const;
    void write();

    std::shared_ptr<const BatchResults> m_results;
    const QString m_fileName;
    QList<Kind> m_kinds;
    BatchPreparation *m_preparation;
    BatchCheckView *m_check;
};

} // namespace odc
