// SPDX-License-Identifier: GPL-3.0-or-later
// What a person is told: states over a list, messages, labels and tooltips. Words of others stay words, however many.
#include "ui/delegates/celldelegate.h"
#include "ui/theme/plaintooltip.h"
#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/fieldgrid.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/profilebutton.h"
#include "ui/widgets/stateoverlay.h"
#include "ui/widgets/tableview.h"

#include <QApplication>
#include <QClipboard>
#include <QElapsedTimer>
#include <QHelpEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QShortcut>
#include <QSignalSpy>
#include <QStandardItemModel>
#include <QTest>
#include <QTextDocumentFragment>
#include <QToolTip>
#include <QVBoxLayout>
#include <QWindow>

using namespace odc;
using namespace Qt::StringLiterals;

namespace {

/// What a person reads in a tooltip.
QString readIn(const QString &tooltip)
{
    return Qt::mightBeRichText(tooltip) ? QTextDocumentFragment::fromHtml(tooltip).toPlainText() : tooltip;
}

const QString evil = u"<img src='/dev/zero'> a &amp; b"_s;

} // namespace

class TestMessages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_theme.apply(*qApp); }

    void overlayActionIsReachedByKeyboard();
    void overlayFollowsItsList();
    void overlayGivesTheKeyboardBackToTheList();
    void newMessageReplacesTheOldOne();
    void messageIsTakenAwayByItsKeyOnly();
    void messageDetailsOpenAndCopy();
    void escapeClosesTheMessageBeforeThePageHasIt();
    void repeatedMessageKeepsItsDetailsOpen();
    void foreignTextInATooltipIsReadLetterByLetter_data();
    void foreignTextInATooltipIsReadLetterByLetter();
    void foreignTextInLabelsStaysPlain();
    void hugeTextsAreCutBeforeTheyAreMeasured();

private:
    Theme m_theme;
};

void TestMessages::overlayActionIsReachedByKeyboard()
{
    QWidget window;
    auto *layout = new QVBoxLayout(&window);
    auto *before = new QLineEdit;
    auto *table = new TableView(m_theme);
    layout->addWidget(before);
    layout->addWidget(table);
    auto *overlay = new StateOverlay(m_theme, table);
    overlay->setState(
        {.kind = StateOverlay::Kind::Error, .sentence = u"No answer"_s, .actionText = u"Try again"_s});
    QSignalSpy triggered(overlay, &StateOverlay::actionTriggered);
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    before->setFocus();
    for (int i = 0; i < 5 && window.focusWidget() != overlay->actionButton(); ++i) {
        QTest::keyClick(window.focusWidget(), Qt::Key_Tab);
    }
    QCOMPARE(window.focusWidget(), overlay->actionButton());
    QTest::keyClick(window.focusWidget(), Qt::Key_Space);
    QCOMPARE(triggered.count(), 1);
    QCOMPARE(overlay->accessibleName(), u"No answer"_s);
}

void TestMessages::overlayFollowsItsList()
{
    TableView table(m_theme);
    StateOverlay overlay(m_theme, &table);
    table.resize(600, 400);
    table.show();
    overlay.setState({.kind = StateOverlay::Kind::Empty, .sentence = u"No files"_s});
    table.resize(800, 500);
    QCOMPARE(overlay.geometry(), table.viewport()->geometry());
    const auto showsIcon = [&overlay] {
        const QList<QLabel *> labels = overlay.findChildren<QLabel *>();
        return std::any_of(labels.cbegin(), labels.cend(), [](const QLabel *label) {
            return !label->isHidden() && !label->pixmap(Qt::ReturnByValue).isNull();
        });
    };
    QVERIFY(showsIcon());
    table.resize(800, 90); // too low for the picture
    QVERIFY(!showsIcon());
    table.resize(800, 500);
    QVERIFY(showsIcon());
    overlay.clear();
    QVERIFY(overlay.isHidden());
}

void TestMessages::overlayGivesTheKeyboardBackToTheList()
{
    TableView table(m_theme);
    StateOverlay overlay(m_theme, &table);
    table.show();
    QVERIFY(QTest::qWaitForWindowActive(&table));
    overlay.setState(
        {.kind = StateOverlay::Kind::Error, .sentence = u"No answer"_s, .actionText = u"Try again"_s});
    overlay.actionButton()->setFocus();
    overlay.clear();
    QCOMPARE(QApplication::focusWidget(), &table);
}

void TestMessages::newMessageReplacesTheOldOne()
{
    QWidget page;
    auto *layout = new QVBoxLayout(&page);
    auto *bar = new MessageBar(m_theme);
    layout->addWidget(bar);
    page.show();
    QVERIFY(bar->isHidden());
    bar->showMessage({.kind = Message::Kind::Error, .text = u"first"_s, .actionText = u"Try again"_s});
    const int height = bar->sizeHint().height();
    bar->showMessage({.kind = Message::Kind::Info, .text = u"second"_s});
    QCOMPARE(bar->message().text, u"second"_s);
    QCOMPARE_LE(bar->sizeHint().height(), height);
    QStringList shown;
    const auto labels = page.findChildren<QLabel *>();
    for (const QLabel *label : labels) {
        if (label->isVisible() && !label->text().isEmpty()) {
            shown.append(label->text());
        }
    }
    QCOMPARE(shown, QStringList{u"second"_s});
    QCOMPARE(page.findChildren<MessageBar *>().size(), 1);
}

void TestMessages::messageIsTakenAwayByItsKeyOnly()
{
    MessageBar bar(m_theme);
    bar.showMessage({.text = u"offline"_s, .key = u"connection"_s});
    bar.dismiss(u"upload"_s);
    QVERIFY(bar.isShowing());
    bar.dismiss(u"connection"_s);
    QVERIFY(!bar.isShowing());
    QVERIFY(bar.isHidden());
}

void TestMessages::messageDetailsOpenAndCopy()
{
    MessageBar bar(m_theme);
    bar.showMessage(
        {.kind = Message::Kind::Error, .text = u"Upload failed"_s, .details = u"HTTP 400, req_1"_s});
    bar.resize(800, 60);
    auto *details = bar.findChild<QPlainTextEdit *>();
    QVERIFY(!details->isVisible());
    const auto buttons = bar.findChildren<QPushButton *>();
    QTest::mouseClick(buttons.first(), Qt::LeftButton);
    QVERIFY(details->isVisible());
    QTest::mouseClick(bar.findChild<CopyButton *>(), Qt::LeftButton);
    QVERIFY(QGuiApplication::clipboard()->text().contains(u"req_1"_s));
    QVERIFY(QGuiApplication::clipboard()->text().contains(u"Upload failed"_s));
}

void TestMessages::escapeClosesTheMessageBeforeThePageHasIt()
{
    QWidget page;
    QVBoxLayout layout(&page);
    auto *bar = new MessageBar(m_theme);
    layout.addWidget(bar);
    QShortcut stop(QKeySequence(Qt::Key_Escape), &page);
    QSignalSpy stopped(&stop, &QShortcut::activated);
    page.show();
    QVERIFY(QTest::qWaitForWindowActive(&page));
    bar->showMessage({.text = u"No answer"_s, .actionText = u"Try again"_s});
    const auto buttons = bar->findChildren<QPushButton *>();
    buttons.last()->setFocus();
    QTest::keyClick(page.windowHandle(), Qt::Key_Escape);
    QVERIFY(!bar->isShowing());
    QCOMPARE(stopped.size(), 0);
    bar->showMessage({.text = u"Stays"_s, .actionText = u"Try again"_s, .closable = false});
    buttons.last()->setFocus();
    QTest::keyClick(page.windowHandle(), Qt::Key_Escape);
    QVERIFY(bar->isShowing());
    QCOMPARE(stopped.size(), 1);
}

void TestMessages::repeatedMessageKeepsItsDetailsOpen()
{
    MessageBar bar(m_theme);
    const Message message{.kind = Message::Kind::Error, .text = u"No answer"_s, .details = u"attempt 1"_s};
    bar.showMessage(message);
    QTest::mouseClick(bar.findChildren<QPushButton *>().first(), Qt::LeftButton);
    bar.showMessage(message);
    QVERIFY(bar.findChild<QPlainTextEdit *>()->isVisible());
    bar.showMessage({.kind = Message::Kind::Error, .text = u"Another"_s, .details = u"x"_s});
    QVERIFY(!bar.findChild<QPlainTextEdit *>()->isVisible());
}

void TestMessages::foreignTextInATooltipIsReadLetterByLetter_data()
{
    QTest::addColumn<int>("role");
    QTest::newRow("the model's tooltip") << int(Qt::ToolTipRole);
    QTest::newRow("text that is cut") << int(Qt::DisplayRole);
}

void TestMessages::foreignTextInATooltipIsReadLetterByLetter()
{
    QFETCH(int, role);
    QVERIFY(Qt::mightBeRichText(plainToolTip(evil))); // else the escapes would be shown
    QCOMPARE(readIn(plainToolTip(evil)), evil);
    QCOMPARE(readIn(plainToolTip(u"a  b\n c"_s)), u"a  b\n c"_s);
    QVERIFY(plainToolTip({}).isEmpty());
    QCOMPARE_LT(plainToolTip(QString(10'000'000, u'<')).size(), 5000);

    QStandardItemModel model(1, 1);
    model.setData(model.index(0, 0), evil, role);
    TableView table(m_theme);
    table.setModel(&model);
    table.setItemDelegate(new CellDelegate(m_theme, &table));
    table.show();
    QVERIFY(QTest::qWaitForWindowExposed(&table));
    QStyleOptionViewItem option;
    option.widget = &table;
    option.rect = {0, 0, 40, 28};
    QHelpEvent hover(QEvent::ToolTip, {5, 5}, table.viewport()->mapToGlobal(QPoint(5, 5)));
    QVERIFY(table.itemDelegate()->helpEvent(&hover, &table, option, model.index(0, 0)));
    QCOMPARE(readIn(QToolTip::text()), evil);
    QToolTip::hideText();
}

void TestMessages::foreignTextInLabelsStaysPlain()
{
    ElidedLabel elided(m_theme);
    elided.setFullText(evil);
    elided.resize(30, 20);
    elided.show();
    QVERIFY(elided.isElided());
    QCOMPARE(readIn(elided.toolTip()), evil);
    FieldGrid grid(m_theme);
    grid.addField(u"name"_s, u"Name"_s);
    grid.setValue(u"name"_s, {.text = evil, .tooltip = evil});
    StateOverlay overlay(m_theme, &grid);
    overlay.setState({.kind = StateOverlay::Kind::Error, .sentence = evil, .detail = evil});
    MessageBar bar(m_theme);
    bar.showMessage({.text = evil});
    for (QWidget *widget : std::initializer_list<QWidget *>{&elided, &grid, &bar}) {
        const auto labels = widget->findChildren<TextLabel *>();
        for (const TextLabel *label : labels) {
            QCOMPARE(label->textFormat(), Qt::PlainText);
            QVERIFY(label->toolTip().isEmpty() || readIn(label->toolTip()) == evil);
        }
    }
    ProfileButton profile(m_theme);
    profile.setProfile(evil, evil, Qt::red);
    QCOMPARE(readIn(profile.toolTip()), evil + u'\n' + evil);
}

void TestMessages::hugeTextsAreCutBeforeTheyAreMeasured()
{
    const QString huge(10'000'000, u'W');
    QElapsedTimer timer;
    timer.start();
    QStandardItemModel model(1, 1);
    model.setData(model.index(0, 0), huge);
    CellDelegate delegate(m_theme);
    QCOMPARE_LE(delegate.sizeHint({}, model.index(0, 0)).width(), 300 * 40);
    ElidedLabel label(m_theme);
    label.setFullText(huge);
    label.resize(200, 20);
    QVERIFY(label.isElided());
    QCOMPARE(label.fullText(), huge);
    FieldGrid grid(m_theme);
    grid.addField(u"name"_s, u"Name"_s);
    grid.setValue(u"name"_s, {.text = huge});
    QCOMPARE(grid.value(u"name"_s), huge); // what is copied is whole
    MessageBar bar(m_theme);
    bar.showMessage({.text = huge});
    grid.grab();
    bar.grab();
    QCOMPARE_LT(timer.elapsed(), 3000);
}

QTEST_MAIN(TestMessages)
#include "tst_messages.moc"
