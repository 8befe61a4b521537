//! A small county with a few tickets: founded once a process, copied for those sequences that
//! commit, kept open for all others.

use std::cell::RefCell;
use std::ffi::{CString, c_char};
use std::path::{Path, PathBuf};
use std::ptr::null_mut;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU32, Ordering};

use gongdan_c::batch::*;
use gongdan_c::desk::gd_hotline;
use gongdan_c::figures::{gd_figures_free, gd_hotline_figures};
use gongdan_c::hotline::*;
use gongdan_c::register::{gd_new_entry, gd_register_add};
use gongdan_c::stamp::gd_stamp;
use gongdan_c::status::GD_OK;
use gongdan_c::ticket::gd_hotline_last_ticket;
use gongdan_c::written::desk::{gd_intake, gd_ticket_intake};
use gongdan_c::written::dispatch::*;
use gongdan_c::written::handling::gd_ticket_handle;
use gongdan_c::written::question::gd_question;

use super::given::{CATEGORY, CHANNEL, CHANNEL_SPECIES, ENTRIES, FIRST_MORNING, MATTER, UNIT};
use super::{POOL, sized};

/// How many sequences use the kept county before it is made anew.
const USES: u32 = 1000;

/// What every county begins as.
struct Beginning {
    bytes: Vec<u8>,
    ids: [i64; POOL],
    head: [c_char; 65],
}

/// A file of the county in a folder of its own, and the handles on it.
pub(super) struct County {
    folder: PathBuf,
    pub(super) hotlines: [*mut gd_hotline; 2],
    /// Whether something may have been committed, or a handle closed.
    pub(super) changed: bool,
    /// Whether there may be other files in the folder.
    pub(super) touched: bool,
    uses: u32,
}

thread_local! {
    static KEPT: RefCell<Option<County>> = const { RefCell::new(None) };
}

impl County {
    /// The kept county inside a batch, which is rolled back at the end.
    pub(super) fn in_a_batch() -> Self {
        let kept = KEPT.take().unwrap_or_else(Self::asked_before);
        assert_eq!(unsafe { gd_hotline_begin(kept.hotlines[0]) }, GD_OK, "a batch begins");
        Self { uses: kept.uses + 1, ..kept }
    }

    /// A copy of which figures were asked before: the temporary tables of its handle stay when a
    /// batch is rolled back, and its statements need not be compiled anew for each sequence.
    fn asked_before() -> Self {
        let county = Self::fresh(1);
        let (period, mut answer) = (c"2020-09", null_mut());
        let question =
            sized!(gd_question { basis: 1, period: period.as_ptr(), as_of: FIRST_MORNING });
        let status = unsafe { gd_hotline_figures(county.hotlines[0], &question, &mut answer) };
        assert_eq!(status, GD_OK, "figures are answered");
        unsafe { gd_figures_free(answer) };
        county
    }

    /// A copy of the county, and handles on it.
    pub(super) fn fresh(handles: usize) -> Self {
        let folder = new_folder();
        let file = folder.join("county.db");
        assert!(std::fs::write(&file, &beginning().bytes).is_ok(), "no county");
        let mut hotlines = [null_mut(); 2];
        for hotline in hotlines.iter_mut().take(handles) {
            let path = c_path(&file);
            let status = unsafe { gd_hotline_open_patient(path.as_ptr(), 2, 0, hotline) };
            assert_eq!(status, GD_OK, "the county opens");
        }
        Self { folder, hotlines, changed: false, touched: false, uses: 0 }
    }

    /// Whether it is as it began but for the open batch.
    pub(super) fn is_kept(&self) -> bool {
        self.uses > 0 && !self.changed
    }

    /// A path in its folder.
    pub(super) fn beside(&self, name: &str) -> CString {
        c_path(&self.folder.join(name))
    }

    /// The tickets that it begins with.
    pub(super) fn ids() -> [i64; POOL] {
        beginning().ids
    }

    /// Rolls back, and keeps the county if it is as it began.
    pub(super) fn leave(self) {
        let hotline = self.hotlines[0];
        unsafe { gd_hotline_roll_back(hotline) };
        if !self.is_kept() {
            return self.remove();
        }
        let mut head = [0; 65];
        let status = unsafe { gd_hotline_head(hotline, null_mut(), &mut head) };
        assert_eq!((status, head), (GD_OK, beginning().head), "rolled back to what it was");
        assert_eq!(unsafe { gd_hotline_set_encoding(hotline, GD_ENCODING_UTF8) }, GD_OK);
        if self.touched {
            self.tidy();
        }
        match self.uses < USES {
            true => KEPT.set(Some(Self { touched: false, ..self })),
            false => self.remove(),
        }
    }

    /// Nothing but the county is in its folder.
    fn tidy(&self) {
        for file in std::fs::read_dir(&self.folder).into_iter().flatten().flatten() {
            if !file.file_name().to_string_lossy().starts_with("county.db") {
                std::fs::remove_file(file.path()).ok();
            }
        }
    }

    fn remove(self) {
        for hotline in self.hotlines {
            unsafe { gd_hotline_close(hotline) };
        }
        std::fs::remove_dir_all(&self.folder).ok();
    }
}

fn c_path(path: &Path) -> CString {
    CString::new(path.to_string_lossy().as_bytes()).unwrap_or_default()
}

/// In memory where the system has such a folder; what a process that was ended left is removed.
fn new_folder() -> PathBuf {
    static NEXT: AtomicU32 = AtomicU32::new(0);
    let shared = PathBuf::from("/dev/shm");
    let all = if shared.is_dir() { shared } else { std::env::temp_dir() };
    let own = all.join(format!("gongdan-calls-{}", std::process::id()));
    let next = NEXT.fetch_add(1, Ordering::Relaxed);
    if next == 0 {
        std::fs::remove_dir_all(&own).ok();
    }
    let folder = own.join(next.to_string());
    assert!(std::fs::create_dir_all(&folder).is_ok(), "no folder");
    folder
}

fn beginning() -> &'static Beginning {
    static BEGINNING: OnceLock<Beginning> = OnceLock::new();
    BEGINNING.get_or_init(found)
}

fn found() -> Beginning {
    let folder = new_folder();
    let file = folder.join("county.db");
    let (mut hotline, mut head, path) = (null_mut(), [0; 65], c_path(&file));
    let (name, office) = (c"衡东县", c"衡东县行政审批服务局");
    let founding =
        sized!(gd_founding { region: 430424, name: name.as_ptr(), office: office.as_ptr() });
    let stamp = stamp(1, None, -24);
    let status = unsafe { gd_hotline_create(path.as_ptr(), &founding, &stamp, 2, &mut hotline) };
    assert_eq!(status, GD_OK, "the county is founded");
    register(hotline, &stamp);
    let ids = tickets(hotline);
    unsafe {
        gd_hotline_head(hotline, null_mut(), &mut head);
        gd_hotline_close(hotline);
    }
    let bytes = std::fs::read(&file).unwrap_or_default();
    std::fs::remove_dir_all(&folder).ok();
    Beginning { bytes, ids, head }
}

fn stamp(role: i32, unit: Option<&CString>, hour: i64) -> gd_stamp {
    let mut stamp =
        sized!(gd_stamp { role: role, at: FIRST_MORNING + hour * 3_600_000, by: c"desk".as_ptr() });
    stamp.unit = unit.map_or(std::ptr::null(), |unit| unit.as_ptr());
    stamp
}

fn register(hotline: *mut gd_hotline, stamp: &gd_stamp) {
    for (species, name) in ENTRIES {
        let name = CString::new(name).unwrap_or_default();
        let channel_kind = i32::from(species == CHANNEL_SPECIES);
        let entry = sized!(gd_new_entry {
            species: species,
            channel_kind: channel_kind,
            name: name.as_ptr()
        });
        let status = unsafe { gd_register_add(hotline, stamp, &entry, null_mut()) };
        assert_eq!(status, GD_OK, "{name:?} is in the register");
    }
}

/// Each ticket goes one step further than the one before it, and the last two are at the first step.
fn tickets(hotline: *mut gd_hotline) -> [i64; POOL] {
    let [channel, matter, category, unit] =
        [CHANNEL, MATTER, CATEGORY, UNIT].map(|text| CString::new(text).unwrap_or_default());
    let mut intake = sized!(gd_intake { kind: 1, urgency: 1, channel: channel.as_ptr() });
    intake.matter = matter.as_ptr();
    intake.category = category.as_ptr();
    let (centre, lead) = (stamp(1, None, 1), stamp(2, Some(&unit), 2));
    std::array::from_fn(|steps| unsafe {
        assert_eq!(gd_ticket_intake(hotline, &centre, &intake, null_mut()), GD_OK, "taken in");
        let id = gd_hotline_last_ticket(hotline);
        let (h, none, to) = (hotline, std::ptr::null(), unit.as_ptr());
        if (1..4).contains(&steps) {
            let done = gd_ticket_transfer(h, id, &centre, to, none, 0, none.cast(), null_mut());
            assert_eq!(done, GD_OK, "transferred");
        }
        if (2..4).contains(&steps) {
            assert_eq!(gd_ticket_sign_off(h, id, &lead, null_mut()), GD_OK, "signed off");
        }
        if steps == 3 {
            let done = gd_ticket_handle(h, id, &lead, matter.as_ptr(), null_mut());
            assert_eq!(done, GD_OK, "handled");
        }
        id
    })
}
