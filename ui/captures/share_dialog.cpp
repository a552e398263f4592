// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/captures/share_dialog.h"

#include "ui/kit/card.h"
#include "ui/kit/console_style.h"
#include "ui/models/number_text.h"
#include "ui/models/qt_text.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QGridLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace greensward::ui {

namespace {

/// "a, b c" as its words.
std::vector<std::string> wordsOf(const QLineEdit& field)
{
    std::vector<std::string> words;
    for (const QString& word : field.text().split(QLatin1Char(','), Qt::SkipEmptyParts))
        if (const QString trimmed = word.trimmed(); !trimmed.isEmpty())
            words.push_back(trimmed.toStdString());
    return words;
}

struct Outcome
{
    QString text;
    bool good = false;
};

Outcome redactInto(const std::string& from, const capture::Redaction& redaction, const std::string& target)
{
    auto reader = capture::Reader::open(capture::Place::at(from));
    if (!reader)
        return {toQString(reader.error().message), false};
    capture::Redactor preview(redaction);
    if (const auto done = capture::redact(**reader, preview, nullptr); !done)
        return {toQString(done.error().message), false};
    QStringList notes;
    for (const std::string& note : preview.notes())
        notes << toQString(note);
    const QString kept = countText(preview.count().kept);
    const QString removed = notes.isEmpty() ? ShareDialog::tr("Nothing is taken out.")
                                            : ShareDialog::tr("Taken out: %1.").arg(notes.join(QStringLiteral("; ")));
    if (target.empty())
        return {ShareDialog::tr("%1 events stay. %2").arg(kept, removed), true};

    capture::Manifest manifest = (*reader)->manifest();
    const WallTime ended = manifest.ended;
    manifest.events = 0;
    manifest.kinds = {};
    for (std::string& note : preview.notes())
        manifest.removed.push_back(std::move(note));
    auto writer = capture::Writer::create(target, std::move(manifest));
    if (!writer)
        return {toQString(writer.error().message), false};
    capture::Redactor redactor(redaction);
    auto done = (*reader)->rewind();
    if (done)
        done = capture::redact(**reader, redactor, writer->get());
    if (done)
        done = (*writer)->finish(ended);
    if (!done)
        return {toQString(done.error().message), false};
    return {ShareDialog::tr("%1 holds %2 events. %3").arg(QFileInfo(toQString(target)).fileName(), kept, removed),
            true};
}

} // namespace

ShareDialog::ShareDialog(const QString& file, QWidget* parent)
    : QDialog(parent)
    , m_file(file)
    , m_addresses(new QCheckBox(tr("Replace network &addresses"), this))
    , m_certificates(new QCheckBox(tr("Remove names in &certificates"), this))
    , m_payloads(new QCheckBox(tr("Remove &every payload"), this))
    , m_preview(new RoleLabel(TextStyle::Secondary, Role::MutedText, {}, this))
{
    setWindowTitle(tr("Share what I see"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(px(24), px(24), px(24), px(20));
    column->setSpacing(px(12));
    auto* what =
        new RoleLabel(TextStyle::Body, Role::Text,
                      tr("A copy of %1 for somebody else. What you name here is taken out of the copy; private "
                         "keys always are. A note inside says how much is missing, not what.")
                          .arg(QFileInfo(file).fileName()),
                      this);
    what->setWordWrap(true);
    what->setMinimumWidth(px(480));
    column->addWidget(what);
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(px(12));
    grid->setVerticalSpacing(px(8));
    m_topics = addField(*grid, tr("&Topics left out"), tr("home/+/door, private/#"));
    m_fields = addField(*grid, tr("&Fields removed"), tr("pin, token"));
    m_clients = addField(*grid, tr("&Clients renamed"), tr("annas-phone"));
    column->addLayout(grid);
    m_addresses->setChecked(true);
    m_certificates->setChecked(true);
    for (QCheckBox* box : {m_addresses, m_certificates, m_payloads})
        column->addWidget(box);
    m_preview->setWordWrap(true);
    m_preview->setMinimumHeight(px(52));
    m_preview->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    column->addWidget(m_preview);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    m_look = buttons->addButton(tr("Preview"), QDialogButtonBox::ActionRole);
    m_save = buttons->addButton(tr("Save the copy …"), QDialogButtonBox::ActionRole);
    setKind(*m_save, ButtonKind::Primary);
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_look, &QPushButton::clicked, this, &ShareDialog::look);
    connect(m_save, &QPushButton::clicked, this, [this] {
        const QFileInfo original(m_file);
        const QString proposed =
            original.dir().filePath(original.completeBaseName() + tr("-shared", "added to a file name") + ".wscap");
        const QString target = QFileDialog::getSaveFileName(
            this, tr("Save the copy"), proposed, tr("Captures (*.wscap)"), nullptr, QFileDialog::DontConfirmOverwrite);
        if (!target.isEmpty())
            save(target);
    });
    look();
}

ShareDialog::~ShareDialog()
{
    if (m_worker.joinable())
        m_worker.join();
}

QLineEdit* ShareDialog::addField(QGridLayout& grid, const QString& label, const QString& hint)
{
    const int row = grid.rowCount();
    auto* field = new QLineEdit(this);
    field->setPlaceholderText(tr("for example %1").arg(hint));
    field->setMinimumHeight(px(28));
    auto* name = new RoleLabel(TextStyle::Body, Role::MutedText, label, this);
    name->setBuddy(field);
    QString plain = label;
    field->setAccessibleName(plain.remove(QLatin1Char('&')));
    grid.addWidget(name, row, 0);
    grid.addWidget(field, row, 1);
    return field;
}

capture::Redaction ShareDialog::redaction() const
{
    return {.topics = wordsOf(*m_topics),
            .fields = wordsOf(*m_fields),
            .clients = wordsOf(*m_clients),
            .addresses = m_addresses->isChecked(),
            .certificates = m_certificates->isChecked(),
            .payloads = m_payloads->isChecked()};
}

QString ShareDialog::preview() const
{
    return m_preview->text();
}

void ShareDialog::look()
{
    run({});
}

void ShareDialog::save(const QString& target)
{
    run(target);
}

void ShareDialog::run(const QString& target)
{
    if (m_worker.joinable())
        m_worker.join();
    m_look->setEnabled(false);
    m_save->setEnabled(false);
    m_preview->setRole(Role::MutedText);
    m_preview->setText(tr("Reading the capture …"));
    m_worker = std::thread([this, from = m_file.toStdString(), redaction = redaction(), target] {
        const Outcome outcome = redactInto(from, redaction, target.toStdString());
        QMetaObject::invokeMethod(
            this, [this, outcome, target] { finished(outcome.text, outcome.good, target); }, Qt::QueuedConnection);
    });
}

void ShareDialog::finished(const QString& text, bool good, const QString& target)
{
    m_worker.join();
    m_look->setEnabled(true);
    m_save->setEnabled(true);
    m_preview->setRole(good ? Role::Text : Role::Lost);
    m_preview->setText(text);
    if (good && !target.isEmpty())
        emit saved(target);
}

} // namespace greensward::ui
