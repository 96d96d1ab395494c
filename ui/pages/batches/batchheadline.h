// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/batchobject.h"

#include <QWidget>

class QPushButton;

namespace odc {

class StateLabel;
class TextLabel;
class Theme;

/// How a batch stands, as seriously as it is: its state in words, what that means and what to do next, and the bar of
/// its requests with their numbers.
class BatchHeadline final : public QWidget
{
    Q_OBJECT
public:
    enum class Next { None, Results, Errors };

    explicit BatchHeadline(const Theme &theme, QWidget *parent = nullptr);
    void setBatch(const BatchObject &batch);
    /// What it means for a person, and what to do.
    static QString advice(const BatchObject &batch);
    static Next nextOf(const BatchObject &batch);

Q_SIGNALS:
    void resultsRequested();
    void errorsRequested();

private:
    class Bar;
    BatchObject m_batch;
    StateLabel *m_state;
    TextLabel *m_advice;
    Bar *m_bar;
    StateLabel *m_answered;
    StateLabel *m_failed;
    StateLabel *m_left;
    QPushButton *m_next;
};

} // namespace odc
