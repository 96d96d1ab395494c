// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

#include <functional>

namespace odc {

class MainWindow;
class Services;

/// Does the console's main job by itself, through the real window and its real buttons, on the embedded server with
/// sample data: uploads a file, previews, downloads and compares it, deletes it; reads what a training run measured;
/// writes a picture of every page. For machines without a display, and as proof that an installation works.
class Tour final : public QObject
{
    Q_OBJECT
public:
    Tour(Services &services, MainWindow &window, const QString &folder);

    /// Runs all steps; prints one line for each. 0 when all went well, else 1.
    int run();

private:
    bool step(const char *what, const std::function<bool()> &until);
    bool fail(const char *what, const QString &why);
    bool picture(const QString &name);

    bool openLocal();
    bool upload();
    bool preview();
    bool download();
    bool remove();
    bool curves();
    bool pictures();

    template <typename T>
    T *find(const QString &name) const;

    Services &m_services;
    MainWindow &m_window;
    QString m_folder;
    QString m_file;
    QByteArray m_content;
    QString m_saved;
    QString m_uploadedId;
};

} // namespace odc
