//! Statuses: every kind of error as a number.

use crate::status::gd_status;

/// A rule of the life refuses the command.
pub const GD_E_REFUSED: gd_status = 1;
/// There is no such ticket, file or figure.
pub const GD_E_NOT_FOUND: gd_status = 2;
/// An argument is wrong in itself.
pub const GD_E_INVALID_INPUT: gd_status = 3;
/// The ticket has changed since the caller saw it, or a request id stands for something else.
pub const GD_E_CONFLICT: gd_status = 4;
/// Others kept the file locked for longer than the caller wanted to wait.
pub const GD_E_BUSY: gd_status = 5;
/// The file was opened for reading only.
pub const GD_E_READ_ONLY: gd_status = 6;
/// The file was written by a newer version of gongdan.
pub const GD_E_FILE_TOO_NEW: gd_status = 7;
/// The file is no gongdan file.
pub const GD_E_NOT_A_HOTLINE: gd_status = 8;
/// The file is damaged.
pub const GD_E_CORRUPT: gd_status = 9;
/// The handle has been closed.
pub const GD_E_CLOSED: gd_status = 10;
/// The machine failed: disk, permission, memory.
pub const GD_E_IO: gd_status = 11;
/// Something stands there already and is not overwritten.
pub const GD_E_EXISTS: gd_status = 12;
/// A mistake in gongdan itself.
pub const GD_E_BUG: gd_status = 13;
/// Whoever watched the work stopped it.
pub const GD_E_INTERRUPTED: gd_status = 14;
/// Something was under way on the file when the process was forked: the file is the parent's.
pub const GD_E_FORKED: gd_status = 15;
/// Another program took the file or its log away while it was open: no more is written.
pub const GD_E_REPLACED: gd_status = 16;
