// SPDX-License-Identifier: GPL-3.0-or-later
#include "consoledialog.h"

#include "ui/theme/metrics.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/labels.h"

#include <QHBoxLayout>
#include <QScreen>
#include <QVBoxLayout>

namespace odc {

ConsoleDialog::ConsoleDialog(const Theme &theme, const QString &title, QWidget *parent)
    : QDialog(parent), m_theme(theme)
{
    setWindowTitle(title);
    setAttribute(Qt::WA_DeleteOnClose);
    setModal(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::edge, metrics::edge, metrics::edge, metrics::edge);
    layout->setSpacing(metrics::between);
    m_title = new TextLabel(theme, Theme::FontRole::Title, Token::Text, title, this);
    layout->addWidget(m_title);
    m_introduction = new TextLabel(theme, Theme::FontRole::Body, Token::Secondary, {}, this);
    m_introduction->setWordWrap(true);
    m_introduction->hide();
    layout->addWidget(m_introduction);
    m_body = new QVBoxLayout;
    m_body->setSpacing(metrics::between);
    layout->addLayout(m_body, 1);
    m_row = new QHBoxLayout;
    m_row->setSpacing(metrics::inside);
    m_row->addStretch(1);
    layout->addLayout(m_row);
}

void ConsoleDialog::setTitle(const QString &title)
{
    setWindowTitle(title);
    m_title->setText(title);
}

void ConsoleDialog::setIntroduction(const QString &text)
{
    m_introduction->setText(text);
    m_introduction->setVisible(!text.isEmpty());
}

void ConsoleDialog::setWantedSize(const QSize &size)
{
    const QWidget *beside = parentWidget() ? parentWidget() : this;
    resize(size.boundedTo(beside->screen()->availableSize() * 9 / 10));
}

QPushButton *ConsoleDialog::addButton(const QString &text, ButtonRole role)
{
    QPushButton *button = makeButton(m_theme, text, {}, role, this);
    button->setAutoDefault(true); // Enter presses the button that has the focus
    button->setDefault(role == ButtonRole::Primary);
    m_row->addWidget(button);
    return button;
}

void ConsoleDialog::addToRow(QWidget *widget)
{
    m_row->insertWidget(0, widget);
}

} // namespace odc
