#!/usr/bin/env python3
"""Writes the facts of AWS service models that the emulator enforces.

    service-facts.py [--check] [--model FILE [--service NAME]] [--into FOLDER]

Takes names, bounds, patterns and errors out of botocore's service model, by default of the
pinned botocore of PyPI, and none of its documentation. The same input always gives the same
bytes. With --check nothing is written: the exit code is 1 if a facts file would change.
Needs Python 3.11 or newer, and pip unless a model file is given.
"""
import argparse
import gzip
import json
import pathlib
import subprocess
import sys
import tempfile
import zipfile

BOTOCORE = "1.44.5"
# Model and, where the emulator has only some, operations.
SERVICES = {"account": ("account/2021-02-01", ("ListRegions",)),
            "app-integrations": ("appintegrations/2020-07-29", None),
            "connect": ("connect/2017-08-08", (
                "CreateInstance", "CreateIntegrationAssociation", "CreateSecurityProfile", "CreateUseCase",
                "DeleteInstance", "DeleteIntegrationAssociation", "DeleteUseCase", "DescribeInstance",
                "DescribeSecurityProfile", "ListInstances", "ListIntegrationAssociations",
                "ListSecurityProfileApplications", "ListSecurityProfiles", "ListUseCases",
                "UpdateSecurityProfile")),
            "iam": ("iam/2010-05-08", (
                "AttachRolePolicy", "CreateServiceLinkedRole", "DeleteRole", "DeleteRolePolicy",
                "DeleteServiceLinkedRole", "DetachRolePolicy", "GetPolicy", "GetPolicyVersion", "GetRole",
                "GetRolePolicy", "GetServiceLinkedRoleDeletionStatus", "ListAttachedRolePolicies",
                "ListPolicyVersions", "ListRolePolicies", "ListRoleTags", "ListRoles", "PutRolePolicy",
                "SimulatePrincipalPolicy", "TagRole", "UntagRole", "UpdateAssumeRolePolicy", "UpdateRole",
                "UpdateRoleDescription")),
            "profile": ("customer-profiles/2020-08-15", (
                "CreateDomain", "DeleteDomain", "DeleteIntegration", "GetIntegration", "ListAccountIntegrations",
                "ListDomains", "ListIntegrations", "PutIntegration")),
            "wisdom": ("qconnect/2020-10-19", (
                "CreateAssistant", "CreateAssistantAssociation", "CreateKnowledgeBase", "DeleteAssistant",
                "DeleteAssistantAssociation", "DeleteKnowledgeBase", "GetKnowledgeBase", "ListAssistantAssociations",
                "ListAssistants", "ListKnowledgeBases"))}
TARGET = pathlib.Path(__file__).resolve().parents[1] / "resources/dev/appintegrations/emulator/model"
BOUNDS = ("min", "max", "pattern", "enum", "required")


def models_of_botocore():
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--only-binary=:all:",
                        "--dest", folder, f"botocore=={BOTOCORE}"], check=True)
        wheel = zipfile.ZipFile(next(pathlib.Path(folder).glob("*.whl")))
        names = set(wheel.namelist())
        for service, (path, _) in SERVICES.items():
            name = f"botocore/data/{path}/service-2.json"
            data = wheel.read(name) if name in names else gzip.decompress(wheel.read(name + ".gz"))
            yield service, json.loads(data)


def member(definition):
    facts = {"shape": definition["shape"]}
    for key in ("location", "locationName"):
        if key in definition:
            facts[key] = definition[key]
    return facts


def shape(definition):
    facts = {"type": definition["type"]}
    facts.update({key: definition[key] for key in BOUNDS if key in definition})
    if "members" in definition:
        facts["members"] = {name: member(each) for name, each in definition["members"].items()}
    for key in ("member", "key", "value"):
        if key in definition:
            facts[key] = definition[key]["shape"]
    return facts


def reachable(shapes, name, found):
    if name in found:
        return
    found[name] = shape(shapes[name])
    for each in found[name].get("members", {}).values():
        reachable(shapes, each["shape"], found)
    for key in ("member", "key", "value"):
        if key in found[name]:
            reachable(shapes, found[name][key], found)


def facts(service, model):
    shapes, operations = {}, {}
    wanted = SERVICES[service][1] or model["operations"]
    for name in wanted:
        definition = model["operations"][name]
        operation = {"method": definition["http"]["method"], "path": definition["http"]["requestUri"],
                     "status": definition["http"].get("responseCode", 200), "errors": {}}
        if "input" in definition:
            operation["input"] = definition["input"]["shape"]
            reachable(model["shapes"], operation["input"], shapes)
        for error in definition.get("errors", []):
            error_shape = model["shapes"][error["shape"]]
            error_facts = error_shape.get("error", {})
            operation["errors"][error_facts.get("code", error["shape"])] = error_facts.get("httpStatusCode", 400)
        operations[name] = operation
    document = {"service": service, "apiVersion": model["metadata"]["apiVersion"], "operations": operations,
                "shapes": shapes}
    return json.dumps(document, indent=1, sort_keys=True, ensure_ascii=True) + "\n"


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--check", action="store_true", help="write nothing, fail if a file would change")
    parser.add_argument("--model", type=pathlib.Path, help="a service-2.json of the one service to write")
    parser.add_argument("--service", default="app-integrations", choices=sorted(SERVICES), help="which one --model is")
    parser.add_argument("--into", type=pathlib.Path, default=TARGET, help="folder of the facts files")
    arguments = parser.parse_args()
    models = ([(arguments.service, json.loads(arguments.model.read_text("utf-8")))] if arguments.model
              else models_of_botocore())
    changed = False
    for service, model in models:
        file = arguments.into / f"{service}.json"
        text = facts(service, model)
        if not file.exists() or file.read_text("utf-8") != text:
            changed = True
            print(f"{file.name}: {'differs' if arguments.check else 'written'}")
            if not arguments.check:
                file.write_text(text, "utf-8")
    return 1 if changed and arguments.check else 0


if __name__ == "__main__":
    sys.exit(main())
