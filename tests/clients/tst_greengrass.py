# SPDX-FileCopyrightText: 2026 The Greensward authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The Greengrass API with boto3 and the AWS CLI: groups, definitions, roles, authorities; and what is there after kill -9."""

import json
import subprocess
import tempfile
import unittest

import serve
from aws_cli import AwsCli, Refused
from greengrass_world import ACCOUNT, FUNCTION, GREENGRASS, ISO, KINDS, THING, UUID, Case, Core, Device
from serve import Serve
from tst_lambda import ClientError, client_of


class Names(Case):
    """Groups, definitions and versions: the same calls for every kind."""

    def test_every_kind_of_definition(self):
        entries = {"core": {"Id": "1", "ThingArn": THING + "t", "CertificateArn": "c", "SyncShadow": True},
                   "device": {"Id": "1", "ThingArn": THING + "t", "CertificateArn": "c", "SyncShadow": False},
                   "function": {"Id": "1", "FunctionArn": FUNCTION + "f:1", "FunctionConfiguration": {"Timeout": 3, "MemorySize": 16384}},
                   "subscription": {"Id": "1", "Source": "cloud", "Subject": "a/#", "Target": "GGShadowService"},
                   "logger": {"Id": "1", "Component": "Lambda", "Level": "INFO", "Space": 1, "Type": "FileSystem"},
                   "resource": {"Id": "1", "Name": "n", "ResourceDataContainer": {"LocalVolumeResourceData": {
                       "SourcePath": "/s", "DestinationPath": "/d", "GroupOwnerSetting": {"AutoAddGroupOwner": True}}}},
                   "connector": {"Id": "1", "ConnectorArn": "arn:c", "Parameters": {"a": "b"}}}
        for kind, entry in entries.items():
            with self.subTest(kind):
                def call(verb, what="definition", **arguments):
                    got = getattr(self.gg, f"{verb}_{kind}_{what}")(**arguments)
                    self.assertEqual(got.pop("ResponseMetadata")["HTTPStatusCode"], 200)
                    return got
                made = call("create", Name="first")
                member = {f"{kind.capitalize()}DefinitionId": made["Id"]}
                self.assertRegex(made["Arn"], f"^{GREENGRASS}definition/{kind}s/{UUID}$")
                self.assertRegex(made["CreationTimestamp"], ISO)
                self.assertNotIn("LatestVersion", made)
                version = call("create", "definition_version", **member, **{KINDS[kind]: [entry]})
                self.assertEqual((version["Id"], version["Arn"]), (made["Id"], f"{made['Arn']}/versions/{version['Version']}"))
                got = call("get", "definition_version", **member, **{f"{kind.capitalize()}DefinitionVersionId": version["Version"]})
                self.assertEqual(got["Definition"], {KINDS[kind]: [entry]})
                self.assertEqual(call("update", **member, Name="second"), {})
                got = call("get", **member)
                self.assertEqual((got["Name"], got["LatestVersion"], got["LatestVersionArn"], got["tags"]),
                                 ("second", version["Version"], version["Arn"], {}))
                newer = call("create", "definition_version", **member, **{KINDS[kind]: []})
                self.assertEqual([one["Version"] for one in call("list", "definition_versions", **member)["Versions"]],
                                 [newer["Version"], version["Version"]])
                self.assertEqual([one["Id"] for one in call("list", "definitions")["Definitions"]], [made["Id"]])
                call("delete", **member)
                self.assertIn("does not exist", self.refused(getattr(self.gg, f"get_{kind}_definition"), 404, **member))
                self.refused(getattr(self.gg, f"delete_{kind}_definition"), 404, **member)

    def test_pages(self):
        ids = [self.gg.create_logger_definition(Name=str(number))["Id"] for number in range(5)]
        found, token, pages = [], {}, 0
        while True:
            page = self.gg.list_logger_definitions(MaxResults="2", **token)
            found += [one["Id"] for one in page["Definitions"]]
            pages += 1
            if "NextToken" not in page:
                break
            token = {"NextToken": page["NextToken"]}
        self.assertEqual((found, pages), (ids, 3))
        self.refused(self.gg.list_logger_definitions, NextToken="nonsense")
        self.refused(self.gg.list_logger_definitions, MaxResults="none")

    def test_the_same_token_makes_one(self):
        made = [self.gg.create_group(Name="once", AmznClientToken="t-1")["Id"] for _ in range(2)]
        self.assertEqual(made[0], made[1])
        self.assertIn("client token", self.refused(self.gg.create_group, Name="other", AmznClientToken="t-1"))
        versions = [self.gg.create_group_version(GroupId=made[0], AmznClientToken="t-1")["Version"] for _ in range(2)]
        self.assertEqual(versions[0], versions[1], "a token is of one operation")
        self.assertEqual(len(self.gg.list_group_versions(GroupId=made[0])["Versions"]), 1)
        self.assertNotEqual(self.gg.create_group(Name="once")["Id"], made[0])

    def test_tags(self):
        group = self.gg.create_group(Name="tagged", tags={"room": "1"})
        definition = self.gg.create_device_definition(tags={"a": "b"})
        self.gg.tag_resource(ResourceArn=group["Arn"], tags={"floor": "2", "room": "3"})
        self.assertEqual(self.gg.list_tags_for_resource(ResourceArn=group["Arn"])["tags"], {"floor": "2", "room": "3"})
        self.gg.untag_resource(ResourceArn=group["Arn"], TagKeys=["floor", "nothing"])
        self.assertEqual(self.gg.get_group(GroupId=group["Id"])["tags"], {"room": "3"})
        self.assertEqual(self.gg.get_device_definition(DeviceDefinitionId=definition["Id"])["tags"], {"a": "b"})
        self.refused(self.gg.tag_resource, 404, ResourceArn=group["Arn"][:-1] + "x", tags={"a": "b"})

    def test_what_is_refused(self):
        gone = "00000000-0000-4000-8000-000000000000"
        self.refused(self.gg.get_group, 404, GroupId=gone)
        self.refused(self.gg.create_group_version, 404, GroupId=gone)
        self.refused(self.gg.list_deployments, 404, GroupId=gone)
        group = self.gg.create_group(Name="g")["Id"]
        self.refused(self.gg.get_group_version, 404, GroupId=group, GroupVersionId=gone)
        self.refused(self.gg.get_deployment_status, 404, GroupId=group, DeploymentId=gone)
        self.refused(self.gg.create_deployment, 404, GroupId=group, DeploymentType="NewDeployment", GroupVersionId=gone)
        self.assertIn("ResetDeployments", self.refused(self.gg.create_deployment, GroupId=group, DeploymentType="ResetDeployment"))
        self.assertIn("Cores[0].CertificateArn is missing",
                      self.refused(self.loose().create_core_definition,
                                   InitialVersion={"Cores": [{"Id": "1", "ThingArn": "t"}]}))
        self.refused(self.gg.create_group, Name="g", InitialVersion={"CoreDefinitionVersionArn": "arn:nothing"})
        for call, arguments in ((self.gg.start_bulk_deployment, {"ExecutionRoleArn": "r", "InputFileUri": "u"}),
                                (self.gg.get_thing_runtime_configuration, {"ThingName": "t"}),
                                (self.gg.create_software_update_job, {
                                    "S3UrlSignerRole": "r", "SoftwareToUpdate": "core", "UpdateTargets": ["t"],
                                    "UpdateTargetsArchitecture": "x86_64", "UpdateTargetsOperatingSystem": "ubuntu"})):
            with self.assertRaises(ClientError) as refused:
                call(**arguments)
            self.assertEqual(refused.exception.response["Error"]["Code"], "UnknownOperationException")
            self.assertIn("Not built here", str(refused.exception))

    def test_what_a_user_may(self):
        group = self.gg.create_group(Name="mine")
        self.iam.create_user(UserName="ann")
        keys = self.iam.create_access_key(UserName="ann")["AccessKey"]
        self.iam.put_user_policy(UserName="ann", PolicyName="p", PolicyDocument=json.dumps({"Version": "2012-10-17", "Statement": [
            {"Effect": "Allow", "Action": ["greengrass:Get*", "greengrass:AssociateRoleToGroup"], "Resource": group["Arn"]}]}))
        ann = client_of(self.serve.ready, "greengrass", keys)
        self.assertEqual(ann.get_group(GroupId=group["Id"])["Name"], "mine")
        for call, arguments in ((ann.list_groups, {}), (ann.delete_group, {"GroupId": group["Id"]}),
                                (ann.associate_role_to_group, {"GroupId": group["Id"], "RoleArn": f"arn:aws:iam::{ACCOUNT}:role/r"})):
            with self.assertRaises(ClientError) as refused:
                call(**arguments)
            self.assertEqual(refused.exception.response["Error"]["Code"], "AccessDeniedException")


class Settings(Case):
    """Roles, certificate authorities, addresses."""

    def test_roles(self):
        self.refused(self.gg.get_service_role_for_account, 404)
        self.refused(self.gg.associate_service_role_to_account, RoleArn="Greengrass_ServiceRole")
        role = f"arn:aws:iam::{ACCOUNT}:role/service-role/R"
        self.assertRegex(self.gg.associate_service_role_to_account(RoleArn=role)["AssociatedAt"], ISO)
        self.assertEqual(self.gg.get_service_role_for_account()["RoleArn"], role)
        self.assertRegex(self.gg.disassociate_service_role_from_account()["DisassociatedAt"], ISO)
        self.refused(self.gg.get_service_role_for_account, 404)
        group = self.gg.create_group(Name="g")["Id"]
        self.refused(self.gg.get_associated_role, 404, GroupId=group)
        self.gg.associate_role_to_group(GroupId=group, RoleArn=role)
        self.assertEqual(self.gg.get_associated_role(GroupId=group)["RoleArn"], role)
        self.gg.disassociate_role_from_group(GroupId=group)
        self.refused(self.gg.get_associated_role, 404, GroupId=group)

    def test_certificate_authorities(self):
        group = self.gg.create_group(Name="g")["Id"]
        first = self.gg.list_group_certificate_authorities(GroupId=group)["GroupCertificateAuthorities"]
        self.assertEqual(len(first), 1, "made with the group")
        self.assertRegex(first[0]["GroupCertificateAuthorityId"], "^[0-9a-f]{64}$")
        self.assertEqual(first[0]["GroupCertificateAuthorityArn"],
                         f"{GREENGRASS}groups/{group}/certificateauthorities/{first[0]['GroupCertificateAuthorityId']}")
        pem = self.gg.get_group_certificate_authority(
            GroupId=group, CertificateAuthorityId=first[0]["GroupCertificateAuthorityId"])["PemEncodedCertificate"]
        shown = subprocess.run(["openssl", "x509", "-noout", "-enddate", "-subject", "-text"], input=pem, capture_output=True, text=True).stdout
        self.assertIn("notAfter=Dec 31 23:59:59 2049 GMT", shown)
        self.assertIn("Public-Key: (2048 bit)", shown)
        self.assertIn("Signature Algorithm: sha256WithRSAEncryption", shown)
        made = self.gg.create_group_certificate_authority(GroupId=group)["GroupCertificateAuthorityArn"]
        both = [one["GroupCertificateAuthorityArn"] for one in self.gg.list_group_certificate_authorities(GroupId=group)["GroupCertificateAuthorities"]]
        self.assertEqual(both, [made, first[0]["GroupCertificateAuthorityArn"]])
        self.refused(self.gg.get_group_certificate_authority, 404, GroupId=group, CertificateAuthorityId="0" * 64)

    def test_how_long_certificates_live(self):
        group = self.gg.create_group(Name="g")["Id"]
        got = self.gg.get_group_certificate_configuration(GroupId=group)
        self.assertEqual((got["GroupId"], got["CertificateAuthorityExpiryInMilliseconds"], got["CertificateExpiryInMilliseconds"]),
                         (group, "2524607999000", "604800000"))
        got = self.gg.update_group_certificate_configuration(GroupId=group, CertificateExpiryInMilliseconds="2592000000")
        self.assertEqual(got["CertificateExpiryInMilliseconds"], "2592000000")
        for wrong in ("604799999", "2592000001", "a week"):
            self.refused(self.gg.update_group_certificate_configuration, GroupId=group, CertificateExpiryInMilliseconds=wrong)

    def test_addresses(self):
        self.assertEqual(self.gg.get_connectivity_info(ThingName="pi")["ConnectivityInfo"], [])
        said = [{"Id": "1", "HostAddress": "pi.local", "PortNumber": 8883, "Metadata": "m"}]
        self.assertRegex(self.gg.update_connectivity_info(ThingName="pi", ConnectivityInfo=said)["Version"], UUID)
        self.assertEqual(self.gg.get_connectivity_info(ThingName="pi")["ConnectivityInfo"], said)
        self.refused(self.gg.update_connectivity_info, ThingName="pi", ConnectivityInfo=[{"Id": "1", "HostAddress": "a", "PortNumber": 70000}])
        self.refused(self.gg.update_connectivity_info, ThingName="pi", ConnectivityInfo=[{"Id": "1"}])


class Kept(Case):
    """What was answered is there after kill -9."""

    @classmethod
    def setUpClass(cls):
        cls.workspace = tempfile.TemporaryDirectory(prefix="greensward-gg-")
        cls.serve = Serve(data_dir=cls.workspace.name)
        cls.again()

    @classmethod
    def tearDownClass(cls):
        super().tearDownClass()
        cls.workspace.cleanup()

    @classmethod
    def again(cls):
        cls.serve.kill()
        cls.serve.start()
        cls.gg, cls.iot, cls.iam = (client_of(cls.serve.ready, service) for service in ("greengrass", "iot", "iam"))

    def seen(self, group):
        authority = self.gg.list_group_certificate_authorities(GroupId=group)["GroupCertificateAuthorities"]
        shown = [self.gg.get_group(GroupId=group), self.gg.list_group_versions(GroupId=group)["Versions"],
                 self.gg.list_deployments(GroupId=group)["Deployments"], self.gg.get_associated_role(GroupId=group),
                 [self.gg.get_group_certificate_authority(GroupId=group, CertificateAuthorityId=one["GroupCertificateAuthorityId"])["PemEncodedCertificate"]
                  for one in authority], self.gg.get_group_certificate_configuration(GroupId=group),
                 self.gg.get_service_role_for_account(), self.gg.get_connectivity_info(ThingName="core")]
        for one in shown:
            if isinstance(one, dict):
                one.pop("ResponseMetadata")
        return shown

    def test_kill(self):
        self.give_service_role()
        core, lamp = Core(self.serve, "core"), Device(self.serve, "lamp", "greengrass:Discover")
        group, version = self.group("kept", core=[core.entry()], device=[lamp.entry()])
        self.gg.update_connectivity_info(ThingName="core", ConnectivityInfo=[{"Id": "1", "HostAddress": "10.0.0.1", "PortNumber": 8883, "Metadata": ""}])
        self.gg.associate_role_to_group(GroupId=group, RoleArn=f"arn:aws:iam::{ACCOUNT}:role/r")
        self.gg.update_group_certificate_configuration(GroupId=group, CertificateExpiryInMilliseconds="1000000000")
        self.gg.create_group_certificate_authority(GroupId=group, AmznClientToken="rotate")
        self.gg.create_group_version(GroupId=group)
        before = self.seen(group)
        deployment = self.deploy(group, version)
        self.again()  # at once: it may not even be built
        self.status(group, deployment, "InProgress")
        self.assertEqual(core.notified()["deploymentId"], deployment)
        after = self.seen(group)
        self.assertEqual(after[2][0]["DeploymentId"], deployment)
        after[2] = before[2]
        self.assertEqual(after, before)
        self.assertEqual(core.document(group, deployment)[0], 200)
        self.assertEqual(core.tell(group, deployment, "Success"), 200)
        found = lamp.get("/greengrass/discover/thing/lamp")
        self.again()
        self.status(group, deployment, "Success")
        self.assertEqual(lamp.get("/greengrass/discover/thing/lamp"), found)
        self.assertEqual(len(found[1]["GGGroups"][0]["CAs"]), 1)
        self.gg.create_group_certificate_authority(GroupId=group, AmznClientToken="rotate")
        self.assertEqual(len(self.seen(group)[4]), 2, "the token is remembered")
        reset = self.gg.reset_deployments(GroupId=group, Force=True)["DeploymentId"]
        self.status(group, reset, "Success")
        self.gg.delete_group(GroupId=group)
        self.again()
        self.assertEqual(self.gg.list_groups()["Groups"], [])
        self.assertEqual(core.notified()["deploymentId"], reset)
        self.assertEqual(core.document(group, reset)[1]["DeploymentType"], "ResetDeployment", "it still has to clean up")
        self.assertEqual(core.tell(group, reset, "Success"), 200)
        self.assertEqual(core.document(group, reset)[0], 404)


class CommandLine(Case):
    """As a lab does it, with the AWS CLI."""

    def test_from_a_role_to_a_deleted_group(self):
        aws = AwsCli(self.serve.ready)
        aws("iam", "create-role", role_name="Greengrass_ServiceRole", assume_role_policy_document={
            "Version": "2012-10-17", "Statement": [
                {"Effect": "Allow", "Principal": {"Service": "greengrass.amazonaws.com"}, "Action": "sts:AssumeRole"}]})
        aws("iam", "attach-role-policy", role_name="Greengrass_ServiceRole",
            policy_arn="arn:aws:iam::aws:policy/service-role/AWSGreengrassResourceAccessRolePolicy")
        aws("greengrass", "associate-service-role-to-account", role_arn=f"arn:aws:iam::{ACCOUNT}:role/Greengrass_ServiceRole")
        core = Core(self.serve, "core")
        cores = aws("greengrass", "create-core-definition", name="c", initial_version={"Cores": [core.entry()]})
        group = aws("greengrass", "create-group", name="myFirstGGG",
                    initial_version={"CoreDefinitionVersionArn": cores["LatestVersionArn"]})
        made = aws("greengrass", "create-deployment", group_id=group["Id"], group_version_id=group["LatestVersion"], deployment_type="NewDeployment")
        self.status(group["Id"], made["DeploymentId"], "InProgress")
        core.tell(group["Id"], made["DeploymentId"], "Success")
        with self.assertRaises(Refused) as refused:
            aws("greengrass", "delete-group", group_id=group["Id"])
        self.assertEqual(refused.exception.code, "BadRequestException")
        reset = aws("greengrass", "reset-deployments", "--force", group_id=group["Id"])
        self.assertEqual(self.status(group["Id"], reset["DeploymentId"], "Success")["DeploymentType"], "ForceResetDeployment")
        aws("greengrass", "delete-group", group_id=group["Id"])
        self.assertEqual(aws("greengrass", "list-groups")["Groups"], [])


if __name__ == "__main__":
    serve.need("aws", "openssl")
    serve.main()
