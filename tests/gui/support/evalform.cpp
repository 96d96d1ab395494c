// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/support/evalform.h"

#include "ui/forms/graderspane.h"
#include "ui/forms/jsonform.h"
#include "ui/forms/templateedit.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QJsonDocument>
#include <QLabel>
#include <QMenu>
#include <QScrollArea>
#include <QTimer>
#include <QTreeWidget>

namespace odc::test {

using namespace Qt::StringLiterals;

bool EvalForm::activate()
{
    return eventually([this] {
        m_dialog->activateWindow();
        return QApplication::activeWindow() == m_dialog;
    });
}

void EvalForm::type(QWidget *field, const QString &text)
{
    field->setFocus();
    if (auto *line = qobject_cast<QLineEdit *>(field))
        line->selectAll();
    else if (auto *edit = qobject_cast<QPlainTextEdit *>(field))
        edit->selectAll();
    QTest::keyClick(field, Qt::Key_Delete);
    QTest::keyClicks(field, text);
    if (auto *edit = qobject_cast<TemplateEdit *>(field)) {
        if (edit->completer()->popup()->isVisible())
            edit->completer()->popup()->hide();
    }
}

void EvalForm::choose(const QString &box, const QString &value)
{
    auto *choices = in<QComboBox>(box);
    choices->setFocus();
    choices->setCurrentIndex(choices->findData(value));
    QCOMPARE(choices->currentData().toString(), value);
}

void EvalForm::tab(int index)
{
    auto *tabs = m_dialog->findChild<QTabBar *>();
    QTest::mouseClick(tabs, Qt::LeftButton, {}, tabs->tabRect(index).center());
}

QLineEdit *EvalForm::nameField() const
{
    return in<QWidget>(u"general"_s)->findChild<QLineEdit *>(u"name"_s);
}

QString EvalForm::problemText() const
{
    return in<QLabel>(u"problemText"_s)->text();
}

QLineEdit *EvalForm::rowEditor(QAbstractItemView *view)
{
    QLineEdit *editor = nullptr;
    eventually([&] { return (editor = view->viewport()->findChild<QLineEdit *>()) && editor->hasFocus(); });
    return editor;
}

void EvalForm::addProperty(const QString &name)
{
    Console::click(in<QPushButton>(u"addProperty"_s));
    auto *tree = in<QTreeWidget>(u"schemaTree"_s);
    QLineEdit *editor = rowEditor(tree);
    QVERIFY(editor);
    QTest::keyClicks(editor, name);
    QTest::keyClick(editor, Qt::Key_Return);
    ODC_EVENTUALLY(!tree->viewport()->findChild<QLineEdit *>());
}

void EvalForm::addGrader(const QString &kind, int onTab)
{
    tab(onTab);
    auto *menu = in<QMenu>(u"graderKinds"_s);
    QTimer::singleShot(0, menu, [menu, kind] {
        QAction *action = menu->findChild<QAction *>(u"add."_s + kind);
        QTest::mouseClick(menu, Qt::LeftButton, {}, menu->actionGeometry(action).center());
    });
    QTest::mouseClick(in<QPushButton>(u"addGrader"_s), Qt::LeftButton);
    QVERIFY(activate());
}

JsonForm *EvalForm::graderForm() const
{
    return m_dialog->findChild<GradersPane *>()->findChild<QScrollArea *>()->findChild<JsonForm *>();
}

QWidget *EvalForm::graderField(const QString &key) const
{
    return graderForm()->editor(key);
}

QJsonObject object(const QByteArray &text)
{
    return QJsonDocument::fromJson(text).object();
}

} // namespace odc::test
