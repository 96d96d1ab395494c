// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "stores/queryset.h"
#include "ui/dialogs/consoledialog.h"

class QLineEdit;
class QPlainTextEdit;

namespace odc {

class TextLabel;

/// The name of a query set.
class LabNameDialog final : public ConsoleDialog
{
    Q_OBJECT
public:
    /// `taken`: names that others have.
    LabNameDialog(const Theme &theme, const QString &title, const QString &name, const QStringList &taken,
                  const QString &button, QWidget *parent);
    QString name() const;

private:
    QLineEdit *m_name;
};

/// A query of a set with what it should find: files by name or id, one a line.
class LabQueryDialog final : public ConsoleDialog
{
    Q_OBJECT
public:
    LabQueryDialog(const Theme &theme, const QuerySet &set, qsizetype at, QWidget *parent);
    SetQuery query() const;

private:
    void judge();

    const QuerySet m_set;
    const qsizetype m_at;
    QPlainTextEdit *m_text;
    QPlainTextEdit *m_expected;
    QLineEdit *m_note;
    TextLabel *m_problem;
    QPushButton *m_apply = nullptr;
};

} // namespace odc
