// SPDX-License-Identifier: GPL-3.0-or-later
#include "chunkingedit.h"

#include "base/format.h"
#include "ui/dialogs/hintlabel.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"
#include "ui/widgets/labels.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <optional>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

constexpr int longestNumber =
    6; ///< digits: more than the bounds need, so that too much can be said to be too much

/// Empty when it is no whole number of digits alone.
std::optional<int> numberIn(const QLineEdit &edit)
{
    const QString text = edit.text().trimmed();
    for (const QChar &digit : text) {
        if (digit < u'0' || digit > u'9')
            return std::nullopt;
    }
    bool isNumber = false;
    const int number = text.toInt(&isNumber);
    return isNumber ? std::optional<int>(number) : std::nullopt;
}

QLineEdit *numberEdit(const QString &name, const QString &accessibleName, QWidget *parent)
{
    auto *edit = new QLineEdit(parent);
    edit->setObjectName(name);
    edit->setAccessibleName(accessibleName);
    edit->setMaxLength(longestNumber);
    edit->setAlignment(Qt::AlignRight);
    edit->setFixedWidth(edit->fontMetrics().horizontalAdvance(u"000000"_s) + 2 * metrics::between);
    return edit;
}

} // namespace

ChunkingEdit::ChunkingEdit(const Theme &theme, const QString &accessibleName, QWidget *parent)
    : QWidget(parent), m_kind(new QComboBox(this)), m_numbers(new QWidget(this)),
      m_size(numberEdit(u"chunkSize"_s, tr("Tokens in a chunk"), m_numbers)),
      m_overlap(numberEdit(u"chunkOverlap"_s, tr("Tokens that chunks have in common"), m_numbers)),
      m_note(new HintLabel(theme, Theme::FontRole::Small, {}, this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::tight);
    m_kind->setObjectName(u"chunkingKind"_s);
    m_kind->setAccessibleName(accessibleName);
    m_kind->addItem(tr("Automatic"));
    m_kind->addItem(tr("Fixed size"));
    layout->addWidget(m_kind, 0, Qt::AlignLeft);
    auto *numbers = new QHBoxLayout(m_numbers);
    numbers->setContentsMargins(0, 0, 0, 0);
    numbers->setSpacing(metrics::inside);
    numbers->addWidget(m_size);
    numbers->addWidget(new TextLabel(theme, Theme::FontRole::Body, Token::Secondary,
                                     tr("tokens, overlapping by"), m_numbers));
    numbers->addWidget(m_overlap);
    numbers->addStretch(1);
    layout->addWidget(m_numbers);
    m_note->setObjectName(u"chunkingNote"_s);
    layout->addWidget(m_note);
    setFocusProxy(m_kind);
    setStrategy({});
    connect(m_kind, &QComboBox::currentIndexChanged, this, [this] {
        showKind();
        Q_EMIT edited();
    });
    for (QLineEdit *edit : {m_size, m_overlap}) {
        connect(edit, &QLineEdit::textEdited, this, [this] {
            showProblems();
            Q_EMIT edited();
        });
    }
}

void ChunkingEdit::setStrategy(const ChunkingStrategy &strategy)
{
    const QSignalBlocker quiet(m_kind);
    m_kind->setCurrentIndex(strategy.isStatic ? 1 : 0);
    m_size->setText(QString::number(strategy.maxTokens));
    m_overlap->setText(QString::number(strategy.overlapTokens));
    showKind();
}

ChunkingStrategy ChunkingEdit::strategy() const
{
    ChunkingStrategy strategy;
    if (m_kind->currentIndex() == 0)
        return strategy;
    strategy.isStatic = true;
    strategy.maxTokens = numberIn(*m_size).value_or(-1);
    strategy.overlapTokens = numberIn(*m_overlap).value_or(-1);
    return strategy;
}

QList<FormProblem> ChunkingEdit::problems() const
{
    const ChunkingStrategy strategy = this->strategy();
    if (!strategy.isStatic)
        return {};
    QList<FormProblem> problems;
    const bool sizeFits = strategy.maxTokens >= ChunkingStrategy::leastTokens &&
                          strategy.maxTokens <= ChunkingStrategy::mostTokens;
    if (!sizeFits) {
        problems << FormProblem{u"max_chunk_size_tokens"_s,
                                tr("A chunk has from %1 to %2 tokens.")
                                    .arg(format::number(ChunkingStrategy::leastTokens),
                                         format::number(ChunkingStrategy::mostTokens))};
    }
    if (strategy.overlapTokens < 0) {
        problems << FormProblem{u"chunk_overlap_tokens"_s,
                                tr("The overlap is a whole number of tokens, or 0.")};
    } else if (sizeFits && strategy.overlapTokens > strategy.maxTokens / 2) {
        problems << FormProblem{u"chunk_overlap_tokens"_s,
                                tr("The overlap is at most half a chunk: %1 tokens.")
                                    .arg(format::number(strategy.maxTokens / 2))};
    }
    return problems;
}

void ChunkingEdit::focusField(const QString &path)
{
    QWidget *field = m_kind;
    if (path == "max_chunk_size_tokens"_L1)
        field = m_size;
    else if (path == "chunk_overlap_tokens"_L1)
        field = m_overlap;
    field->setFocus();
}

void ChunkingEdit::showKind()
{
    m_numbers->setVisible(m_kind->currentIndex() == 1);
    showProblems();
}

void ChunkingEdit::showProblems()
{
    const QList<FormProblem> broken = problems();
    if (!broken.isEmpty()) {
        m_note->setToken(Token::Bad);
        m_note->setText(broken.first().message);
        return;
    }
    m_note->setToken(Token::Secondary);
    m_note->setText(m_kind->currentIndex() == 0
                        ? tr("The service decides: chunks of 800 tokens that overlap by 400.")
                        : tr("%1 to %2 tokens in a chunk; the overlap is at most half of it.")
                              .arg(format::number(ChunkingStrategy::leastTokens),
                                   format::number(ChunkingStrategy::mostTokens)));
}

} // namespace odc
