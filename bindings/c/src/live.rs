//! What is alive: every handle and object that was handed out and not yet taken back, so that a
//! stale, foreign or doubly freed pointer is an answer and not a crash.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use gongdan::Viewer;

use crate::desk::Desk;

/// Something that is handed out as an opaque pointer.
pub(crate) trait Object: Sized {
    /// Its mark, different for each kind of object.
    const MARK: u32;
    /// What it is called as an argument.
    const NAME: &'static str;
}

/// Names a kind of object and its mark.
macro_rules! object {
    ($kind:ident, $mark:literal, $name:literal) => {
        impl crate::live::Object for $kind {
            const MARK: u32 = u32::from_be_bytes(*$mark);
            const NAME: &'static str = $name;
        }
    };
}
pub(crate) use object;

/// An object behind its mark: what an opaque pointer really points at.
#[repr(C)]
pub(crate) struct Marked<T> {
    mark: u32,
    object: T,
}

impl<T: Object> Marked<T> {
    /// Marks an object.
    pub(crate) fn new(object: T) -> Self {
        Self { mark: T::MARK, object }
    }

    /// The pointer that C sees.
    pub(crate) fn as_object(&self) -> *const T {
        std::ptr::from_ref(self).cast()
    }
}

/// The object of a pointer, when its mark is the right one.
pub(crate) fn marked<'a, T: Object>(pointer: *const T) -> Option<&'a T> {
    let own = pointer.cast::<Marked<T>>();
    if pointer.is_null() || !own.is_aligned() {
        return None;
    }
    // SAFETY: the header's contract: the pointer was handed out by this library and not freed, so
    // a mark stands first.
    let mark = unsafe { own.cast::<u32>().read() };
    // SAFETY: the mark says that it is a marked T.
    (mark == T::MARK).then(|| unsafe { &(*own).object })
}

enum Alive {
    Desk(Arc<Mutex<Desk>>),
    /// The desk of this handle as a viewer sees it.
    View(usize, Viewer),
    Object(u32),
}

#[derive(Default)]
struct Register {
    alive: BTreeMap<usize, Alive>,
    handles: usize,
}

static REGISTER: Mutex<Option<Register>> = Mutex::new(None);

/// Inside the gate, so that a `fork` finds the register free.
fn register<T>(work: impl FnOnce(&mut Register) -> T) -> T {
    let _inside = gongdan_process::entered();
    let mut guard: MutexGuard<'_, Option<Register>> =
        REGISTER.lock().unwrap_or_else(PoisonError::into_inner);
    work(guard.get_or_insert_with(Register::default))
}

/// Handles are numbers dressed as pointers: odd, so that no object's address equals one, and
/// never used twice, so that a closed one stays closed.
pub(crate) fn admit(desk: Desk) -> usize {
    admitted(Alive::Desk(Arc::new(Mutex::new(desk))))
}

/// A handle on the desk of another one, as a viewer sees it.
pub(crate) fn admit_view(handle: usize, viewer: Viewer) -> usize {
    admitted(Alive::View(handle, viewer))
}

fn admitted(alive: Alive) -> usize {
    register(|register| {
        register.handles += 1;
        let handle = register.handles * 2 + 1;
        register.alive.insert(handle, alive);
        handle
    })
}

impl Register {
    fn desk(&self, handle: usize) -> Option<Arc<Mutex<Desk>>> {
        match self.alive.get(&handle) {
            Some(Alive::Desk(desk)) => Some(Arc::clone(desk)),
            _ => None,
        }
    }
}

/// The desk of a handle, and who asks there; a view is closed with its hotline.
pub(crate) fn desk(handle: usize) -> Option<(Arc<Mutex<Desk>>, Option<Viewer>)> {
    register(|register| match register.alive.get(&handle) {
        Some(Alive::View(of, viewer)) => {
            let viewer = viewer.clone();
            register.desk(*of).map(|desk| (desk, Some(viewer)))
        }
        _ => register.desk(handle).map(|desk| (desk, None)),
    })
}

/// Closes a handle, if it is open. The desk itself goes when the last call on it ends.
pub(crate) fn dismiss(handle: usize) -> bool {
    let closed = register(|register| match register.alive.get(&handle) {
        Some(Alive::Desk(_) | Alive::View(..)) => register.alive.remove(&handle),
        _ => None,
    });
    closed.is_some()
}

/// Hands an object out.
pub(crate) fn hand_out<T: Object>(object: T) -> *mut T {
    let pointer = Box::into_raw(Box::new(Marked::new(object)));
    register(|register| register.alive.insert(pointer as usize, Alive::Object(T::MARK)));
    pointer.cast()
}

/// Takes an object back and frees it: only what was handed out as such, and only once.
pub(crate) fn take_back<T: Object>(pointer: *mut T) -> bool {
    let address = pointer as usize;
    let known = register(|register| match register.alive.get(&address) {
        Some(Alive::Object(mark)) if *mark == T::MARK => register.alive.remove(&address).is_some(),
        _ => false,
    });
    if known {
        // SAFETY: the register knew the pointer, so `hand_out::<T>` made it by `Box::into_raw`,
        // and it has just been struck off, so nobody takes it back again.
        let mut own = unsafe { Box::from_raw(pointer.cast::<Marked<T>>()) };
        own.mark = 0;
        drop(std::hint::black_box(own));
    }
    known
}
