// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/formproblem.h"
#include "api/storefile.h"

#include <QWidget>

class QComboBox;
class QLineEdit;

namespace odc {

class TextLabel;
class Theme;

/// How files are cut into chunks: left to the service, or with a size and an overlap, whose bounds are
/// checked while they are typed.
class ChunkingEdit final : public QWidget
{
    Q_OBJECT
public:
    ChunkingEdit(const Theme &theme, const QString &accessibleName, QWidget *parent = nullptr);

    void setStrategy(const ChunkingStrategy &strategy);
    /// What stands here. Numbers that are none, or out of their bounds, are in problems().
    ChunkingStrategy strategy() const;
    /// The rules that are not kept, translated; paths are "max_chunk_size_tokens" and "chunk_overlap_tokens".
    QList<FormProblem> problems() const;
    /// Goes to the field of a problem.
    void focusField(const QString &path);

Q_SIGNALS:
    /// By the person; not by setStrategy().
    void edited();

private:
    void showKind();
    void showProblems();

    QComboBox *m_kind;
    QWidget *m_numbers;
    QLineEdit *m_size;
    QLineEdit *m_overlap;
    TextLabel *m_note;
};

} // namespace odc
