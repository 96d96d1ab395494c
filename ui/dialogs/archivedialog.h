// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "archive/archivefolder.h"
#include "archive/archiveplan.h"
#include "ui/context/pagecontext.h"
#include "ui/dialogs/consoledialog.h"

#include <QHash>

class QCheckBox;
class QLineEdit;
class QTimer;

namespace odc {

class ArchiveSurvey;
class HintLabel;
class TextLabel;

/// A copy of the whole open profile: what of it (with counts and sizes, as far as known), where to, how long
/// it may take. The work itself goes on in the window's background (ArchiveService).
class ArchiveDialog final : public ConsoleDialog
{
    Q_OBJECT
public:
    ArchiveDialog(const PageContext &context, QWidget *parent);
    ~ArchiveDialog() override;

    /// What is chosen now.
    ArchiveChoice choice() const;
    QString folder() const;
    /// Where an archive of this profile goes unless the person says otherwise.
    static QString usualFolder(const Profile &profile);

private:
    QCheckBox *addThing(const QString &name, const QString &title);
    void browse();
    void lookAtFolder();
    void showCounts();
    void showFolder();
    void begin();

    PageContext m_context;
    ArchiveSurvey *m_survey;
    QCheckBox *m_evals;
    QCheckBox *m_batches;
    QCheckBox *m_jobs;
    QCheckBox *m_stores;
    QCheckBox *m_texts;
    QCheckBox *m_files;
    QCheckBox *m_contents;
    QHash<QCheckBox *, TextLabel *> m_counts; ///< beside each
    QLineEdit *m_folder;
    HintLabel *m_where;
    TextLabel *m_estimate;
    QPushButton *m_start;
    QTimer *m_typed; ///< the disk is not asked at every key
    ArchiveFolder m_found;
    QString m_lookedAt; ///< the folder that `m_found` is about; empty: it is being looked at
    int m_look = 0;
};

} // namespace odc
