// SPDX-License-Identifier: GPL-3.0-or-later
// Files of lines on this disk, and the prices by which costs are estimated.
#include "shots.h"

#include "ui/dialogs/jsonlviewerdialog.h"
#include "ui/widgets/jsonlview.h"
#include "ui/widgets/linesview.h"

#include <QPlainTextEdit>

namespace odc {

using namespace Qt::StringLiterals;

bool Shots::linesAreShown(const JsonlView &view)
{
    const QModelIndex first = view.list()->model()->index(0, 0);
    return !first.data().toString().isEmpty() &&
           !view.findChild<QPlainTextEdit *>(u"rawLine"_s)->toPlainText().isEmpty();
}

JsonlView *Shots::openLines(qint64 line, int column)
{
    QByteArray content;
    for (int i = 1; i <= 50'000; ++i) {
        const QByteArray number = QByteArray::number(i);
        if (i == 40'007)
            content += R"({"custom_id":"ticket-)" + number +
                       R"(","method":"POST","url":"/v1/chat/completions","body":{"model":"gpt-4.1-mini",})";
        else if (i == 40'011)
            content += "{\"custom_id\":\"ticket-" + number + "\",\"note\":\"caf\xE9\"}";
        else
            content +=
                R"({"custom_id":"ticket-)" + number +
                R"(","method":"POST","url":"/v1/chat/completions","body":{"model":"gpt-4.1-mini","max_completion_tokens":300,"messages":[{"role":"system","content":"You sort support tickets."},{"role":"user","content":"The parcel )" +
                number + R"( says delivered, yet nobody here has it. Größe 42."}]}})";
        content += '\n';
    }
    const QString path = test::writeFile(m_home->filePath(u"requests-2026-11.jsonl"_s), content);
    if (!openSample())
        return nullptr;
    JsonlViewerDialog *dialog = JsonlViewerDialog::openAt(m_theme, m_console->services().context().settings,
                                                          path, line, column, &m_console->window());
    JsonlView *view = dialog->view();
    return test::eventually([&] { return view->currentLine() == line && linesAreShown(*view); }) ? view
                                                                                                 : nullptr;
}

bool Shots::linesViewer()
{
    return openLines(40'003, 0) && pictureOf(u"jsonlViewer"_s);
}

bool Shots::linesFault()
{
    JsonlView *view = openLines(40'007, 104);
    return view && test::eventually([&] {
               return view->findChild<QPlainTextEdit *>(u"rawLine"_s)->textCursor().hasSelection();
           }) &&
           pictureOf(u"jsonlViewer"_s);
}

bool Shots::linesFound()
{
    JsonlView *view = openLines(39'000, 0);
    if (!view)
        return false;
    view->openFind();
    QTest::keyClicks(view->findChild<QLineEdit *>(u"lineFind"_s), u"parcel 40100"_s);
    return test::eventually([&] { return view->currentLine() == 40'100 && linesAreShown(*view); }) &&
           pictureOf(u"jsonlViewer"_s);
}

} // namespace odc
