// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/brokers/broker_dialog.h"

#include "ui/brokers/pem_fields.h"
#include "ui/brokers/probe_list.h"
#include "ui/kit/card.h"
#include "ui/kit/console_style.h"
#include "ui/models/brokers_model.h"
#include "ui/models/engine_mirror.h"
#include "ui/models/profile_shelf.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDragEnterEvent>
#include <QGridLayout>
#include <QLineEdit>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

namespace greensward::ui {

namespace {

using Kind = BrokerProfile::Kind;
using Transport = BrokerProfile::Transport;

QStringList linesOf(const QPlainTextEdit& field)
{
    QStringList lines;
    for (const QString& line : field.toPlainText().split(QLatin1Char('\n'), Qt::SkipEmptyParts))
        if (!line.trimmed().isEmpty())
            lines << line.trimmed();
    return lines;
}

QStringList localFiles(const QMimeData& data)
{
    QStringList files;
    for (const QUrl& url : data.urls())
        if (url.isLocalFile())
            files << url.toLocalFile();
    return files;
}

} // namespace

BrokerDialog::BrokerDialog(EngineMirror& mirror, QWidget* parent)
    : QDialog(parent), m_mirror(mirror), m_brokers(mirror.model<BrokersModel>()), m_shelf(mirror.model<ProfileShelf>())
{
    setWindowTitle(tr("Connect to another broker"));
    setAcceptDrops(true);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(px(24), px(20), px(24), px(20));
    column->setSpacing(px(14));
    auto* halves = new QHBoxLayout;
    halves->setSpacing(px(28));
    halves->addWidget(makeEssentials(), 3);
    halves->addWidget(makeMore(), 2);
    column->addLayout(halves, 1);
    column->addWidget(makeFoot());
    resize(px(900), px(660));
    fillSaved();
    fill(BrokerProfile::plain());
    m_host->setFocus();
}

void BrokerDialog::addRow(QGridLayout& grid, const QString& label, QWidget* field)
{
    const int row = grid.rowCount();
    QString plain = label;
    plain.remove(QLatin1Char('&'));
    field->setAccessibleName(plain);
    field->setMinimumHeight(px(28));
    auto* name = new RoleLabel(TextStyle::Body, Role::MutedText, label, this);
    name->setBuddy(field);
    grid.addWidget(name, row, 0);
    grid.addWidget(field, row, 1, 1, 2);
}

QWidget* BrokerDialog::makeEssentials()
{
    auto* side = new QWidget(this);
    auto* column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(10));
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(px(12));
    grid->setVerticalSpacing(px(8));
    grid->setColumnStretch(1, 1);
    m_saved = new QComboBox(side);
    m_kind = new QComboBox(side);
    m_kind->addItem(tr("Any MQTT broker"), static_cast<int>(Kind::Plain));
    m_kind->addItem(tr("AWS IoT"), static_cast<int>(Kind::Aws));
    m_name = new QLineEdit(side);
    m_name->setPlaceholderText(tr("as lists show it, for example factory"));
    m_host = new QLineEdit(side);
    m_port = new QSpinBox(side);
    m_port->setRange(1, 65'535);
    m_transport = new QComboBox(side);
    for (const QString& name :
         {tr("MQTT over TCP"), tr("MQTT over TLS"), tr("WebSocket (ws)"), tr("WebSocket over TLS (wss)")})
        m_transport->addItem(name);
    m_version = new QComboBox(side);
    m_version->addItem(tr("MQTT 3.1.1"), 4);
    m_version->addItem(tr("MQTT 5"), 5);
    addRow(*grid, tr("&Saved"), m_saved);
    m_remove = new QPushButton(side);
    m_remove->setMinimumHeight(px(28));
    grid->removeWidget(m_saved); // it gives the button room
    grid->addWidget(m_saved, grid->rowCount() - 1, 1);
    grid->addWidget(m_remove, grid->rowCount() - 1, 2);
    connect(m_remove, &QPushButton::clicked, this, &BrokerDialog::removeOrRestore);
    addRow(*grid, tr("K&ind"), m_kind);
    addRow(*grid, tr("&Name"), m_name);
    addRow(*grid, tr("&Host"), m_host);
    m_flaw = new RoleLabel(TextStyle::Secondary, Role::Lost, {}, side);
    m_flaw->setWordWrap(true);
    m_flaw->setAccessibleName(tr("What is wrong"));
    m_fix = new QPushButton(side);
    const int row = grid->rowCount();
    grid->addWidget(m_flaw, row, 1);
    grid->addWidget(m_fix, row, 2, Qt::AlignTop);
    addRow(*grid, tr("&Port"), m_port);
    addRow(*grid, tr("&Transport"), m_transport);
    addRow(*grid, tr("&Version"), m_version);
    column->addLayout(grid);
    m_files = new PemFields(side);
    column->addWidget(m_files);
    column->addStretch();
    connect(m_saved, &QComboBox::activated, this, &BrokerDialog::chooseSaved);
    connect(m_kind, &QComboBox::activated, this, [this] {
        BrokerProfile next = m_kind->currentData().toInt() == static_cast<int>(Kind::Aws) ? BrokerProfile::aws()
                                                                                          : BrokerProfile::plain();
        next.name = m_name->text();
        next.host = m_host->text();
        m_files->writeTo(next);
        fill(next);
    });
    connect(m_transport, &QComboBox::activated, this, [this](int index) {
        BrokerProfile next = profile();
        for (int before = 0; before < m_transport->count(); ++before) // the port is still that of the one before
            if (next.port == BrokerProfile::usualPort(static_cast<Transport>(before)))
                next.port = BrokerProfile::usualPort(static_cast<Transport>(index));
        fill(next);
    });
    connect(m_port, &QSpinBox::valueChanged, this, &BrokerDialog::check);
    connect(m_version, &QComboBox::activated, this, &BrokerDialog::check);
    connect(m_fix, &QPushButton::clicked, this, &BrokerDialog::mend);
    connect(m_files, &PemFields::edited, this, &BrokerDialog::check);
    for (QLineEdit* field : {m_name, m_host})
        connect(field, &QLineEdit::textChanged, this, &BrokerDialog::check);
    return side;
}

QWidget* BrokerDialog::makeMore()
{
    auto* side = new QWidget(this);
    auto* column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(10));
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(px(12));
    grid->setVerticalSpacing(px(8));
    grid->setColumnStretch(1, 1);
    m_userName = new QLineEdit(side);
    m_password = new QLineEdit(side);
    m_password->setEchoMode(QLineEdit::Password);
    m_password->setPlaceholderText(tr("never written to a file"));
    m_clientId = new QLineEdit(side);
    m_clientId->setPlaceholderText(tr("greensward- and a random end"));
    m_keepAlive = new QSpinBox(side);
    m_keepAlive->setRange(0, 65'535);
    m_keepAlive->setSuffix(tr(" s"));
    m_cleanStart = new QCheckBox(tr("&Begin without an earlier session"), side);
    m_atStart = new QCheckBox(tr("Open again at the ne&xt start"), side);
    m_atStart->setToolTip(tr("When it is connected as the console is closed"));
    m_alpn = new QLineEdit(side);
    m_path = new QLineEdit(side);
    m_subscriptions = new QPlainTextEdit(side);
    m_subscriptions->setTabChangesFocus(true);
    m_subscriptions->setFixedHeight(px(64));
    QPalette filled = m_subscriptions->palette(); // like the fields above
    filled.setColor(QPalette::Base, color(Role::Chip));
    m_subscriptions->setPalette(filled);
    m_subscriptions->setFrameShape(QFrame::NoFrame);
    m_subscriptions->setPlaceholderText(tr("none; one filter a line"));
    addRow(*grid, tr("&User name"), m_userName);
    addRow(*grid, tr("Pass&word"), m_password);
    addRow(*grid, tr("Client id"), m_clientId);
    addRow(*grid, tr("Keep &alive"), m_keepAlive);
    addRow(*grid, tr("A&LPN"), m_alpn);
    addRow(*grid, tr("WebSocket path"), m_path);
    addRow(*grid, tr("Subscribe to"), m_subscriptions);
    grid->addWidget(m_cleanStart, grid->rowCount(), 1, 1, 2);
    grid->addWidget(m_atStart, grid->rowCount(), 1, 1, 2);
    column->addLayout(grid);
    m_probe = new ProbeList(m_brokers.port(), side);
    column->addWidget(m_probe);
    column->addStretch();
    for (QLineEdit* field : {m_userName, m_password, m_clientId, m_alpn, m_path})
        connect(field, &QLineEdit::textChanged, this, &BrokerDialog::check);
    connect(m_subscriptions, &QPlainTextEdit::textChanged, this, &BrokerDialog::check);
    return side;
}

QWidget* BrokerDialog::makeFoot()
{
    auto* foot = new QWidget(this);
    auto* row = new QHBoxLayout(foot);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(px(8));
    const auto make = [&](const QString& text) {
        auto* button = new QPushButton(text, foot);
        button->setAutoDefault(false);
        button->setMinimumHeight(px(32));
        row->addWidget(button);
        return button;
    };
    auto* import = make(tr("I&mport …"));
    auto* save = make(tr("&Export …"));
    row->addStretch();
    m_test = make(tr("Test the c&onnection"));
    auto* cancel = make(tr("Cancel"));
    m_connect = make(tr("&Connect"));
    m_connect->setDefault(true);
    setKind(*m_connect, ButtonKind::Primary);
    connect(import, &QPushButton::clicked, this, [this] { importFile({}); });
    connect(save, &QPushButton::clicked, this, &BrokerDialog::exportAll);
    connect(m_test, &QPushButton::clicked, this, &BrokerDialog::test);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_connect, &QPushButton::clicked, this, &BrokerDialog::connectNow);
    connect(m_probe, &ProbeList::finished, this, [this] { m_test->setEnabled(true); });
    return foot;
}

BrokerProfile BrokerDialog::profile() const
{
    BrokerProfile profile;
    profile.kind = static_cast<Kind>(m_kind->currentData().toInt());
    profile.name = m_name->text().trimmed();
    profile.host = m_host->text();
    profile.port = m_port->value();
    profile.transport = static_cast<Transport>(m_transport->currentIndex());
    profile.version = m_version->currentData().toInt();
    profile.userName = m_userName->text();
    profile.password = m_password->text();
    profile.needsPassword = !profile.password.isEmpty();
    profile.clientId = m_clientId->text();
    profile.keepAlive = m_keepAlive->value();
    profile.cleanStart = m_cleanStart->isChecked();
    profile.connectAtStart = m_atStart->isChecked();
    profile.alpn = m_alpn->text().trimmed();
    profile.path = m_path->text();
    profile.subscriptions = linesOf(*m_subscriptions);
    m_files->writeTo(profile);
    return profile;
}

void BrokerDialog::fill(const BrokerProfile& profile)
{
    m_filling = true;
    m_kind->setCurrentIndex(m_kind->findData(static_cast<int>(profile.kind)));
    m_name->setText(profile.name);
    m_host->setText(profile.host);
    m_host->setPlaceholderText(profile.kind == Kind::Aws ? tr("…-ats.iot.us-east-1.amazonaws.com")
                                                         : tr("broker.example.com"));
    m_port->setValue(profile.port);
    m_transport->setCurrentIndex(static_cast<int>(profile.transport));
    m_version->setCurrentIndex(m_version->findData(profile.version));
    m_userName->setText(profile.userName);
    m_password->setText(profile.password);
    m_clientId->setText(profile.clientId);
    m_keepAlive->setValue(profile.keepAlive);
    m_cleanStart->setChecked(profile.cleanStart);
    m_atStart->setChecked(profile.connectAtStart);
    m_alpn->setText(profile.alpn);
    m_path->setText(profile.path);
    m_subscriptions->setPlainText(profile.subscriptions.join(QLatin1Char('\n')));
    m_files->fill(profile);
    m_filling = false;
    check();
}

void BrokerDialog::check()
{
    if (m_filling)
        return;
    const BrokerProfile now = profile();
    m_files->setEnabled(now.usesTls());
    m_alpn->setEnabled(now.usesTls());
    m_path->setEnabled(now.usesWebSocket());
    QStringList taken = m_shelf.names();
    taken.removeAll(m_savedName);
    const QList<ProfileFlaw> flaws = flawsOf(now, taken);
    bool fatal = now.usesTls() && !m_files->roles().isUsable();
    const ProfileFlaw* shown = nullptr;
    for (const ProfileFlaw& flaw : flaws) {
        fatal |= flaw.fatal;
        const bool untouched = (flaw.field == ProfileFlaw::Field::Name && now.name.isEmpty()) ||
                               (flaw.field == ProfileFlaw::Field::Host && now.host.isEmpty());
        if (!shown || (!shown->fatal && flaw.fatal))
            shown = untouched ? shown : &flaw; // an empty field says so itself
    }
    m_flaw->setVisible(shown);
    m_fix->setVisible(shown && !shown->fix.isEmpty());
    if (shown) {
        m_flaw->setRole(shown->fatal ? Role::Lost : Role::Attention);
        m_flaw->setText(shown->sentence);
        m_fix->setText(shown->fix);
        m_fixed = shown->fixed;
    }
    m_connect->setEnabled(!fatal && m_brokers.port());
    m_test->setEnabled(!now.host.trimmed().isEmpty() && m_brokers.port() && !m_probe->isRunning());
}

void BrokerDialog::dragEnterEvent(QDragEnterEvent* event)
{
    if (!localFiles(*event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void BrokerDialog::dropEvent(QDropEvent* event)
{
    event->acceptProposedAction();
    if (BrokerProfile next = profile(); !next.usesTls()) {
        next.setTransport(next.usesWebSocket() ? Transport::SecureWebSocket : Transport::Tls);
        fill(next);
    }
    m_files->takeFiles(localFiles(*event->mimeData()));
}

void BrokerDialog::mend()
{
    fill(m_fixed);
    m_host->setFocus();
}

void BrokerDialog::test()
{
    m_test->setEnabled(false);
    m_probe->run(profile());
}

void BrokerDialog::connectNow()
{
    const BrokerProfile made = profile();
    if (!m_savedName.isEmpty() && m_savedName != made.name)
        m_brokers.close(m_savedName);
    m_shelf.save(made);
    if (!m_shelf.problem().isEmpty())
        tell(m_shelf.problem(), false); // it connects all the same
    m_brokers.open(made);
    accept();
}

void BrokerDialog::fillSaved()
{
    m_saved->clear();
    m_saved->addItem(tr("A new connection"));
    for (const QString& name : m_shelf.names())
        m_saved->addItem(name);
    showRemove();
}

/// Deletes the chosen one, or brings it back while nothing else has been chosen.
void BrokerDialog::removeOrRestore()
{
    if (m_removed) {
        const BrokerProfile profile = *std::exchange(m_removed, std::nullopt);
        m_shelf.save(profile);
        if (m_removedWasOpen)
            m_brokers.open(profile);
        fillSaved();
        choose(profile.name);
        return;
    }
    const int row = m_saved->currentIndex() - 1;
    if (row < 0)
        return;
    const BrokerProfile profile = m_shelf.at(row);
    m_removedWasOpen = m_brokers.names().contains(profile.name);
    if (m_removedWasOpen)
        m_brokers.close(profile.name);
    m_shelf.remove(row);
    fillSaved();
    choose({});
    m_removed = profile;
    showRemove();
    tell(!m_shelf.problem().isEmpty() ? m_shelf.problem()
         : m_removedWasOpen           ? tr("%1 was disconnected and deleted.").arg(profile.name)
                                      : tr("%1 was deleted.").arg(profile.name),
         m_shelf.problem().isEmpty());
}

void BrokerDialog::showRemove()
{
    m_remove->setText(m_removed ? tr("Undo") : tr("Delete"));
    m_remove->setAccessibleName(m_removed ? tr("Bring %1 back").arg(m_removed->name)
                                          : tr("Delete the saved connection"));
    m_remove->setEnabled(m_removed || m_saved->currentIndex() > 0);
}

void BrokerDialog::chooseSaved(int index)
{
    m_probe->clear();
    m_removed.reset();
    showRemove();
    m_savedName = index > 0 ? m_shelf.at(index - 1).name : QString();
    fill(index > 0 ? m_shelf.at(index - 1) : BrokerProfile::plain());
}

void BrokerDialog::choose(const QString& name)
{
    m_saved->setCurrentIndex(m_shelf.find(name) + 1);
    chooseSaved(m_saved->currentIndex());
}

void BrokerDialog::tell(const QString& text, bool good)
{
    m_flaw->setRole(good ? Role::MutedText : Role::Lost);
    m_flaw->setText(text);
    m_flaw->show();
    m_fix->hide();
}

} // namespace greensward::ui
