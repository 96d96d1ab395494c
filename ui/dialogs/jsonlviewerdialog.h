// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/dialogs/consoledialog.h"

#include <memory>

namespace odc {

class HintLabel;
class JsonlView;
class Settings;

/// Looks into a file of JSON lines on this disk, of any size. Several may be open beside the window; each
/// file once.
class JsonlViewerDialog final : public ConsoleDialog
{
    Q_OBJECT
public:
    /// Opens the file, or brings the dialog that has it to the front. `line` from 1 (0: where it was),
    /// `column` from 1 in UTF-16 units (0: the whole line). `title` instead of the file's name, where that
    /// says nothing: "Errors of batch_123". The dialog deletes itself when closed, and goes with `parent`.
    static JsonlViewerDialog *openAt(const Theme &theme, Settings &settings, const QString &path, qint64 line,
                                     int column, QWidget *parent, const QString &title = {});
    ~JsonlViewerDialog() override;

    const QString &path() const { return m_path; }
    JsonlView *view() const { return m_view; }
    /// Why it was opened at this line: the fault that a check found there. Empty: for no such reason.
    void sayWhy(const QString &text);
    /// Lets go of this when it closes: the folder of a file that was fetched to be looked at.
    void keepWhileOpen(std::shared_ptr<const void> thing) { m_kept = std::move(thing); }

private:
    JsonlViewerDialog(const Theme &theme, Settings &settings, const QString &path, const QString &title,
                      QWidget *parent);

    Settings &m_settings;
    QString m_path;
    HintLabel *m_why;
    JsonlView *m_view;
    std::shared_ptr<const void> m_kept;
};

} // namespace odc
