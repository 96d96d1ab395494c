// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/formproblem.h"
#include "batches/batchdraft.h"

#include <QWidget>

class QComboBox;
class QFormLayout;
class QLineEdit;
class QSpinBox;

namespace odc {

class HintLabel;
class MetadataEdit;
class Theme;

/// What every new batch has beside its requests: a name, where they go, how long the answers are kept,
/// metadata.
class BatchSettingsPane final : public QWidget
{
    Q_OBJECT
public:
    BatchSettingsPane(const Theme &theme, QWidget *parent = nullptr);

    void setDraft(const BatchDraft &draft);
    /// Writes what stands here into the draft.
    void writeTo(BatchDraft &draft) const;
    /// The requests say where they go, for this reason (translated); empty: it is free.
    void setEndpointFixed(const QString &reason);
    void setProblems(const QList<FormProblem> &problems);
    void focusField(const QString &path);

Q_SIGNALS:
    void edited();

private:
    void showExpiry(std::optional<qint64> seconds);
    std::optional<qint64> expiry() const;
    HintLabel *addRow(QFormLayout *form, const QString &label, QWidget *field, const QString &key);

    const Theme &m_theme;
    QLineEdit *m_name;
    QComboBox *m_endpoint;
    HintLabel *m_endpointNote;
    QComboBox *m_expiry;
    QSpinBox *m_days;
    MetadataEdit *m_metadata;
    HintLabel *m_links;
    QHash<QString, HintLabel *> m_problems;
    BatchLinks m_kept; ///< pairs that are not shown among the metadata
    bool m_filling = false;
};

} // namespace odc
