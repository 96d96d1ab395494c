// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cleaning/fileuses.h"
#include "ui/context/pagecontext.h"

#include <QTimer>
#include <QWidget>

class QPushButton;

namespace odc {

class ProgressStrip;
class Survey;
class TextLabel;

/// How far it is known who uses files, and "Look everywhere", which reads every list and can be stopped.
class KnownUses final : public QWidget
{
    Q_OBJECT
public:
    explicit KnownUses(const PageContext &context, QWidget *parent = nullptr);
    ~KnownUses() override;

    const UsesKnown &known() const { return m_known; }
    /// "Nothing uses it" is true, not just all that is known.
    bool isSure() const;

Q_SIGNALS:
    /// What uses what may be otherwise now: at most a few times a second, and only while it is seen.
    void changed();

protected:
    void showEvent(QShowEvent *event) override;

private:
    void lookEverywhere();
    void stop();
    void refresh();
    void read();
    void showProgress();

    PageContext m_context;
    UsesKnown m_known;
    Survey *m_survey;
    TextLabel *m_text;
    TextLabel *m_problem;
    QPushButton *m_look;
    ProgressStrip *m_progress;
    QTimer m_due;
};

} // namespace odc
