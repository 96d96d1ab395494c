// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "evals/templatecheck.h"

#include <QPlainTextEdit>

#include <functional>

class QCompleter;
class QStringListModel;

namespace odc {

class Theme;

/// A text with variables in double braces: offers paths while one types, colours variables that fit,
/// underlines what does not and says why under the pointer. As high as its text, between two bounds.
class TemplateEdit final : public QPlainTextEdit
{
    Q_OBJECT
public:
    TemplateEdit(const Theme &theme, int leastLines, int mostLines, QWidget *parent = nullptr);

    /// What can stand between braces, and what is wrong with it.
    struct Language
    {
        std::function<QList<TemplatePlace>(const QString &text)> places;
        std::function<QList<TemplateProblem>(const QString &text)> check;
        std::function<TemplateCompletion(const QString &text, qsizetype cursor)> complete;
    };
    void setLanguage(const Language &language);
    /// The language of evals: {{item.…}} and {{sample.…}}.
    void setScope(const TemplateScope &scope);
    /// Without it the text is taken as it is.
    void setChecked(bool checked);
    const QList<TemplateProblem> &problems() const { return m_problems; }
    QCompleter *completer() const { return m_completer; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void keyPressEvent(QKeyEvent *event) override;
    bool event(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void check();
    void offer(bool wanted);
    void complete(const QString &path);
    void fitHeight();

    const Theme &m_theme;
    const int m_leastLines;
    const int m_mostLines;
    Language m_language;
    bool m_checked = true;
    QList<TemplateProblem> m_problems;
    QStringListModel *m_paths;
    QCompleter *m_completer;
};

} // namespace odc
