// SPDX-License-Identifier: GPL-3.0-or-later
// What a person works with: filters, chips, fields, buttons, and the views of a text, of JSON and of a picture.
#include "ui/actions/actioncollection.h"
#include "ui/dialogs/colourpicker.h"
#include "ui/theme/plaintooltip.h"
#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/chipbar.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/fieldgrid.h"
#include "ui/widgets/filteredit.h"
#include "ui/widgets/imageview.h"
#include "ui/widgets/jsonlines.h"
#include "ui/widgets/jsonview.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/navlist.h"
#include "ui/widgets/tableview.h"

#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QHelpEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QThreadPool>
#include <QTimer>
#include <QToolTip>
#include <QVBoxLayout>
#include <QWindow>

using namespace odc;
using namespace Qt::StringLiterals;

class TestWidgets : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_theme.apply(*qApp); }

    void keysAreOfTheInnermostPart();
    void filterWaitsForAPauseInTyping();
    void filterTellsAtOnceOnEnterAndOnClearing();
    void ofALongFilterThatIsGivenTheBeginningIsSeen();
    void chipIsRemovedByKeyAndByItsCross();
    void elidedLabelTellsTheWholeText();
    void fieldValueCopies();
    void fieldSelectionSurvivesARefresh();
    void navigationByKeyboardAndCount();
    void actionButtonFollowsItsAction();
    void imageZoomsByKeyboard();
    void indentedJsonKeepsEveryValue_data();
    void indentedJsonKeepsEveryValue();
    void textIsMadeFitToShow();
    void tenMegabytesOpenWhileTheWindowLives();
    void laterContentWinsOverOneStillLoading();
    void searchFindsAndWraps();
    void everyControlHasAName();
    void keysGoToTheFocusedControlBeforeThePage_data();
    void keysGoToTheFocusedControlBeforeThePage();
    void escapeWithoutAFilterIsThePages();
    void filterProblemIsSaidInWordsAndKeepsTheHelp();
    void colourIsSpokenByItsName();

private:
    Theme m_theme;
};

void TestWidgets::keysAreOfTheInnermostPart()
{
    QWidget window;
    QVBoxLayout layout(&window);
    auto *page = new QWidget;
    layout.addWidget(page);
    auto *pageLayout = new QVBoxLayout(page);
    auto *outside = new QPushButton(u"Outside"_s);
    auto *part = new QWidget;
    pageLayout->addWidget(outside);
    pageLayout->addWidget(part);
    auto *partLayout = new QVBoxLayout(part);
    auto *inside = new QPushButton(u"Inside"_s);
    partLayout->addWidget(inside);
    const QKeySequence keys(Qt::CTRL | Qt::Key_T);
    ActionCollection ofPage(m_theme, page, nullptr);
    ActionCollection ofPart(m_theme, part, nullptr);
    QAction *pageCopy = ofPage.add(u"page.copy"_s, u"Copy"_s, {}, {keys});
    QAction *partCopy = ofPart.add(u"part.copy"_s, u"Copy"_s, {}, {keys});
    QSignalSpy copiedPage(pageCopy, &QAction::triggered);
    QSignalSpy copiedPart(partCopy, &QAction::triggered);
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    inside->setFocus();
    for (int time = 1; time <= 3; ++time) {
        QTest::keyClick(window.windowHandle(), Qt::Key_T, Qt::ControlModifier);
        QCOMPARE(copiedPart.size(), time);
        QCOMPARE(copiedPage.size(), 0);
    }
    partCopy->setEnabled(false);
    QTest::keyClick(window.windowHandle(), Qt::Key_T, Qt::ControlModifier);
    QCOMPARE(copiedPage.size(), 1);
    partCopy->setEnabled(true);
    outside->setFocus();
    QTest::keyClick(window.windowHandle(), Qt::Key_T, Qt::ControlModifier);
    QCOMPARE(copiedPage.size(), 2);
    QCOMPARE(copiedPart.size(), 3);
}

void TestWidgets::filterWaitsForAPauseInTyping()
{
    FilterEdit edit(m_theme);
    edit.show();
    QSignalSpy changed(&edit, &FilterEdit::filterChanged);
    QTest::keyClicks(&edit, u"batch"_s);
    QCOMPARE(changed.count(), 0);
    QVERIFY(changed.wait());
    QCOMPARE(changed.count(), 1);
    QCOMPARE(changed[0][0].toString(), u"batch"_s);
}

void TestWidgets::filterTellsAtOnceOnEnterAndOnClearing()
{
    FilterEdit edit(m_theme);
    edit.show();
    QSignalSpy changed(&edit, &FilterEdit::filterChanged);
    QTest::keyClicks(&edit, u"x"_s);
    QTest::keyClick(&edit, Qt::Key_Return);
    QCOMPARE(changed.count(), 1);
    QTest::keyClick(&edit, Qt::Key_Escape);
    QCOMPARE(changed.count(), 2);
    QVERIFY(edit.text().isEmpty());
}

void TestWidgets::ofALongFilterThatIsGivenTheBeginningIsSeen()
{
    QWidget window;
    QVBoxLayout layout(&window);
    auto *edit = new FilterEdit(m_theme);
    auto *other = new QPushButton(u"Other"_s);
    layout.addWidget(edit);
    layout.addWidget(other);
    window.show();
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    other->setFocus();
    edit->setFilter(QString(200, u'x'));
    QCOMPARE(edit->cursorPosition(), 0);
    // Who types sees what is typed.
    edit->setFocus();
    edit->end(false);
    QTest::keyClicks(edit, u"y"_s);
    QCOMPARE(edit->cursorPosition(), 201);
}

void TestWidgets::chipIsRemovedByKeyAndByItsCross()
{
    ChipBar bar(m_theme);
    bar.setChip(u"purpose"_s, u"purpose: batch"_s);
    bar.setChip(u"size"_s, u"size > 10 MB"_s);
    bar.setChip(u"size"_s, u"size > 20 MB"_s); // changed, not added
    QCOMPARE(bar.ids(), (QStringList{u"purpose"_s, u"size"_s}));
    bar.resize(400, 40);
    bar.show();
    QSignalSpy removed(&bar, &ChipBar::removeRequested);
    QSignalSpy activated(&bar, &ChipBar::activated);
    connect(&bar, &ChipBar::removeRequested, &bar, &ChipBar::removeChip);
    auto chips = bar.findChildren<Chip *>();
    QTest::keyClick(chips[0], Qt::Key_Delete);
    QTRY_COMPARE(bar.ids(), QStringList{u"size"_s});
    QTest::mouseClick(chips[1], Qt::LeftButton, {}, {20, 10});
    QCOMPARE(activated.count(), 1);
    QTest::mouseClick(chips[1], Qt::LeftButton, {}, {chips[1]->width() - 14, chips[1]->height() / 2});
    QTRY_COMPARE(removed.count(), 2);
    QVERIFY(bar.ids().isEmpty());
}

void TestWidgets::elidedLabelTellsTheWholeText()
{
    ElidedLabel label(m_theme);
    const QString text = u"support-tickets-2026-q3-with-a-very-long-name.jsonl"_s;
    label.setElideMode(Qt::ElideMiddle);
    label.setFullText(text);
    label.resize(120, 20);
    label.show();
    QVERIFY(label.isElided());
    QVERIFY(label.text() != text);
    QCOMPARE(label.toolTip(), plainToolTip(text));
    QCOMPARE(label.accessibleName(), text);
    label.resize(2000, 20);
    QVERIFY(!label.isElided());
    QVERIFY(label.toolTip().isEmpty());
}

void TestWidgets::fieldValueCopies()
{
    FieldGrid grid(m_theme);
    grid.addField(u"created"_s, u"Created"_s);
    grid.setValue(u"created"_s, {.text = u"2 min ago"_s, .copyable = true, .copyText = u"1763822467"_s});
    grid.show();
    QTest::mouseClick(grid.findChild<CopyButton *>(), Qt::LeftButton);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"1763822467"_s);
    QCOMPARE(grid.toPlainText(), u"Created: 2 min ago"_s);
}

void TestWidgets::fieldSelectionSurvivesARefresh()
{
    FieldGrid grid(m_theme);
    grid.addField(u"id"_s, u"Id"_s);
    grid.setValue(u"id"_s, {.text = u"file-123"_s});
    grid.show();
    QLabel *value = nullptr;
    const auto labels = grid.findChildren<QLabel *>();
    for (QLabel *label : labels) {
        value = label->text() == u"file-123"_s ? label : value;
    }
    QVERIFY(value);
    value->setSelection(0, 4);
    grid.setValue(u"id"_s, {.text = u"file-123"_s});
    QCOMPARE(value->selectedText(), u"file"_s);
}

void TestWidgets::navigationByKeyboardAndCount()
{
    NavList nav(m_theme);
    nav.addItem(u"overview"_s, Icon::Overview, u"Overview"_s);
    nav.addItem(u"files"_s, Icon::File, u"Files"_s);
    nav.setCurrentId(u"overview"_s);
    nav.show();
    QSignalSpy changed(&nav, &NavList::currentIdChanged);
    QTest::keyClick(&nav, Qt::Key_Down);
    QCOMPARE(nav.currentId(), u"files"_s);
    QCOMPARE(changed.count(), 1);
    nav.setCount(u"files"_s, u"8,412"_s);
    const QString spoken = nav.currentIndex().data(Qt::AccessibleTextRole).toString();
    QVERIFY(spoken.contains(u"Files"_s) && spoken.contains(u"8,412"_s));
    nav.setCurrentId(u"nowhere"_s);
    QCOMPARE(nav.currentId(), u"files"_s);
}

void TestWidgets::actionButtonFollowsItsAction()
{
    QAction action(m_theme.icon(Icon::Trash), u"&Delete 3…"_s);
    QSignalSpy triggered(&action, &QAction::triggered);
    QWidget window;
    ActionButton button(&action, ButtonRole::Danger, &window);
    window.show();
    QCOMPARE(button.text(), u"Delete 3"_s);
    QTest::mouseClick(&button, Qt::LeftButton);
    QCOMPARE(triggered.count(), 1);
    action.setEnabled(false);
    QVERIFY(!button.isEnabled());
    action.setVisible(false);
    QVERIFY(button.isHidden());
}

void TestWidgets::imageZoomsByKeyboard()
{
    ImageView view(m_theme);
    QImage image(2000, 1000, QImage::Format_ARGB32);
    image.fill(Qt::transparent);
    view.setImage(image);
    view.resize(400, 400);
    view.show();
    QVERIFY(view.isFitted());
    QCOMPARE_LT(view.scale(), 0.2);
    QTest::keyClick(&view, Qt::Key_1);
    QCOMPARE(view.scale(), 1.0);
    QTest::keyClick(&view, Qt::Key_Minus);
    QCOMPARE_LT(view.scale(), 1.0);
    QTest::keyClick(&view, Qt::Key_0);
    QVERIFY(view.isFitted());
}

void TestWidgets::indentedJsonKeepsEveryValue_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QByteArray>("shown");
    QTest::newRow("object") << QByteArray(R"({"b":1,"a":[true,null]})")
                            << QByteArray("{\n  \"b\": 1,\n  \"a\": [\n    true,\n    null\n  ]\n}");
    QTest::newRow("empty") << QByteArray(R"({"a":{},"b":[ ]})")
                           << QByteArray("{\n  \"a\": {},\n  \"b\": []\n}");
    QTest::newRow("punctuation in strings")
        << QByteArray(R"({"a":"x,{\"y\":[1]}\\"})") << QByteArray("{\n  \"a\": \"x,{\\\"y\\\":[1]}\\\\\"\n}");
    QTest::newRow("large numbers and repeated keys")
        << QByteArray(R"({"n":9007199254740993,"n":1e400})")
        << QByteArray("{\n  \"n\": 9007199254740993,\n  \"n\": 1e400\n}");
    QTest::newRow("cut off") << QByteArray(R"({"a":"unfinished)") << QByteArray("{\n  \"a\": \"unfinished");
}

void TestWidgets::indentedJsonKeepsEveryValue()
{
    QFETCH(QByteArray, json);
    QFETCH(QByteArray, shown);
    QCOMPARE(jsonlines::indented(json), shown);
}

void TestWidgets::textIsMadeFitToShow()
{
    const QString text = jsonlines::forDisplay(QByteArray("a\x01"
                                                          "b\r\n") +
                                                   QByteArray(100, 'x'),
                                               10);
    const QStringList lines = text.split(u'\n');
    QCOMPARE(lines.size(), 2);
    QVERIFY(!lines[0].contains(QChar(1)));
    QVERIFY(lines[1].startsWith(u"xxxxxxxxxx "_s));
    QVERIFY(lines[1].contains(u"90"_s));
}

void TestWidgets::tenMegabytesOpenWhileTheWindowLives()
{
    QByteArray text;
    int lines = 0;
    while (text.size() < 10'000'000) {
        text += R"({"custom_id":"t-)" + QByteArray::number(lines++) +
                R"(","method":"POST","url":"/v1/responses"})"
                "\n";
    }
    JsonView view(m_theme);
    view.resize(600, 400);
    view.show();
    int turns = 0; // of the event loop while the text goes in: the window could paint and answer in each
    QTimer ticker;
    connect(&ticker, &QTimer::timeout, &view, [&turns] { ++turns; });
    ticker.start(0);
    QSignalSpy loaded(&view, &JsonView::loaded);
    view.setContent(text, JsonView::Format::JsonLines);
    QVERIFY(view.isLoading());
    QTRY_COMPARE_WITH_TIMEOUT(loaded.count(), 1, 60'000);
    QCOMPARE_GE(turns, 100);
    QCOMPARE(view.edit()->blockCount(), lines + 1);
    QCOMPARE(view.content(), text);
}

void TestWidgets::laterContentWinsOverOneStillLoading()
{
    JsonView view(m_theme);
    view.show();
    QSignalSpy loaded(&view, &JsonView::loaded);
    view.setContent(QByteArray(3'000'000, 'a').replace("aaaaaaaaaa", "aaaaaaaaa\n"), JsonView::Format::Plain);
    view.setContent("[1]", JsonView::Format::Json);
    QCOMPARE(loaded.count(), 1);
    QCOMPARE(view.edit()->toPlainText(), u"[\n  1\n]"_s);
    QThreadPool::globalInstance()->waitForDone();
    QCoreApplication::processEvents();
    QCOMPARE(view.edit()->toPlainText(), u"[\n  1\n]"_s);
    QVERIFY(!view.isLoading());
}

void TestWidgets::searchFindsAndWraps()
{
    JsonView view(m_theme);
    view.setContent(R"({"alpha":1,"beta":2,"gamma":"alpha"})");
    view.show();
    QVERIFY(QTest::qWaitForWindowActive(&view));
    view.edit()->setFocus();
    QTest::keySequence(view.edit(), QKeySequence(QKeySequence::Find));
    auto *edit = view.findChild<QLineEdit *>();
    QTRY_VERIFY(edit->hasFocus());
    QTest::keyClicks(edit, u"alpha"_s);
    QCOMPARE(view.edit()->textCursor().selectedText(), u"alpha"_s);
    QCOMPARE(view.edit()->textCursor().blockNumber(), 1);
    QTest::keyClick(edit, Qt::Key_Return);
    QCOMPARE(view.edit()->textCursor().blockNumber(), 3);
    QTest::keyClick(edit, Qt::Key_Return); // once around
    QCOMPARE(view.edit()->textCursor().blockNumber(), 1);
    QTest::keyClick(edit, Qt::Key_Escape);
    QVERIFY(!edit->isVisible());
    QVERIFY(view.edit()->hasFocus());
}

void TestWidgets::everyControlHasAName()
{
    QWidget window;
    auto *layout = new QVBoxLayout(&window);
    auto *bar = new MessageBar(m_theme);
    bar->showMessage({.text = u"text"_s, .details = u"details"_s, .actionText = u"Act"_s});
    auto *json = new JsonView(m_theme);
    json->openFind();
    auto *grid = new FieldGrid(m_theme);
    grid->addField(u"id"_s, u"Id"_s);
    grid->setValue(u"id"_s, {.text = u"file-1"_s, .copyable = true});
    auto *chips = new ChipBar(m_theme);
    chips->setChip(u"a"_s, u"a: b"_s);
    for (QWidget *widget : std::initializer_list<QWidget *>{bar, json, grid, chips, new FilterEdit(m_theme),
                                                            new NavList(m_theme), new ImageView(m_theme)}) {
        layout->addWidget(widget);
    }
    window.show();
    const auto all = window.findChildren<QWidget *>();
    for (QWidget *widget : all) {
        if (!widget->isVisible() || widget->focusPolicy() == Qt::NoFocus) {
            continue;
        }
        QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(widget);
        QVERIFY2(interface && !interface->text(QAccessible::Name).isEmpty(),
                 widget->metaObject()->className());
    }
}

void TestWidgets::keysGoToTheFocusedControlBeforeThePage_data()
{
    QTest::addColumn<QString>("control");
    QTest::addColumn<QKeySequence>("key");
    QTest::newRow("delete on a chip") << u"chip"_s << QKeySequence(Qt::Key_Delete);
    QTest::newRow("delete in a text") << u"text"_s << QKeySequence(Qt::Key_Delete);
    QTest::newRow("find in a text") << u"text"_s << QKeySequence(QKeySequence::Find);
    QTest::newRow("escape in the search") << u"search"_s << QKeySequence(Qt::Key_Escape);
    QTest::newRow("escape in the filter") << u"filter"_s << QKeySequence(Qt::Key_Escape);
}

void TestWidgets::keysGoToTheFocusedControlBeforeThePage()
{
    QFETCH(QString, control);
    QFETCH(QKeySequence, key);
    QWidget page;
    auto *layout = new QVBoxLayout(&page);
    auto *chips = new ChipBar(m_theme);
    chips->setChip(u"a"_s, u"a: b"_s);
    auto *filter = new FilterEdit(m_theme);
    filter->setText(u"batch"_s);
    auto *json = new JsonView(m_theme);
    json->setContent("[1]");
    for (QWidget *widget : std::initializer_list<QWidget *>{chips, filter, json})
        layout->addWidget(widget);
    QAction action;
    action.setShortcut(key);
    page.addAction(&action);
    QSignalSpy taken(&action, &QAction::triggered);
    QSignalSpy removed(chips, &ChipBar::removeRequested);
    page.show();
    QVERIFY(QTest::qWaitForWindowActive(&page));
    auto *search = json->findChild<QLineEdit *>();
    if (control == u"search"_s)
        json->openFind();
    else if (control == u"text"_s)
        json->edit()->setFocus();
    else if (control == u"filter"_s)
        filter->setFocus();
    else
        chips->findChild<Chip *>()->setFocus();
    QWidget *focused = QApplication::focusWidget();
    QVERIFY(focused);
    QTest::keySequence(focused, key);
    QCOMPARE(taken.count(), 0);
    QTRY_COMPARE(removed.count(), control == u"chip"_s ? 1 : 0);
    QCOMPARE(search->isVisible(), key == QKeySequence(QKeySequence::Find));
    QCOMPARE(filter->text().isEmpty(), control == u"filter"_s);
}

void TestWidgets::escapeWithoutAFilterIsThePages()
{
    QWidget page;
    auto *layout = new QVBoxLayout(&page);
    auto *filter = new FilterEdit(m_theme);
    layout->addWidget(filter);
    QAction action;
    action.setShortcut(Qt::Key_Escape);
    page.addAction(&action);
    QSignalSpy taken(&action, &QAction::triggered);
    page.show();
    QVERIFY(QTest::qWaitForWindowActive(&page));
    filter->setFocus();
    QTest::keyClick(filter, Qt::Key_Escape);
    QCOMPARE(taken.count(), 1);
}

void TestWidgets::filterProblemIsSaidInWordsAndKeepsTheHelp()
{
    QWidget page;
    page.resize(600, 300);
    auto *layout = new QVBoxLayout(&page);
    auto *filter = new FilterEdit(m_theme);
    auto *table = new TableView(m_theme);
    layout->addWidget(filter);
    layout->addWidget(table);
    filter->setToolTip(u"size>10MB compares"_s);
    page.show();
    QVERIFY(QTest::qWaitForWindowExposed(&page));
    const QRect before = table->geometry();
    const auto note = [&page] { return page.findChild<QLabel *>(u"filterProblem"_s); };
    filter->setProblem(u"\"10XB\" is not a size"_s);
    QVERIFY(note() && note()->isVisible());
    QCOMPARE(note()->text(), u"\"10XB\" is not a size"_s);
    QCOMPARE_GE(note()->y(), filter->geometry().bottom());
    QVERIFY(page.rect().contains(note()->geometry()));
    QCOMPARE(table->geometry(), before); // nothing moves
    QCOMPARE(filter->accessibleDescription(), u"\"10XB\" is not a size"_s);
    QCOMPARE(filter->toolTip(), u"size>10MB compares"_s);
    filter->hide();
    QVERIFY(!note());
    filter->show();
    QVERIFY(note());
    filter->setProblem({});
    QVERIFY(!note());
    QVERIFY(filter->accessibleDescription().isEmpty());
    QCOMPARE(filter->toolTip(), u"size>10MB compares"_s);
    filter->setProblem(u"again"_s);
    delete filter;
    QVERIFY(!note());
}

void TestWidgets::colourIsSpokenByItsName()
{
    const QStringList colours{u"#2563EB"_s, u"#1A7F4B"_s, u"#7C3AED"_s, u"#C2410C"_s,
                              u"#C62828"_s, u"#0E7490"_s, u"#9D174D"_s, u"#5B6570"_s};
    const QStringList names{u"Blue"_s, u"Green"_s, u"Violet"_s, u"Orange"_s,
                            u"Red"_s,  u"Teal"_s,  u"Pink"_s,   u"Grey"_s};
    ColourPicker picker(m_theme, colours);
    picker.resize(picker.sizeHint());
    picker.show();
    QVERIFY(QTest::qWaitForWindowExposed(&picker));
    for (int i = 0; i < colours.size(); ++i) {
        picker.setColour(colours[i]);
        QCOMPARE(picker.accessibleDescription(), names[i]);
    }
    QTest::keyClick(&picker, Qt::Key_Left);
    QCOMPARE(picker.accessibleDescription(), u"Pink"_s);
    QHelpEvent hover(QEvent::ToolTip, {12, 12}, picker.mapToGlobal(QPoint(12, 12)));
    QApplication::sendEvent(&picker, &hover);
    QCOMPARE(QToolTip::text(), u"Blue"_s);
    QToolTip::hideText();
}

QTEST_MAIN(TestWidgets)
#include "tst_widgets.moc"
