// SPDX-License-Identifier: GPL-3.0-or-later
#include "labsettingdialog.h"

#include "filterbuilder.h"
#include "ui/forms/problemline.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/elidedlabel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QSpinBox>
#include <QVBoxLayout>

namespace odc {

using namespace Qt::StringLiterals;

LabSettingDialog::LabSettingDialog(const Theme &theme, const SearchSetting &setting, const QStringList &keys,
                                   QWidget *parent)
    : ConsoleDialog(theme, tr("Setting %1").arg(setting.name), parent), m_setting(setting), m_keys(keys),
      m_ranker(new QComboBox(this)), m_hasThreshold(new QCheckBox(tr("Leave out results below"), this)),
      m_threshold(new QDoubleSpinBox(this)), m_results(new QSpinBox(this)),
      m_rewrite(new QCheckBox(tr("Let the server rewrite the query for the search"), this)),
      m_filter(new ElidedLabel(theme, Theme::FontRole::Body, Token::Text, this)),
      m_clear(makeButton(theme, tr("Clear"), {}, ButtonRole::Default, this)),
      m_problem(new ProblemLine(theme, this))
{
    setObjectName(u"labSettingDialog"_s);
    auto *form = new QFormLayout;
    form->setHorizontalSpacing(metrics::between);
    form->setVerticalSpacing(metrics::inside);
    form->setLabelAlignment(Qt::AlignLeading | Qt::AlignVCenter);

    m_ranker->setObjectName(u"labRanker"_s);
    m_ranker->setEditable(true);
    m_ranker->addItems(SearchSetting::knownRankers());
    m_ranker->lineEdit()->setPlaceholderText(tr("The server's default"));
    m_ranker->setCurrentText(setting.ranker);
    form->addRow(tr("&Ranker"), m_ranker);

    auto *threshold = new QHBoxLayout;
    threshold->setSpacing(metrics::inside);
    m_hasThreshold->setObjectName(u"labHasThreshold"_s);
    m_hasThreshold->setChecked(setting.threshold.has_value());
    m_threshold->setObjectName(u"labThreshold"_s);
    m_threshold->setAccessibleName(tr("Score threshold"));
    m_threshold->setRange(0, 1);
    m_threshold->setSingleStep(0.05);
    m_threshold->setDecimals(3);
    m_threshold->setMinimumWidth(metrics::navWidth / 2);
    m_threshold->setValue(setting.threshold.value_or(0));
    m_threshold->setEnabled(setting.threshold.has_value());
    threshold->addWidget(m_hasThreshold);
    threshold->addWidget(m_threshold);
    threshold->addStretch(1);
    form->addRow(tr("Score threshold"), threshold);

    auto *results = new QHBoxLayout;
    m_results->setObjectName(u"labResults"_s);
    m_results->setRange(1, SearchSetting::mostResults);
    m_results->setMinimumWidth(metrics::navWidth / 2);
    m_results->setValue(setting.maxResults);
    results->addWidget(m_results);
    results->addStretch(1);
    form->addRow(tr("&Number of results"), results);
    if (auto *label = qobject_cast<QLabel *>(form->labelForField(results)))
        label->setBuddy(m_results);

    m_rewrite->setObjectName(u"labRewrite"_s);
    m_rewrite->setChecked(setting.rewrite);
    form->addRow(tr("Rewriting"), m_rewrite);

    auto *filter = new QHBoxLayout;
    filter->setSpacing(metrics::inside);
    QPushButton *edit = makeButton(theme, tr("Edit…"), {}, ButtonRole::Default, this);
    edit->setObjectName(u"labOwnFilter"_s);
    edit->setAccessibleName(tr("Edit the conditions of this setting"));
    m_clear->setObjectName(u"labClearFilter"_s);
    m_clear->setAccessibleName(tr("Clear the conditions of this setting"));
    filter->addWidget(m_filter, 1);
    filter->addWidget(edit);
    filter->addWidget(m_clear);
    form->addRow(tr("Own conditions"), filter);
    body()->addLayout(form);
    body()->addStretch(1);
    body()->addWidget(m_problem);

    connect(m_hasThreshold, &QCheckBox::toggled, m_threshold, &QWidget::setEnabled);
    connect(m_hasThreshold, &QCheckBox::toggled, this, &LabSettingDialog::read);
    connect(m_threshold, &QDoubleSpinBox::valueChanged, this, &LabSettingDialog::read);
    connect(m_results, &QSpinBox::valueChanged, this, &LabSettingDialog::read);
    connect(m_rewrite, &QCheckBox::toggled, this, &LabSettingDialog::read);
    connect(m_ranker, &QComboBox::editTextChanged, this, &LabSettingDialog::read);
    connect(edit, &QPushButton::clicked, this, &LabSettingDialog::editFilter);
    connect(m_clear, &QPushButton::clicked, this, [this] {
        m_setting.filter = {};
        judge();
    });
    connect(m_problem, &ProblemLine::showRequested, this, [this](const QString &path) {
        if (path.startsWith("filters"_L1))
            editFilter();
        else
            m_ranker->setFocus();
    });

    QPushButton *cancel = addButton(tr("Cancel"), ButtonRole::Default);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    m_apply = addButton(tr("Apply"), ButtonRole::Primary);
    m_apply->setObjectName(u"labApplySetting"_s);
    connect(m_apply, &QPushButton::clicked, this, &QDialog::accept);
    setWantedSize({560, 360});
    judge();
}

void LabSettingDialog::read()
{
    m_setting.ranker = m_ranker->currentText();
    m_setting.threshold = m_hasThreshold->isChecked() ? std::optional(m_threshold->value()) : std::nullopt;
    m_setting.maxResults = m_results->value();
    m_setting.rewrite = m_rewrite->isChecked();
    judge();
}

void LabSettingDialog::judge()
{
    const bool none = m_setting.filter.isEmpty();
    m_filter->setFullText(none ? tr("None besides those of all settings") : m_setting.filter.words());
    m_filter->setToken(none ? Token::Secondary : Token::Text);
    m_clear->setEnabled(!none);
    const QList<FormProblem> problems = m_setting.problems();
    m_problem->setProblems(problems, tr("It can be searched like this."));
    if (m_apply)
        m_apply->setEnabled(!firstError(problems));
}

void LabSettingDialog::editFilter()
{
    auto *dialog = new FilterBuilder(theme(), tr("Conditions of setting %1").arg(m_setting.name),
                                     m_setting.filter, m_keys, this);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        m_setting.filter = dialog->filter();
        judge();
    });
    dialog->open();
}

} // namespace odc
