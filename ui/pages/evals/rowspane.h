// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "evals/evalrows.h"
#include "ui/context/shellcontext.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QWidget>

class QListWidget;
class QPlainTextEdit;
class QTimer;

namespace odc {

class TextLabel;

/// Rows that are sent along with a run: written, pasted or taken from a file, and checked against the eval's
/// schema. Reads on the pool.
class RowsPane final : public QWidget
{
    Q_OBJECT
public:
    RowsPane(const ShellContext &context, const QJsonObject &itemSchema, QWidget *parent = nullptr);

    /// Shows rows that came from elsewhere (the JSON beside the form, another run).
    void setContent(const QJsonArray &rows);
    const QJsonArray &content() const { return m_rows.content; }
    /// What was typed is being read.
    bool isReading() const { return m_reading; }
    /// Why the rows cannot be sent; translated, empty when they can.
    QString fault() const;

Q_SIGNALS:
    void edited();

private:
    void openFile();
    static QString tooLarge(const EvalRows &rows);
    void readText();
    void take(const EvalRows &rows, bool numberedByLine);
    void showRows();
    void say();

    ShellContext m_context;
    const QJsonObject m_schema;
    EvalRows m_rows;
    bool m_byLine = true; ///< problems count lines of a text, else rows
    bool m_reading = false;
    bool m_filling = false;
    quint64 m_round = 0; ///< of the reading on its way
    QString m_refusal;   ///< why a file was not taken; translated
    QPlainTextEdit *m_text;
    TextLabel *m_summary;
    QListWidget *m_problems;
    QTimer *m_soon;
};

} // namespace odc
