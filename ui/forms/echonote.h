// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "settings/profile.h"
#include "ui/dialogs/hintlabel.h"
#include "ui/theme/theme.h"

#include <QCoreApplication>
#include <QHBoxLayout>

namespace odc {

/// Says, in forms that have models asked or trained, that on the local server none is: what stands in their
/// place. Hidden for profiles of a service.
class EchoNote final : public QWidget
{
public:
    /// What the answers of an echo are taken for; Training: nothing is learned at all.
    enum class About { Scores, Answers, Training };

    EchoNote(const Theme &theme, const Profile &profile, About about, QWidget *parent) : QWidget(parent)
    {
        setObjectName(QStringLiteral("echoNote"));
        auto *line = new QHBoxLayout(this);
        line->setContentsMargins(0, 0, 0, 0);
        line->setSpacing(metrics::inside);
        auto *mark = new StateLabel(theme, this);
        mark->setState(Tone::Attention,
                       about == About::Training
                           ? QCoreApplication::translate("EchoNote", "No model is trained here.")
                           : QCoreApplication::translate("EchoNote", "No model is asked here."));
        line->addWidget(mark, 0, Qt::AlignTop);
        auto *text = new HintLabel(
            theme, Theme::FontRole::Body,
            about == About::Scores
                ? QCoreApplication::translate(
                      "EchoNote", "The built-in echo answers in place of every model: it repeats what it "
                                  "was asked. Scores say nothing about a model.")
            : about == About::Training
                ? QCoreApplication::translate(
                      "EchoNote",
                      "Training is simulated: the file is checked and the job runs through all its "
                      "steps, but curves and figures are made up.")
                : QCoreApplication::translate(
                      "EchoNote", "The built-in echo answers in place of every model: it repeats what it "
                                  "was asked. The answers show only how a batch runs."),
            this);
        text->setToken(Token::Warn);
        line->addWidget(text, 1);
        setVisible(profile.kind == Profile::Kind::Local);
    }
};

} // namespace odc
