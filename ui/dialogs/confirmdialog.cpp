// SPDX-License-Identifier: GPL-3.0-or-later
#include "confirmdialog.h"

#include "base/format.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/labels.h"

#include <QEvent>
#include <QFormLayout>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QStringListModel>
#include <QVBoxLayout>

#include <algorithm>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

constexpr int widest = 720; ///< beyond it names are elided

} // namespace

ConfirmDialog::ConfirmDialog(const Theme &theme, const Question &question, QWidget *parent)
    : ConsoleDialog(theme, question.title, parent)
{
    setObjectName(u"confirmDialog"_s);
    setIntroduction(question.introduction);
    auto *things = new QListView(this);
    things->setAccessibleName(tr("What is touched"));
    things->setSelectionMode(QAbstractItemView::NoSelection);
    things->setEditTriggers(QAbstractItemView::NoEditTriggers);
    things->setTextElideMode(Qt::ElideMiddle);
    things->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff); // else nothing is elided, and it covers the row
    things->setUniformItemSizes(true);
    things->setModel(new QStringListModel(question.things, things)); // ten thousand names cost no items
    const int visible = int(std::min<qsizetype>(8, question.things.size()));
    int wide = 0;
    for (const QString &thing : question.things.first(visible))
        wide = std::max(wide, things->fontMetrics().horizontalAdvance(thing));
    things->setMinimumWidth(std::min(wide + 4 * metrics::inside, widest));
    things->setVisible(visible > 0);
    things->setFixedHeight(visible * things->sizeHintForRow(0) + 2 * things->frameWidth() + metrics::tight);
    body()->addWidget(things);
    if (!question.consequence.isEmpty()) {
        auto *consequence = new TextLabel(theme, Theme::FontRole::Body, Token::Text, question.consequence, this);
        consequence->setWordWrap(true);
        body()->addWidget(consequence);
    }
    m_consequenceAt = body()->count();
    const int count = int(question.things.size());
    const bool mustType = question.alwaysTyped || count >= question.typedFrom;
    if (mustType) {
        auto *form = new QFormLayout;
        m_typed = new QLineEdit(this);
        m_typed->setObjectName(u"typedCount"_s);
        const QString wanted = QString::number(count);
        form->addRow(tr("Type %1 to confirm").arg(wanted), m_typed);
        m_typed->setAccessibleName(tr("Type %1 to confirm").arg(wanted));
        body()->addLayout(form);
        // As the title writes it, too.
        connect(m_typed, &QLineEdit::textChanged, this, [this, wanted, count](const QString &text) {
            const QString typed = text.trimmed();
            m_confirm->setEnabled(typed == wanted || typed == format::number(count));
        });
        connect(m_typed, &QLineEdit::returnPressed, this, [this] {
            if (m_confirm->isEnabled())
                accept();
        });
    }
    QPushButton *cancel = addButton(question.dismiss.isEmpty() ? tr("Cancel") : question.dismiss, ButtonRole::Default);
    cancel->setObjectName(u"cancel"_s);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    m_confirm = addButton(question.confirm, question.harmless ? ButtonRole::Default : ButtonRole::Danger);
    m_confirm->setObjectName(u"confirm"_s);
    m_confirm->setEnabled(!mustType);
    if (mustType) {
        cancel->setAutoDefault(false); // Enter in the field is the field's
        m_confirm->setAutoDefault(false);
    }
    connect(m_confirm, &QPushButton::clicked, this, &QDialog::accept);
    // Enter must not delete by accident: Cancel has the focus, unless a number is to be typed anyway.
    if (m_typed)
        m_typed->setFocus();
    else
        cancel->setFocus(Qt::TabFocusReason); // seen, so that Enter and Space hold no surprise
    fit();
}

void ConfirmDialog::fit()
{
    constexpr int wide = 480;
    resize(wide, layout()->hasHeightForWidth() ? layout()->totalHeightForWidth(wide) : sizeHint().height());
}

bool ConfirmDialog::event(QEvent *event)
{
    const bool done = ConsoleDialog::event(event);
    // What came to be known has to be read, whatever size the dialog began with.
    if (event->type() == QEvent::LayoutRequest && layout()->hasHeightForWidth()) {
        if (const int needed = layout()->totalHeightForWidth(width()); needed > height())
            resize(width(), needed);
    }
    return done;
}

void ConfirmDialog::setVisible(bool visible)
{
    if (visible && !isVisible()) {
        // On X11 a window that is resized just after it was shown may lose its place: which one that is Qt knows again when the
        // window manager has answered. So it must not begin too small; and its fonts are known only now.
        ensurePolished();
        const QList<QWidget *> inside = findChildren<QWidget *>();
        for (const QWidget *widget : inside)
            widget->ensurePolished();
        layout()->activate();
        fit();
    }
    ConsoleDialog::setVisible(visible);
}

void ConfirmDialog::addConsequence(QWidget *widget)
{
    // Between what was there before and the typed number, in the order of Tab as well.
    body()->insertWidget(m_consequenceAt++, widget);
    if (m_typed) {
        setTabOrder(widget, m_typed);
        const QList<QPushButton *> buttons = widget->findChildren<QPushButton *>();
        for (QPushButton *button : buttons)
            button->setAutoDefault(false); // Enter in the field is the field's
    }
    fit();
}

} // namespace odc
