// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "settings/profile.h"
#include "settings/secretstore.h"
#include "ui/context/shellcontext.h"

#include <QPointer>
#include <QWidget>

#include <memory>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLineEdit;
class QPushButton;

namespace odc {

class ColourPicker;
class MessageBar;
class TextLabel;
struct ConnectionReport;

/// The fields of one profile with its keys and the connection test. Says what is wrong while it is typed. Keys are
/// never shown again once stored.
class ProfileForm final : public QWidget
{
    Q_OBJECT
public:
    ProfileForm(const ShellContext &context, QWidget *parent = nullptr);

    /// `apiKey` and `adminKey` were typed before, and are not stored yet.
    void setProfile(const Profile &profile, const SecretString &apiKey = {}, const SecretString &adminKey = {});
    /// The profile as it stands in the fields.
    Profile profile() const;
    SecretString typedApiKey() const;
    SecretString typedAdminKey() const;
    /// Why it cannot be saved; empty when it can.
    QString problem() const;

Q_SIGNALS:
    void edited();

private:
    void build();
    void followFields();
    void test();
    void endTest();
    /// The stored profile has another origin, so that its keys are of no use here.
    bool movesElsewhere() const;
    void showKeyHint();
    QString keyHint() const;
    void showReport(const ConnectionReport &report);
    void chooseColour(const QString &colour);

    ShellContext m_context;
    Profile m_profile;
    std::unique_ptr<QObject> m_testing; ///< owner of the test under way; destroyed to drop it
    bool m_filling = false;
    QFormLayout *m_form;
    QLineEdit *m_name;
    QComboBox *m_kind;
    QLineEdit *m_url;
    QLineEdit *m_key;
    QLineEdit *m_adminKey;
    QCheckBox *m_keyRequired;
    QLineEdit *m_organization;
    QLineEdit *m_project;
    QLineEdit *m_proxy;
    QLineEdit *m_caFile;
    ColourPicker *m_colours;
    QCheckBox *m_readOnly;
    QCheckBox *m_production;
    TextLabel *m_where;
    TextLabel *m_problem;
    QPushButton *m_test;
    QPointer<QWidget> m_focusLentTo; ///< by the button, while it cannot be pressed
    MessageBar *m_report;
};

} // namespace odc
