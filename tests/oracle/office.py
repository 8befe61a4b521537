"""The office's own facts: names, groups and mergers as they stood, and the rules in force."""

import bisect

from clock import Calendar

HOURS = [(510, 720), (870, 1050)]


class Dated:
    """What something is called, or where it stands, from when on."""

    def __init__(self, first):
        self.since, self.values = [-(10**18)], [first]

    def change(self, since, value):
        place = bisect.bisect_right(self.since, since)
        self.since.insert(place, since)
        self.values.insert(place, value)

    def at(self, moment):
        return self.values[bisect.bisect_right(self.since, moment) - 1]


class Entry:
    def __init__(self, name, place):
        self.names, self.groups = Dated(name), Dated(place.get("group"))
        self.parents = Dated(place.get("parent"))
        self.merged = None


class Office:
    """Everything the office has said, up to an event."""

    def __init__(self, facts):
        self.entries, self.rules, notices = {}, [], []
        for fact in facts:
            if fact.verb == "notice_adopted":
                notices.append(fact.said)
            elif fact.verb == "provision_set":
                self.rules.append(fact.said)
            elif fact.verb.startswith("entry_"):
                self.enter(fact)
        self.calendar = Calendar(notices)

    def enter(self, fact):
        said = fact.said
        key = (said["species"], said["id"])
        if fact.verb == "entry_added":
            self.entries[key] = Entry(said["name"], said["place"])
        elif fact.verb == "entry_renamed":
            self.entries[key].names.change(said["from"], said["name"])
        elif fact.verb == "entry_placed":
            self.entries[key].groups.change(said["from"], said["place"].get("group"))
            self.entries[key].parents.change(said["from"], said["place"].get("parent"))
        elif fact.verb == "entry_merged":
            self.entries[key].merged = (said["from"], said["into"])

    def standing(self, species, number, at):
        """What goes on for an entry: mergers up to a moment are followed."""
        for _ in self.entries:
            merged = self.entries[species, number].merged
            if merged is None or merged[0] > at:
                break
            number = merged[1]
        return number

    def named(self, species, number, at):
        number = self.standing(species, number, at)
        return number, self.path(species, number, at)

    def path(self, species, number, at):
        """Its name after those of all that it stands below; what took over what stood above it stands at the top."""
        names, seen = [], set()
        while number is not None and number not in seen:
            seen.add(number)
            entry = self.entries[species, number]
            names.append(entry.names.at(at))
            parent = entry.parents.at(at)
            number = None if parent is None else self.standing(species, parent, at)
        return ">".join(reversed(names))

    def group(self, unit, at):
        return self.entries["unit", self.standing("unit", unit, at)].groups.at(at)

    def rule(self, setting, scope, at):
        """The narrowest rule, then the latest, then the one set last."""
        found = None
        for rule in self.rules:
            if rule["setting"] != setting or rule["from"] > at:
                continue
            own = {name: value for name, value in rule.get("scope", {}).items() if value is not None}
            if any(scope[name] != value for name, value in own.items()):
                continue
            weight = sum({"urgency": 8, "category": 4, "channel": 2, "kind": 1}[name] for name in own)
            if found is None or (weight, rule["from"]) >= found[0]:
                found = ((weight, rule["from"]), rule["value"])
        return found[1]
