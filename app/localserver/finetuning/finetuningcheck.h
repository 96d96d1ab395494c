// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIODevice>
#include <QString>

#include <functional>

namespace odc::server {

/** What the lines of a training file look like. */
enum class TrainingFormat { Chat, Completions, Preference, Reinforcement };

/** The format that a method takes. \p base is the dated name of the model. */
TrainingFormat trainingFormat(const QString &method, const QString &base);

/** What a file of examples comes to. */
struct TrainingVerdict
{
    qint64 examples = 0;
    qint64 tokens = 0; ///< about so many in all of them
    QString code;      ///< of the first thing that is wrong; empty = the file is good
    QString message;   ///< for a person, with the number of the line
    bool stopped = false;
};

/**
 * Reads a training or validation file to its end. \p param says which of both it is ("training_file"), and is
 * part of codes and messages. \p goOn is asked now and then; when it says no, the verdict is "stopped".
 */
TrainingVerdict checkTrainingFile(QIODevice &file, TrainingFormat format, const QString &param,
                                  const std::function<bool()> &goOn);

} // namespace odc::server
