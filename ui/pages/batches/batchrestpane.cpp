// SPDX-License-Identifier: GPL-3.0-or-later
#include "batchrestpane.h"

#include "base/format.h"
#include "batches/batchpreparation.h"
#include "jsonl/batchfiles.h"
#include "lists/batchresultsmodel.h"
#include "ui/dialogs/hintlabel.h"
#include "ui/pages/batches/batchcheckview.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"
#include "ui/widgets/labels.h"

#include <QCheckBox>
#include <QScrollArea>
#include <QSet>
#include <QVBoxLayout>

#include <algorithm>
#include <tuple>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

/// The service would say the same again: it is the request that is wrong. Timeouts, conflicts and too many
/// requests pass.
bool wouldFailAgain(int httpStatus)
{
    return httpStatus >= 400 && httpStatus < 500 && httpStatus != 408 && httpStatus != 409 &&
           httpStatus != 429;
}

} // namespace

BatchRestPane::BatchRestPane(const PageContext &context, std::shared_ptr<const BatchResults> results,
                             const QString &fileName, QWidget *parent)
    : BatchSourcePane(parent), m_results(std::move(results)), m_fileName(fileName),
      m_kinds(kindsOf(*m_results)), m_preparation(new BatchPreparation(context.shell.clock, this)),
      m_check(new BatchCheckView(context, this))
{
    const Theme &theme = context.shell.theme;
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::between);
    layout->addWidget(new SectionLabel(theme, tr("Sent again"), this));
    auto *list = new QWidget(this);
    auto *listLayout = new QVBoxLayout(list);
    listLayout->setContentsMargins(0, 0, 0, 0);
    listLayout->setSpacing(metrics::tight);
    bool hopeless = false;
    for (qsizetype i = 0; i < m_kinds.size(); ++i) {
        Kind &kind = m_kinds[i];
        kind.box = new QCheckBox(textOf(kind), list);
        kind.box->setObjectName(kind.isDoubtful ? u"restDoubtful"_s : u"rest%1"_s.arg(i));
        kind.box->setChecked(!kind.isDoubtful); // it might be paid for twice: only on a person's word
        hopeless |= !kind.isDoubtful && kind.state == BatchRowState::Failed &&
                    wouldFailAgain(m_results->errors.value(kind.error).httpStatus);
        listLayout->addWidget(kind.box, 0, Qt::AlignLeading);
        connect(kind.box, &QCheckBox::toggled, this, &BatchRestPane::write);
    }
    layout->addWidget(list);
    auto *unreadable = new HintLabel(theme, Theme::FontRole::Small,
                                     tr("%Ln line(s) of the result files could not be read. They may be "
                                        "answers to requests that seem to have none.",
                                        nullptr, int(m_results->unreadable)),
                                     this);
    unreadable->setObjectName(u"restUnreadable"_s);
    unreadable->setToken(Token::Warn);
    unreadable->setVisible(m_results->unreadable > 0);
    layout->addWidget(unreadable);
    auto *note = new HintLabel(theme, Theme::FontRole::Small,
                               tr("A request that the service found wrong fails again, unless what was wrong "
                                  "is mended there. It can be left out."),
                               this);
    note->setObjectName(u"restNote"_s);
    note->setVisible(hopeless);
    layout->addWidget(note);
    layout->addWidget(m_check, 1);
    if (!m_kinds.isEmpty())
        setFocusProxy(m_kinds.first().box);
    m_check->follow(m_preparation);
    connect(m_check, &BatchCheckView::changed, this, &BatchSourcePane::edited);
    write();
}

quint32 BatchRestPane::keyOf(BatchRowState state, quint16 error, bool isDoubtful)
{
    if (isDoubtful)
        return 0xff0000;
    return quint32(state) << 16 | (state == BatchRowState::Failed ? error : quint16(0));
}

quint32 BatchRestPane::keyOf(const BatchResults &results, const BatchRow &row)
{
    return keyOf(row.state, row.error, results.mayBeAnswered(row));
}

QList<BatchRestPane::Kind> BatchRestPane::kindsOf(const BatchResults &results)
{
    QList<Kind> kinds;
    for (const BatchRow &row : results.rows) {
        if (row.state == BatchRowState::Answered || !row.input.isThere())
            continue;
        const quint32 key = keyOf(results, row);
        auto kind = std::find_if(kinds.begin(), kinds.end(), [&](const Kind &known) {
            return keyOf(known.state, known.error, known.isDoubtful) == key;
        });
        if (kind == kinds.end()) {
            kinds.append({row.state, row.error, results.mayBeAnswered(row), 0, nullptr});
            kind = kinds.end() - 1;
        }
        ++kind->rows;
    }
    std::sort(kinds.begin(), kinds.end(), [](const Kind &a, const Kind &b) {
        return std::tuple(a.isDoubtful, int(a.state), -a.rows) <
               std::tuple(b.isDoubtful, int(b.state), -b.rows);
    });
    return kinds;
}

QString BatchRestPane::textOf(const Kind &kind) const
{
    const int rows = int(kind.rows);
    if (kind.isDoubtful)
        return tr("%Ln without a readable answer: some may be answered in lines that could not be read",
                  nullptr, rows);
    switch (kind.state) {
    case BatchRowState::Expired:
        return tr("%Ln expired", nullptr, rows);
    case BatchRowState::Cancelled:
        return tr("%Ln cancelled", nullptr, rows);
    case BatchRowState::Missing:
        return tr("%Ln without any answer", nullptr, rows);
    default:
        break;
    }
    const BatchErrorKind error = m_results->errors.value(kind.error);
    QStringList why;
    if (error.isOthers)
        why << BatchResultsModel::errorTitle(error);
    if (error.httpStatus)
        why << QString::number(error.httpStatus);
    if (!error.code.isEmpty())
        why << format::oneLine(error.code, 40);
    QString text = why.isEmpty() ? tr("%Ln failed", nullptr, rows)
                                 : tr("%Ln failed: %1", nullptr, rows).arg(why.join(u' '));
    if (!error.message.isEmpty())
        text += u" · "_s + format::oneLine(error.message, 70);
    return text.replace(u'&', "&&"_L1);
}

void BatchRestPane::write()
{
    QSet<quint32> wanted;
    qint64 rows = 0;
    for (const Kind &kind : std::as_const(m_kinds)) {
        if (!kind.box->isChecked())
            continue;
        wanted.insert(keyOf(kind.state, kind.error, kind.isDoubtful));
        rows += kind.rows;
    }
    if (rows == 0) {
        m_preparation->clear();
        Q_EMIT edited();
        return;
    }
    m_preparation->write(
        [results = m_results, wanted](const QString &path, const JsonlWorkPtr &work) {
            return writeBatchRest(*results, path, work,
                                  [&](const BatchRow &row) { return wanted.contains(keyOf(*results, row)); });
        },
        m_fileName, rows);
}

QList<FormProblem> BatchRestPane::problems() const
{
    if (m_preparation->stage() == BatchPreparation::Stage::Idle)
        return {{u"source.rest"_s, m_kinds.isEmpty() ? tr("Every request has its answer.")
                                                     : tr("Nothing is chosen to be sent again.")}};
    if (const QString fault = m_check->fault(); !fault.isEmpty())
        return {{u"source.rest"_s, fault}};
    return {};
}

void BatchRestPane::focusField(const QString &)
{
    setFocus();
}

QString BatchRestPane::endpoint() const
{
    const BatchInputPtr read = input();
    return read ? read->check.endpoint : QString();
}

QString BatchRestPane::endpointReason() const
{
    return tr("The one of the first batch.");
}

int BatchRestPane::batches() const
{
    return problems().isEmpty() ? m_check->batches() : 0;
}

BatchInputPtr BatchRestPane::input() const
{
    return m_preparation->input();
}

} // namespace odc
