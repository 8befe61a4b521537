//! What is asked with a filter or a question: their arguments as dictionaries that are checked, and
//! the methods that take them.

use gongdan::{Argument, FILTER, Grouping, Need, QUESTION, Takes};

use super::layout::{bracketed, docstring};
use super::types::{annotation, handed_on, imports, literals, parameter, told};
use crate::page::Page;

const QUESTIONS: &str = "bindings/python/python/gongdan/questions.py";
const HOTLINE: &str = "bindings/python/python/gongdan/hotline.py";

/// A method that takes a filter or a question, and what it takes beside it.
struct Method {
    file: &'static str,
    name: &'static str,
    takes: &'static [Argument],
    own: &'static [&'static str],
    answers: &'static str,
    says: &'static str,
}

const METHODS: &[Method] = &[
    Method {
        file: QUESTIONS,
        name: "find",
        takes: FILTER,
        own: &["limit: int = 200", "offset: int = 0"],
        answers: "Found",
        says: "One page of the tickets a filter finds, newest intake first: so many, after so many.",
    },
    Method {
        file: QUESTIONS,
        name: "rank",
        takes: QUESTION,
        own: &["formula: Optional[Mapping[str, Any]] = None"],
        answers: "List[Ranked]",
        says: "The units of a period ranked (得分, 排名), each group apart: by `formula(...)`, or by the one in \
         force. Units without tickets come last in their group, without a rank.",
    },
    Method {
        file: HOTLINE,
        name: "tickets",
        takes: FILTER,
        own: &["columns: Optional[Sequence[str]] = None", "batch: int = 16_384"],
        answers: "Rows",
        says: "The tickets a filter finds, as a table: filter and columns are pushed into SQLite.",
    },
    Method {
        file: HOTLINE,
        name: "figures",
        takes: QUESTION,
        own: &["measures: Optional[Sequence[str]] = None"],
        answers: "Figures",
        says: "Counts and rates of any period by any grouping, as of any moment. The same question later \
         answers the same. `measures` are the counts and rates that the table shows; a row has all.",
    },
    Method {
        file: HOTLINE,
        name: "what_if",
        takes: QUESTION,
        own: &[
            "provisions: Sequence[Mapping[str, Any]] = ()",
            "throughout: Sequence[Mapping[str, Any]] = ()",
            "notices: Sequence[Mapping[str, Any]] = ()",
        ],
        answers: "Tuple[Figures, Figures]",
        says: "The figures as they were, and as they would have been under other rules: what people did \
         stays, every promise is worked out anew, the file is not changed. Those made by \
         `gongdan.provision(...)` hold from their own dates on, in `throughout` at every date.",
    },
    Method {
        file: HOTLINE,
        name: "since",
        takes: QUESTION,
        own: &["year_before: bool = False"],
        answers: "Tuple[Figures, Figures, Optional[Issue]]",
        says: "The figures, those of the period before (环比) or a year before (同比), and the issue whose \
         frozen figures these are, where that period was published.",
    },
];

/// The methods, each between its marks, and the lists that they take words of.
pub(super) fn methods() -> Vec<Page> {
    let lists = [QUESTIONS, HOTLINE].map(|file| {
        let own = METHODS.iter().filter(|each| each.file == file);
        Page::part(file, "lists", literals(&own.flat_map(Method::arguments).collect::<Vec<_>>()))
    });
    let methods = METHODS.iter().map(|each| Page::part(each.file, each.name, each.text()));
    lists.into_iter().chain(methods).collect()
}

impl Method {
    fn text(&self) -> String {
        let (Self { name, own, answers, says, .. }, arguments) = (self, self.arguments());
        let mut parts: Vec<String> = arguments.iter().map(|each| parameter(each)).collect();
        let place = usize::from(arguments.first().is_some_and(|each| each.need == Need::Required));
        parts.insert(place, "*".to_owned());
        parts.insert(0, "self".to_owned());
        parts.extend(own.iter().map(|each| (*each).to_owned()));
        let own = own.iter().filter_map(|each| each.split_once(':'));
        let given = own.map(|(name, _)| name.to_owned());
        let given: Vec<String> =
            given.chain(arguments.iter().map(|each| handed_on(each))).collect();
        let list: Vec<String> = arguments.iter().map(|each| told(each)).collect();
        bracketed(4, &format!("def {name}("), &parts, &format!(") -> {answers}:"))
            + &docstring(8, &[(*says).to_owned()], &list)
            + &bracketed(8, &format!("return self._{name}("), &given, ")")
    }

    /// What it asks for: a ranking groups by itself.
    fn arguments(&self) -> Vec<&'static Argument> {
        let itself = self.answers.contains("Ranked").then_some(Takes::Word(Grouping::LIST));
        self.takes.iter().filter(|each| Some(each.takes) != itself).collect()
    }
}

/// The module of the dictionaries.
pub(super) fn dictionaries() -> String {
    let needed = |argument: &&Argument| argument.need == Need::Required;
    let (some, rest): (Vec<&Argument>, Vec<&Argument>) = QUESTION.iter().partition(needed);
    let filter: Vec<&Argument> = FILTER.iter().collect();
    let classes = [
        class(
            "Filter(TypedDict, total=False)",
            "What to look for; the rest does not narrow.",
            &filter,
        ),
        class("_Needed(TypedDict)", "What every question says.", &some),
        class("Question(_Needed, total=False)", "A question to the figures.", &rest),
    ]
    .concat();
    let all: Vec<&Argument> = FILTER.iter().chain(QUESTION).collect();
    let imports = imports(&classes, &all, &[("typing", "TypedDict")]);
    format!(
        "\"\"\"Filters and questions, as keyword arguments are checked.\n\n\
         Written from their tables by `make faces`; do not edit.\n\"\"\"\n\n\
         from __future__ import annotations\n\n{imports}{classes}"
    )
}

fn class(head: &str, says: &str, arguments: &[&Argument]) -> String {
    let key = |each: &&Argument| format!("    {}: {}\n", each.name, annotation(each));
    let keys: String = arguments.iter().map(key).collect();
    format!("\n\nclass {head}:\n    \"\"\"{says}\"\"\"\n\n{keys}")
}
