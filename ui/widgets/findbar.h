// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/findbarbase.h"

class QPlainTextEdit;

namespace odc {

/// Search inside a text view.
class FindBar final : public FindBarBase
{
    Q_OBJECT

public:
    FindBar(const Theme &theme, QPlainTextEdit *view, QWidget *parent = nullptr);

    void findNext(bool backward) override { find(backward, false); }

protected:
    /// What is selected in the view.
    QString suggestion() const override;
    void leave() override;

private:
    void find(bool backwards, bool fromSelection);

    QPlainTextEdit *m_view;
};

} // namespace odc
