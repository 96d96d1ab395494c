// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/linepane.h"

#include "base/background.h"
#include "base/format.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/jsonlines.h"
#include "ui/widgets/jsonview.h"
#include "ui/widgets/labels.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QTabWidget>
#include <QVBoxLayout>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 longestWhole = 4 * 1024 * 1024; // shown as JSON and copied; beyond, only parts are
constexpr qint64 partSize = 8 * 1024; // a text view takes a frame to lay out a line of that many letters
constexpr qint64 stepSize = 1024 * 1024;

} // namespace

struct LinePane::Loaded
{
    qint64 number = 0;
    QString error{};
    ShownLine shown{};
    QByteArray whole{};
    QByteArray end{}; ///< "\r\n" or "\n"
    qint64 partFrom = 0;
    qint64 partSize = 0;
    QString part{};
    qsizetype selectFrom = -1;
    qsizetype selectSize = 0;
};

LinePane::LinePane(const Theme &theme, QWidget *parent)
    : QWidget(parent), m_theme(theme),
      m_title(new ElidedLabel(theme, Theme::FontRole::Strong, Token::Text, this)),
      m_state(new StateLabel(theme, this)),
      m_why(new ElidedLabel(theme, Theme::FontRole::Body, Token::Text, this)),
      m_copyRaw(new CopyButton(theme, tr("Copy line"), this)),
      m_copyJson(new CopyButton(theme, tr("Copy as indented JSON"), this)), m_tabs(new QTabWidget(this)),
      m_pretty(new JsonView(theme, m_tabs)), m_rawPage(new QWidget(m_tabs)),
      m_raw(new CodeEdit(theme, m_rawPage)), m_parts(new QWidget(m_rawPage)),
      m_part(new TextLabel(theme, Theme::FontRole::Small, Token::Secondary, {}, m_parts)),
      m_previous(makeIconButton(theme, Icon::ChevronLeft, tr("Previous part of the line"), m_parts)),
      m_next(makeIconButton(theme, Icon::ChevronRight, tr("Next part of the line"), m_parts))
{
    auto *header = new QHBoxLayout;
    header->setContentsMargins(metrics::inside, metrics::tight, metrics::tight, 0);
    header->setSpacing(metrics::inside);
    header->addWidget(m_title);
    header->addWidget(m_state);
    header->addWidget(m_why, 1);
    header->addWidget(m_copyRaw);
    header->addWidget(m_copyJson);
    m_copyJson->setIcon(theme.icon(Icon::Json, Token::Secondary));

    m_raw->setObjectName(u"rawLine"_s);
    m_raw->setAccessibleName(tr("The line as it stands"));
    m_raw->setLayoutDirection(Qt::LeftToRight);
    m_raw->setLineWrapMode(QPlainTextEdit::WidgetWidth);
    m_raw->setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    m_raw->setFrameShape(QFrame::NoFrame);
    m_pretty->setObjectName(u"prettyLine"_s);
    m_pretty->setAccessibleName(tr("The line as JSON"));
    m_pretty->edit()->setFrameShape(QFrame::NoFrame);
    m_pretty->setWrapped(true);
    m_pretty->setOwnFind(false);
    auto *parts = new QHBoxLayout(m_parts);
    parts->setContentsMargins(metrics::inside, 0, metrics::tight, 0);
    parts->setSpacing(metrics::tight);
    parts->addWidget(m_part, 1);
    parts->addWidget(m_previous);
    parts->addWidget(m_next);
    auto *raw = new QVBoxLayout(m_rawPage);
    raw->setContentsMargins(0, 0, 0, 0);
    raw->setSpacing(0);
    raw->addWidget(m_parts);
    raw->addWidget(m_raw, 1);
    m_tabs->setAccessibleName(tr("The chosen line"));
    m_tabs->setDocumentMode(true);
    m_tabs->addTab(m_pretty, tr("JSON"));
    m_tabs->addTab(m_rawPage, tr("Raw"));

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::tight);
    layout->addLayout(header);
    layout->addWidget(m_tabs, 1);
    m_copyRaw->setSource([this] { return QString::fromUtf8(m_whole); });
    m_copyJson->setSource([this] { return QString::fromUtf8(jsonlines::indented(m_whole)); });
    connect(m_pretty, &JsonView::findRequested, this, &LinePane::findRequested);
    connect(m_raw, &CodeEdit::findRequested, this, &LinePane::findRequested);
    connect(m_previous, &QToolButton::clicked, this, [this] { turnPart(-1); });
    connect(m_next, &QToolButton::clicked, this, [this] { turnPart(1); });
    connect(m_pretty, &JsonView::loaded, this, &LinePane::selectFound);
    clear();
}

void LinePane::setIndex(std::shared_ptr<const LineIndex> index, bool json)
{
    m_index = std::move(index);
    m_json = json;
    m_tabs->setTabVisible(0, json);
    m_tabs->tabBar()->setVisible(json);
    m_raw->setHighlighting(json);
    m_copyJson->setVisible(json);
    clear();
}

void LinePane::clear()
{
    ++m_round;
    m_number = 0;
    m_size = 0;
    m_whole.clear();
    m_title->setFullText({});
    m_state->hide();
    m_why->setFullText({});
    m_pretty->clear();
    m_raw->clear();
    m_parts->hide();
    m_copyRaw->setEnabled(false);
    m_copyJson->setEnabled(false);
}

void LinePane::showLine(qint64 number, int column)
{
    m_found.clear();
    load(number, {.column = column}, 0);
    if (column > 0)
        m_tabs->setCurrentWidget(m_rawPage);
}

void LinePane::showMatch(const LineMatch &match, const QString &text, bool caseSensitive)
{
    m_found = text;
    m_foundCase = caseSensitive;
    load(match.line, {.from = match.column, .size = match.size}, -1);
}

void LinePane::turnPart(int by)
{
    const qint64 from = std::clamp<qint64>(m_partFrom + by * partSize, 0, std::max<qint64>(0, m_size - 1));
    load(m_number, {}, from / partSize * partSize);
}

LinePane::Loaded LinePane::read(const LineIndex &index, bool json, qint64 number, Target target,
                                qint64 partFrom)
{
    Loaded loaded{.number = number};
    const auto fail = [&](const ApiError &error) {
        loaded.error = error.message;
        return loaded;
    };
    const auto line = index.line(number, longestWhole);
    if (!line)
        return fail(line.error());
    loaded.shown = shownLine(*line, json, partSize);
    loaded.end = line->hasCarriageReturn ? "\r\n"_ba : "\n"_ba;
    if (line->isWhole())
        loaded.whole = line->bytes;
    if (target.column > 0) {
        // Columns are counted from the line's beginning, wherever that leads.
        qint64 left = target.column - 1;
        target.from = 0;
        while (left > 0 && target.from < line->size) {
            const auto step = index.line(number, stepSize, target.from);
            if (!step)
                return fail(step.error());
            const bool isLast = target.from + step->bytes.size() >= line->size;
            const qsizetype counted = bytesOfUnits(wholeLetters(step->bytes, false, !isLast), left, &left);
            if (counted == 0)
                break;
            target.from += counted;
        }
        // A text that ends too early is at fault behind its last letter: that one is shown.
        const qint64 before = std::max<qint64>(0, target.from - 4);
        if (const auto end = index.line(number, 4, before);
            end && target.from >= line->size && !end->bytes.isEmpty()) {
            target.from = before + end->bytes.size() - 1;
            while (target.from > before && (uchar(end->bytes[target.from - before]) & 0xC0) == 0x80)
                --target.from;
        }
        const auto letter = index.line(number, 4, target.from);
        target.size = letter ? bytesOfUnits(letter->bytes, 1) : 0;
    }
    if (line->size <= partSize)
        partFrom = 0;
    else if (target.from >= 0)
        partFrom = std::max<qint64>(0, std::min(target.from - partSize / 4, line->size - 1));
    loaded.partFrom = std::max<qint64>(0, partFrom);
    const auto part = index.line(number, partSize, loaded.partFrom);
    if (!part)
        return fail(part.error());
    const QByteArrayView seen =
        wholeLetters(part->bytes, part->from > 0, part->from + part->bytes.size() < part->size);
    loaded.partFrom += seen.data() - part->bytes.constData();
    loaded.partSize = seen.size();
    loaded.part = visibleText(seen);
    if (target.from >= 0) {
        const qint64 from = std::clamp<qint64>(target.from - loaded.partFrom, 0, seen.size());
        const qint64 to = std::clamp<qint64>(from + target.size, from, seen.size());
        loaded.selectFrom = visibleText(seen.first(from)).size();
        loaded.selectSize = visibleText(seen.sliced(from, to - from)).size();
    }
    return loaded;
}

void LinePane::load(qint64 number, const Target &target, qint64 partFrom)
{
    if (!m_index)
        return;
    m_number = number;
    const auto work = [index = m_index, json = m_json, number, target, partFrom] {
        return read(*index, json, number, target, partFrom);
    };
    inBackground(this, work, [this, round = ++m_round](const Loaded &loaded) {
        if (round == m_round)
            take(loaded);
    });
}

void LinePane::take(const Loaded &loaded)
{
    if (!loaded.error.isEmpty()) {
        clear();
        m_state->setState(Tone::Failed, loaded.error);
        m_state->show();
        return;
    }
    m_size = loaded.shown.size;
    m_partFrom = loaded.partFrom;
    m_partSize = loaded.partSize;
    m_whole = loaded.whole;
    showHeader(loaded.shown, loaded.end);
    showParts();
    m_raw->setPlainText(loaded.part);
    if (loaded.selectFrom >= 0) {
        QTextCursor cursor(m_raw->document());
        cursor.setPosition(int(loaded.selectFrom));
        cursor.setPosition(int(loaded.selectFrom + loaded.selectSize), QTextCursor::KeepAnchor);
        m_raw->setTextCursor(cursor);
        m_raw->centerCursor();
    }
    const bool isWhole = m_size == m_whole.size();
    m_copyRaw->setEnabled(isWhole && m_size > 0);
    m_copyJson->setEnabled(isWhole && m_size > 0);
    if (!m_json)
        return;
    if (isWhole)
        m_pretty->setContent(m_whole, JsonView::Format::Json);
    else
        m_pretty->setContent(tr("The line is %1 long: too long to be shown as JSON. “Raw” shows it in parts.")
                                 .arg(format::size(m_size))
                                 .toUtf8(),
                             JsonView::Format::Plain);
    if (!m_pretty->isLoading())
        selectFound();
}

void LinePane::selectFound()
{
    // The first place where it stands in the line, as far as it is written there as it was typed.
    if (m_found.isEmpty())
        return;
    m_pretty->edit()->moveCursor(QTextCursor::Start);
    m_pretty->edit()->find(m_found,
                           m_foundCase ? QTextDocument::FindCaseSensitively : QTextDocument::FindFlags());
}

void LinePane::showHeader(const ShownLine &line, const QByteArray &end)
{
    QStringList parts{tr("Line %1").arg(format::number(line.number)), format::size(line.size)};
    if (line.size == 0)
        parts.last() = tr("empty");
    if (end == "\r\n")
        parts << tr("ends in CR LF");
    m_title->setFullText(parts.join(u" · "_s));
    m_title->setMinimumWidth(std::min(m_title->sizeHint().width(), width() / 2));
    m_state->setVisible(!line.isFine());
    m_why->setFullText(line.column > 0 && !line.why.isEmpty()
                           ? tr("%1 Column %2.").arg(line.why, format::number(line.column))
                           : line.why);
    if (!line.isFine()) {
        const bool isNote = line.fault == LineFault::TooLong || line.fault == LineFault::ByteOrderMark;
        m_state->setState(isNote ? Tone::Attention : Tone::Failed, {});
    }
}

void LinePane::showParts()
{
    const bool inParts = m_partSize < m_size && m_size > partSize;
    m_parts->setVisible(inParts);
    if (!inParts)
        return;
    m_part->setText(tr("Bytes %1 to %2 of %3")
                        .arg(format::number(m_partFrom + 1), format::number(m_partFrom + m_partSize),
                             format::number(m_size)));
    m_previous->setEnabled(m_partFrom > 0);
    m_next->setEnabled(m_partFrom + m_partSize < m_size);
}

void LinePane::copyRaw()
{
    if (m_copyRaw->isEnabled())
        m_copyRaw->click();
}

void LinePane::copyJson()
{
    if (m_copyJson->isEnabled())
        m_copyJson->click();
}

} // namespace odc
