"""Mutants of the counts' predicates: every conjunct dropped and negated, a moment replaced by now, a unit's
leg by the present lead's.

Those in Rust are all planted into one copy of the sources, each behind a number that the environment
chooses at run time; those in SQL are whole statements that the copy takes instead of its own. So one
build serves them all, and the product's sources know nothing of it.
"""

import re
from dataclasses import dataclass

# Where the predicates stand in Rust, and the functions there that no figure asks: what a ticket shows, and
# what the rule book's own tests hold.
RUST = {
    "crates/gongdan-domain/src/figures/standing.rs": {"get", "set", "set_all", "add", "set_times", "set_minutes", "count", "stored"},
    "crates/gongdan-domain/src/life/ticket.rs": {
        "taken_in",
        "leg",
        "leg_of",
        "closure",
        "return_pending",
        "overdue",
        "rating",
        "first_rating",
        "solved",
        "signed_off_late",
        "scope",
        "is_late",
        "running_sign_off_limit",
        "forwarding_of",
        "is_from_register",
    },
}
# What a statement answers by itself, and no row stores: the rule book's own tests hold these.
ASKED = {
    "way": ["Accepted"],
    "given": ["GivenAny", "Given", "Transferred", "Known", "ReturnedLate"],
    "promises": ["Signed", "Unsigned"],
    "of": ["Effective"],
    "handling": ["TotalLate"],
    "levels": ["MannerRated"],
    "closed_on": ["Reviewed"],
    "unasked": ["OwnRated", "EitherRated", "EitherSatisfied"],
    "inspected": ["Inspected"],
    "closing": [f"Closed{how}" for how in "Solved Explained Unreachable NotAccepted Duplicate Withdrawn Terminated Unstated".split()],
}
UNASKED = ("numbers.get(Count::Accepted)", "last.is_some_and(|closure|", "closure.outcome == outcome", "either.satisfied")
# Where it is said which part of a number that several counts share is whose.
SHARED = "crates/gongdan/src/fields/counts.rs"
OPENING, CLOSING = "([{", ")]}"
UNITS = [
    (r"\b(\w+)\.leg == leg\.leg\b", r"Some(\1.leg) == ticket.lead().map(|lead| lead.leg)"),
    (r"\b(\w+)\.leg == Some\(leg\.leg\)", r"\1.leg == ticket.lead().map(|lead| lead.leg)"),
    (r"\*\*each == leg\.leg\b", r"Some(**each) == ticket.lead().map(|lead| lead.leg)"),
]


@dataclass(frozen=True)
class Mutant:
    """One change: where, of what, and how."""

    number: int
    where: str
    name: str
    text: str = ""


def matching(text, start):
    """The end of a bracket that opens at a place."""
    depth = 0
    for place in range(start, len(text)):
        depth += (text[place] in OPENING) - (text[place] in CLOSING)
        if depth == 0:
            return place
    raise ValueError(text[start : start + 40])


def split(text, word):
    """The parts between a word that stands in no bracket."""
    parts, depth, begin, place = [], 0, 0, 0
    while place < len(text):
        depth += (text[place] in OPENING) - (text[place] in CLOSING)
        if depth == 0 and text.startswith(word, place):
            parts.append(text[begin:place])
            place += len(word)
            begin = place
        else:
            place += 1
    return [part.strip() for part in parts + [text[begin:]]]


def variants(text, conjunction, disjunction, negated):
    """A predicate with each of its parts dropped, or negated."""
    found = []
    for word, what in ((disjunction, "disjunct"), (conjunction, "conjunct")):
        parts = split(text, word)
        if len(parts) > 1:
            for nth, part in enumerate(parts):
                rest = parts[:nth] + parts[nth + 1 :]
                found.append((f"{what} dropped: {part}", word.join(rest)))
                found.append((f"{what} negated: {part}", word.join(parts[:nth] + [negated(part)] + parts[nth + 1 :])))
            return found
    return [(f"negated: {text}", negated(text))]


def functions(source):
    """Each function's name, and where its body lies."""
    for found in re.finditer(r"\bfn (\w+)[^;{]*\{", source):
        begin = found.end() - 1
        yield found.group(1), begin, matching(source, begin)


def predicates(source, begin, end):
    """Where predicates stand in a body: the second half of a row, what is bound to a name, what a closure
    says, and what a function of yes and no ends with."""
    body = source[begin:end]
    rows = re.finditer(r"(?<=\s)\(Count::\w+, |numbers\.set\(Count::\w+, ", body)
    for found in rows:
        opens = begin + found.start() + found.group().index("(")
        yield begin + found.end(), matching(source, opens)
    closures = re.finditer(r"(?:filter|any|is_some_and|find)\(\|[^|]*\| ", body)
    for found in closures:
        opens = begin + found.start() + found.group().index("(")
        yield begin + found.end(), matching(source, opens)
    for found in re.finditer(r"let \w+ = (?:\|[^|]*\| )?(?![|{])", body):
        start = begin + found.end()
        stop, depth = start, 0
        while depth > 0 or source[stop] != ";":
            depth += (source[stop] in OPENING) - (source[stop] in CLOSING)
            stop += 1
        if re.search(r"&&|\|\||matches!|is_some\(\)|is_none\(\)|==", source[start:stop]) and ";" not in source[start:stop]:
            if not re.search(r"\.(or_else|filter|filter_map|find|iter|map|count|sum|find_map)\(", source[start:stop]):
                yield start, stop
    if re.search(r"-> bool \{$", source[: begin + 1].splitlines()[-1]):
        last = body[1:].rstrip()
        start = max(last.rfind(";\n"), last.rfind("}\n") if last.endswith(")") else -1)
        start = begin + 1 + (start + 1 if start >= 0 else 0)
        while source[start].isspace():
            start += 1
        yield start, end


def negated_rust(text):
    return f"!({text})"


class Planted:
    """The sources of one file with all its mutants behind their numbers."""

    def __init__(self, path, source, first):
        self.mutants = []
        places = set()
        for name, begin, end in functions(source):
            if name not in RUST[path]:
                asked = "|".join(ASKED.get(name, ["Nothing"]))
                own = re.compile(rf"Count::(?:{asked}), $")
                found = [place for place in predicates(source, begin, end) if not own.search(source[: place[0]])]
                found = [place for place in found if not source.startswith(UNASKED, place[0])]
                places |= {(*place, name) for place in found}
        self.source, self.path, self.next = source, path, first
        self.text = self.render(sorted(places, key=lambda place: (place[0], -place[1])), 0, len(source))

    def render(self, places, begin, end):
        """The text between two places, each predicate in it with its mutants; inner ones only where the
        outer stands as it was."""
        out, at = [], begin
        while places:
            start, stop, name = places[0]
            inner = [place for place in places[1:] if place[1] <= stop and place[:2] != (start, stop)]
            places = [place for place in places if place[0] >= stop]
            out += [self.source[at:start], self.chosen(start, stop, name, inner)]
            at = stop
        return "".join(out) + self.source[at:end]

    def chosen(self, start, stop, name, inner):
        text = self.source[start:stop].strip().rstrip(",")
        row = re.search(r"Count::(\w+), $", self.source[:start])
        of = f"{row.group(1)}, " if row else ""
        options = variants(text, "&&", "||", negated_rust)
        for unit, lead in UNITS:
            if re.search(unit, text) and name in ("of", "reworks", "closed_on"):
                options.append((f"unit by the present lead: {text}", re.sub(unit, lead, text)))
        arms = []
        for what, changed in options:
            self.next += 1
            where, what = f"{self.path.rsplit('/', 1)[1]} {name}", of + " ".join(what.split())
            again = sum((each.where, each.name.split(" #")[0]) == (where, what) for each in self.mutants)
            what += f" #{again + 1}" if again else ""
            self.mutants.append(Mutant(self.next, where, what))
            arms.append(f"{self.next} => {changed},")
        return f"(match crate::mutants::now() {{ {' '.join(arms)} _ => {self.render(inner, start, stop)} }})"


class PlantedShared:
    """The counts that share a number, each with the part of its neighbour instead of its own."""

    def __init__(self, source, first):
        self.mutants, self.text = [], source
        arms = re.findall(r"^        (Count::(\w+) => )(.+),$", source, re.M)
        for (head, count, own), (_, next_count, other) in zip(arms, arms[1:] + arms[-2:-1]):
            number = first + len(self.mutants) + 1
            self.mutants.append(Mutant(number, "counts.rs shared", f"{count} as {next_count}"))
            chosen = f"match crate::mutants::now() {{ {number} => {other}, _ => {own} }}"
            self.text = self.text.replace(f"{head}{own},", f"{head}{chosen},")


SWITCH = '''//! Which mutant lives: the environment says.

use std::sync::OnceLock;

/// The number of the mutant; 0 is none.
pub fn now() -> u32 {
    static NOW: OnceLock<u32> = OnceLock::new();
    let said = || std::env::var("GONGDAN_MUTANT").ok().and_then(|number| number.parse().ok());
    *NOW.get_or_init(|| said().unwrap_or(0))
}

/// A statement, or the one that the environment has instead.
pub fn statement(name: &str, own: &'static str) -> &'static str {
    static OTHER: OnceLock<Option<(String, &'static str)>> = OnceLock::new();
    if let Ok(folder) = std::env::var("GONGDAN_MUTANT_DUMP") {
        std::fs::write(format!("{folder}/{name}.sql"), own).ok();
    }
    let read = || {
        let path = std::env::var("GONGDAN_MUTANT_SQL").ok()?;
        let text = std::fs::read_to_string(path).ok()?;
        let (name, sql) = text.split_once('\\n')?;
        Some((name.to_owned(), &*Box::leak(sql.to_owned().into_boxed_str())))
    };
    let other = OTHER.get_or_init(read);
    other.as_ref().filter(|(other, _)| other == name).map_or(own, |(_, sql)| sql)
}
'''

NOW = "(SELECT last_at + 1 FROM main.region)"


def negated_sql(text):
    return f"(NOT ({text}))"


def strip_comments(text):
    return "\n".join(line for line in text.splitlines() if not line.lstrip().startswith("--"))


def sql_places(text):
    """Where predicates stand in a statement: what is selected under a count's name, what an aggregate
    runs over, and what a WHERE asks, joins and the region aside."""
    for found in re.finditer(r"\bAS \w+", text):
        start, depth = found.start(), 0
        while start > 0:
            letter = text[start - 1]
            depth += (letter in CLOSING) - (letter in OPENING)
            if depth < 0 or (depth == 0 and (letter == "," or text[:start].endswith("SELECT "))):
                break
            start -= 1
        yield start, found.start()
    for found in re.finditer(r"\b(?:MAX|SUM|COALESCE)\(|FILTER \(WHERE |CASE WHEN ", text):
        opens = found.start() + found.group().find("(")
        if "(" not in found.group():
            yield found.end(), text.index(" THEN", found.end())
        else:
            stop = matching(text, opens)
            first = split(text[found.end() : stop], ",")[0]
            yield found.end(), found.end() + text[found.end() : stop].index(first) + len(first)
    for found in re.finditer(r"\bWHERE ", text):
        if text[: found.start()].endswith("FILTER ("):
            continue
        stop, depth = found.end(), 0
        while stop < len(text) and depth >= 0:
            depth += (text[stop] in OPENING) - (text[stop] in CLOSING)
            if depth < 0 or (depth == 0 and re.match(r"\s(?:GROUP|ORDER)\b", text[stop:])):
                break
            stop += 1
        yield found.end(), stop


# What wraps a predicate, which is met inside.
WRAPPED = re.compile(r"^(?:MAX|SUM|COALESCE)\(|^COUNT\(\*\) FILTER|^CASE WHEN")
def flat(text):
    """Without what stands in brackets."""
    while re.search(r"\([^()]*\)", text):
        text = re.sub(r"\([^()]*\)", "", text)
    return text


KEYS = re.compile(r"_key$")
SHOWN = re.compile(r"^(ticket_id|region_id|\w+\.(ticket_id|region_id|seq|subject)|\d+|\w+)$")


def sql_mutants(name, text, first):
    """Every mutant of a statement, each the whole of it."""
    text, found, seen = strip_comments(text), [], set()

    def put(what, changed):
        if changed not in seen and changed != text:
            seen.add(changed)
            what = " ".join(what.split())
            again = sum(each.name.split(" #")[0] == what for each in found)
            what += f" #{again + 1}" if again else ""
            found.append(Mutant(first + len(found) + 1, f"{name}.sql", what, f"{name}\n{changed}"))

    for start, stop in sql_places(text):
        part = text[start:stop].strip()
        begin = text.index(part, start)
        after = re.match(r"\s+AS (\w+)", text[begin + len(part) :])
        if SHOWN.match(part) or part.startswith("SELECT") or (after and KEYS.search(after.group(1))):
            continue
        if not re.search(r"[<>=]| IN | IS | AND ", part) or re.search(r"\b(?:FROM|AS)\b", flat(part)):
            continue
        opens = part.find("(")
        whole = opens >= 0 and matching(part, part.rfind(" (") + 1 if "FILTER" in part else opens) == len(part) - 1
        if part.startswith("CASE WHEN") or (WRAPPED.match(part) and whole):
            continue
        for what, changed in variants(part, " AND ", " OR ", negated_sql):
            if "region_id" not in what and ".subject =" not in what:
                put(what, text[:begin] + changed + text[begin + len(part) :])
    for place in re.finditer(r"\?5", text):
        put(f"moment by now: {text[max(0, place.start() - 30):place.end()]}", text[: place.start()] + NOW + text[place.end() :])
    for place in re.finditer(r"(?:leg\.)?\bunit_id AS unit_key", text):
        if "assignment" in text:
            of = "leg" if text[place.start() :].startswith("leg.") else text[text.index("FROM assignment") + 5 :].split()[0]
            view = "alive_as_of" if of == "leg" else "ticket_as_of"
            own = f"{of}.unit_id" if of == "leg" else "unit_id"
            lead = f"COALESCE((SELECT lead_unit_id FROM {view} AS t WHERE t.ticket_id = {of}.ticket_id), {own})"
            put("unit by the present lead", text[: place.start()] + f"{lead} AS unit_key" + text[place.end() :])
    return found
