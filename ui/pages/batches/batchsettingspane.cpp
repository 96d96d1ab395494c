// SPDX-License-Identifier: GPL-3.0-or-later
#include "batchsettingspane.h"

#include "api/metadatarules.h"
#include "jsonl/batchrules.h"
#include "transfers/uploadcheck.h"
#include "ui/dialogs/hintlabel.h"
#include "ui/forms/metadataedit.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"

#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QScrollArea>
#include <QSpinBox>
#include <QVBoxLayout>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 daySeconds = 24 * 3600;
constexpr int someDays = 14;
enum Expiry : int { ByService = 0, InDays = -1 };
const auto nameKey = "name"_L1;

/// Pairs that have fields of their own, or come of how the batch is made.
QJsonObject withoutOwn(QJsonObject metadata)
{
    metadata = BatchLinks().writtenInto(metadata);
    if (metadata.value(nameKey).isString())
        metadata.remove(nameKey);
    return metadata;
}

} // namespace

BatchSettingsPane::BatchSettingsPane(const Theme &theme, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_name(new QLineEdit(this)), m_endpoint(new QComboBox(this)),
      m_endpointNote(new HintLabel(theme, Theme::FontRole::Small, {}, this)), m_expiry(new QComboBox(this)),
      m_days(new QSpinBox(this)), m_metadata(new MetadataEdit(theme, tr("Metadata"), this)),
      m_links(new HintLabel(theme, Theme::FontRole::Small, {}, this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    auto *area = new QScrollArea(this);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setFocusPolicy(Qt::NoFocus);
    auto *page = new QWidget(area);
    auto *pageLayout = new QVBoxLayout(page);
    pageLayout->setContentsMargins(0, 0, 0, 0);
    auto *form = new QFormLayout;
    form->setHorizontalSpacing(metrics::edge);
    form->setVerticalSpacing(metrics::inside);
    form->setLabelAlignment(Qt::AlignLeading | Qt::AlignTop);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    pageLayout->addLayout(form);
    pageLayout->addStretch(1);
    area->setWidget(page);
    layout->addWidget(area);

    m_name->setObjectName(u"batchName"_s);
    m_name->setPlaceholderText(tr("ticket summaries, November"));
    addRow(form, tr("&Name"), m_name, nameKey);
    m_endpoint->setObjectName(u"endpoint"_s);
    m_endpoint->addItems(batchrules::endpoints());
    addRow(form, tr("&Endpoint"), m_endpoint, u"endpoint"_s);
    m_endpointNote->hide();
    form->addRow(QString(), m_endpointNote);

    auto *keep = new QWidget(page);
    auto *keepLayout = new QHBoxLayout(keep);
    keepLayout->setContentsMargins(0, 0, 0, 0);
    keepLayout->setSpacing(metrics::inside);
    m_expiry->setObjectName(u"outputExpiry"_s);
    m_expiry->addItem(tr("as long as the service keeps them"), qint64(ByService));
    m_expiry->addItem(tr("for 1 day"), daySeconds);
    m_expiry->addItem(tr("for 7 days"), 7 * daySeconds);
    m_expiry->addItem(tr("for 30 days"), 30 * daySeconds);
    m_expiry->addItem(tr("for a number of days…"), qint64(InDays));
    m_days->setObjectName(u"outputDays"_s);
    m_days->setAccessibleName(tr("Days that the answers are kept"));
    m_days->setRange(1, int(longestExpirySeconds / daySeconds));
    m_days->setValue(someDays);
    m_days->setMinimumWidth(m_days->sizeHint().width() + metrics::edge);
    m_days->hide();
    keepLayout->addWidget(m_expiry);
    keepLayout->addWidget(m_days);
    keepLayout->addStretch(1);
    keep->setFocusProxy(m_expiry);
    addRow(form, tr("&Keep the answers"), keep, u"output_expires_after"_s);
    m_expiry->setAccessibleName(keep->accessibleName());

    m_metadata->setObjectName(u"metadata"_s);
    m_metadata->setLimits(int(metadatarules::mostPairs), int(metadatarules::longestName),
                          int(metadatarules::longestValue));
    addRow(form, tr("Meta&data"), m_metadata, u"metadata"_s);
    m_links->setObjectName(u"batchLinks"_s);
    form->addRow(QString(), m_links);

    const auto tell = [this] {
        if (!m_filling)
            Q_EMIT edited();
    };
    connect(m_name, &QLineEdit::textEdited, this, tell);
    connect(m_endpoint, &QComboBox::currentIndexChanged, this, tell);
    connect(m_expiry, &QComboBox::currentIndexChanged, this, [this, tell] {
        m_days->setVisible(m_expiry->currentData().toLongLong() == InDays);
        tell();
    });
    connect(m_days, &QSpinBox::valueChanged, this, tell);
    connect(m_metadata, &MetadataEdit::edited, this, tell);
    setFocusProxy(m_name);
}

HintLabel *BatchSettingsPane::addRow(QFormLayout *form, const QString &label, QWidget *field,
                                     const QString &key)
{
    auto *box = new QWidget(this);
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::tight);
    layout->addWidget(field);
    auto *problem = new HintLabel(m_theme, Theme::FontRole::Small, {}, box);
    problem->setObjectName(u"problem."_s + key);
    problem->hide();
    layout->addWidget(problem);
    auto *name = new QLabel(label, this);
    name->setBuddy(field);
    // A buddy names what stands beside it, and these stand in boxes of their own.
    if (field->accessibleName().isEmpty())
        field->setAccessibleName(QString(label).remove(u'&'));
    name->setFixedHeight(metrics::buttonHeight);
    name->setMinimumWidth(name->sizeHint().width() + metrics::tight);
    name->setAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    form->addRow(name, box);
    m_problems.insert(key, problem);
    return problem;
}

void BatchSettingsPane::showExpiry(std::optional<qint64> seconds)
{
    const qint64 wanted = seconds.value_or(ByService);
    int at = m_expiry->findData(wanted);
    if (at < 0 && wanted % daySeconds == 0 && wanted / daySeconds <= m_days->maximum() && wanted > 0) {
        m_days->setValue(int(wanted / daySeconds));
        at = m_expiry->findData(qint64(InDays));
    } else if (at < 0) { // what the JSON beside says is shown
        m_expiry->addItem(tr("for %Ln second(s)", nullptr, int(wanted)), wanted);
        at = m_expiry->count() - 1;
    }
    m_expiry->setCurrentIndex(at);
}

std::optional<qint64> BatchSettingsPane::expiry() const
{
    const qint64 value = m_expiry->currentData().toLongLong();
    if (value == ByService)
        return std::nullopt;
    return value == InDays ? m_days->value() * daySeconds : value;
}

void BatchSettingsPane::setDraft(const BatchDraft &draft)
{
    m_filling = true;
    m_kept = draft.links();
    if (m_name->text() != draft.listName())
        m_name->setText(draft.listName());
    int at = m_endpoint->findText(draft.endpoint());
    if (at < 0 && !draft.endpoint().isEmpty()) { // shown, and said to be unusual
        m_endpoint->addItem(draft.endpoint());
        at = m_endpoint->count() - 1;
    }
    m_endpoint->setCurrentIndex(at);
    if (expiry() != draft.outputSeconds())
        showExpiry(draft.outputSeconds());
    m_metadata->setLimits(int(metadatarules::mostPairs) - m_kept.pairs() -
                              (draft.listName().isEmpty() ? 0 : 1),
                          int(metadatarules::longestName), int(metadatarules::longestValue));
    m_metadata->setPairs(withoutOwn(draft.metadata()));
    m_links->setVisible(m_kept.isRest());
    if (m_kept.isRest())
        m_links->setText(tr("Two more pairs link it to %1, as attempt %2.")
                             .arg(m_kept.firstBatch)
                             .arg(m_kept.attempt + 1));
    m_filling = false;
}

void BatchSettingsPane::writeTo(BatchDraft &draft) const
{
    QJsonObject pairs = m_metadata->pairs();
    if (!m_name->text().isEmpty())
        pairs.insert(nameKey, m_name->text());
    draft.setMetadata(m_kept.writtenInto(pairs));
    draft.setEndpoint(m_endpoint->currentText());
    // One that is not understood stays, to be said as a problem.
    if (draft.outputSeconds() != expiry())
        draft.setOutputSeconds(expiry());
}

void BatchSettingsPane::setEndpointFixed(const QString &reason)
{
    m_endpoint->setEnabled(reason.isEmpty());
    m_endpointNote->setText(reason);
    m_endpointNote->setVisible(!reason.isEmpty());
}

void BatchSettingsPane::setProblems(const QList<FormProblem> &problems)
{
    for (auto it = m_problems.cbegin(); it != m_problems.cend(); ++it) {
        QStringList said;
        bool warning = true;
        for (const FormProblem &problem : problems) {
            if (problem.path == it.key()) {
                said << problem.message;
                warning &= problem.warning;
            }
        }
        it.value()->setToken(warning ? Token::Warn : Token::Bad);
        it.value()->setText(said.join(u' '));
        it.value()->setVisible(!said.isEmpty());
    }
}

void BatchSettingsPane::focusField(const QString &path)
{
    if (path == "endpoint"_L1)
        m_endpoint->setFocus();
    else if (path == "output_expires_after"_L1)
        m_expiry->setFocus();
    else if (path.startsWith("metadata"_L1))
        m_metadata->setFocus();
    else
        m_name->setFocus();
}

} // namespace odc
