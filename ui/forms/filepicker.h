// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/context/pagecontext.h"

#include <QStringList>
#include <QWidget>

namespace odc {

class FilesModel;
class FilterEdit;
class FilterProxy;
class TextLabel;
class TreeView;

/// Files of the project with a box each. The list is read once the picker is seen; what is chosen stays
/// chosen whatever the filter, also files that the list does not have.
class FilePicker final : public QWidget
{
    Q_OBJECT
public:
    /// `most` may be chosen.
    FilePicker(const PageContext &context, int most, QWidget *parent = nullptr);
    ~FilePicker() override;

    void setChosen(const QStringList &ids);
    /// In the order chosen.
    QStringList chosen() const;

Q_SIGNALS:
    void changed();

protected:
    void showEvent(QShowEvent *event) override;

private:
    class Boxes;

    void showState();

    PageContext m_context;
    const int m_most;
    FilesModel *m_files;
    FilterProxy *m_proxy;
    Boxes *m_boxes;
    FilterEdit *m_filter;
    TreeView *m_tree;
    TextLabel *m_state;
};

} // namespace odc
