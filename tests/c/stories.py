"""The office's scenarios (tests/scenarios/*.json) as plain records that scenarios.c reads."""

import json
from datetime import datetime, timedelta, timezone
from pathlib import Path

BEIJING = timezone(timedelta(hours=8))
FOUNDED = {"by": "管理员", "at": "2020-07-01 00:00"}
COUNTY = [
    {"begin": "衡东县", "office": "衡东县行政审批服务局"},
    {"add": "channel", "name": "来电"},
    {"add": "category", "name": "城市管理"},
    {"add": "unit", "name": "县城管执法局", "alias": "城管局", "group": "县直"},
    *({"add": "unit", "name": name, "group": "县直"} for name in ("县住建局", "县水利局", "县公安局", "县教育局", "河西管委会")),
    {"add": "unit", "name": "草市镇人民政府", "group": "乡镇"},
    {"add": "unit", "name": "市政科", "parent": "县城管执法局"},
]


def written(path, folder):
    """Writes the records of one scenario, and says where."""
    steps = json.loads(path.read_text())["steps"]
    records = [[*each.items(), *FOUNDED.items()] for each in COUNTY] + [record(step) for step in steps]
    out = Path(folder) / (path.stem + ".story")
    lines = ["".join(f"{key}\t{value}\n" for key, value in each) for each in records]
    out.write_text("\n".join(lines) + "\n")
    return out


def record(step):
    base = [(key, step[key]) for key in ("at", "by", "unit", "ticket", "refused") if key in step]
    then = step.get("then")
    if isinstance(then, dict):
        base += [(f"then.{key}", value) for key, value in then.items()]
    elif then is not None:
        base.append(("tickets", "".join(then)))
    return special(step) + base


def special(step):
    if "do" in step:
        return command(step["do"])
    if "figures" in step:
        return [("figures", "yes"), *step["figures"].items()]
    if "policy" in step:
        return policy(step)
    if "publish" in step:
        issue = step["publish"]
        return [("publish", issue["number"]), *((key, issue[key]) for key in ("year", "period", "as_of"))]
    if "sample" in step:
        return [(key, step[key]) for key in ("sample", "seed", "as_of")]
    key = next(key for key in ("overdue", "related", "followed_up") if key in step)
    return [(key, step[key])]


def command(do):
    if isinstance(do, str):
        return [("verb", do)]
    ((verb, given),) = do.items()
    pairs = [("verb", verb)]
    for key, value in given.items():
        values = value if isinstance(value, list) else [value]
        pairs += [(f"arg.{key}", each) for each in values]
    return pairs


def policy(step):
    given = step["policy"]
    start = -62135625600000
    if "from" in given:
        local = datetime.strptime(given["from"], "%Y-%m-%d %H:%M").replace(tzinfo=BEIJING)
        start = int(local.timestamp() * 1000)
    provision = {"setting": given["setting"], "from": start, "value": given["value"]}
    stamp = {} if "at" in step else {"at": "2020-07-02 00:00"}
    return [("policy", json.dumps({"provide": provision})), ("by", "管理员"), *stamp.items()]
