// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/linklist.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QVBoxLayout>

using namespace odc;
using namespace Qt::StringLiterals;

/// Links to what belongs to the object shown, while the object is polled and changes.
class TestLinkList : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { m_theme.apply(*qApp); }
    void init();

    void theFocusStaysOnALinkWhenValuesAreNew();
    void theFocusStaysOnALinkWhenRowsComeAndGo();
    void aLinkLeadsToWhatItSaysNow();
    void tabGoesDownTheRowsHoweverTheyCame();
    void whatIsHereIsNoLink();

private:
    /// What is on the screen of this kind, from above.
    template <typename T> QList<T *> shown() const
    {
        QList<T *> found;
        for (T *widget : m_list->findChildren<T *>()) {
            if (widget->isVisible())
                found << widget;
        }
        return found;
    }
    QStringList links() const
    {
        QStringList texts;
        for (const QPushButton *link : shown<QPushButton>())
            texts << link->text();
        return texts;
    }
    static LinkList::Row part(const QString &label, const QString &id, const QString &note)
    {
        return {label, id, id, note};
    }

    Theme m_theme;
    std::unique_ptr<QWidget> m_window;
    LinkList *m_list = nullptr;
};

void TestLinkList::init()
{
    m_window = std::make_unique<QWidget>();
    auto *layout = new QVBoxLayout(m_window.get());
    m_list = new LinkList(m_theme, u"Parts"_s, m_window.get());
    layout->addWidget(m_list);
    m_window->resize(400, 300);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void TestLinkList::theFocusStaysOnALinkWhenValuesAreNew()
{
    m_list->setRows({part(u"1"_s, u"batch_1"_s, u"5 of 10"_s), part(u"2"_s, u"batch_2"_s, u"0 of 10"_s)});
    QPushButton *link = shown<QPushButton>().at(1);
    link->setFocus();
    QVERIFY(link->hasFocus());
    m_list->setRows({part(u"1"_s, u"batch_1"_s, u"10 of 10"_s), part(u"2"_s, u"batch_2"_s, u"3 of 10"_s)});
    QCOMPARE(links(), (QStringList{u"batch_1"_s, u"batch_2"_s}));
    QVERIFY(link->hasFocus());
    QStringList texts;
    for (const QLabel *label : shown<QLabel>())
        texts << label->text();
    QVERIFY(texts.contains(u"3 of 10"_s) && !texts.contains(u"0 of 10"_s));
}

void TestLinkList::theFocusStaysOnALinkWhenRowsComeAndGo()
{
    const LinkList::Row input{u"Input"_s, u"file-in"_s, u"file-in"_s, {}, true};
    m_list->setRows({input, {u"Output"_s, u"when the batch has ended"_s, {}, {}, true}});
    QCOMPARE(links(), QStringList{u"file-in"_s});
    QCOMPARE(shown<QToolButton>().size(), 2);
    QPushButton *link = shown<QPushButton>().first();
    link->setFocus();
    m_list->setRows(
        {input, {u"Output"_s, u"file-out"_s, u"file-out"_s, {}, true}, {u"Errors"_s, u"none"_s, {}}});
    QCOMPARE(links(), (QStringList{u"file-in"_s, u"file-out"_s}));
    QCOMPARE(shown<QToolButton>().size(), 4);
    QVERIFY(link->hasFocus());
    m_list->setRows({input});
    QCOMPARE(links(), QStringList{u"file-in"_s});
    QVERIFY(link->hasFocus());
    m_list->setRows({});
    QVERIFY(!m_list->isVisible());
}

void TestLinkList::aLinkLeadsToWhatItSaysNow()
{
    QSignalSpy activated(m_list, &LinkList::activated);
    QSignalSpy viewed(m_list, &LinkList::viewRequested);
    QSignalSpy saved(m_list, &LinkList::downloadRequested);
    m_list->setRows({{u"Input"_s, u"R&D"_s, u"file-a"_s, {}, true}});
    QCOMPARE(shown<QPushButton>().first()->text(), u"R&&D"_s); // no key of its own
    QCOMPARE(shown<QPushButton>().first()->accessibleName(), u"Input: R&D"_s);
    m_list->setRows({{u"Errors"_s, u"b"_s, u"file-b"_s, {}, true}});
    QPushButton *link = shown<QPushButton>().first();
    QCOMPARE(link->accessibleName(), u"Errors: b"_s);
    QTest::mouseClick(link, Qt::LeftButton);
    QTest::mouseClick(shown<QToolButton>().at(0), Qt::LeftButton);
    QTest::mouseClick(shown<QToolButton>().at(1), Qt::LeftButton);
    QCOMPARE(activated, QList<QVariantList>{{u"file-b"_s}});
    QCOMPARE(viewed, QList<QVariantList>{{u"file-b"_s}});
    QCOMPARE(saved, QList<QVariantList>{{u"file-b"_s}});
    QVERIFY(shown<QToolButton>().at(0)->accessibleName().contains(u"Errors"_s));
}

void TestLinkList::tabGoesDownTheRowsHoweverTheyCame()
{
    m_list->setRows({{u"1"_s, u"batch_1"_s, u"batch_1"_s, {}, false, true}, part(u"2"_s, u"batch_2"_s, {})});
    m_list->setRows({part(u"1"_s, u"batch_1"_s, {}),
                     {u"2"_s, u"batch_2"_s, u"batch_2"_s, {}, false, true},
                     part(u"3"_s, u"batch_3"_s, {})});
    QCOMPARE(links(), (QStringList{u"batch_1"_s, u"batch_3"_s}));
    shown<QPushButton>().first()->setFocus();
    QTest::keyClick(m_window->focusWidget(), Qt::Key_Tab);
    QVERIFY(shown<QPushButton>().at(1)->hasFocus());
}

void TestLinkList::whatIsHereIsNoLink()
{
    m_list->setRows({{u"1"_s, u"batch_1"_s, u"batch_1"_s, {}, false, true}});
    QVERIFY(links().isEmpty());
    QStringList texts;
    for (const QLabel *label : shown<QLabel>())
        texts << label->text();
    QVERIFY(texts.contains(u"batch_1"_s));
    QVERIFY(m_list->height() > 0 && shown<QToolButton>().isEmpty());
}

QTEST_MAIN(TestLinkList)
#include "tst_linklist.moc"
