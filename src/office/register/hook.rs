//! Where a run can be cut off: tests let it die, or let the disk be full, at any of the places where something is written.

use std::io;
use std::sync::Mutex;

/// What happens at a place of writing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hook {
    /// The process dies at the place of this number, from 0.
    Abort(usize),
    /// Writing fails for want of room from the place of this number on.
    Full(usize),
}

/// What is set, and how many places were passed.
static SET: Mutex<Option<(Hook, usize)>> = Mutex::new(None);

/// Sets what happens from here on; `None` for nothing.
pub fn set(hook: Option<Hook>) {
    if let Ok(mut set) = SET.lock() {
        *set = hook.map(|hook| (hook, 0));
    }
}

/// A place where something is about to be written.
pub(super) fn place() -> io::Result<()> {
    let Ok(mut set) = SET.lock() else { return Ok(()) };
    let Some((hook, passed)) = set.as_mut() else { return Ok(()) };
    let at = *passed;
    *passed += 1;
    match *hook {
        Hook::Abort(place) if at == place => std::process::abort(),
        Hook::Full(place) if at >= place => Err(io::ErrorKind::StorageFull.into()),
        _ => Ok(()),
    }
}
