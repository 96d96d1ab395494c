// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "index/indexedobject.h"

#include <QObject>

namespace odc {

class ObjectIndex;
class RowModelBase;
struct PageContext;

/// What was seen of a list before, put into it when it is looked at for the first time: it shows something
/// long before the server answers, or when it does not. A list that was never seen whole is not filled: it
/// would look short.
class KeptRows final : public QObject
{
    Q_OBJECT
public:
    /// Everything handed in outlives this.
    KeptRows(const PageContext &context, ObjectKind kind, RowModelBase &model, QObject *parent);
    /// The first call does it, as soon as the index is read.
    void fill();
    /// The list was read, but what others read since then says that the server has other objects by now.
    bool isBehind() const;

private:
    void read();

    const ObjectIndex &m_index;
    const ObjectKind m_kind;
    RowModelBase &m_model;
    bool m_done;
};

} // namespace odc
