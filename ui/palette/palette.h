// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "index/indexedobject.h"
#include "ui/context/pagecontext.h"
#include "ui/palette/palettefinder.h"
#include "ui/palette/paletteobjects.h"

#include <QObject>
#include <QPointer>

#include <memory>
#include <optional>

class QAction;
class QMainWindow;

namespace odc {

class ObjectFetch;
class PaletteView;

/// Everything by its name: what can be done in the window, and every object that was seen, of this profile
/// and of others. One key opens it, and Enter goes there. An id that was never seen is asked for. Lives as
/// long as the window; what is of a profile changes with it.
class Palette final : public QObject
{
    Q_OBJECT
public:
    Palette(const ShellContext &context, QMainWindow &window);
    ~Palette() override;

    /// The profile that is open from now on; null: none. What was chosen of it while another was open is
    /// shown now.
    void setProfile(const PageContext *context);
    void openUp();

    bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    void pageRequested(const QString &pageId);
    void objectRequested(const QString &pageId, const QString &objectId);
    void listRequested(const QString &pageId, const QString &filter);
    void profileRequested(const QString &profileId);

private:
    /// What is to be shown, in which profile.
    struct Target
    {
        QString profileId;
        FuzzyKey key;
    };
    bool isOurs(QKeyCombination keys);
    void makeView();
    void find();
    void showRows(const QList<PaletteRow> &rows, int total, bool typos);
    void choose(const PaletteRow &row);
    void copy(const PaletteRow &row);
    void run(const PaletteRow &row);
    void ask(const PaletteRow &row);
    void show(const FuzzyKey &key);
    void readOthers();
    QList<PaletteRow> recentRows() const;
    void remember(const PaletteRow &row);

    ShellContext m_context;
    QMainWindow &m_window;
    QPointer<QAction> m_action;        ///< opens it
    std::optional<PageContext> m_page; ///< of the open profile
    PaletteObjects m_objects;
    PaletteFinder m_finder;
    std::unique_ptr<ObjectFetch> m_fetch; ///< of the open session
    QPointer<PaletteView> m_view;
    std::optional<Target> m_target; ///< waits for its profile to be opened
};

} // namespace odc
