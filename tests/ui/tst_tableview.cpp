// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/delegates/progressdelegate.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"
#include "ui/widgets/tableview.h"
#include "ui/widgets/treeview.h"

#include <QAccessible>
#include <QApplication>
#include <QHeaderView>
#include <QHoverEvent>
#include <QMenu>
#include <QPaintEvent>
#include <QSignalSpy>
#include <QStandardItemModel>
#include <QTest>

using namespace odc;
using namespace Qt::StringLiterals;

namespace {

/// What of a widget is painted from here on.
class PaintedRegion final : public QObject
{
public:
    explicit PaintedRegion(QWidget *widget) { widget->installEventFilter(this); }
    const QRegion &region() const { return m_region; }

protected:
    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() == QEvent::Paint)
            m_region += static_cast<QPaintEvent *>(event)->region();
        return false;
    }

private:
    QRegion m_region;
};

} // namespace

class TestTableView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_theme.apply(*qApp); }
    void init();
    void cleanup();

    void columnsWithoutRoomAreDroppedFromTheRightAndComeBack();
    void columnsAlwaysFillTheWindow();
    void spareWidthGoesToTheFirstColumnThenToStretchingOnes();
    void expendableColumnsGoFirst();
    void vitalColumnsGoLast();
    void draggingABorderMovesWidthBetweenNeighbours();
    void hiddenColumnsStayHiddenHoweverWideTheWindow();
    void columnsWithNothingInThemAreLeftOut();
    void stateSurvivesARestart();
    void foreignStateChangesNothing();
    void columnMenuShowsAndHides();
    void checkBoxIsClickedWhereItIsDrawn();
    void homeAndEndGoToTheFirstAndLastRow();
    void theMarkOfTheCursorLeavesTheRowItWasIn();
    void aRowUnderThePointerIsOneFromEdgeToEdge();
    void copyKeyAsksTheOwner();
    void stateIsSpokenByItsWord();
    void stateIsDrawnInItsColour();
    void failedShareOfABarHasItsOwnColour();

private:
    QSet<QRgb> coloursOf(int row, int column);
    QList<int> visibleColumns() const;

    Theme m_theme;
    std::unique_ptr<QStandardItemModel> m_model;
    std::unique_ptr<TableView> m_view;
};

void TestTableView::init()
{
    m_model = std::make_unique<QStandardItemModel>(20, 5);
    m_model->setHorizontalHeaderLabels({u"Name"_s, u"ID"_s, u"Purpose"_s, u"Size"_s, u"Status"_s});
    m_model->setData(m_model->index(0, 4), u"error"_s);
    m_model->setData(m_model->index(0, 4), int(Tone::Failed), ToneRole);
    m_model->setData(m_model->index(0, 4), u"Status: error"_s, Qt::AccessibleTextRole);
    m_view = std::make_unique<TableView>(m_theme);
    m_view->setModel(m_model.get());
    m_view->setColumns({{.width = 200, .minimum = 150},
                        {.width = 100},
                        {.width = 100},
                        {.width = 80},
                        {.width = 120, .minimum = 100}});
    m_view->resize(900, 400);
    m_view->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
}

void TestTableView::cleanup()
{
    m_view.reset();
    m_model.reset();
}

QList<int> TestTableView::visibleColumns() const
{
    QList<int> columns;
    for (int column = 0; column < m_model->columnCount(); ++column) {
        if (!m_view->isColumnHidden(column)) {
            columns.append(column);
        }
    }
    return columns;
}

void TestTableView::columnsWithoutRoomAreDroppedFromTheRightAndComeBack()
{
    QCOMPARE(visibleColumns(), (QList<int>{0, 1, 2, 3, 4}));
    m_view->resize(500, 400); // 150 + 100 + 100 + 80 fit, 120 more do not
    QCOMPARE(visibleColumns(), (QList<int>{0, 1, 2, 3}));
    QVERIFY(m_view->isColumnDropped(4));
    QVERIFY(m_view->isColumnShown(4));
    m_view->resize(280, 400);
    QCOMPARE(visibleColumns(), (QList<int>{0, 1}));
    QCOMPARE(m_view->columnWidth(1), 100); // what stays is not squeezed
    m_view->resize(900, 400);
    QCOMPARE(visibleColumns(), (QList<int>{0, 1, 2, 3, 4}));
    QVERIFY(!m_view->isColumnDropped(4));
    QCOMPARE(m_view->columnWidth(4), 120);
}

void TestTableView::columnsAlwaysFillTheWindow()
{
    for (const int width : {900, 640, 500, 333, 280}) {
        m_view->resize(width, 400);
        QCOMPARE(m_view->horizontalHeader()->length(), m_view->viewport()->width());
    }
}

void TestTableView::spareWidthGoesToTheFirstColumnThenToStretchingOnes()
{
    m_view->setColumns({{.width = 100, .minimum = 100, .maximum = 140},
                        {.width = 100},
                        {.width = 100, .stretch = true},
                        {.width = 80},
                        {.width = 120}});
    QCOMPARE(m_view->columnWidth(0), 140);
    QCOMPARE(m_view->columnWidth(1), 100);
    QCOMPARE(m_view->columnWidth(2), m_view->viewport()->width() - 140 - 100 - 80 - 120);
}

void TestTableView::expendableColumnsGoFirst()
{
    m_view->setColumns({{.width = 200, .minimum = 160},
                        {.width = 120, .expendable = true},
                        {.width = 100},
                        {.width = 100},
                        {.width = 100, .expendable = true}});
    m_view->resize(700, 400);
    QCOMPARE(visibleColumns(), (QList<int>{0, 1, 2, 3, 4}));
    m_view->resize(520, 400);
    QCOMPARE(visibleColumns(), (QList<int>{0, 1, 2, 3}));
    m_view->resize(400, 400);
    QCOMPARE(visibleColumns(), (QList<int>{0, 2, 3}));
    m_view->resize(300, 400);
    QCOMPARE(visibleColumns(), (QList<int>{0, 2}));
    m_view->resize(700, 400);
    QCOMPARE(visibleColumns(), (QList<int>{0, 1, 2, 3, 4}));
}

void TestTableView::vitalColumnsGoLast()
{
    m_view->setColumns({{.width = 200, .minimum = 160},
                        {.width = 120, .expendable = true},
                        {.width = 100},
                        {.width = 100, .vital = true},
                        {.width = 100}});
    m_view->resize(480, 400);
    QCOMPARE(visibleColumns(), (QList<int>{0, 2, 3, 4}));
    m_view->resize(400, 400);
    QCOMPARE(visibleColumns(), (QList<int>{0, 2, 3}));
    m_view->resize(300, 400);
    QCOMPARE(visibleColumns(), (QList<int>{0, 3}));
    m_view->resize(200, 400);
    QCOMPARE(visibleColumns(), (QList<int>{0}));
}

void TestTableView::draggingABorderMovesWidthBetweenNeighbours()
{
    QSignalSpy changed(m_view.get(), &TableView::columnsChanged);
    const int fourth = m_view->columnWidth(3);
    QHeaderView *header = m_view->horizontalHeader();
    const int border = header->sectionViewportPosition(1) + header->sectionSize(1) - 1;
    const int y = header->height() / 2;
    QTest::mousePress(header->viewport(), Qt::LeftButton, {}, {border, y});
    QTest::mouseMove(header->viewport(), {border + 20, y});
    QTest::mouseRelease(header->viewport(), Qt::LeftButton, {}, {border + 20, y});
    QCOMPARE(m_view->columnWidth(1), 120);
    QCOMPARE(m_view->columnWidth(2), 80);
    QCOMPARE(m_view->columnWidth(3), fourth);
    QCOMPARE(header->length(), m_view->viewport()->width());
    QVERIFY(changed.count() > 0);

    header->resizeSection(1, 500); // as far as the neighbour's minimum
    QCOMPARE(m_view->columnWidth(2), 60);
    QCOMPARE(m_view->columnWidth(1), 140);
}

void TestTableView::hiddenColumnsStayHiddenHoweverWideTheWindow()
{
    m_view->setColumnShown(2, false);
    m_view->resize(280, 400);
    m_view->resize(1400, 400);
    QCOMPARE(visibleColumns(), (QList<int>{0, 1, 3, 4}));
    m_view->setColumnShown(0, false); // the name is what a row is known by
    QVERIFY(m_view->isColumnShown(0));
}

void TestTableView::columnsWithNothingInThemAreLeftOut()
{
    m_view->setColumnVacant(2, true);
    QCOMPARE(visibleColumns(), (QList<int>{0, 1, 3, 4}));
    QVERIFY(m_view->isColumnShown(2)); // as soon as there is something
    m_view->resize(520, 400);
    QCOMPARE(visibleColumns(), (QList<int>{0, 1, 3, 4})); // its room is the others'
    m_view->setColumnVacant(2, false);
    QCOMPARE(visibleColumns(), (QList<int>{0, 1, 2, 3}));
    // Who wants to see it sees it, and gets back to what is usual.
    m_view->resize(900, 400);
    m_view->setColumnVacant(2, true);
    const std::unique_ptr<QMenu> menu(m_view->createColumnMenu(nullptr));
    QVERIFY(!menu->actions()[2]->isChecked());
    menu->actions()[2]->trigger();
    QCOMPARE(visibleColumns(), (QList<int>{0, 1, 2, 3, 4}));
    m_view->resetColumns();
    QCOMPARE(visibleColumns(), (QList<int>{0, 1, 3, 4}));
}

void TestTableView::stateSurvivesARestart()
{
    m_view->setColumnShown(2, false);
    m_view->horizontalHeader()->moveSection(4, 1);
    m_view->horizontalHeader()->resizeSection(1, 130);
    m_view->sortByColumn(3, Qt::DescendingOrder);
    const int width = m_view->columnWidth(1);
    const QByteArray state = m_view->saveState();

    TableView other(m_theme);
    other.setModel(m_model.get());
    other.setColumns(
        {{.width = 200, .minimum = 150}, {.width = 100}, {.width = 100}, {.width = 80}, {.width = 120}});
    other.resize(900, 400);
    other.show();
    QVERIFY(other.restoreState(state));
    QCOMPARE(other.shownColumns(), (QList<int>{0, 4, 1, 3}));
    QVERIFY(other.isColumnHidden(2));
    QCOMPARE(other.columnWidth(1), width);
    QCOMPARE(other.horizontalHeader()->sortIndicatorSection(), 3);
    QCOMPARE(other.horizontalHeader()->sortIndicatorOrder(), Qt::DescendingOrder);
}

void TestTableView::foreignStateChangesNothing()
{
    const QList<int> before = m_view->shownColumns();
    const QByteArray state = m_view->saveState();
    QVERIFY(!m_view->restoreState({}));
    QVERIFY(!m_view->restoreState("not a state"));
    QVERIFY(!m_view->restoreState(state.left(state.size() / 2)));
    QStandardItemModel narrow(2, 3);
    TableView other(m_theme);
    other.setModel(&narrow);
    QVERIFY(!other.restoreState(state));
    QCOMPARE(m_view->shownColumns(), before);
}

void TestTableView::columnMenuShowsAndHides()
{
    m_view->resize(500, 400);
    const std::unique_ptr<QMenu> menu(m_view->createColumnMenu(nullptr));
    const QList<QAction *> actions = menu->actions();
    QVERIFY(!actions[0]->isEnabled());
    QVERIFY(actions[4]->isChecked()); // wanted, although there is no room
    QVERIFY(actions[4]->text() != u"Status"_s);
    actions[1]->trigger();
    QCOMPARE(visibleColumns(), (QList<int>{0, 2, 3, 4})); // its room is the last one's
}

void TestTableView::checkBoxIsClickedWhereItIsDrawn()
{
    QStandardItem *item = m_model->item(3, 0);
    if (!item) {
        item = new QStandardItem(u"a.jsonl"_s);
        m_model->setItem(3, 0, item);
    }
    item->setCheckable(true);
    const QRect cell = m_view->visualRect(item->index());
    const QPoint box(cell.left() + metrics::edge + metrics::checkBox / 2, cell.center().y());
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, box);
    QCOMPARE(item->checkState(), Qt::Checked);
    QVERIFY(coloursOf(3, 0).contains(m_theme.colour(Token::Accent).rgb()));
    const QPoint text(box.x() + 2 * metrics::checkBox, box.y());
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, text);
    QCOMPARE(item->checkState(), Qt::Checked);
}

void TestTableView::homeAndEndGoToTheFirstAndLastRow()
{
    m_view->setCurrentIndex(m_model->index(7, 1));
    QTest::keyClick(m_view.get(), Qt::Key_End);
    QCOMPARE(m_view->currentIndex().row(), 19);
    QTest::keyClick(m_view.get(), Qt::Key_Home);
    QCOMPARE(m_view->currentIndex().row(), 0);
    QTest::keyClick(m_view.get(), Qt::Key_End, Qt::ShiftModifier);
    QCOMPARE(m_view->selectionModel()->selectedRows().size(), 20);
}

void TestTableView::theMarkOfTheCursorLeavesTheRowItWasIn()
{
    // Tables and trees alike: it is drawn before the row, and the cursor may have been in the middle of it.
    TreeView tree(m_theme);
    tree.setModel(m_model.get());
    tree.resize(900, 400);
    tree.show();
    QVERIFY(QTest::qWaitForWindowExposed(&tree));
    for (QAbstractItemView *view : {static_cast<QAbstractItemView *>(m_view.get()), static_cast<QAbstractItemView *>(&tree)}) {
        view->activateWindow();
        view->setFocus();
        QVERIFY(QTest::qWaitForWindowActive(view));
        const auto goTo = [view](int row) {
            view->selectionModel()->setCurrentIndex(view->model()->index(row, 2), QItemSelectionModel::NoUpdate);
        };
        goTo(1);
        QCoreApplication::processEvents();
        PaintedRegion painted(view->viewport());
        goTo(3);
        QCoreApplication::processEvents();
        for (const int row : {1, 3})
            QVERIFY(painted.region().contains(QPoint(1, view->visualRect(view->model()->index(row, 0)).center().y())));
    }
}

void TestTableView::aRowUnderThePointerIsOneFromEdgeToEdge()
{
    TreeView tree(m_theme);
    tree.setModel(m_model.get());
    tree.resize(900, 400);
    tree.show();
    QVERIFY(QTest::qWaitForWindowExposed(&tree));
    const QRect row = tree.visualRect(m_model->index(2, 0));
    const auto colourAt = [&](int x) { return tree.viewport()->grab().toImage().pixel(x, row.center().y() - 8); };
    const int branches = row.left() / 2;
    const int end = tree.viewport()->width() - 8;
    QVERIFY(branches > 0);
    const QRgb plain = colourAt(end);
    QCOMPARE(colourAt(branches), plain);
    for (const bool selected : {false, true}) {
        if (selected)
            tree.setCurrentIndex(m_model->index(2, 0));
        QHoverEvent hover(QEvent::HoverMove, row.center(), tree.viewport()->mapToGlobal(row.center()), QPointF());
        QCoreApplication::sendEvent(tree.viewport(), &hover);
        QVERIFY(colourAt(end) != plain);
        QCOMPARE(colourAt(branches), colourAt(end));
    }
}

void TestTableView::copyKeyAsksTheOwner()
{
    QSignalSpy copy(m_view.get(), &TableView::copyRequested);
    m_view->setCurrentIndex(m_model->index(2, 0));
    QTest::keySequence(m_view.get(), QKeySequence(QKeySequence::Copy));
    QCOMPARE(copy.count(), 1);
}

void TestTableView::stateIsSpokenByItsWord()
{
    QAccessibleInterface *table = QAccessible::queryAccessibleInterface(m_view.get());
    QVERIFY(table && table->tableInterface());
    QAccessibleInterface *cell = table->tableInterface()->cellAt(0, 4);
    QVERIFY(cell);
    QCOMPARE(cell->text(QAccessible::Name), u"Status: error"_s);
}

QSet<QRgb> TestTableView::coloursOf(int row, int column)
{
    const QImage image = m_view->viewport()->grab(m_view->visualRect(m_model->index(row, column))).toImage();
    QSet<QRgb> colours;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            colours.insert(image.pixel(x, y) | 0xff000000);
        }
    }
    return colours;
}

void TestTableView::stateIsDrawnInItsColour()
{
    QVERIFY(coloursOf(0, 4).contains(m_theme.colour(Token::Bad).rgb()));
    QVERIFY(!coloursOf(1, 4).contains(m_theme.colour(Token::Bad).rgb()));
}

void TestTableView::failedShareOfABarHasItsOwnColour()
{
    m_view->setItemDelegateForColumn(2, new ProgressDelegate(m_theme, m_view.get()));
    m_model->setData(m_model->index(0, 2), QVariant::fromValue(CellProgress{0.5, 0.001, Tone::Running, {}}),
                     ProgressRole);
    m_model->setData(m_model->index(1, 2), QVariant::fromValue(CellProgress{0.5, 0, Tone::Running, {}}),
                     ProgressRole);
    QVERIFY(
        coloursOf(0, 2).contains(m_theme.colour(Token::Bad).rgb())); // one failure in a thousand still shows
    QVERIFY(coloursOf(0, 2).contains(m_theme.colour(Token::Accent).rgb()));
    QVERIFY(!coloursOf(1, 2).contains(m_theme.colour(Token::Bad).rgb()));
}

QTEST_MAIN(TestTableView)
#include "tst_tableview.moc"
