// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/support/storepanetest.h"

#include "lists/attributesmodel.h"
#include "ui/pages/stores/attributespane.h"
#include "ui/widgets/cellgrid.h"
#include "ui/widgets/messagebar.h"

#include <QLineEdit>
#include <QPushButton>

#include <algorithm>

namespace odc::test {

using namespace Qt::StringLiterals;

/// The attributes grid of a store on a local server.
class AttributesPaneTest : public StorePaneTest
{
protected:
    using Stage = AttributesModel::Stage;

    AttributesModel &model() { return *m_pane->model(); }
    CellGrid *grid() { return m_pane->grid(); }
    MessageBar *messages() { return m_pane->findChild<MessageBar *>(); }
    QAction *action(const QString &name) { return m_pane->findChild<QAction *>(name); }
    bool show(const VectorStore &store)
    {
        m_store = store;
        m_pane->setStore(store);
        activate();
        grid()->setFocus();
        return eventually([this] {
            if (model().loadState() != LoadState::Ready || model().refreshedAt() == 0)
                return false;
            for (int row = 0; row < model().rowCount(); ++row) { // names come one by one
                if (m_names->nameOf(model().rowId(row)).isEmpty())
                    return false;
            }
            QStringList shown; // and are sorted by after that
            for (int row = 0; row < grid()->model()->rowCount(); ++row)
                shown << grid()->model()->index(row, AttributesModel::Name).data().toString();
            return std::is_sorted(shown.cbegin(), shown.cend());
        });
    }
    /// The three files most tests are about: rows in the order of their names.
    bool showThree()
    {
        return show(storeOf(u"kb"_s, {{"a.txt", "alpha", {{u"lang"_s, u"de"_s}, {u"year"_s, 2020}}},
                                      {"b.txt", "beta", {{u"lang"_s, u"en"_s}, {u"draft"_s, true}}},
                                      {"c.txt", "gamma", {}}})) &&
               eventually([this] { // sorted by name, once all have theirs
                   const QAbstractItemModel *rows = grid()->model();
                   return rows->rowCount() == 3 && rows->index(0, 0).data() == u"a.txt"_s &&
                          rows->index(1, 0).data() == u"b.txt"_s && rows->index(2, 0).data() == u"c.txt"_s;
               });
    }
    QModelIndex cell(int row, const QString &key)
    {
        return grid()->model()->index(row, model().keyColumn(key));
    }
    QString shown(int row, const QString &key) { return cell(row, key).data().toString(); }
    Stage stage(int row, const QString &key)
    {
        return Stage(cell(row, key).data(AttributeStageRole).toInt());
    }
    void go(int row, const QString &key)
    {
        grid()->setFocus();
        grid()->clearSelection(); // modifiers of the last key would add to it
        grid()->setCurrentIndex(cell(row, key));
    }
    void select(int fromRow, int toRow, const QString &key)
    {
        go(fromRow, key);
        for (int row = fromRow; row < toRow; ++row)
            QTest::keyClick(grid(), Qt::Key_Down, Qt::ShiftModifier);
    }
    QLineEdit *editor() { return m_console->find<QLineEdit>(u"attributeEditor"_s); }
    /// Types into the cell with the cursor and presses Enter.
    void type(const QString &text)
    {
        QTest::keyClick(grid(), Qt::Key_F2);
        QLineEdit *edit = editor();
        QVERIFY(edit);
        edit->selectAll();
        QTest::keyClick(edit, Qt::Key_Delete);
        QTest::keyClicks(edit, text);
        enter();
    }
    /// Enter in the editor, which the editor itself sees first.
    void enter()
    {
        QTest::keyClick(editor(), Qt::Key_Return);
        ODC_EVENTUALLY(!editor());
    }
    bool openReview()
    {
        Console::click(m_pane->findChild<QPushButton *>(u"attributesReview"_s));
        return m_console->await<QDialog>(u"reviewDialog"_s);
    }
    bool sendReviewed()
    {
        const bool clicked = m_console->click(u"reviewSend"_s);
        return clicked && eventually([this] { return !m_console->find<QDialog>(u"reviewDialog"_s); });
    }
    bool isSent(int left = 0)
    {
        return eventually([&] { return model().changeCount() == left && m_pane->runningWork().isEmpty(); });
    }

    AttributesPane *m_pane = nullptr;
    VectorStore m_store;
};

} // namespace odc::test
