// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/context/pagecontext.h"
#include "ui/widgets/fieldgrid.h"

#include <QJsonObject>
#include <QWidget>

#include <optional>

class QStackedWidget;
class QTabBar;
class QVBoxLayout;

namespace odc {

class CopyButton;
class ElidedLabel;
class JsonView;
class TextLabel;

/// Everything known of one object, beside its list: its name and id, a summary of exact values, what else the
/// area shows in tabs of its own, and the raw JSON. An area derives from it, adds fields and tabs once, and
/// fills the fields each time showObject() was called.
class DetailsPane : public QWidget
{
    Q_OBJECT
public:
    /// Nothing is selected.
    virtual void clear();
    void showTab(int tab);
    int currentTab() const;
    /// The tab that holds this widget; -1: none does.
    int tabOf(const QWidget *widget) const;
    bool isTabShown(int tab) const;
    /// Whether it says what to do while nothing is selected: not where there is nothing to select.
    void setHintShown(bool shown);

Q_SIGNALS:
    /// Another tab is shown, whoever chose it.
    void tabChanged(int tab);

protected:
    /// What it says while nothing is selected, and what a screen reader calls the JSON; both translated.
    struct Texts
    {
        QString nothing;
        QString json;
    };
    DetailsPane(const PageContext &context, const Texts &texts, QWidget *parent);

    FieldGrid *fields() const { return m_fields; }
    enum class Margins { Usual, None };
    /// A tab between Summary and JSON; returns its number. Lists go to the edge, as on a page of their own.
    int addTab(const QString &title, QWidget *content, Margins margins = Margins::Usual);
    void setTabTitle(int tab, const QString &title);
    /// A tab that does not fit what is shown is not offered.
    void setTabShown(int tab, bool shown);
    /// Above the fields of the summary: what is to be seen first.
    void addAboveFields(QWidget *widget);
    /// Below the fields of the summary.
    void addToSummary(QWidget *widget);
    /// Name and id above the tabs; without them a tab has more room.
    void setHeadShown(bool shown);
    /// No object, but what the area's own tabs show: Summary and JSON are not offered until there is one.
    void showTabsAlone();
    /// The object to show; `others` more are selected beside it.
    void showObject(const QString &name, const QString &id, const QJsonObject &json, int others);

    /// "22 Nov 2026, 14:31:07", with the relative time and the wire's seconds in the tooltip.
    FieldValue exactTime(std::optional<qint64> unixSeconds) const;
    /// "22 Dec 2026 (in 29 days)", where the distance is what matters; none is "never".
    FieldValue distantTime(std::optional<qint64> unixSeconds) const;
    qint64 nowUnix() const;

private:
    QWidget *withMargins(QWidget *content);
    void showStuck();

    PageContext m_context;
    ElidedLabel *m_name;
    ElidedLabel *m_others;
    ElidedLabel *m_id;
    CopyButton *m_copyId;
    TextLabel *m_stuck; ///< why what is shown is thought to be stuck
    QString m_shownId;
    QTabBar *m_tabs;
    QStackedWidget *m_stack;
    FieldGrid *m_fields;
    JsonView *m_json;
    QWidget *m_content;
    QWidget *m_head;
    QVBoxLayout *m_summary;
    TextLabel *m_nothing;
    QString m_hint;
};

} // namespace odc
