// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "evals/templatecheck.h"

#include <QPlainTextEdit>

class QCompleter;
class QStringListModel;

namespace odc {

class Theme;

/// A text with {{item.…}} and {{sample.…}}: offers paths while one types, colours variables that fit,
/// underlines what does not and says why under the pointer. As high as its text, between two bounds.
class TemplateEdit final : public QPlainTextEdit
{
    Q_OBJECT
public:
    TemplateEdit(const Theme &theme, int leastLines, int mostLines, QWidget *parent = nullptr);

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
    TemplateScope m_scope;
    bool m_checked = true;
    QList<TemplateProblem> m_problems;
    QStringListModel *m_paths;
    QCompleter *m_completer;
};

} // namespace odc
