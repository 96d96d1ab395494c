// SPDX-License-Identifier: GPL-3.0-or-later
#include "filterrows.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QPainter>
#include <QRegularExpression>
#include <QToolButton>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

/// "filters[2].value" -> 2 and "value"; -1 when it does not begin like that.
int partOf(const QString &path, QString *rest)
{
    static const QRegularExpression form(u"^filters\\[(\\d+)\\]\\.?(.*)$"_s);
    const QRegularExpressionMatch match = form.match(path);
    if (!match.hasMatch())
        return -1;
    *rest = match.captured(2);
    return match.captured(1).toInt();
}

} // namespace

FilterGroupEdit::FilterGroupEdit(const Theme &theme, const QStringList &keys, bool outermost, QWidget *parent)
    : FilterPart(parent), m_theme(theme), m_keys(keys), m_outermost(outermost), m_kind(new QComboBox(this)),
      m_layout(new QVBoxLayout(this)), m_buttons(new QWidget(this))
{
    setObjectName(outermost ? u"filterRoot"_s : u"filterGroup"_s);
    const int indent = outermost ? 0 : metrics::between;
    m_layout->setContentsMargins(indent, 0, 0, 0);
    m_layout->setSpacing(metrics::inside);
    auto *head = new QHBoxLayout;
    head->setSpacing(metrics::tight);
    m_kind->setObjectName(u"filterJoin"_s);
    m_kind->setAccessibleName(tr("How the conditions are joined"));
    m_kind->addItem(tr("All of these hold (and)"), int(SearchFilter::Kind::And));
    m_kind->addItem(tr("Any of these holds (or)"), int(SearchFilter::Kind::Or));
    head->addWidget(m_kind);
    head->addStretch(1);
    if (!outermost) {
        QToolButton *remove = makeIconButton(theme, Icon::Close, tr("Remove group"), this);
        remove->setObjectName(u"filterRemoveGroup"_s);
        connect(remove, &QToolButton::clicked, this, &FilterPart::removeRequested);
        head->addWidget(remove);
    }
    m_layout->addLayout(head);
    auto *buttons = new QHBoxLayout(m_buttons);
    buttons->setContentsMargins(0, 0, 0, 0);
    buttons->setSpacing(metrics::inside);
    QPushButton *condition = makeButton(theme, tr("Condition"), Icon::Plus, ButtonRole::Default, m_buttons);
    condition->setObjectName(u"filterAddCondition"_s);
    condition->setAccessibleName(tr("Add a condition"));
    condition->setAutoDefault(false);
    QPushButton *group = makeButton(theme, tr("Group"), Icon::Plus, ButtonRole::Default, m_buttons);
    group->setObjectName(u"filterAddGroup"_s);
    group->setAccessibleName(tr("Add a group"));
    group->setAutoDefault(false);
    buttons->addWidget(condition);
    buttons->addWidget(group);
    buttons->addStretch(1);
    m_layout->addWidget(m_buttons);
    if (outermost)
        m_layout->addStretch(1);
    setFocusProxy(m_kind);
    connect(condition, &QPushButton::clicked, this, &FilterGroupEdit::addCondition);
    connect(group, &QPushButton::clicked, this, &FilterGroupEdit::addGroup);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &FilterPart::edited);
}

void FilterGroupEdit::setFilter(const SearchFilter &filter)
{
    const QSignalBlocker quiet(m_kind);
    const QList<SearchFilter> parts = filter.isJoined() ? filter.parts : filter.conditions();
    m_kind->setCurrentIndex(filter.kind == SearchFilter::Kind::Or ? 1 : 0);
    for (const SearchFilter &part : parts)
        add(part);
}

FilterPart *FilterGroupEdit::add(const SearchFilter &filter)
{
    FilterPart *part = nullptr;
    if (filter.isJoined()) {
        auto *group = new FilterGroupEdit(m_theme, m_keys, false, this);
        group->setFilter(filter);
        part = group;
    } else if (filter.kind == SearchFilter::Kind::Comparison) {
        part = new FilterConditionEdit(m_theme, m_keys, filter, this);
    } else {
        part = new FilterOtherView(m_theme, filter, this);
    }
    m_layout->insertWidget(m_layout->indexOf(m_buttons), part);
    // Where the keys go is where it is seen.
    QWidget::setTabOrder(m_parts.isEmpty() ? static_cast<QWidget *>(m_kind) : m_parts.last(), part);
    m_parts.append(part);
    connect(part, &FilterPart::edited, this, &FilterPart::edited);
    connect(part, &FilterPart::removeRequested, this, [this, part] { remove(part); });
    return part;
}

void FilterGroupEdit::remove(FilterPart *part)
{
    const qsizetype at = m_parts.indexOf(part);
    m_parts.removeAt(at);
    m_layout->removeWidget(part);
    part->hide();
    part->deleteLater(); // its own button asked for it
    if (m_parts.isEmpty())
        m_kind->setFocus();
    else
        m_parts.at(std::min(at, m_parts.size() - 1))->focusAt({});
    Q_EMIT edited();
}

void FilterGroupEdit::addCondition()
{
    FilterPart *part = add(SearchFilter::comparison({}, u"eq"_s, QString()));
    part->show();
    Q_EMIT edited();
    part->focusAt(u"key"_s);
}

void FilterGroupEdit::addGroup()
{
    const SearchFilter blank = SearchFilter::comparison({}, u"eq"_s, QString());
    const auto other = m_kind->currentIndex() == 0 ? SearchFilter::Kind::Or : SearchFilter::Kind::And;
    FilterPart *part = add(SearchFilter::joined(other, {blank}));
    part->show();
    Q_EMIT edited();
    part->focusAt(u"filters[0].key"_s);
}

SearchFilter FilterGroupEdit::filter() const
{
    QList<SearchFilter> parts;
    for (const FilterPart *part : m_parts)
        parts.append(part->filter());
    const auto kind = SearchFilter::Kind(m_kind->currentData().toInt());
    if (!m_outermost)
        return SearchFilter::joined(kind, parts);
    // Outermost, one condition needs no group around it.
    return parts.size() <= 1 ? SearchFilter::fromConditions(parts) : SearchFilter::joined(kind, parts);
}

bool FilterGroupEdit::isTransparent() const
{
    return m_outermost && m_parts.size() == 1;
}

QList<FormProblem> FilterGroupEdit::faults() const
{
    QList<FormProblem> found;
    for (qsizetype i = 0; i < m_parts.size(); ++i) {
        const QList<FormProblem> inside = m_parts.at(i)->faults();
        for (FormProblem problem : inside) {
            if (!isTransparent())
                problem.path = u"filters[%1].%2"_s.arg(i).arg(problem.path);
            found.append(problem);
        }
    }
    return found;
}

void FilterGroupEdit::focusAt(const QString &path)
{
    if (isTransparent()) {
        m_parts.first()->focusAt(path);
        return;
    }
    QString rest;
    const int part = partOf(path, &rest);
    if (part >= 0 && part < m_parts.size())
        m_parts.at(part)->focusAt(rest);
    else
        m_kind->setFocus();
}

void FilterGroupEdit::focusPart(int number)
{
    if (number >= 0 && number < m_parts.size())
        m_parts.at(number)->focusAt({});
    else
        m_kind->setFocus();
}

void FilterGroupEdit::paintEvent(QPaintEvent *)
{
    if (m_outermost)
        return;
    QPainter painter(this);
    const int x = layoutDirection() == Qt::RightToLeft ? width() - 2 : 0;
    painter.fillRect(QRect(x, 0, 2, height()),
                     m_theme.colour(Token::Line)); // what is inside belongs together
}

} // namespace odc
