// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/context/pagecontext.h"

#include <QSet>
#include <QWidget>

namespace odc {

class KnownUses;
class TextLabel;

/// What else breaks when these files go, in a question about their deletion: at once from what is known, in red what would
/// fail, and with a way to know all of it.
class DeletionUses final : public QWidget
{
    Q_OBJECT
public:
    DeletionUses(const PageContext &context, const QSet<QString> &fileIds, QWidget *parent = nullptr);

    /// Other files.
    void setFiles(const QSet<QString> &fileIds);

private:
    void refresh();

    PageContext m_context;
    QSet<QString> m_files;
    TextLabel *m_needed;
    TextLabel *m_used;
    KnownUses *m_known;
};

} // namespace odc
