// SPDX-License-Identifier: GPL-3.0-or-later
#include "trainingpreparation.h"

#include "base/background.h"

#include <QFileInfo>

namespace odc {

void TrainingPreparation::check(const QString &path, const TrainingOptions &options)
{
    const JsonlWorkPtr work = begin(Stage::Checking, QFileInfo(path).size());
    inBackground(
        this, [path, options, work] { return TrainingInput::read(path, options, work); },
        [this, begun = round()](const Result<TrainingInput> &read) {
            if (begun != round())
                return;
            if (!read) {
                fail(read.error());
                return;
            }
            m_input = std::make_shared<const TrainingInput>(*read);
            succeed();
        },
        longWorkPool());
}

} // namespace odc
