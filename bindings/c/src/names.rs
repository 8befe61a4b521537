//! Names by function: every code of every word list, as ASCII name and as office term.

use std::ffi::{CString, c_char};
use std::sync::OnceLock;

use gongdan::{LISTS, List, MEASURES, Problem};

use crate::door::{call, encoding, item};
use crate::fault::Fault;
use crate::numbers::unknown_code;
use crate::status::gd_status;
use crate::strings::Encoding;
use crate::written::words::gd_list;

/// The measures, numbered from 1 in the order of the library; they are asked for by name.
pub const GD_LIST_MEASURE: gd_list = 20;

/// One word as C sees it.
struct Word {
    code: i32,
    name: CString,
    term: [CString; 2],
}

impl Word {
    fn new(code: i64, name: &str, term: &str) -> Self {
        let term = [Encoding::Utf8, Encoding::Gb18030].map(|each| each.c_string_lossy(term));
        Self { code: code as i32, name: Encoding::Utf8.c_string_lossy(name), term }
    }
}

/// Every list with its number: the library's own, and the measures.
fn words() -> &'static [(gd_list, Vec<Word>)] {
    static WORDS: OnceLock<Vec<(gd_list, Vec<Word>)>> = OnceLock::new();
    let list = |(number, list): &(i64, &List)| {
        let words = list.words.iter().map(|each| Word::new(each.code, each.word, each.term));
        (*number as gd_list, words.collect())
    };
    let measures =
        || MEASURES.iter().zip(1..).map(|(each, at)| Word::new(at, each.name, each.term));
    WORDS.get_or_init(|| {
        let measures = (GD_LIST_MEASURE, measures().collect());
        LISTS.iter().map(list).chain([measures]).collect()
    })
}

fn list(list: gd_list) -> Result<&'static [Word], Fault> {
    let found = words().iter().find(|(number, _)| *number == list);
    found.map(|(_, words)| &words[..]).ok_or_else(|| unknown_code("list", words().len()))
}

/// Something of a word, or NULL; the thread's message stays as it is.
fn quietly(of: gd_list, code: i32, ask: impl FnOnce(&Word) -> *const c_char) -> *const c_char {
    let found = || list(of).ok()?.iter().find(|word| word.code == code);
    let found = std::panic::catch_unwind(found).unwrap_or_default();
    found.map_or(std::ptr::null(), ask)
}

fn told<T: Copy>(otherwise: T, ask: impl FnOnce() -> Result<T, Fault>) -> T {
    let mut told = otherwise;
    call(|_| {
        told = ask()?;
        Ok(())
    });
    told
}

/// How many words a list of GD_LIST_ has; 0 when there is no such list.
#[unsafe(no_mangle)]
pub extern "C" fn gd_list_count(of: gd_list) -> u64 {
    told(0, || Ok(list(of)?.len() as u64))
}

/// The code of one word of a list; 0 past the last one.
#[unsafe(no_mangle)]
pub extern "C" fn gd_list_code(of: gd_list, index: u64) -> i32 {
    told(0, || Ok(item(list(of)?, index)?.code))
}

/// The name of a code, in ASCII, the same in every language's face: gd_name(GD_LIST_STATUS,
/// GD_E_REFUSED) is "refused". The string lives for ever; NULL when there is no such code. It
/// leaves the thread's last message alone, so that both can be printed at once.
#[unsafe(no_mangle)]
pub extern "C" fn gd_name(of: gd_list, code: i32) -> *const c_char {
    quietly(of, code, |word| word.name.as_ptr())
}

/// The office term of a code, Chinese, in the thread's encoding (gd_set_encoding). The string
/// lives for ever; NULL when there is no such code. It leaves the thread's last message alone.
#[unsafe(no_mangle)]
pub extern "C" fn gd_term(of: gd_list, code: i32) -> *const c_char {
    quietly(of, code, |word| {
        let [utf8, gb18030] = &word.term;
        match encoding() {
            Encoding::Utf8 => utf8.as_ptr(),
            Encoding::Gb18030 => gb18030.as_ptr(),
        }
    })
}

/// The code of a name of a list.
///
/// Errors: GD_E_INVALID_INPUT.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_code(of: gd_list, name: *const c_char, code: *mut i32) -> gd_status {
    call(|reader| {
        let given = reader.required("name", name)?;
        let list = list(of)?;
        let found = list.iter().find(|word| word.name.as_bytes() == given.as_bytes());
        let nearest = list.iter().map(|word| word.name.to_string_lossy().into_owned()).collect();
        let given = given.chars().take(40).collect();
        let unknown = Fault::argument("name", Problem::Unknown { given, nearest });
        crate::sized::put(code, found.ok_or(unknown)?.code);
        Ok(())
    })
}

/// The rule of a measure in words, for example `closed / accepted`, in ASCII. The string lives for
/// ever; NULL when there is no such measure.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_measure_rule(measure: *const c_char) -> *const c_char {
    static RULES: OnceLock<Vec<CString>> = OnceLock::new();
    let rule = |each: &gongdan::Measure| Encoding::Utf8.c_string_lossy(each.rule);
    told(std::ptr::null(), || {
        let name = crate::strings::Reader(Encoding::Utf8).required("measure", measure)?;
        let place = MEASURES.iter().position(|each| each.name == name);
        let place = place.ok_or_else(|| crate::figures::unknown_measure(&name))?;
        Ok(RULES.get_or_init(|| MEASURES.iter().map(rule).collect())[place].as_ptr())
    })
}
