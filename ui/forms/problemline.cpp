// SPDX-License-Identifier: GPL-3.0-or-later
#include "problemline.h"

#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/labels.h"

#include <QHBoxLayout>

#include <algorithm>

namespace odc {

using namespace Qt::StringLiterals;

ProblemLine::ProblemLine(const Theme &theme, QWidget *parent)
    : QWidget(parent), m_mark(new StateLabel(theme, this)),
      m_text(new TextLabel(theme, Theme::FontRole::Body, Token::Text, {}, this)),
      m_show(makeButton(theme, tr("Show"), std::nullopt, ButtonRole::Link, this))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::inside);
    m_mark->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    m_text->setObjectName(u"problemText"_s);
    m_text->setWordWrap(true);
    m_text->setMinimumHeight(metrics::buttonHeight);
    m_show->setObjectName(u"showProblem"_s);
    m_show->setAccessibleName(tr("Show the field"));
    layout->addWidget(m_mark);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_show);
    connect(m_show, &QPushButton::clicked, this, [this] { Q_EMIT showRequested(m_path); });
}

void ProblemLine::setProblems(const QList<FormProblem> &problems, const QString &whenFine)
{
    const auto errors =
        std::count_if(problems.begin(), problems.end(), [](const FormProblem &p) { return !p.warning; });
    const FormProblem *first = firstError(problems);
    if (!first && !problems.isEmpty())
        first = &problems.first();
    m_show->setVisible(first);
    if (!first) {
        m_mark->setState(Tone::Fine, {});
        m_text->setText(whenFine);
        return;
    }
    m_path = first->path;
    m_mark->setState(errors ? Tone::Failed : Tone::Attention, {});
    const int more = int(errors ? errors : problems.size()) - 1;
    m_text->setText(more > 0 ? first->message + u' ' + tr("(%Ln more)", nullptr, more) : first->message);
}

QString ProblemLine::text() const
{
    return m_text->text();
}

} // namespace odc
