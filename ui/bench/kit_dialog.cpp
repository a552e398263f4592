// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bench/kit_dialog.h"

#include "ui/bench/command_line.h"
#include "ui/kit/card.h"
#include "ui/kit/console_style.h"
#include "ui/models/qt_text.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>

namespace greensward::ui {

namespace {

/// Of a thing (iot API: ThingName).
const QRegularExpression& thingName()
{
    static const QRegularExpression name(QStringLiteral("^[a-zA-Z0-9:_-]{1,128}$"));
    return name;
}

/// As the kit's folder is named: other systems have no colons in file names.
QString fileWord(const QString& thing)
{
    return thing.trimmed().replace(QLatin1Char(':'), QLatin1Char('-'));
}

/// As a POSIX shell takes it.
QString quoted(QString path)
{
    return QLatin1Char('\'') + path.replace(QLatin1Char('\''), QStringLiteral("'\\''")) + QLatin1Char('\'');
}

} // namespace

KitDialog::KitDialog(OutsidePort& outside, QWidget* parent)
    : QDialog(parent)
    , m_outside(outside)
    , m_reach(outside.reach())
    , m_name(new QLineEdit(QStringLiteral("my-pi"), this))
    , m_file(new QLineEdit(this))
    , m_said(new RoleLabel(TextStyle::Body, Role::Attention, {}, this))
    , m_next(new CommandLine({}, this))
    , m_make(new QPushButton(tr("Make the kit"), this))
    , m_close(new QPushButton(tr("Cancel"), this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("A real device"));
    setMinimumWidth(px(540));
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(px(20), px(16), px(20), px(16));
    grid->setSpacing(px(8));
    grid->setColumnStretch(1, 1);
    auto* told = new RoleLabel(TextStyle::Body, Role::Text,
                               tr("One zip file makes a Raspberry Pi, or any Linux machine with Python, a thing of this "
                                  "workspace: certificate, private key, root, addresses, a device of 40 lines and a script "
                                  "that installs it."),
                               this);
    told->setWordWrap(true);
    grid->addWidget(told, 0, 0, 1, 3);
    const auto label = [this, grid](const QString& text, int row) {
        grid->addWidget(new RoleLabel(TextStyle::Body, Role::MutedText, text, this), row, 0, Qt::AlignVCenter);
    };
    label(tr("Thing"), 1);
    m_name->setAccessibleName(tr("Name of the thing"));
    m_name->setToolTip(tr("The name of a simulated device, as ev-gen-123, gives the real one its place"));
    grid->addWidget(m_name, 1, 1, 1, 2);
    label(tr("Zip file"), 2);
    m_file->setAccessibleName(tr("Zip file to write"));
    grid->addWidget(m_file, 2, 1);
    auto* browse = new QPushButton(tr("Browse …"), this);
    browse->setAccessibleName(tr("Choose the zip file"));
    grid->addWidget(browse, 2, 2);
    addReach(*grid, 3);
    m_said->setWordWrap(true);
    grid->addWidget(m_said, 5, 0, 1, 3);
    m_next->hide();
    grid->addWidget(m_next, 6, 0, 1, 3);
    addButtons(*grid, 7);
    connect(m_name, &QLineEdit::textChanged, this, &KitDialog::suggestFile);
    connect(m_file, &QLineEdit::textEdited, this, [this] { m_fileChosen = true; });
    connect(m_file, &QLineEdit::textChanged, this, &KitDialog::check);
    connect(browse, &QPushButton::clicked, this, &KitDialog::chooseFile);
    suggestFile();
    m_name->selectAll();
    m_name->setFocus();
}

/// Where the device will look for this machine, and what stands in its way.
void KitDialog::addReach(QGridLayout& grid, int row)
{
    QStringList hosts;
    for (const std::string& host : m_reach.hosts)
        hosts << toQString(host);
    grid.addWidget(new RoleLabel(TextStyle::Body, Role::MutedText, tr("It dials"), this), row, 0, Qt::AlignTop);
    auto* dials = new RoleLabel(TextStyle::Body, Role::Text,
                                hosts.isEmpty() ? tr("nothing: this machine is on no network")
                                                : tr("%1 · port %2").arg(hosts.join(QStringLiteral(", "))).arg(m_reach.port),
                                this);
    dials->setWordWrap(true);
    dials->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    grid.addWidget(dials, row, 1, 1, 2);
    if (!m_reach.onlyHere && m_reach.certified)
        return;
    auto* obstacle = new RoleLabel(
        TextStyle::Body, Role::Attention,
        m_reach.onlyHere ? tr("Nobody gets in yet: this workspace listens on %1, for this machine alone. The kit can be made; "
                              "before the device connects, leave the console and start it so: %2")
                               .arg(toQString(m_reach.listen), toQString(m_reach.command))
                         : tr("This machine's address is newer than the server's certificate. Start the console again before "
                              "the device connects: that issues another."),
        this);
    obstacle->setWordWrap(true);
    obstacle->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    grid.addWidget(obstacle, row + 1, 0, 1, 3);
}

void KitDialog::addButtons(QGridLayout& grid, int row)
{
    setKind(*m_make, ButtonKind::Primary);
    m_make->setDefault(true);
    auto* buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(m_close);
    buttons->addWidget(m_make);
    grid.addLayout(buttons, row, 0, 1, 3);
    connect(m_close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_make, &QPushButton::clicked, this, &KitDialog::make);
}

void KitDialog::chooseFile()
{
    const QString file = QFileDialog::getSaveFileName(this, tr("The kit"), m_file->text(), tr("Zip files (*.zip)"));
    if (file.isEmpty())
        return;
    m_fileChosen = true;
    m_file->setText(file);
}

void KitDialog::suggestFile()
{
    if (!m_fileChosen)
        m_file->setText(QDir::home().filePath(QStringLiteral("kit-%1.zip").arg(fileWord(m_name->text()))));
    check();
}

void KitDialog::check()
{
    const QString name = m_name->text().trimmed();
    const QFileInfo file(m_file->text());
    QString problem;
    if (!name.isEmpty() && !thingName().match(name).hasMatch())
        problem = tr("A name has letters, digits, - _ and :, at most 128 of them.");
    else if (!file.absoluteDir().exists())
        problem = tr("There is no folder %1.").arg(file.absolutePath());
    else if (file.exists())
        problem = tr("%1 is there already and would be replaced.").arg(file.fileName());
    m_said->setText(problem);
    m_said->setRole(Role::Attention);
    m_said->setVisible(!problem.isEmpty());
    fit();
    m_make->setEnabled(thingName().match(name).hasMatch() && file.absoluteDir().exists() && !m_reach.hosts.empty());
}

void KitDialog::make()
{
    m_make->setEnabled(false);
    m_said->show();
    m_said->setRole(Role::MutedText);
    m_said->setText(tr("Making keys and certificate …"));
    const QPointer<KitDialog> self(this);
    m_outside.makeKit(m_name->text().trimmed().toStdString(), QFileInfo(m_file->text()).absoluteFilePath().toStdString(),
                      [self](const std::string& problem) {
                          if (!self)
                              return;
                          if (problem.empty())
                              return self->showNext();
                          self->m_said->setRole(Role::Lost);
                          self->m_said->setText(toQString(problem));
                          self->fit();
                          self->m_make->setEnabled(true);
                      });
}

void KitDialog::showNext()
{
    const QString name = m_name->text().trimmed();
    m_name->setReadOnly(true);
    m_file->setReadOnly(true);
    m_said->setRole(Role::Text);
    m_said->setText(tr("The kit is written. It holds a private key: give it to that machine alone. With the Pi's name in "
                       "place of raspberrypi.local, in a terminal:"));
    m_next->setCommands(QStringLiteral("scp %1 pi@raspberrypi.local:kit.zip\n"
                                       "ssh -t pi@raspberrypi.local 'unzip -o kit.zip && cd greensward-%2 && ./install.sh && ./run.sh'")
                            .arg(quoted(QFileInfo(m_file->text()).absoluteFilePath()), fileWord(name)));
    m_next->show();
    m_make->hide();
    m_close->setText(tr("Close"));
    m_close->setDefault(true);
    m_close->setFocus();
    fit();
    emit made(name);
}

/// What is said has wrapped lines: only now it is known how many.
void KitDialog::fit()
{
    layout()->activate();
    resize(width(), layout()->totalHeightForWidth(width()));
}

} // namespace greensward::ui
