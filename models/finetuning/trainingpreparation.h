// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "finetuning/traininginput.h"
#include "jsonl/filepreparation.h"

namespace odc {

/// Checks a training file before it goes to the service.
class TrainingPreparation : public FilePreparation
{
    Q_OBJECT
public:
    explicit TrainingPreparation(Clock &clock, QObject *parent = nullptr) : FilePreparation(clock, parent) {}

    void check(const QString &path, const TrainingOptions &options);
    /// Null unless it is Ready: whatever the check found.
    TrainingInputPtr input() const { return m_input; }

protected:
    void forget() override { m_input.reset(); }

private:
    TrainingInputPtr m_input;
};

} // namespace odc
