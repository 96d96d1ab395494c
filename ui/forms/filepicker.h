// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/fileobject.h"
#include "ui/context/pagecontext.h"

#include <QList>
#include <QStringList>
#include <QWidget>

namespace odc {

class FilesModel;
class FilterEdit;
class FilterProxy;
class StateOverlay;
class TextLabel;
class TreeView;

/// Files of the project, to choose from. The list is read once the picker is seen. With boxes, what is chosen
/// stays chosen whatever the filter, also files that the list does not have; else the rows that are marked
/// are chosen.
class FilePicker final : public QWidget
{
    Q_OBJECT
public:
    enum class Choice { Boxes, Many, One };
    struct Options
    {
        Choice choice = Choice::Boxes;
        int most = 0;   ///< may be chosen; 0: any number
        QString filter; ///< to begin with: "purpose:fine-tune"
    };
    FilePicker(const PageContext &context, const Options &options, QWidget *parent = nullptr);
    ~FilePicker() override;

    /// Of boxes.
    void setChosen(const QStringList &ids);
    /// In the order chosen.
    QStringList chosen() const;
    /// Those that the list has, as it shows them.
    QList<FileObject> files() const;

Q_SIGNALS:
    void changed();
    /// A row was double clicked, or Enter pressed on it.
    void activated();

protected:
    void showEvent(QShowEvent *event) override;

private:
    class Boxes;

    void showState();
    void showOverlay();
    QString chosenText() const;

    PageContext m_context;
    const Options m_options;
    FilesModel *m_files;
    FilterProxy *m_proxy;
    Boxes *m_boxes;
    FilterEdit *m_filter;
    TreeView *m_tree;
    StateOverlay *m_overlay;
    TextLabel *m_state;
};

} // namespace odc
