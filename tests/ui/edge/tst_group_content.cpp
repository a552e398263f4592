// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a group consists of: read, changed, and written as the wire has it.
#include "test_registry.h"
#include "ui/edge/group_content.h"

#include <QTest>

#include <boost/json.hpp>

namespace greensward::ui {

namespace {

const std::string kPump = "arn:aws:iot:us-east-1:123456789012:thing/pump";
const std::string kLamp = "arn:aws:iot:us-east-1:123456789012:thing/lamp";
const std::string kCounter = "arn:aws:lambda:us-east-1:123456789012:function:counter:1";

GroupContent content()
{
    GroupContent made;
    made.addDevice(kPump, "cert-pump");
    made.addDevice(kLamp, "cert-lamp");
    made.addFunction(kCounter, {.pinned = true, .memoryKB = 65536, .timeoutSeconds = 25, .variables = {{"LIMIT", "12"}}});
    made.setSubjects(kPump, kLamp, {"a/b"});
    made.setSubjects(kPump, kCloudEnd, {"a/b", "c/#"});
    return made;
}

} // namespace

class TestGroupContent final : public QObject
{
    Q_OBJECT

private slots:
    void endsAreMembersAndTheTwoWords();
    void aMemberTakesItsRoutesAlong();
    void subjectsKeepTheIdsOfTheirRoutes();
    void whatNobodyKnowsOfStays();
    void idsAreFreeAndPlain();
    void subjects_data();
    void subjects();
};

void TestGroupContent::endsAreMembersAndTheTwoWords()
{
    GroupContent made = content();
    made.addFunction("arn:aws:lambda:::function:GGCloudSpooler:1", {});
    QStringList labels;
    for (const RouteEnd& one : made.ends())
        labels << one.label;
    QCOMPARE(labels, (QStringList{"pump", "lamp", "counter:1", "Shadow service", "Cloud"}));

    // A route to who is not in the group is what will be refused: it is shown.
    made.routes.push_back({"r", "arn:aws:iot:us-east-1:123456789012:thing/stranger", "x", kCloudEnd});
    labels.clear();
    for (const RouteEnd& one : made.ends())
        labels << one.label;
    QVERIFY(labels.contains(QStringLiteral("stranger")));
}

void TestGroupContent::aMemberTakesItsRoutesAlong()
{
    GroupContent made = content();
    made.removeDevice(kLamp);
    QVERIFY(!made.device(kLamp));
    QVERIFY(made.subjects(kPump, kLamp).isEmpty());
    QCOMPARE(made.subjects(kPump, kCloudEnd), (QStringList{"a/b", "c/#"}));
    made.removeFunction(kCounter);
    QCOMPARE(made.functions.size(), std::size_t{0});
}

void TestGroupContent::subjectsKeepTheIdsOfTheirRoutes()
{
    GroupContent made = content();
    const auto before = made.routes;
    made.setSubjects(kPump, kCloudEnd, {"c/#", "new", "new"});
    QCOMPARE(made.subjects(kPump, kCloudEnd), (QStringList{"c/#", "new"}));
    QCOMPARE(made.routes[1].id, before[2].id); // of c/#
    QVERIFY(made.routes[2].id != before[0].id && made.routes[2].id != before[2].id);
    made.setSubjects(kPump, kCloudEnd, {"a/b", "c/#"});
    made.setSubjects(kPump, kCloudEnd, {});
    QCOMPARE(made.routes.size(), std::size_t{1});
}

void TestGroupContent::whatNobodyKnowsOfStays()
{
    GroupContent made;
    const auto definition = boost::json::parse(R"({"DefaultConfig":{"Execution":{"IsolationMode":"NoContainer"}},"Functions":[
        {"Id":"f","FunctionArn":"arn:aws:lambda:us-east-1:1:function:counter:1","FunctionConfiguration":{"MemorySize":16384,
         "EncodingType":"binary","Environment":{"AccessSysfs":true,"Variables":{"A":"1"}}}}]})").as_object();
    made.take(greengrass::kFunctions, definition);
    QVERIFY(made.definition(greengrass::kFunctions) == definition);
    EdgeFunctionSettings settings = settingsOf(made.functions.front());
    QCOMPARE(settings.timeoutSeconds, 3); // what the API means when nothing is said
    settings.pinned = true;
    settings.variables = {{"A", "2"}};
    made.setFunction("arn:aws:lambda:us-east-1:1:function:counter:1", settings);
    const auto& configuration = made.functions.front().at("FunctionConfiguration").as_object();
    QVERIFY(configuration.at("Pinned").as_bool());
    QVERIFY(configuration.at("EncodingType") .as_string() == "binary");
    QVERIFY(configuration.at("Environment").as_object().at("AccessSysfs").as_bool());
    QVERIFY(configuration.at("Environment").as_object().at("Variables").as_object().at("A").as_string() == "2");
    QVERIFY(made.definition(greengrass::kFunctions).contains("DefaultConfig"));
}

void TestGroupContent::idsAreFreeAndPlain()
{
    GroupContent made;
    made.addFunction("arn:aws:lambda:us-east-1:1:function:counter:1", {});
    made.addFunction("arn:aws:lambda:us-east-1:1:function:counter:prod", {});
    made.addDevice("arn:aws:iot:us-east-1:1:thing/wéird name", "c");
    made.addDevice("arn:aws:iot:us-east-1:1:thing/wéird/name", "c");
    QVERIFY(made.functions[0].at("Id") != made.functions[1].at("Id"));
    const auto id = std::string(made.devices[0].at("Id").as_string());
    QVERIFY2(std::all_of(id.begin(), id.end(), [](unsigned char c) { return std::isalnum(c) || c == '-' || c == '_' || c == ':'; }),
             id.c_str());
}

void TestGroupContent::subjects_data()
{
    QTest::addColumn<QString>("subject");
    QTest::addColumn<bool>("isWell");
    QTest::newRow("topic") << "lawn/1/moisture" << true;
    QTest::newRow("all") << "#" << true;
    QTest::newRow("one level") << "lawn/+/moisture" << true;
    QTest::newRow("shadow") << "$aws/things/pump/shadow/get/#" << true;
    QTest::newRow("nothing") << "" << false;
    QTest::newRow("wildcard inside") << "lawn/a#" << false;
    QTest::newRow("not at the end") << "#/a" << false;
    QTest::newRow("seven slashes") << "1/2/3/4/5/6/7/8" << true;
    QTest::newRow("eight slashes") << "1/2/3/4/5/6/7/8/9" << false;
    QTest::newRow("long") << QString(257, 'a') << false;
}

void TestGroupContent::subjects()
{
    QFETCH(QString, subject);
    QFETCH(bool, isWell);
    QCOMPARE(subjectProblem(subject).isEmpty(), isWell);
}

static const bool kRegistered = registerTest<TestGroupContent>();

} // namespace greensward::ui

#include "tst_group_content.moc"
