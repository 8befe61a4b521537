//! The door: every function of the header passes through here. Panics end here, the thread's
//! message is set or cleared here, handles and objects are looked up here.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{MutexGuard, TryLockError};

use gongdan::{ErrorKind, Problem, Viewer};

use crate::desk::{Desk, Window, gd_hotline};
use crate::fault::Fault;
use crate::last;
use crate::live::{self, Object};
use crate::sized;
use crate::status::gd_status;
use crate::strings::{Encoding, Reader};

thread_local! {
    static ENCODING: std::cell::Cell<Encoding> = const { std::cell::Cell::new(Encoding::Utf8) };
}

/// The encoding of this thread's calls without a handle, and of the handles it opens.
pub(crate) fn encoding() -> Encoding {
    ENCODING.get()
}

/// Sets it.
pub(crate) fn set_encoding(encoding: Encoding) {
    ENCODING.set(encoding);
}

fn caught<T>(work: impl FnOnce() -> Result<T, Fault>) -> Result<T, Fault> {
    catch_unwind(AssertUnwindSafe(work)).unwrap_or_else(|_| {
        Err(Fault::Door(ErrorKind::Bug, "gongdan made a mistake: the call was given up"))
    })
}

fn answer(done: Result<(), Fault>, encoding: Encoding) -> gd_status {
    match done {
        Ok(()) => last::clear(),
        Err(fault) => last::set(fault, encoding),
    }
}

/// A call without a handle.
pub(crate) fn call(work: impl FnOnce(Reader) -> Result<(), Fault>) -> gd_status {
    let encoding = encoding();
    answer(caught(|| work(Reader(encoding))), encoding)
}

/// A call on a handle, by whoever asks there: one at a time.
fn at_desk(
    hotline: *const gd_hotline,
    work: impl FnOnce(&mut Desk, Option<Viewer>) -> Result<(), Fault>,
) -> gd_status {
    let mut encoding = encoding();
    let done = caught(|| {
        if hotline.is_null() {
            return Err(Fault::missing("hotline"));
        }
        let closed = Fault::Door(ErrorKind::Closed, "the hotline is closed, or never was open");
        let (desk, viewer) = live::desk(hotline as usize).ok_or(closed)?;
        let mut desk = enter(desk.try_lock())?;
        encoding = desk.encoding;
        work(&mut desk, viewer)
    });
    answer(done, encoding)
}

/// A call that does something to a hotline: nothing is done through what a viewer sees of it.
pub(crate) fn on(
    hotline: *const gd_hotline,
    work: impl FnOnce(&mut Desk) -> Result<(), Fault>,
) -> gd_status {
    at_desk(hotline, |desk, viewer| match viewer {
        None => work(desk),
        Some(_) => {
            let rule = "a view only answers questions: the hotline itself takes this";
            Err(Fault::argument("hotline", Problem::Rule { rule }))
        }
    })
}

/// A question: it is answered what whoever asks may see, the centre if nobody is said.
pub(crate) fn ask(
    hotline: *const gd_hotline,
    work: impl FnOnce(&Window<'_>) -> Result<(), Fault>,
) -> gd_status {
    at_desk(hotline, |desk, viewer| {
        let encoding = desk.encoding;
        let view = desk.hotline.viewed_by(viewer.unwrap_or_default());
        view.ask(|hotline| work(&Window { hotline, encoding }))
    })
}

type Entered<'a> = Result<MutexGuard<'a, Desk>, TryLockError<MutexGuard<'a, Desk>>>;

fn enter(entered: Entered<'_>) -> Result<MutexGuard<'_, Desk>, Fault> {
    entered.map_err(|refused| match refused {
        TryLockError::WouldBlock => {
            Fault::Door(ErrorKind::Busy, "another thread is inside a call on this handle")
        }
        TryLockError::Poisoned(_) => {
            Fault::Door(ErrorKind::Bug, "an earlier call on this handle failed: close it")
        }
    })
}

/// A question that makes an object. The out-pointer is NULL whenever the call fails.
pub(crate) fn make<T: Object>(
    hotline: *const gd_hotline,
    out: *mut *mut T,
    work: impl FnOnce(&Window<'_>) -> Result<T, Fault>,
) -> gd_status {
    sized::put(out, std::ptr::null_mut());
    ask(hotline, |window| hand_out(out, || work(window)))
}

/// The same of a call that does something to a hotline.
pub(crate) fn make_on<T: Object>(
    hotline: *const gd_hotline,
    out: *mut *mut T,
    work: impl FnOnce(&mut Desk) -> Result<T, Fault>,
) -> gd_status {
    sized::put(out, std::ptr::null_mut());
    on(hotline, |desk| hand_out(out, || work(desk)))
}

/// Hands out what is made, where there is a place for it.
fn hand_out<T: Object>(
    out: *mut *mut T,
    make: impl FnOnce() -> Result<T, Fault>,
) -> Result<(), Fault> {
    if out.is_null() {
        return Err(Fault::missing("out"));
    }
    sized::put(out, live::hand_out(make()?));
    Ok(())
}

/// A question that makes two objects, or none.
pub(crate) fn make_two<T: Object>(
    hotline: *const gd_hotline,
    first: *mut *mut T,
    second: *mut *mut T,
    work: impl FnOnce(&Window<'_>) -> Result<(T, T), Fault>,
) -> gd_status {
    sized::put(second, std::ptr::null_mut());
    sized::put(first, std::ptr::null_mut());
    ask(hotline, |window| {
        if first.is_null() || second.is_null() {
            return Err(Fault::missing("out"));
        }
        let (one, other) = work(window)?;
        sized::put(first, live::hand_out(one));
        sized::put(second, live::hand_out(other));
        Ok(())
    })
}

/// A question that makes so many objects, or none.
pub(crate) fn make_all<T: Object>(
    hotline: *const gd_hotline,
    out: *mut *mut T,
    count: u32,
    work: impl FnOnce(&Window<'_>) -> Result<Vec<T>, Fault>,
) -> gd_status {
    let places =
        || (0..if out.is_null() { 0 } else { count as usize }).map(|at| out.wrapping_add(at));
    places().for_each(|place| sized::put(place, std::ptr::null_mut()));
    ask(hotline, |window| {
        if out.is_null() {
            return Err(Fault::missing("out"));
        }
        let made = work(window)?;
        places().zip(made).for_each(|(place, one)| sized::put(place, live::hand_out(one)));
        Ok(())
    })
}

/// A call that opens a view: a handle on the desk of a hotline, for one viewer.
pub(crate) fn make_view(
    hotline: *const gd_hotline,
    out: *mut *mut gd_hotline,
    read: impl FnOnce(&mut Desk) -> Result<Viewer, Fault>,
) -> gd_status {
    sized::put(out, std::ptr::null_mut());
    on(hotline, |desk| {
        if out.is_null() {
            return Err(Fault::missing("view"));
        }
        let viewer = read(desk)?;
        let known = desk.hotline.viewed_by(viewer.clone()).ask(|_| Ok::<_, gongdan::Error>(()));
        known.map_err(|wrong| match wrong.invalid() {
            Some(unknown) => unknown.clone().named("unit").into(),
            None => Fault::from(wrong),
        })?;
        sized::put(out, live::admit_view(hotline as usize, viewer) as *mut gd_hotline);
        Ok(())
    })
}

/// A call that opens a handle. The out-pointer is NULL whenever the call fails.
pub(crate) fn make_handle(
    out: *mut *mut gd_hotline,
    work: impl FnOnce(Reader) -> Result<Desk, Fault>,
) -> gd_status {
    sized::put(out, std::ptr::null_mut());
    call(|reader| {
        if out.is_null() {
            return Err(Fault::missing("hotline"));
        }
        sized::put(out, live::admit(work(reader)?) as *mut gd_hotline);
        Ok(())
    })
}

/// Reads something of an object: `otherwise` when there is no such object or thing.
pub(crate) fn peek<T: Object, R: Copy>(
    object: *const T,
    otherwise: R,
    ask: impl FnOnce(&T) -> Result<R, Fault>,
) -> R {
    let mut found = otherwise;
    look(object, |object| {
        found = ask(object)?;
        Ok(())
    });
    found
}

/// Reads something of an object through an out-pointer.
pub(crate) fn look<T: Object>(
    object: *const T,
    ask: impl FnOnce(&T) -> Result<(), Fault>,
) -> gd_status {
    let done = known(object).and_then(|object| caught(|| ask(object)));
    answer(done, encoding())
}

/// An object that a caller gave.
pub(crate) fn known<'a, T: Object>(object: *const T) -> Result<&'a T, Fault> {
    if object.is_null() {
        return Err(Fault::missing(T::NAME));
    }
    live::marked(object).ok_or(Fault::Door(
        ErrorKind::Closed,
        "this object is another one, or was freed, or is none of gongdan",
    ))
}

/// Frees an object; NULL is nothing to do.
pub(crate) fn free<T: Object>(object: *mut T) {
    call(|_| {
        if object.is_null() {
            return Ok(());
        }
        match live::take_back(object) {
            true => Ok(()),
            false => Err(Fault::Door(
                ErrorKind::Closed,
                "this was freed before, or belongs to another object, or is none of this kind",
            )),
        }
    });
}

/// One item of a list.
pub(crate) fn item<T>(items: &[T], index: u64) -> Result<&T, Fault> {
    let found = usize::try_from(index).ok().and_then(|index| items.get(index));
    found.ok_or_else(|| {
        let to = items.len() as i64 - 1;
        Fault::argument("index", Problem::OutOfRange { from: 0, to })
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::{gd_error_message, gd_error_status};
    use crate::status::GD_OK;
    use crate::written::statuses::GD_E_BUG;

    #[test]
    fn a_panic_ends_at_the_door() {
        let status = call(|_| -> Result<(), Fault> { Err(deep_mistake()) });
        assert_eq!((status, gd_error_status()), (GD_E_BUG, GD_E_BUG));
        assert!(!gd_error_message().is_null());
        assert_eq!(call(|_| Ok(())), GD_OK);
        assert_eq!(gd_error_status(), GD_OK);
    }

    fn deep_mistake() -> Fault {
        let nothing: &[Fault] = &[];
        let index = std::hint::black_box(3);
        let _ = &nothing[index];
        Fault::missing("never")
    }
}
