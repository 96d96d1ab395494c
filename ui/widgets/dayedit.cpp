// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/dayedit.h"

#include "base/format.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"

#include <QCalendarWidget>
#include <QLayout>
#include <QTextCharFormat>
#include <QToolButton>

#include <algorithm>
#include <utility>

namespace odc {

using namespace Qt::StringLiterals;

DayEdit::DayEdit(const Theme &theme, QWidget *parent) : QDateEdit(parent), m_theme(theme)
{
    setCalendarPopup(true);
    setKeyboardTracking(false); // "1" on the way to "15" is no day that anybody wants to see
    setDisplayFormat(format::dateFormat());
    connect(&theme, &Theme::changed, this, [this] {
        if (m_isPainted)
            paintCalendar();
    });
}

void DayEdit::showEvent(QShowEvent *event)
{
    QDateEdit::showEvent(event);
    if (!std::exchange(m_isPainted, true))
        paintCalendar();
}

QSize DayEdit::sizeHint() const
{
    // As wide as its longest month; Qt's own hint does not know how much room this style gives the arrow.
    constexpr int months = 12;
    const QDate leapYear(2028, 1, 28);
    int widest = 0;
    for (int month = 0; month < months; ++month)
        widest = std::max(widest, fontMetrics().horizontalAdvance(
                                      locale().toString(leapYear.addMonths(month), format::dateFormat())));
    return {widest + 2 * metrics::buttonHeight, QDateEdit::sizeHint().height()};
}

void DayEdit::paintCalendar()
{
    QCalendarWidget *calendar = calendarWidget();
    calendar->setVerticalHeaderFormat(QCalendarWidget::NoVerticalHeader);
    calendar->setHorizontalHeaderFormat(QCalendarWidget::SingleLetterDayNames); // longer ones are cut
    QTextCharFormat names;
    names.setForeground(m_theme.colour(Token::Secondary));
    calendar->setHeaderTextFormat(names);
    QTextCharFormat days; // no day is better than another
    days.setForeground(m_theme.colour(Token::Text));
    for (int day = Qt::Monday; day <= Qt::Sunday; ++day)
        calendar->setWeekdayTextFormat(Qt::DayOfWeek(day), days);
    // It lies on a list of the same ground: a line goes round it.
    if (QWidget *popup = calendar->parentWidget(); popup && popup->isWindow() && popup->layout()) {
        popup->layout()->setContentsMargins(metrics::lineWidth, metrics::lineWidth, metrics::lineWidth, metrics::lineWidth);
        QPalette line = popup->palette();
        line.setColor(QPalette::Window, m_theme.colour(Token::Line));
        popup->setPalette(line);
        popup->setAutoFillBackground(true);
        calendar->setPalette(m_theme.palette());
        calendar->setAutoFillBackground(true);
    }
    // Its parts have no other way to them than their names.
    const auto step = [&](const QString &name, Icon icon) {
        if (auto *button = calendar->findChild<QToolButton *>(name))
            button->setIcon(m_theme.icon(icon));
    };
    step(u"qt_calendar_prevmonth"_s, Icon::ChevronLeft);
    step(u"qt_calendar_nextmonth"_s, Icon::ChevronRight);
    if (auto *bar = calendar->findChild<QWidget *>(u"qt_calendar_navigationbar"_s))
        bar->setBackgroundRole(QPalette::Base);
    for (const QString &name : {u"qt_calendar_monthbutton"_s, u"qt_calendar_yearbutton"_s}) {
        if (auto *button = calendar->findChild<QToolButton *>(name)) {
            QPalette palette = button->palette();
            for (const QPalette::ColorRole role : {QPalette::ButtonText, QPalette::HighlightedText, QPalette::WindowText})
                palette.setColor(role, m_theme.colour(Token::Text));
            button->setPalette(palette);
        }
    }
}

} // namespace odc
