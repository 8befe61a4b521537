//! Misuses of a format: each is an error that names its file, its line, and what would do.

use gongdan::Language;
use gongdan_bulletin::{Bulletin, Format, FormatError};

use crate::lived::{Lived, september};

/// The head of every format here.
const HEAD: &str = "about = \"x\"\nbanner = \"x\"\ntitle = \"x\"\n";
const SECTION: &str = "[[section]]\nheading = \"一\"\n";
const TABLE: &str = "[[section.block]]\nby = \"unit\"\nhead = \"单位\"\n";

/// Where what is wrong stands, and a word of what is said of it.
struct Misuse {
    toml: String,
    template: Option<&'static str>,
    file: &'static str,
    line: Option<usize>,
    says: &'static str,
}

/// In `format.toml`, below the head, which has three lines.
fn toml(rest: &str, line: usize, says: &'static str) -> Misuse {
    Misuse {
        toml: format!("{HEAD}{rest}"),
        template: None,
        file: "format.toml",
        line: Some(line),
        says,
    }
}

/// Before a section that is right.
fn setting(rest: &str, line: usize, says: &'static str) -> Misuse {
    let right = "block = [{ text = \"{{ 受理件数 }}\" }]\n";
    toml(&format!("{rest}\n{SECTION}{right}"), line, says)
}

/// In a table by unit, whose block begins in line 6.
fn table(rest: &str, line: usize, says: &'static str) -> Misuse {
    toml(&format!("{SECTION}{TABLE}{rest}\n"), line, says)
}

/// In a template of one line.
fn template(told: &'static str, says: &'static str) -> Misuse {
    let block = "block = [{ template = \"t.txt\" }]\n";
    let parts = "[[measure]]\nname = \"自有率\"\nformula = \"handled / given\"\n\
                 [[given]]\nname = \"接通率\"\nkind = \"percent\"\nabout = \"x\"\n";
    Misuse {
        toml: format!("{HEAD}{parts}{SECTION}{block}"),
        template: Some(told),
        file: "t.txt",
        line: Some(1),
        says,
    }
}

fn misuses() -> Vec<Misuse> {
    let columns = "columns = [{ figure = \"given\", head = \"x\" }]\n";
    let with = |rest: &str| format!("{columns}{rest}");
    let mut all = vec![
        // A key that is not known, in each block.
        setting("colour = 1", 4, "colour"),
        setting("[look]\ntitel = false", 5, "title"),
        setting("[look]\ntext = { siz = 1 }", 5, "siz"),
        setting("[print]\nshare = { decimal = 1 }", 5, "decimals"),
        setting("[[measure]]\nname = \"a\"\nformla = \"closed\"", 6, "formula"),
        setting("[[part]]\nname = \"a\"\nchanel = [\"来电\"]", 6, "channel"),
        setting("[[rows]]\nname = \"a\"\nby = \"unit\"\nlevl = 1", 7, "level"),
        setting("[[given]]\nname = \"a\"\nkind = \"text\"\nabot = \"x\"", 7, "about"),
        toml("[[section]]\nhed = \"x\"\nblock = []\n", 5, "heading"),
        table("ordr = \"given\"", 9, "order"),
        table("columns = [{ figur = \"given\", head = \"x\" }]", 9, "figure"),
        table(&with("charts = [{ nam = \"a\", title = \"x\", figure = \"given\" }]"), 10, "name"),
        toml(&format!("{SECTION}block = [{{ templat = \"t.txt\" }}]\n"), 6, "templat"),
        toml(&format!("{SECTION}block = [{{ text = \"x\", tone = 1 }}]\n"), 6, "tone"),
        // A figure that nobody counts, in each place.
        table("columns = [{ figure = \"givn\", head = \"x\" }]", 9, "given"),
        table(&with("order = \"closd\""), 10, "closed"),
        table(
            &with("charts = [{ name = \"a\", title = \"x\", figure = \"closd\" }]"),
            10,
            "closed",
        ),
        setting("[[measure]]\nname = \"a\"\nformula = \"closd / given\"", 6, "closed"),
        setting("[print]\nclosure_rte = { decimals = 1 }", 5, "closure_rate"),
        setting("satisfaction = \"satisfaction_rte\"", 4, "satisfaction_rate"),
        table("columns = [{ figure = \"受理件\", head = \"x\" }]", 9, "受理件数"),
        table("columns = [{ figure = \"热线.given\", head = \"x\" }]", 9, "热线"),
        // A figure that the basis or the grouping does not define.
        table("columns = [{ figure = \"waiting\", head = \"x\" }]", 9, "waiting"),
        table("columns = [{ figure = \"flow.pending\", head = \"x\" }]", 9, "pending"),
        table("columns = [{ figure = \"due\", head = \"x\" }]", 9, "due"),
        // Settings without effect.
        table(&with("first = 5"), 10, "first"),
        table(&with("descending = true"), 10, "descending"),
        table(&with("leave_out_zero = true"), 10, "leave_out_zero"),
        table(&with("rank = \"位次\"\norder = \"given\"\ntotal = \"合计\""), 12, "total"),
        table(&with("total = false\ntotal_first = true"), 11, "total_first"),
        table(&with("side_by_side = 9"), 10, "side_by_side"),
        table("columns = [{ text = \"{名称}\", head = \"x\", decimals = 1 }]", 9, "decimals"),
        table(
            "columns = [{ figure = \"given\", share = true, growth = \"before\", head = \"x\" }]",
            9,
            "growth",
        ),
        setting("[print]\nclosed = { decimals = 1 }", 5, "print"),
        setting("[[rows]]\nname = \"a\"\nby = \"kind\"\nlevel = 1", 7, "level"),
        // What is wrong in itself.
        table("", 7, "columns").without_columns(),
        table(&with("rank = \"位次\""), 10, "order"),
        table("columns = [{ head = \"x\" }]", 9, "figure"),
        table("columns = [{ figure = \"given\", text = \"x\", head = \"x\" }]", 9, "text"),
        table("columns = [{ figure = \"given\", head = \"x\", growth = \"befor\" }]", 9, "before"),
        table(&with("rows = \"各单位\""), 8, "by"),
        setting("decimals = \"two\"", 4, "invalid type"),
        setting("[[measure]]\nname = \"a\"\nformula = \"closed +\"", 6, "closed +"),
        setting("[[measure]]\nname = \"a\"\nformula = \"closed\"\ndecimals = 12", 7, "nine"),
        setting("[[part]]\nname = \"a\"", 5, "part"),
        setting("[[part]]\nname = \"a\"\nkind = [\"投诉\"]\nchannel = [\"来电\"]", 5, "part"),
        setting("[[part]]\nname = \"a\"\nkind = [\"诉苦\"]", 6, "诉苦"),
        setting("[[rows]]\nname = \"a\"\nby = \"unitt\"", 6, "unit"),
        toml(&format!("{SECTION}[[section.block]]\nrows = \"乡镇\"\nhead = \"x\"\n"), 7, "乡镇"),
        toml(&format!("{SECTION}block = [{{ template = \"../x\" }}]\n"), 6, "folder"),
        setting("rounding = \"up\"", 4, "half_up"),
        setting("= 1", 4, ""),
        toml(&format!("{SECTION}block = [{{ text = \"{{{{ 受理件 }}}}\" }}]\n"), 6, "受理件数"),
    ];
    all.extend([
        // In a template.
        template("{{ all.closd }}", "closed"),
        template("{{ 受理件 }}", "受理件数"),
        template("{{ regionn }}", "region"),
        template("{{ units | topp(3, 'given') }}", "top"),
        template("{{ units | top(3, 'givn') }}", "given"),
        template("{{ all.closed > '5' }}", "text"),
        template("{{ all.closure_rate + all.closed }}", "per cent"),
        template("{{ region | 小数(1) }}", "figure"),
        template("{{ all.pending.flow }}", "flow"),
        template("{{ flow.pending }}", "pending"),
        template("{{ 接通率 }}", "接通率"),
        template(
            "{{ units | of_group('县直') | top(1, 'given') | names }}{{ units | each('{name') }}",
            "}",
        ),
        template("{{ units | each('{nme}') }}", "nme"),
        template("{{ units | where('given >') | names }}", "given"),
        template("{% if all.closed %}x", ""),
        template("{{ all.closed / '2' }}", "text"),
    ]);
    all
}

impl Misuse {
    /// By something for which an issue has no columns.
    fn without_columns(mut self) -> Self {
        self.toml = self.toml.replace("\"unit\"", "\"kind\"");
        self
    }

    fn error(&self, bulletin: impl Fn(&Format) -> Bulletin) -> FormatError {
        // Two tests make misuses at a time, each in a folder of its own.
        let mine = format!("{}-{:?}", std::process::id(), std::thread::current().id());
        let folder = std::env::temp_dir().join(format!("gongdan-misuse-{mine}"));
        std::fs::create_dir_all(&folder).unwrap();
        std::fs::write(folder.join("format.toml"), &self.toml).unwrap();
        std::fs::write(folder.join("t.txt"), self.template.unwrap_or_default()).unwrap();
        let format = Format::read(&folder);
        std::fs::remove_dir_all(&folder).unwrap();
        let laid = format.and_then(|format| bulletin(&format).document_in(&format).map(|_| ()));
        laid.expect_err(&format!("no error of {}\n{:?}", self.toml, self.template))
    }
}

#[test]
fn each_of_sixty_misuses_names_its_file_its_line_and_what_would_do() {
    let lived = Lived::month("misuses");
    let bulletin = |format: &Format| lived.bulletin(&format.of_issue(september("2020-09-30")));
    let all = misuses();
    assert!(all.len() >= 60, "{}", all.len());
    let mut wrong = Vec::new();
    for misuse in &all {
        let error = misuse.error(bulletin);
        let said = error.to_string();
        let right =
            error.file == misuse.file && error.line == misuse.line && said.contains(misuse.says);
        if !right || error.message(Language::Chinese).is_empty() {
            let told = misuse.template.unwrap_or(&misuse.toml);
            wrong.push(format!(
                "{told}\n  wants {:?} {:?}\n  says {said}",
                misuse.line, misuse.says
            ));
        }
    }
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), all.len(), wrong.join("\n"));
}

#[test]
fn a_hostile_folder_ends_in_time_with_an_error() {
    let lived = Lived::month("hostile-folder");
    let bulletin = |format: &Format| lived.bulletin(&format.of_issue(september("2020-09-30")));
    let many = |what: &str, times: usize| what.repeat(times);
    let of = |told: String| {
        let block = "block = [{ template = \"t.txt\" }]\n";
        Misuse {
            toml: format!("{HEAD}{SECTION}{block}"),
            template: Some(Box::leak(told.into_boxed_str())),
            file: "t.txt",
            line: None,
            says: "",
        }
    };
    for told in [
        "{% for a in range(99999) %}{% for b in range(99999) %}{{ a }}{% endfor %}{% endfor %}"
            .to_owned(),
        "{% for a in range(99999) %}{{ units | top(3, 'given') | names }}{% endfor %}".to_owned(),
        "{% for a in range(99999) %}{{ units | each('{units | each(\\'{name}\\')}') }}{% endfor %}"
            .to_owned(),
        format!("{{{{ {}1{} }}}}", many("(", 5_000), many(")", 5_000)),
        format!("{{{{ {} }}}}", many("all.closed * 99999999999 * ", 30) + "1"),
        "{% macro f(n) %}{{ f(n) }}{{ f(n) }}{% endmacro %}{{ f(1) }}".to_owned(),
        "{% include 't.txt' %}".to_owned(),
        many("{% if true %}", 3_000) + &many("{% endif %}", 3_000),
        format!("{{% for a in range(99999) %}}{}{{% endfor %}}", many("字", 2_000)),
    ] {
        of(told).error(bulletin);
    }
    let deep = format!("[[measure]]\nname = \"a\"\nformula = \"{}1\"", many("(", 900));
    setting(&deep, 6, "").error(bulletin);
    let wide = many("{ figure = \"given\", head = \"x\" },\n", 2_000);
    table(&format!("columns = [{wide}]"), 0, "").error(bulletin);
    setting(&many("[[part]]\nname = \"a\"\nkind = [\"投诉\"]\n", 3_000), 0, "").error(bulletin);
}
