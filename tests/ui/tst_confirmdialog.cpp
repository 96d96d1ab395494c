// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/confirmdialog.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QLayout>
#include <QLocale>
#include <QPushButton>
#include <QResizeEvent>
#include <QTest>

using namespace odc;
using namespace Qt::StringLiterals;

/// What is asked before something is deleted: how its number is typed, and that the dialog stays where it opened.
class TestConfirmDialog : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void theNumberIsTakenAsItIsWritten_data();
    void theNumberIsTakenAsItIsWritten();
    void isNotResizedOnceItIsShown_data();
    void isNotResizedOnceItIsShown();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    static ConfirmDialog::Question question(int count);

    Theme m_theme;
    bool m_isShown = false;
    int m_resizedSince = 0;
};

void TestConfirmDialog::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    m_theme.apply(*qApp);
}

ConfirmDialog::Question TestConfirmDialog::question(int count)
{
    ConfirmDialog::Question out;
    out.title = u"Delete?"_s;
    out.introduction = u"A sentence that says what this means, and that takes more than one line of the dialog to say it."_s;
    for (int i = 0; i < count; ++i)
        out.things << u"file-%1"_s.arg(i);
    out.consequence = u"Another sentence of such a length, on what else breaks when these are no more: it wraps, too."_s;
    out.confirm = u"Delete"_s;
    return out;
}

void TestConfirmDialog::theNumberIsTakenAsItIsWritten_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("accepted");
    QTest::newRow("digits") << u"1209"_s << true;
    QTest::newRow("as the title has it") << u"1,209"_s << true;
    QTest::newRow("with spaces around") << u" 1,209 "_s << true;
    QTest::newRow("another number") << u"1,208"_s << false;
    QTest::newRow("more behind it") << u"1209 x"_s << false;
    QTest::newRow("a comma elsewhere") << u"12,09"_s << false;
    QTest::newRow("nothing") << QString() << false;
}

void TestConfirmDialog::theNumberIsTakenAsItIsWritten()
{
    QFETCH(QString, text);
    QFETCH(bool, accepted);
    ConfirmDialog dialog(m_theme, question(1209), nullptr);
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    dialog.findChild<QLineEdit *>(u"typedCount"_s)->setText(text);
    QCOMPARE(dialog.findChild<QPushButton *>(u"confirm"_s)->isEnabled(), accepted);
}

void TestConfirmDialog::isNotResizedOnceItIsShown_data()
{
    QTest::addColumn<int>("count");
    QTest::addColumn<bool>("more");
    QTest::newRow("one") << 1 << false;
    QTest::newRow("one, with more about it") << 1 << true;
    QTest::newRow("many, with more about them") << 500 << true;
}

/// On X11 a window that is resized between its being shown and the window manager's answer ends up in a corner.
void TestConfirmDialog::isNotResizedOnceItIsShown()
{
    QFETCH(int, count);
    QFETCH(bool, more);
    QWidget window;
    window.resize(900, 700);
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    auto *dialog = new ConfirmDialog(m_theme, question(count), &window);
    if (more) {
        auto *uses = new QLabel(u"Used by: a batch, two vector stores, and a fine-tuning job, and this is a long list."_s);
        uses->setWordWrap(true);
        dialog->addConsequence(uses);
    }
    m_isShown = false;
    m_resizedSince = 0;
    dialog->installEventFilter(this);
    dialog->open();
    QVERIFY(QTest::qWaitForWindowExposed(dialog));
    QCoreApplication::processEvents();
    QVERIFY(m_isShown);
    QCOMPARE(m_resizedSince, 0);
    QCOMPARE(dialog->height(), dialog->layout()->totalHeightForWidth(dialog->width()));
    dialog->removeEventFilter(this);
    delete dialog;
}

bool TestConfirmDialog::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Show)
        m_isShown = true;
    else if (event->type() == QEvent::Resize && m_isShown) {
        const auto *resize = static_cast<QResizeEvent *>(event);
        m_resizedSince += int(resize->oldSize() != resize->size());
    }
    return QObject::eventFilter(watched, event);
}

QTEST_MAIN(TestConfirmDialog)
#include "tst_confirmdialog.moc"
