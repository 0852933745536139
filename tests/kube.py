#!/usr/bin/env python3
"""Holds contrib/kubernetes/job.yaml against the published models of Kubernetes' own client: keys, kinds, nothing unknown.

    tests/kube.py          needs the Python packages kubernetes and pyyaml
"""
import re
import sys
from pathlib import Path

import yaml
from kubernetes import client

BASIC = {"str": str, "int": int, "bool": bool, "object": object, "datetime": str}


def faults(value, kind, place):
    """What of a value is not as its model has it."""
    if inner := re.fullmatch(r"[lL]ist\[(.*)\]", kind):
        if not isinstance(value, list):
            return [f"{place} is no list"]
        return [fault for at, one in enumerate(value) for fault in faults(one, inner[1], f"{place}[{at}]")]
    if inner := re.fullmatch(r"[dD]ict[(\[]\w+, ?(.*)[)\]]", kind):
        return [fault for key, one in value.items() for fault in faults(one, inner[1], f"{place}.{key}")]
    if kind in BASIC:
        return [] if isinstance(value, BASIC[kind]) else [f"{place}: {value!r} is no {kind}"]
    model = getattr(client, kind)
    names = {key: name for name, key in model.attribute_map.items()}
    known = [(key, one) for key, one in value.items() if key in names]
    found = [f"{place}.{key} is not known to {kind}" for key in value if key not in names]
    return found + [fault for key, one in known for fault in faults(one, model.openapi_types[names[key]], f"{place}.{key}")]


job = yaml.safe_load((Path(__file__).resolve().parent.parent / "contrib/kubernetes/job.yaml").read_text())
found = faults(job, "V1Job", "job")
planted = faults({**job, "spec": {**job["spec"], "completionMod": "Indexed"}}, "V1Job", "job")
assert planted == ["job.spec.completionMod is not known to V1JobSpec"], planted
print("\n".join(found) or "contrib/kubernetes/job.yaml fits V1Job")
sys.exit(bool(found))
