// SPDX-License-Identifier: GPL-3.0-or-later
#include "profileform.h"

#include "settings/profilestore.h"
#include "ui/context/profileconnector.h"
#include "ui/dialogs/colourpicker.h"
#include "ui/dialogs/hintlabel.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/messagebar.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace odc {

using namespace Qt::StringLiterals;

ProfileForm::ProfileForm(const ShellContext &context, QWidget *parent) : QWidget(parent), m_context(context)
{
    setObjectName(u"profileForm"_s);
    build();
    followFields();
    // Whether there is a keychain shows only when it is asked: before anything is typed, for what is said here to be true.
    connect(&context.secrets, &SecretStore::storageChanged, this, &ProfileForm::showKeyHint);
    context.secrets.probe();
}

void ProfileForm::build()
{
    const Theme &theme = m_context.theme;
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::between);
    m_form = new QFormLayout;
    m_form->setHorizontalSpacing(metrics::edge);
    m_form->setVerticalSpacing(metrics::inside);
    m_form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    m_form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    layout->addLayout(m_form);
    const auto addLine = [this](const QString &label, const QString &name, const QString &example) {
        auto *edit = new QLineEdit(this);
        edit->setObjectName(name);
        edit->setPlaceholderText(example);
        m_form->addRow(label, edit);
        connect(edit, &QLineEdit::textEdited, this, &ProfileForm::followFields);
        return edit;
    };
    m_name = addLine(tr("&Name"), u"profileName"_s, tr("Acme / research"));
    m_kind = new QComboBox(this);
    m_kind->setObjectName(u"profileKind"_s);
    m_kind->addItem(tr("OpenAI"), int(Profile::Kind::OpenAI));
    m_kind->addItem(tr("Compatible server"), int(Profile::Kind::Compatible));
    m_form->addRow(tr("&Service"), m_kind);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &ProfileForm::followFields);
    m_url = addLine(tr("&Base URL"), u"profileUrl"_s, Profile::openAiUrl());
    m_key = addLine(tr("API &key"), u"profileKey"_s, {});
    m_key->setEchoMode(QLineEdit::Password);
    m_where = new HintLabel(theme, Theme::FontRole::Small, {}, this);
    m_where->setObjectName(u"profileKeyHint"_s);
    m_form->addRow(QString(), m_where);
    m_keyRequired = new QCheckBox(tr("The server asks for a key"), this);
    m_keyRequired->setObjectName(u"profileKeyRequired"_s);
    m_form->addRow(QString(), m_keyRequired);
    connect(m_keyRequired, &QCheckBox::toggled, this, &ProfileForm::followFields);
    m_adminKey = addLine(tr("&Admin key"), u"profileAdminKey"_s, {});
    m_adminKey->setEchoMode(QLineEdit::Password);
    m_adminKey->setToolTip(tr("Only for the permissions of fine-tuned checkpoints."));
    m_organization = addLine(tr("&Organization"), u"profileOrganization"_s, tr("org-…, only when you have several"));
    m_project = addLine(tr("Pro&ject"), u"profileProject"_s, tr("proj_…, only when the key has several"));
    m_colours = new ColourPicker(theme, Profile::colours(), this);
    m_colours->setAccessibleName(tr("Colour of the profile"));
    m_form->addRow(tr("&Colour"), m_colours);
    connect(m_colours, &ColourPicker::picked, this, &ProfileForm::chooseColour);
    m_readOnly = new QCheckBox(tr("Read-only: nothing can be changed"), this);
    m_readOnly->setObjectName(u"profileReadOnly"_s);
    m_production = new QCheckBox(tr("Production: marked, changes ask first"), this);
    m_production->setObjectName(u"profileProduction"_s);
    m_form->addRow(tr("Safety"), m_readOnly);
    m_form->addRow(QString(), m_production);
    connect(m_readOnly, &QCheckBox::toggled, this, &ProfileForm::followFields);
    connect(m_production, &QCheckBox::toggled, this, &ProfileForm::followFields);
    m_proxy = addLine(tr("Pro&xy"), u"profileProxy"_s, tr("the system's; or http://host:3128, none"));
    m_proxy->setToolTip(tr("Empty: the system's. Else http://host:3128, socks5://host:1080, or none."));
    auto *caRow = new QHBoxLayout;
    caRow->setSpacing(metrics::inside);
    m_caFile = new QLineEdit(this);
    m_caFile->setObjectName(u"profileCa"_s);
    m_caFile->setPlaceholderText(tr("PEM file, beside the system's authorities"));
    connect(m_caFile, &QLineEdit::textEdited, this, &ProfileForm::followFields);
    auto *browse = makeIconButton(theme, Icon::Folder, tr("Choose a certificate file"), this);
    connect(browse, &QToolButton::clicked, this, [this] {
        auto *dialog = new QFileDialog(this, tr("Certificate authority"));
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setFileMode(QFileDialog::ExistingFile);
        connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
            m_caFile->setText(path);
            followFields();
        });
        dialog->open();
    });
    caRow->addWidget(m_caFile);
    caRow->addWidget(browse);
    m_form->addRow(tr("Ce&rtificate"), caRow);
    if (auto *label = qobject_cast<QLabel *>(m_form->labelForField(caRow)))
        label->setBuddy(m_caFile);
    m_caFile->setAccessibleName(tr("Certificate authority file"));

    m_problem = new TextLabel(theme, Theme::FontRole::Body, Token::Bad, {}, this);
    m_problem->setObjectName(u"profileProblem"_s);
    m_problem->setWordWrap(true);
    layout->addWidget(m_problem);
    m_report = new MessageBar(theme, this);
    m_report->setObjectName(u"connectionReport"_s);
    layout->addWidget(m_report);
    auto *testRow = new QHBoxLayout;
    m_test = makeButton(theme, tr("&Test connection"), Icon::Link, ButtonRole::Default, this);
    m_test->setObjectName(u"testConnection"_s);
    connect(m_test, &QPushButton::clicked, this, &ProfileForm::test);
    testRow->addWidget(m_test);
    testRow->addStretch(1);
    layout->addLayout(testRow);
    layout->addStretch(1);
}

void ProfileForm::setProfile(const Profile &profile, const SecretString &apiKey, const SecretString &adminKey)
{
    m_filling = true;
    m_profile = profile;
    m_name->setText(profile.name);
    m_kind->setCurrentIndex(std::max(0, m_kind->findData(int(profile.kind))));
    m_url->setText(profile.baseUrl);
    m_key->setText(apiKey.reveal());
    m_adminKey->setText(adminKey.reveal());
    m_keyRequired->setChecked(profile.keyRequired);
    m_organization->setText(profile.organization);
    m_project->setText(profile.project);
    m_colours->setColour(profile.colour);
    m_readOnly->setChecked(profile.readOnly);
    m_production->setChecked(profile.production);
    m_proxy->setText(profile.proxy);
    m_caFile->setText(profile.caFile);
    followFields();
    m_filling = false;
}

Profile ProfileForm::profile() const
{
    Profile profile = m_profile;
    profile.name = m_name->text().trimmed();
    if (!profile.isHere())
        profile.kind = Profile::Kind(m_kind->currentData().toInt());
    profile.baseUrl = m_url->text().trimmed();
    profile.keyRequired = profile.kind != Profile::Kind::Compatible || m_keyRequired->isChecked();
    profile.organization = m_organization->text().trimmed();
    profile.project = m_project->text().trimmed();
    profile.readOnly = m_readOnly->isChecked();
    profile.production = m_production->isChecked();
    profile.proxy = m_proxy->text().trimmed();
    profile.caFile = m_caFile->text().trimmed();
    return profile;
}

SecretString ProfileForm::typedApiKey() const
{
    return SecretString(m_key->text().trimmed());
}

SecretString ProfileForm::typedAdminKey() const
{
    return SecretString(m_adminKey->text().trimmed());
}

QString ProfileForm::problem() const
{
    return profile().problem();
}

void ProfileForm::chooseColour(const QString &colour)
{
    m_profile.colour = colour;
    followFields();
}

void ProfileForm::followFields()
{
    const bool local = m_profile.isHere();
    const bool editable = !m_profile.temporary;
    // A verdict is about what was in the fields.
    endTest();
    m_report->dismiss();
    const bool compatible = !local && Profile::Kind(m_kind->currentData().toInt()) == Profile::Kind::Compatible;
    const auto showRow = [this](QWidget *field, bool shown) {
        field->setVisible(shown);
        if (QWidget *label = m_form->labelForField(field))
            label->setVisible(shown);
    };
    showRow(m_kind, !local);
    showRow(m_url, !local); // never hidden where it counts: the key goes there
    m_url->setPlaceholderText(compatible ? u"https://host/v1"_s : Profile::openAiUrl());
    for (QLineEdit *edit : {m_key, m_adminKey, m_organization, m_project, m_proxy})
        showRow(edit, !local);
    m_readOnly->setEnabled(!m_profile.isArchive());
    m_where->setVisible(!local);
    m_keyRequired->setVisible(compatible);
    QLayout *caRow = nullptr;
    for (int row = 0; row < m_form->rowCount(); ++row) {
        QLayoutItem *item = m_form->itemAt(row, QFormLayout::FieldRole);
        if (item && item->layout() && item->layout()->indexOf(m_caFile) >= 0)
            caRow = item->layout();
    }
    if (caRow) {
        for (int i = 0; i < caRow->count(); ++i)
            caRow->itemAt(i)->widget()->setVisible(!local);
        if (QWidget *label = m_form->labelForField(caRow))
            label->setVisible(!local);
    }
    for (QWidget *field : {static_cast<QWidget *>(m_name), static_cast<QWidget *>(m_kind), static_cast<QWidget *>(m_url),
                           static_cast<QWidget *>(m_key), static_cast<QWidget *>(m_adminKey)})
        field->setEnabled(editable);
    const bool moved = movesElsewhere();
    m_key->setPlaceholderText(m_profile.hasApiKey && !moved ? tr("stored; type a new one to replace it") : u"sk-…"_s);
    m_adminKey->setPlaceholderText(m_profile.hasAdminKey && !moved ? tr("stored; type a new one to replace it")
                                                                   : tr("sk-admin-…, only for permissions"));
    showKeyHint();
    const QString wrong = problem();
    m_problem->setText(wrong);
    m_problem->setVisible(!wrong.isEmpty() && !m_name->text().isEmpty());
    m_test->setEnabled(wrong.isEmpty() || m_name->text().trimmed().isEmpty());
    if (!m_filling)
        Q_EMIT edited();
}

bool ProfileForm::movesElsewhere() const
{
    const Profile *stored = m_profile.id.isEmpty() ? nullptr : m_context.profiles.find(m_profile.id);
    const QString origin = profile().origin();
    return stored && !origin.isEmpty() && origin != stored->origin();
}

void ProfileForm::showKeyHint()
{
    const bool fleeting = !m_profile.temporary && m_context.secrets.kind() == SecretStore::Kind::Memory;
    m_where->setText(keyHint());
    m_where->setToken(movesElsewhere() || fleeting ? Token::Warn : Token::Secondary);
}

QString ProfileForm::keyHint() const
{
    if (m_profile.temporary)
        return tr("From the environment: never written to disk.");
    if (movesElsewhere())
        return tr("The keys stored for this profile belong to another address and are not sent to %1. Type them anew; "
                  "saving forgets the old ones.")
            .arg(profile().hostLabel());
    return m_context.secrets.description();
}

void ProfileForm::endTest()
{
    if (!m_testing)
        return;
    m_testing.reset();
    m_test->setText(tr("&Test connection"));
}

void ProfileForm::test()
{
    m_report->dismiss();
    m_testing = std::make_unique<QObject>();
    const bool hadFocus = window()->focusWidget() == m_test;
    m_test->setEnabled(false); // which hands the focus on
    m_focusLentTo = hadFocus ? window()->focusWidget() : nullptr;
    m_test->setText(tr("Testing…"));
    m_context.connector.test(profile(), typedApiKey(), m_testing.get(),
                             [this](const ConnectionReport &report) { showReport(report); });
}

void ProfileForm::showReport(const ConnectionReport &report)
{
    m_testing.release()->deleteLater(); // the report comes from within what it owns
    m_test->setText(tr("&Test connection"));
    m_test->setEnabled(true);
    // Whoever has gone somewhere else by now stays there.
    if (m_focusLentTo && window()->focusWidget() == m_focusLentTo)
        m_test->setFocus(Qt::OtherFocusReason);
    Message message;
    message.kind = report.verdict == ConnectionReport::Verdict::Works ? Message::Kind::Ok : Message::Kind::Error;
    message.text = report.sentence();
    if (report.error.kind != ApiError::Kind::None)
        message.details = report.error.details();
    m_report->showMessage(message);
}

} // namespace odc
