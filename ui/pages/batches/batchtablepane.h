// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jsonl/batchtemplate.h"
#include "ui/context/pagecontext.h"
#include "ui/pages/batches/batchsourcepane.h"

#include <QHash>

class QComboBox;
class QGridLayout;
class QLineEdit;
class QPushButton;
class QStackedWidget;
class QStringListModel;
class QTimer;
class QToolButton;

namespace odc {

class BatchCheckView;
class BatchPreparation;
class ChipBar;
class ElidedLabel;
class HintLabel;
class JsonView;
class StateOverlay;
class TemplateEdit;
class TextLabel;

/// A table and what each of its rows is asked: texts in which {{column}} stands for a value, shown as the
/// finished request row by row. What is filled in is written to a file of requests and checked as soon as it
/// can be.
class BatchTablePane final : public BatchSourcePane
{
    Q_OBJECT
public:
    /// `models`: suggestions; outlives the pane.
    BatchTablePane(const PageContext &context, QStringListModel *models, QWidget *parent = nullptr);
    ~BatchTablePane() override;

    void setPath(const QString &path);
    /// A row as it will be sent, with the buttons that go through them: to be shown beside the pane.
    QWidget *previewBox() const { return m_previewBox; }

    QList<FormProblem> problems() const override;
    void focusField(const QString &path) override;
    QString endpoint() const override;
    QString endpointReason() const override;
    int batches() const override;
    bool hasWork() const override;
    void prepare() override;
    bool isPreparing() const override { return m_wanted; }
    void stopPreparing() override { m_wanted = false; }
    BatchInputPtr input() const override;

private:
    QWidget *buildNothing();
    QWidget *buildForm();
    void buildPreview();
    QLineEdit *addField(QGridLayout *grid, int column, const QString &label, const QString &name);
    QComboBox *addChoice(QGridLayout *grid, int column, const QString &label, const QString &name);
    void browse();
    void showTable();
    void insertColumn(const QString &column);
    void templateEdited();
    void write();
    void preview(qint64 row);
    BatchTemplate written() const;
    /// What stands in the fields and is no value.
    QList<FormProblem> faults() const;

    PageContext m_context;
    QString m_path;
    Table m_table;
    QString m_tableError;
    JsonlWorkPtr m_reading; ///< null: nothing is read
    bool m_wanted = false;  ///< to be sent as soon as it is written
    qint64 m_row = 1;       ///< in the preview
    quint64 m_previewRound = 0;
    BatchPreparation *m_preparation;
    QTimer *m_soon;
    QStackedWidget *m_pages;
    StateOverlay *m_nothing = nullptr;
    ElidedLabel *m_name = nullptr;
    TextLabel *m_facts = nullptr;
    ChipBar *m_columns = nullptr;
    TemplateEdit *m_system = nullptr;
    TemplateEdit *m_user = nullptr;
    TemplateEdit *m_lastText = nullptr; ///< where a column goes
    QWidget *m_systemRow = nullptr;
    QComboBox *m_endpoint = nullptr;
    QLineEdit *m_model = nullptr;
    QLineEdit *m_maxTokens = nullptr;
    QLineEdit *m_temperature = nullptr;
    QLineEdit *m_more = nullptr;
    QComboBox *m_id = nullptr;
    QWidget *m_previewBox = nullptr;
    TextLabel *m_rowText = nullptr;
    QToolButton *m_previous = nullptr;
    QToolButton *m_next = nullptr;
    JsonView *m_preview = nullptr;
    BatchCheckView *m_check;
};

} // namespace odc
