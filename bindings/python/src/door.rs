//! The one door: every call that touches the file leaves the interpreter here, can be stopped by
//! Ctrl-C here, and a panic becomes an exception here.

use std::cell::{Cell, RefCell};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::rc::Rc;
use std::time::{Duration, Instant};

use gongdan::Result;
use pyo3::prelude::*;

use crate::error::{mistake, raised};

/// How often a running call looks whether somebody pressed Ctrl-C.
const LOOK: Duration = Duration::from_millis(50);

thread_local! {
    /// What Python raised while the interpreter was left: it goes before any error of the work.
    static RAISED: RefCell<Option<PyErr>> = const { RefCell::new(None) };
}

/// Does work away from the interpreter.
pub(crate) fn away<T: Send>(
    py: Python<'_>,
    work: impl FnOnce() -> Result<T> + Send,
) -> PyResult<T> {
    let hears = is_main_thread(py)?;
    let (done, from_python) = py.detach(|| {
        RAISED.take();
        let done = catch_unwind(AssertUnwindSafe(|| match hears {
            true => gongdan::watched(watcher(), work),
            false => work(),
        }));
        (done, RAISED.take())
    });
    if let Some(error) = from_python {
        return Err(error);
    }
    match done {
        Ok(done) => done.map_err(|error| raised(py, &error)),
        Err(_) => Err(mistake(py)),
    }
}

/// Whether this is the thread that hears of Ctrl-C: Python tells no other.
fn is_main_thread(py: Python<'_>) -> PyResult<bool> {
    let threading = py.import("threading")?;
    let own = threading.call_method0("get_ident")?;
    threading.call_method0("main_thread")?.getattr("ident")?.eq(own)
}

/// Asks Python now and then whether to go on; once it said no, it stays no.
fn watcher() -> impl FnMut() -> bool + 'static {
    let looked = Rc::new(Cell::new(Instant::now()));
    move || {
        if RAISED.with_borrow(Option::is_some) {
            return true;
        }
        let now = Instant::now();
        if now.duration_since(looked.get()) < LOOK {
            return false;
        }
        looked.set(now);
        gongdan::asked_outside(|| keep(Python::attach(|py| py.check_signals())))
    }
}

/// Keeps what Python raised; says whether it did.
fn keep(done: PyResult<()>) -> bool {
    match done {
        Ok(()) => false,
        Err(error) => {
            RAISED.set(Some(error));
            true
        }
    }
}

/// Tells a Python callable how far a long call is, at most twenty times a second and at the end.
/// What it raises ends the call.
pub(crate) fn telling(progress: Option<Py<PyAny>>) -> impl FnMut(u64, u64) {
    let mut told: Option<Instant> = None;
    move |done, of| {
        let Some(progress) = &progress else { return };
        let due = told.is_none_or(|told| told.elapsed() >= LOOK) || done >= of;
        if due && RAISED.with_borrow(Option::is_none) {
            told = Some(Instant::now());
            keep(Python::attach(|py| progress.call1(py, (done, of)).map(|_| ())));
        }
    }
}
