// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/theme.h"
#include "ui/widgets/scrollcolumn.h"

#include <QApplication>
#include <QPushButton>
#include <QScrollBar>
#include <QSpinBox>
#include <QTest>
#include <QVBoxLayout>
#include <QWheelEvent>

using namespace odc;
using namespace Qt::StringLiterals;

namespace {

/// A column of number fields in a window that is too low for them, and a button below.
struct LowColumn
{
    LowColumn()
    {
        auto *content = new QWidget;
        auto *fields = new QVBoxLayout(content);
        for (int i = 0; i < 20; ++i) {
            auto *box = new QSpinBox(content);
            box->setValue(50);
            fields->addWidget(box);
            boxes << box;
        }
        column = new ScrollColumn(content, &window);
        below = new QPushButton(u"Close"_s, &window);
        auto *layout = new QVBoxLayout(&window);
        layout->addWidget(column);
        layout->addWidget(below);
        window.resize(300, 200);
        window.show();
    }
    bool shows(const QWidget *field) const
    {
        return column->viewport()->rect().contains(
            QRect(field->mapTo(column->viewport(), QPoint()), field->size()));
    }

    QWidget window;
    QList<QSpinBox *> boxes;
    ScrollColumn *column = nullptr;
    QPushButton *below = nullptr;
};

} // namespace

class TestScrollColumn : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { m_theme.apply(*qApp); }

    void aLowColumnShowsWhatHasTheFocus();
    void theWheelScrollsAColumnAndChangesNoValue();

private:
    Theme m_theme;
};

void TestScrollColumn::aLowColumnShowsWhatHasTheFocus()
{
    LowColumn low;
    QVERIFY(QTest::qWaitForWindowActive(&low.window));
    QVERIFY(!low.shows(low.boxes.last()));
    low.below->setFocus();
    QTest::keyClick(low.below, Qt::Key_Backtab, Qt::ShiftModifier);
    QTRY_VERIFY(low.boxes.last()->hasFocus());
    QVERIFY(low.shows(low.boxes.last()));
    low.boxes.first()->setFocus(Qt::ShortcutFocusReason);
    QVERIFY(low.shows(low.boxes.first()));
    QVERIFY(low.column->minimumSizeHint().width() >= low.column->widget()->minimumSizeHint().width());
}

void TestScrollColumn::theWheelScrollsAColumnAndChangesNoValue()
{
    LowColumn low;
    QVERIFY(QTest::qWaitForWindowActive(&low.window));
    low.below->setFocus();
    const auto turn = [&](QWidget *field) {
        const QPointF centre = field->rect().center();
        QWheelEvent event(centre, field->mapToGlobal(centre), {}, {0, -120}, Qt::NoButton, Qt::NoModifier,
                          Qt::NoScrollPhase, false);
        QSpontaneKeyEvent::setSpontaneous(&event); // as from the mouse: what a field does not take goes on
        qApp->notify(field, &event);
    };
    turn(low.boxes.at(1));
    QCOMPARE(low.boxes.at(1)->value(), 50);
    QVERIFY(low.column->verticalScrollBar()->value() > 0);
    low.boxes.at(1)->setFocus(); // who works in it may turn it
    turn(low.boxes.at(1));
    QVERIFY(low.boxes.at(1)->value() < 50);
}

QTEST_MAIN(TestScrollColumn)
#include "tst_scrollcolumn.moc"
