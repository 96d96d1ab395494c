// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cleaning/fileuses.h"
#include "ui/context/pagecontext.h"

#include <QWidget>

class QPushButton;

namespace odc {

class KnownUses;
class LinkList;
class SectionLabel;
class TextLabel;

/// Who uses a file, in its details: a link each, how far that is known, and a way to know all of it.
class UsesList final : public QWidget
{
    Q_OBJECT
public:
    explicit UsesList(const PageContext &context, QWidget *parent = nullptr);

    /// Empty: nothing is shown. `except` is the use that is looked at already: a key.
    void setFile(const QString &fileId, const QString &except = {});
    const QList<UseRow> &rows() const { return m_rows; }

Q_SIGNALS:
    void objectRequested(const QString &pageId, const QString &objectId);

private:
    void refresh();
    void showAll();

    PageContext m_context;
    QString m_fileId;
    QString m_except;
    QList<UseRow> m_rows;
    LinkList *m_links;
    TextLabel *m_none;
    QPushButton *m_more;
    KnownUses *m_known;
};

} // namespace odc
