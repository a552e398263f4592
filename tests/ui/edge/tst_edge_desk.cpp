// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Groups without a window: made, changed, deployed, told of.
#include "edge_cloud.h"
#include "test_registry.h"
#include "ui/edge/deployment_model.h"
#include "ui/edge/edge_desk.h"
#include "ui/edge/member_models.h"
#include "ui/edge/route_matrix.h"
#include "ui/edge/shadow_pairs.h"
#include "ui/kit/theme.h"
#include "ui/models/engine_mirror.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include <memory>

namespace greensward::ui {

class TestEdgeDesk final : public QObject
{
    Q_OBJECT

private slots:
    void init() { open(); }
    void cleanup();
    void aGroupIsMadeWithAllItNeeds();
    void rolesThatAreThereAreTaken();
    void whatStopsACreationIsSaid();
    void withoutCoresAThingBecomesTheCore();
    void onlyWhatChangedIsDefinedAnew();
    void nothingChangedDeploysTheSameVersion();
    void aThingWithoutACertificateIsRefused();
    void theTimelineFollowsTheDeployment();
    void aFailureSaysWhy();
    void theCoreSaysHowItEnded();
    void theVersionOfTheCoreCounts();
    void theMatrixTellsWhatChanged();
    void whatOthersChangeIsTakenOver();
    void shadowsStandBesideEachOther();
    void publishedVersionsAreOffered();

private:
    void open(bool hasCores = true);
    void make();
    std::string id() { return m_desk->chosen(); }
    void addPump();
    void deployAndWait();

    std::unique_ptr<EdgeCloud> m_cloud;
    std::unique_ptr<EngineMirror> m_mirror;
    EdgeDesk* m_desk = nullptr;
};

void TestEdgeDesk::open(bool hasCores)
{
    m_mirror.reset();
    m_cloud = std::make_unique<EdgeCloud>(hasCores);
    m_mirror = std::make_unique<EngineMirror>(*m_cloud, m_cloud->clock());
    m_desk = &m_mirror->model<EdgeDesk>();
    m_desk->setWatched(true);
    QTRY_VERIFY(m_desk->book().isKnown());
}

void TestEdgeDesk::cleanup()
{
    m_mirror.reset();
    m_cloud.reset();
}

void TestEdgeDesk::make()
{
    QSignalSpy made(m_desk, &EdgeDesk::made);
    m_desk->makeGroup(QStringLiteral("lawn"), "lawn_Core");
    QTRY_COMPARE(made.size(), 1);
    QTRY_VERIFY(m_desk->book().state(id()).isKnown);
}

void TestEdgeDesk::addPump()
{
    m_desk->addDevice(id(), "pump");
    QTRY_VERIFY(m_desk->content(id()).device(EdgeCloud::thingArn("pump")));
}

void TestEdgeDesk::deployAndWait()
{
    const auto before = m_cloud->deployments.size();
    m_desk->deploy(id());
    QTRY_COMPARE(m_cloud->deployments.size(), before + 1);
    QTRY_COMPARE(m_desk->book().state(id()).deployments.size(), before + 1);
}

void TestEdgeDesk::aGroupIsMadeWithAllItNeeds()
{
    make();
    QCOMPARE(m_cloud->cores.added, std::vector<std::string>{"lawn_Core"});
    QVERIFY2(m_cloud->serviceRole.ends_with("Greengrass_ServiceRole"), m_cloud->serviceRole.c_str());
    QVERIFY(m_cloud->groupRole.ends_with("Greengrass_GroupRole"));
    const auto core = m_cloud->newest("cores").at("Cores").as_array().at(0).as_object();
    QVERIFY(core.at("ThingArn").as_string() == EdgeCloud::thingArn("lawn_Core").c_str());
    QVERIFY(core.at("CertificateArn").as_string() == EdgeCloud::certificateArn("lawn_Core").c_str());
    QCOMPARE(m_desk->content(id()).coreThing(), std::string("lawn_Core"));
    QVERIFY(m_desk->core(id()) && m_desk->core(id())->running);
    QVERIFY(m_desk->isUndeployed(id()));
}

void TestEdgeDesk::rolesThatAreThereAreTaken()
{
    m_cloud->serviceRole = "arn:aws:iam::123456789012:role/mine";
    m_cloud->roles = {"Greengrass_GroupRole"};
    make();
    QCOMPARE(m_cloud->serviceRole, std::string("arn:aws:iam::123456789012:role/mine"));
    QCOMPARE(m_cloud->roles.size(), std::size_t{1});
}

void TestEdgeDesk::whatStopsACreationIsSaid()
{
    QSignalSpy failed(m_desk, &EdgeDesk::failed);
    m_cloud->cores.problem = "port 8884 is taken";
    m_desk->makeGroup(QStringLiteral("lawn"), "lawn_Core");
    QTRY_COMPARE(failed.size(), 1);
    QVERIFY(failed[0][0].toString().contains(QStringLiteral("port 8884 is taken")));
    m_cloud->cores.problem.clear();
    m_cloud->refuse = "POST /greengrass/definition/cores";
    m_desk->makeGroup(QStringLiteral("lawn"), "lawn_Core");
    QTRY_COMPARE(failed.size(), 2);
    QVERIFY(failed[1][0].toString().contains(QStringLiteral("no, said the test")));
    // The core is there by now: trying again goes on with it.
    m_cloud->refuse.clear();
    make();
    QCOMPARE(m_cloud->cores.added.size(), std::size_t{2});
}

void TestEdgeDesk::withoutCoresAThingBecomesTheCore()
{
    open(false);
    QSignalSpy failed(m_desk, &EdgeDesk::failed);
    m_cloud->bare = {"lamp"};
    m_desk->makeGroup(QStringLiteral("lawn"), "lamp");
    QTRY_COMPARE(failed.size(), 1);
    QVERIFY(failed[0][0].toString().contains(QStringLiteral("certificate")));
    m_desk->makeGroup(QStringLiteral("lawn"), "pump");
    QTRY_VERIFY(!id().empty());
    QTRY_COMPARE(m_desk->content(id()).coreThing(), std::string("pump"));
    QVERIFY(!m_desk->core(id()));
}

void TestEdgeDesk::onlyWhatChangedIsDefinedAnew()
{
    make();
    addPump();
    QVERIFY(m_desk->isEdited(id()));
    deployAndWait();
    QCOMPARE(m_cloud->count("POST /greengrass/definition/devices"), std::size_t{1});
    QCOMPARE(m_cloud->count("POST /greengrass/definition/subscriptions"), std::size_t{0});
    QTRY_VERIFY(!m_desk->isEdited(id()));
    m_cloud->deployments.front().status = "Success";
    QTRY_VERIFY(!m_desk->book().isDeploying(id()));

    m_desk->edit(id(), [](GroupContent& content) {
        content.setSubjects(EdgeCloud::thingArn("pump"), kCloudEnd, {QStringLiteral("lawn/#")});
    });
    deployAndWait();
    QCOMPARE(m_cloud->count("POST /greengrass/definition/devices"), std::size_t{1});
    QCOMPARE(m_cloud->count("POST /greengrass/definition/cores"), std::size_t{1});
    const auto routes = m_cloud->newest("subscriptions").at("Subscriptions").as_array();
    QCOMPARE(routes.size(), std::size_t{1});
    const auto& route = routes[0].as_object();
    QVERIFY(route.at("Source").as_string() == EdgeCloud::thingArn("pump").c_str() && route.at("Subject").as_string() == "lawn/#" &&
            route.at("Target").as_string() == "cloud");
    for (const auto& [path, one] : m_cloud->definitions)
        if (path.starts_with("groups/")) {
            QCOMPARE(one.versions.size(), std::size_t{3});
            QCOMPARE(m_cloud->deployments.front().version, one.versions.back().first);
            QVERIFY(one.versions.back().second.contains("CoreDefinitionVersionArn"));
            QVERIFY(one.versions.back().second.contains("DeviceDefinitionVersionArn"));
        }
}

void TestEdgeDesk::nothingChangedDeploysTheSameVersion()
{
    make();
    deployAndWait();
    QCOMPARE(m_cloud->deployments.front().version, m_desk->book().state(id()).version);
    for (const auto& [path, one] : m_cloud->definitions)
        QCOMPARE(one.versions.size(), std::size_t{1});
}

void TestEdgeDesk::aThingWithoutACertificateIsRefused()
{
    m_cloud->bare = {"lamp"};
    make();
    QSignalSpy failed(m_desk, &EdgeDesk::failed);
    m_desk->addDevice(id(), "lamp");
    QTRY_COMPARE(failed.size(), 1);
    QVERIFY(!m_desk->isEdited(id()));
}

void TestEdgeDesk::theTimelineFollowsTheDeployment()
{
    make();
    DeploymentModel model(*m_mirror, *m_desk, nullptr);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setGroup(id());
    deployAndWait();
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(model.index(0).data(DeploymentModel::StatusRole).toString(), QStringLiteral("Building"));
    m_cloud->deployments.front().status = "InProgress";
    QTRY_COMPARE(model.index(0).data(DeploymentModel::StatusRole).toString(), QStringLiteral("In progress"));
    QVERIFY(model.index(0).data(DeploymentModel::SaidRole).toString().contains(QStringLiteral("Waits for the core")));
    m_cloud->deployments.front().status = "Success";
    QTRY_COMPARE(model.index(0).data(DeploymentModel::StatusRole).toString(), QStringLiteral("Success"));
    QStringList names;
    for (const QVariant& step : model.index(0).data(DeploymentModel::StepsRole).toList())
        names << step.toMap()[QStringLiteral("name")].toString();
    QCOMPARE(names, (QStringList{"Building", "In progress", "Success"}));
    QVERIFY(!m_desk->isUndeployed(id()));
    m_desk->book().refresh(); // which forgets nothing of it
    QTest::qWait(50);
    QCOMPARE(model.index(0).data(DeploymentModel::StepsRole).toList().size(), 3);
}

void TestEdgeDesk::aFailureSaysWhy()
{
    make();
    DeploymentModel model(*m_mirror, *m_desk, nullptr);
    model.setGroup(id());
    deployAndWait();
    m_cloud->deployments.front().problem = "The Target of the subscription r is not in the group: x";
    m_cloud->deployments.front().status = "Failure";
    QTRY_COMPARE(model.index(0).data(DeploymentModel::StatusRole).toString(), QStringLiteral("Failure"));
    QVERIFY(model.index(0).data(DeploymentModel::SaidRole).toString().contains(QStringLiteral("not in the group")));
    QCOMPARE(model.index(0).data(DeploymentModel::InkRole).toInt(), static_cast<int>(ui::Role::Lost));
    QVERIFY(model.index(0).data(Qt::ToolTipRole).toString().contains(QStringLiteral("GG-SUBSCRIPTION")));
    QVERIFY(m_desk->isUndeployed(id()));
}

void TestEdgeDesk::theCoreSaysHowItEnded()
{
    make();
    DeploymentModel model(*m_mirror, *m_desk, nullptr);
    model.setGroup(id());
    deployAndWait();
    auto chunk = [this](const std::string& group, const std::string& sentence) {
        m_cloud->record({.kind = trace::Kind::DeploymentApplied,
                         .extra = 1,
                         .subject = "lawn_Core",
                         .object = group,
                         .detail = sentence,
                         .origin = "core lawn_Core"});
        m_cloud->flush();
        for (const auto& one : m_cloud->drain())
            m_desk->ingest(*one);
    };
    chunk("another", "nothing to do with it");
    chunk(id(), "the group is in its place");
    m_desk->book().refresh();
    QTRY_VERIFY(model.index(0).data(DeploymentModel::SaidRole).toString().contains(QStringLiteral("the group is in its place")));
}

void TestEdgeDesk::theVersionOfTheCoreCounts()
{
    make();
    deployAndWait();
    m_cloud->deployments.front().status = "Success";
    QTRY_VERIFY(!m_desk->book().isDeploying(id()));
    CoreView& core = m_cloud->cores.core("lawn_Core");
    core.groupId = id();
    core.groupVersion = "an older one";
    QTRY_VERIFY(m_desk->isUndeployed(id()));
    core.groupVersion = m_desk->book().state(id()).version;
    QTRY_VERIFY(!m_desk->isUndeployed(id()));
}

void TestEdgeDesk::theMatrixTellsWhatChanged()
{
    make();
    RouteMatrix matrix(*m_desk, nullptr);
    QAbstractItemModelTester tester(&matrix, QAbstractItemModelTester::FailureReportingMode::Fatal);
    matrix.setGroup(id());
    QCOMPARE(matrix.rowCount(), 2);
    addPump();
    QCOMPARE(matrix.rowCount(), 3);
    const auto cell = [&matrix](const std::string& from, const std::string& to) {
        return matrix.index(matrix.placeOf(from), matrix.placeOf(to));
    };
    const std::string pump = EdgeCloud::thingArn("pump");
    matrix.setSubjects(cell(pump, kCloudEnd), {"a", "b"});
    QCOMPARE(cell(pump, kCloudEnd).data(RouteMatrix::NewRole).toStringList(), (QStringList{"a", "b"}));
    QVERIFY(!matrix.isPossible(cell(kCloudEnd, kCloudEnd)));
    matrix.setSubjects(cell(kCloudEnd, kCloudEnd), {"a"});
    QCOMPARE(matrix.routes(), 2);
    deployAndWait();
    QTRY_VERIFY(cell(pump, kCloudEnd).data(RouteMatrix::NewRole).toStringList().isEmpty());
    matrix.setSubjects(cell(pump, kCloudEnd), {"b", "c"});
    QCOMPARE(cell(pump, kCloudEnd).data(RouteMatrix::NewRole).toStringList(), QStringList{"c"});
    QCOMPARE(cell(pump, kCloudEnd).data(RouteMatrix::GoneRole).toStringList(), QStringList{"a"});
    QCOMPARE(cell(pump, kCloudEnd).data(Qt::AccessibleTextRole).toString(),
             QStringLiteral("From pump to Cloud: b, c (changed, not deployed)"));
    m_desk->revert(id());
    QCOMPARE(cell(pump, kCloudEnd).data(RouteMatrix::SubjectsRole).toStringList(), (QStringList{"a", "b"}));
    QVERIFY(!m_desk->isEdited(id()));
}

void TestEdgeDesk::whatOthersChangeIsTakenOver()
{
    make();
    const auto others = [this](const std::string& thing) {
        GroupContent content = m_desk->book().state(id()).content;
        content.addDevice(EdgeCloud::thingArn(thing), "c");
        const std::string path = "definition/devices/theirs-" + thing;
        m_cloud->definitions[path].versions = {{"v", content.definition(greengrass::kDevices)}};
        auto& group = m_cloud->definitions["groups/" + id()];
        auto version = group.versions.back().second;
        version["DeviceDefinitionVersionArn"] = "arn:aws:greengrass:us-east-1:123456789012:/greengrass/" + path + "/versions/v";
        group.versions.emplace_back("v-" + thing, version);
        m_desk->book().refresh();
    };
    others("lamp");
    QTRY_VERIFY(m_desk->content(id()).device(EdgeCloud::thingArn("lamp")));
    QVERIFY(!m_desk->isEdited(id()));
    addPump();
    QSignalSpy failed(m_desk, &EdgeDesk::failed);
    others("fan");
    QTRY_COMPARE(failed.size(), 1);
    QVERIFY(m_desk->content(id()).device(EdgeCloud::thingArn("pump")));
}

void TestEdgeDesk::shadowsStandBesideEachOther()
{
    m_cloud->shadows["pump"] = R"({"state":{"reported":{"water":"off","flow":1}},"version":4})";
    m_cloud->cores.local = {{"pump", R"({"state":{"reported":{"water":"on","flow":1},"delta":{"x":1}},"version":7})", true},
                            {"made-by-a-function", R"({"state":{},"version":1})", false}};
    make();
    ShadowPairs pairs(*m_desk, nullptr);
    QAbstractItemModelTester tester(&pairs, QAbstractItemModelTester::FailureReportingMode::Fatal);
    pairs.setGroup(id());
    addPump();
    const auto text = [&pairs](int row, int column) { return pairs.index(row, column).data().toString(); };
    QTRY_COMPARE(pairs.rowCount(), 3);
    QCOMPARE(text(0, ShadowPairs::Thing), QStringLiteral("pump"));
    QTRY_COMPARE(text(0, ShadowPairs::Here), QStringLiteral("version 7"));
    QTRY_COMPARE(text(0, ShadowPairs::Cloud), QStringLiteral("version 4"));
    QCOMPARE(pairs.differences(*pairs.pair(0)), 1);
    QVERIFY(pairs.setData(pairs.index(0, ShadowPairs::Synced), Qt::Checked, Qt::CheckStateRole));
    QVERIFY(m_desk->content(id()).isSynced(EdgeCloud::thingArn("pump")));
    m_cloud->cores.core("lawn_Core").running = false;
    QTRY_COMPARE(text(0, ShadowPairs::Here), QStringLiteral("not known"));
}

void TestEdgeDesk::publishedVersionsAreOffered()
{
    make();
    std::vector<MemberOffer> offered;
    const auto offer = [&] {
        bool isThere = false;
        m_desk->offerFunctions(id(), [&](const std::vector<MemberOffer>& offers, const QString&) {
            offered = offers;
            isThere = true;
        });
        QTRY_VERIFY(isThere);
    };
    offer();
    QCOMPARE(offered, (std::vector<MemberOffer>{{"counter:1", EdgeCloud::functionArn("counter:1")},
                                                {"counter:prod", EdgeCloud::functionArn("counter:prod")}}));
    m_desk->edit(id(), [](GroupContent& content) { content.addFunction(EdgeCloud::functionArn("counter:1"), {}); });
    offer();
    QCOMPARE(offered.size(), std::size_t{1});
}

static const bool kRegistered = registerTest<TestEdgeDesk>();

} // namespace greensward::ui

#include "tst_edge_desk.moc"
