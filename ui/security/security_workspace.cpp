// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/security/security_workspace.h"

#include "ui/kit/acts.h"
#include "ui/kit/card.h"
#include "ui/kit/commands.h"
#include "ui/kit/icon.h"
#include "ui/models/number_text.h"
#include "ui/models/qt_text.h"
#include "ui/security/certificate_page.h"
#include "ui/security/evaluation_page.h"
#include "ui/security/identity_page.h"
#include "ui/security/new_device_dialog.h"
#include "ui/security/policy_page.h"
#include "ui/security/refusal_page.h"

#include <QHBoxLayout>
#include <QStackedWidget>
#include <QTabBar>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace greensward::ui {

SecurityWorkspace::SecurityWorkspace(EngineMirror& mirror, QWidget* parent)
    : Workspace(QStringLiteral("security"), tr("Security"), QStringLiteral("lock"), parent)
    , m_mirror(mirror)
    , m_registry(mirror.model<Registry>())
    , m_acts(mirror.engine().api())
    , m_card(new Card(tr("Security"), this))
    , m_notice(new NoticeBar(m_card))
    , m_desk{.mirror = m_mirror, .registry = m_registry, .acts = m_acts, .notice = *m_notice}
{
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(m_card);
    addHead();
    addPages();
    joinPages();
    m_card->body().addWidget(m_notice);
    connect(&m_acts, &AccountActs::done, m_notice, &NoticeBar::tell);
    connect(&m_acts, &AccountActs::failed, m_notice, &NoticeBar::complain);
    connect(m_notice, &NoticeBar::undoAsked, &m_acts.undoStack(), &QUndoStack::undo);
    connect(&m_registry, &Registry::changed, this, &SecurityWorkspace::showState);
    showState();
}

void SecurityWorkspace::addHead()
{
    m_bar = new QTabBar(m_card);
    m_bar->setDrawBase(false);
    m_bar->setExpanding(false);
    m_bar->setUsesScrollButtons(true);
    m_bar->setAccessibleName(tr("Pages of Security"));
    m_state = new RoleLabel(TextStyle::Secondary, Role::MutedText, {}, m_card);
    auto* refresh = new QToolButton(m_card);
    refresh->setIcon(icon(QStringLiteral("repeat")));
    refresh->setIconSize(QSize(px(18), px(18)));
    refresh->setMinimumSize(px(28), px(28));
    refresh->setToolTip(tr("Ask the account again (F5)"));
    refresh->setAccessibleName(tr("Ask the account again"));
    connect(refresh, &QToolButton::clicked, &m_registry, &Registry::refresh);
    m_card->head().addWidget(m_bar, 1);
    m_card->head().addWidget(m_state);
    m_card->head().addWidget(refresh);
    disableWithoutAccount(*refresh);
}

void SecurityWorkspace::disableWithoutAccount(QWidget& widget)
{
    if (m_mirror.engine().player())
        disableInCapture(widget);
    else
        widget.setEnabled(m_registry.isThere());
}

void SecurityWorkspace::addPages()
{
    m_pages = new QStackedWidget(m_card);
    m_identities = new IdentityPage(m_desk, m_pages);
    m_policies = new PolicyPage(m_desk, m_pages);
    m_evaluation = new EvaluationPage(m_desk, m_pages);
    m_refusals = new RefusalPage(m_desk, m_pages);
    m_certificates = new CertificatePage(m_desk, m_pages);
    m_tabs = {m_identities, m_policies, m_evaluation, m_refusals, m_certificates};
    const QStringList titles{tr("Identities"), tr("Policies"), tr("Evaluate"), tr("Refusals"), tr("Certificates")};
    for (std::size_t at = 0; at < m_tabs.size(); ++at) {
        m_pages->addWidget(m_tabs[at]);
        m_bar->addTab(titles[static_cast<qsizetype>(at)]);
        // Of an account that is not there only what the recorder told of is known.
        if (m_tabs[at] != m_refusals)
            disableWithoutAccount(*m_tabs[at]);
    }
    m_card->body().addWidget(m_pages, 1);
    connect(m_bar, &QTabBar::currentChanged, m_pages, &QStackedWidget::setCurrentIndex);
    connect(m_bar, &QTabBar::currentChanged, this, [this](int tab) { page(tab).chooseSomething(); });
    if (!m_registry.isThere())
        showTab(Refusals);
}

void SecurityWorkspace::joinPages()
{
    connect(m_identities, &IdentityPage::newDeviceAsked, this, &SecurityWorkspace::makeDevice);
    connect(m_identities, &IdentityPage::policyAsked, this, [this](const QString& name) {
        m_policies->showPolicy(name);
        showTab(Policies);
    });
    connect(m_identities, &IdentityPage::evaluationAsked, this, [this](const QString& thing) {
        m_evaluation->askAs(thing);
        showTab(Evaluate);
    });
    connect(m_refusals, &RefusalPage::policyProposed, this, [this](const QString& name, const QString& document) {
        m_policies->propose(name, document);
        showTab(Policies);
    });
    connect(m_refusals, &RefusalPage::questionAsked, this,
            [this](const Evaluation::Asker& asker, const AccessQuestion& question) {
                m_evaluation->ask(asker, question);
                showTab(Evaluate);
            });
    connect(&m_mirror.selection(), &Selection::clientChanged, this, &SecurityWorkspace::takeSelectedClient);
    connect(&m_mirror.selection(), &Selection::eventChanged, this, [this](trace::EventId event) {
        if (m_refusals->choose(event))
            showTab(Refusals);
    });
}

void SecurityWorkspace::showTab(Tab tab)
{
    m_bar->setCurrentIndex(tab);
}

SecurityWorkspace::Tab SecurityWorkspace::tab() const
{
    return static_cast<Tab>(m_bar->currentIndex());
}

void SecurityWorkspace::makeDevice(const QString& thing)
{
    auto* dialog = new NewDeviceDialog(m_desk, thing, this);
    connect(dialog, &NewDeviceDialog::made, this,
            [this](const QString& name, const QString& sentence, const QString& commands) {
                m_notice->tell(sentence, commands);
                m_identities->showThing(name);
                showTab(Identities);
            });
    dialog->open();
}

/// Who is chosen elsewhere is shown here, where it is known.
void SecurityWorkspace::takeSelectedClient()
{
    const QString client = m_mirror.selection().client();
    const auto& things = m_registry.things();
    if (std::any_of(things.begin(), things.end(),
                    [&client](const ThingEntry& one) { return toQString(one.name) == client; }))
        m_identities->showThing(client);
    m_certificates->showClient(client);
}

void SecurityWorkspace::showState()
{
    if (!m_registry.isThere())
        m_state->setText(tr("There is no account here: only what was refused is known."));
    else if (!m_registry.problem().isEmpty())
        m_state->setText(m_registry.problem());
    else if (!m_registry.isKnown())
        m_state->setText(tr("Asking the account …"));
    else
        m_state->setText(m_registry.isTruncated() ? tr("The first %1 of each are shown").arg(countText(Registry::kMost))
                                                  : tr("things: %1, certificates: %2, policies: %3")
                                                        .arg(countText(m_registry.things().size()),
                                                             countText(m_registry.certificates().size()),
                                                             countText(m_registry.policies().size())));
    m_state->setRole(m_registry.problem().isEmpty() ? Role::MutedText : Role::Lost);
}

void SecurityWorkspace::showEvent(QShowEvent* event)
{
    Workspace::showEvent(event);
    m_registry.setWatched(true);
    page(m_bar->currentIndex()).chooseSomething();
}

void SecurityWorkspace::hideEvent(QHideEvent* event)
{
    Workspace::hideEvent(event);
    m_registry.setWatched(false);
}

QList<QWidget*> SecurityWorkspace::focusStops() const
{
    return QList<QWidget*>{m_bar} + page(m_bar->currentIndex()).focusStops();
}

void SecurityWorkspace::open(const QString& what)
{
    const QString first = what.section(QLatin1Char('/'), 0, 0);
    if (first == QLatin1String("things"))
        m_bar->setCurrentIndex(Identities);
    else if (first == QLatin1String("policies"))
        m_bar->setCurrentIndex(Policies);
    else if (first == QLatin1String("certificates"))
        m_bar->setCurrentIndex(Certificates);
}

void SecurityWorkspace::focusFilter()
{
    page(m_bar->currentIndex()).focusFilter();
}

bool SecurityWorkspace::leave()
{
    return m_notice->dismiss() || page(m_bar->currentIndex()).leave();
}

void SecurityWorkspace::setCompact(bool compact)
{
    for (SecurityPage* one : m_tabs)
        one->setCompact(compact);
}

void SecurityWorkspace::setSpace(Space space)
{
    m_state->setVisible(space == Space::Wide);
    for (SecurityPage* one : m_tabs)
        one->setTight(space == Space::Tight);
}

void SecurityWorkspace::addCommands(Commands& commands)
{
    const QString area = tr("Security");
    const auto add = [&](const char* id, const QString& text, const QKeySequence& keys, std::function<void()> work) {
        commands.add(this, QLatin1String(id), area, text, keys, std::move(work));
    };
    add("security.refresh", tr("Ask the account again"), Qt::Key_F5, [this] { m_registry.refresh(); });
    add("security.new-device", tr("New device …"), {}, [this] { makeDevice(); });
    const std::array<std::pair<const char*, QString>, 5> tabs{{{"security.identities", tr("Identities")},
                                                               {"security.policies", tr("Policies")},
                                                               {"security.evaluate", tr("Evaluate a policy")},
                                                               {"security.refusals", tr("Refusals")},
                                                               {"security.certificates", tr("Certificates")}}};
    for (std::size_t at = 0; at < tabs.size(); ++at)
        add(tabs[at].first, tabs[at].second, {}, [this, at] {
            emit workspaceAsked(id());
            showTab(static_cast<Tab>(at));
        });
}

QByteArray SecurityWorkspace::memory() const
{
    return QByteArray::number(m_bar->currentIndex());
}

void SecurityWorkspace::remember(const QByteArray& memory)
{
    bool isNumber = false;
    const int tab = memory.toInt(&isNumber);
    if (isNumber && tab >= 0 && tab < m_bar->count() && m_registry.isThere())
        m_bar->setCurrentIndex(tab);
}

void SecurityWorkspace::fillForPicture()
{
    page(m_bar->currentIndex()).chooseSomething();
}

} // namespace greensward::ui
