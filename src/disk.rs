//! The only reader and writer of files: each is read within a limit, and written whole or not at all; nothing is
//! overwritten unasked.

use std::collections::BTreeSet;
use std::fs;
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// A passing file of this age belongs to no run any more.
const ABANDONED: Duration = Duration::from_secs(24 * 60 * 60);

/// Why a file could not be written.
#[derive(Debug)]
pub enum WriteError {
    /// There is a file of that name with another content.
    Exists(PathBuf),
    /// The system refused.
    Io(PathBuf, io::Error),
}

/// What became of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Written {
    /// It is new, or was replaced as asked.
    New,
    /// It was there with the very same bytes.
    Same,
}

/// Reads a text whole; beyond `limit` bytes nothing more is read.
pub fn read(path: &Path, limit: usize) -> io::Result<Vec<u8>> {
    read_from(fs::File::open(path)?, limit)
}

/// Reads standard input whole; beyond `limit` bytes nothing more is read.
pub fn read_stdin(limit: usize) -> io::Result<Vec<u8>> {
    read_from(io::stdin().lock(), limit)
}

fn read_from(source: impl Read, limit: usize) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    source.take(limit as u64 + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Writes files that belong together: all of them, or none.
///
/// Each is first written beside its place under a passing name; only when all are on the disk do they get their
/// names, and where one cannot, those before it become again what they were. A file that is there with the same bytes
/// is left alone.
pub fn write_all(files: &[(PathBuf, Vec<u8>)], overwrite: bool) -> Result<Vec<Written>, WriteError> {
    let mut plan = Vec::new();
    for (path, bytes) in files {
        match there(path).map_err(|error| WriteError::Io(path.clone(), error))? {
            Some(there) if there == *bytes => plan.push((Written::Same, None)),
            Some(_) if !overwrite => return Err(WriteError::Exists(path.clone())),
            Some(there) => plan.push((Written::New, Some(there))),
            None if path.is_dir() => {
                return Err(WriteError::Io(path.clone(), io::Error::from(io::ErrorKind::IsADirectory)));
            }
            None => plan.push((Written::New, None)),
        }
    }
    let folders: BTreeSet<&Path> = files.iter().map(|(path, _)| folder_of(path)).collect();
    folders.into_iter().for_each(tidy);
    let mut ready = Vec::new();
    for ((path, bytes), (_, before)) in files.iter().zip(&plan).filter(|(_, (fate, _))| *fate == Written::New) {
        let staged = stage(path, bytes).map_err(|error| WriteError::Io(path.clone(), error))?;
        ready.push((path, staged, before));
    }
    let mut placed: Vec<(&PathBuf, &Option<Vec<u8>>)> = Vec::new();
    for (path, staged, before) in ready {
        let done = match overwrite {
            true => staged.persist(path).map(drop),
            false => staged.persist_noclobber(path).map(drop),
        };
        if let Err(error) = done {
            placed.iter().for_each(|(path, before)| take_back(path, before.as_deref()));
            return Err(match error.error.kind() {
                io::ErrorKind::AlreadyExists => WriteError::Exists(path.clone()),
                _ => WriteError::Io(path.clone(), error.error),
            });
        }
        placed.push((path, before));
    }
    Ok(plan.into_iter().map(|(fate, _)| fate).collect())
}

/// Writes one of many files, whole or not at all. Who writes many looks after what killed runs left with [`sweep_old`].
pub fn write_one(path: &Path, bytes: &[u8], overwrite: bool) -> Result<Written, WriteError> {
    let refused = |error| WriteError::Io(path.to_owned(), error);
    match there(path).map_err(refused)? {
        Some(there) if there == bytes => return Ok(Written::Same),
        Some(_) if !overwrite => return Err(WriteError::Exists(path.to_owned())),
        None if path.is_dir() => return Err(refused(io::ErrorKind::IsADirectory.into())),
        _ => {}
    }
    let staged = stage(path, bytes).map_err(refused)?;
    let done = if overwrite { staged.persist(path) } else { staged.persist_noclobber(path) };
    match done.map_err(|error| error.error) {
        Ok(_) => Ok(Written::New),
        // Another run was faster.
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => match there(path).map_err(refused)? {
            Some(there) if there == bytes => Ok(Written::Same),
            _ => Err(WriteError::Exists(path.to_owned())),
        },
        Err(error) => Err(refused(error)),
    }
}

/// A file of lines that grows; what was written is on the disk at most a moment later.
pub struct Appender {
    file: fs::File,
    synced: Instant,
}

/// So long lines may be written that are not yet on the disk.
const MOMENT: Duration = Duration::from_millis(500);

impl Appender {
    /// Goes on with the file, or begins it; a line that was left half written is ended.
    pub fn open(path: &Path) -> io::Result<Self> {
        if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
            fs::create_dir_all(folder)?;
        }
        let mut file = fs::OpenOptions::new().create(true).append(true).read(true).open(path)?;
        let length = file.metadata()?.len();
        if length > 0 {
            let mut last = [0];
            file.seek(SeekFrom::Start(length - 1))?;
            file.read_exact(&mut last)?;
            if last != *b"\n" {
                file.write_all(b"\n")?;
            }
        }
        #[cfg(unix)]
        drop(file.try_lock_shared());
        Ok(Self { file, synced: Instant::now() })
    }

    /// Whether no other run goes on with this file, as far as the system can tell.
    #[cfg(unix)]
    pub fn is_alone(&self) -> bool {
        self.file.try_lock().is_ok()
    }

    /// Whether no other run goes on with this file; not known here.
    #[cfg(not(unix))]
    pub fn is_alone(&self) -> bool {
        false
    }

    /// Writes a line, which brings its end.
    pub fn line(&mut self, line: &str) -> io::Result<()> {
        self.file.write_all(line.as_bytes())?;
        if self.synced.elapsed() >= MOMENT {
            self.end()?;
        }
        Ok(())
    }

    /// Puts all lines on the disk.
    pub fn end(&mut self) -> io::Result<()> {
        self.synced = Instant::now();
        self.file.sync_data()
    }
}

/// Makes a place again what it was, as far as the system lets it.
fn take_back(path: &Path, before: Option<&[u8]>) {
    match before {
        Some(bytes) => drop(stage(path, bytes).map(|staged| staged.persist(path))),
        None => drop(fs::remove_file(path)),
    }
}

/// The bytes of a file that is there. What is neither file nor folder, such as a device or a pipe, is never read, for that
/// may have no end, and never replaced.
pub fn there(path: &Path) -> io::Result<Option<Vec<u8>>> {
    match fs::metadata(path) {
        Ok(kind) if kind.is_file() || kind.is_dir() => Ok(fs::read(path).ok()),
        Ok(_) => Err(io::ErrorKind::Unsupported.into()),
        Err(_) => Ok(None),
    }
}

/// The bytes of a file; of nothing else, for a pipe or a device may have no end.
pub fn regular(path: &Path) -> io::Result<Vec<u8>> {
    match fs::metadata(path)?.is_file() {
        true => fs::read(path),
        false if path.is_dir() => Err(io::ErrorKind::IsADirectory.into()),
        false => Err(io::ErrorKind::Unsupported.into()),
    }
}

/// What the name of a passing file begins with.
pub const PASSING: &str = ".naskah-";

/// The folder of a file.
fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// Whether files can be written into a folder, or into the folder above that it would be made in.
pub fn can_write(folder: &Path) -> io::Result<()> {
    let above = folder.ancestors().map(|above| if above.as_os_str().is_empty() { Path::new(".") } else { above });
    let Some(there) = above.into_iter().find(|above| above.exists()) else { return Ok(()) };
    tempfile::Builder::new().prefix(PASSING).tempfile_in(there).map(drop)
}

/// Takes away what killed runs have left in a folder: what nobody holds, and what is old.
pub fn tidy(folder: &Path) {
    sweep_left(folder);
    sweep_old(folder);
}

/// Takes away what runs of long ago that were killed have left in a folder.
pub fn sweep_old(folder: &Path) {
    sweep(folder, ABANDONED);
}

/// A passing file is younger while its run has not yet taken hold of it.
#[cfg(unix)]
const HELD: Duration = Duration::from_secs(1);

/// Takes away the passing files of a folder whose run has ended: nobody holds them any more.
#[cfg(unix)]
pub fn sweep_left(folder: &Path) {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    for entry in entries.filter(|entry| entry.file_name().to_string_lossy().starts_with(PASSING)) {
        let kind = entry.metadata().ok().filter(fs::Metadata::is_file);
        let old = kind.and_then(|kind| kind.modified().ok()?.elapsed().ok()).is_some_and(|passed| passed >= HELD);
        let held = || fs::OpenOptions::new().write(true).open(entry.path()).map(|file| file.try_lock().is_err());
        if old && held().is_ok_and(|held| !held) {
            drop(fs::remove_file(entry.path()));
        }
    }
}

/// Takes away the passing files of a folder that no run can still need.
#[cfg(not(unix))]
pub fn sweep_left(folder: &Path) {
    sweep_old(folder);
}

/// Takes away what runs that were killed have left in a folder: passing files of at least this age.
pub fn sweep(folder: &Path, age: Duration) {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    for entry in entries.filter(|entry| entry.file_name().to_string_lossy().starts_with(PASSING)) {
        let kind = entry.metadata().ok().filter(fs::Metadata::is_file);
        let old = kind.and_then(|kind| kind.modified().ok()?.elapsed().ok()).is_some_and(|passed| passed >= age);
        if old {
            // One that cannot be taken away does no harm.
            drop(fs::remove_file(entry.path()));
        }
    }
}

pub(crate) fn stage(path: &Path, bytes: &[u8]) -> io::Result<tempfile::NamedTempFile> {
    let folder = folder_of(path);
    fs::create_dir_all(folder)?;
    let mut file = tempfile::Builder::new().prefix(PASSING).tempfile_in(folder)?;
    // Held as long as its run lives, where the system can.
    #[cfg(unix)]
    drop(file.as_file().try_lock());
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    allow_reading(file.as_file())?;
    Ok(file)
}

/// What somebody has sent: a file of its own name in a passing folder, which goes with this value.
pub(crate) struct Titipan {
    folder: tempfile::TempDir,
    path: PathBuf,
}

impl Titipan {
    /// Keeps bytes under the last part of a name.
    pub fn new(name: &str, bytes: &[u8]) -> io::Result<Self> {
        let folder = tempfile::Builder::new().prefix(PASSING).tempdir()?;
        let own = name.rsplit(['/', '\\']).next().filter(|own| !["", ".", ".."].contains(own)).unwrap_or("berkas");
        let path = folder.path().join(own.replace(char::is_control, "_"));
        fs::write(&path, bytes)?;
        Ok(Self { folder, path })
    }

    /// Takes away what killed runs have left where these files are kept.
    pub fn sweep() {
        let entries = fs::read_dir(std::env::temp_dir()).into_iter().flatten().flatten();
        for entry in entries.filter(|entry| entry.file_name().to_string_lossy().starts_with(PASSING)) {
            let kind = entry.metadata().ok().filter(fs::Metadata::is_dir);
            if kind.and_then(|kind| kind.modified().ok()?.elapsed().ok()).is_some_and(|passed| passed >= ABANDONED) {
                drop(fs::remove_dir_all(entry.path()));
            }
        }
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The folder that it has to itself.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }
}

/// Passing files are private; a finished one is as readable as any other new file.
#[cfg(unix)]
fn allow_reading(file: &fs::File) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    file.set_permissions(fs::Permissions::from_mode(0o644))
}

#[cfg(not(unix))]
fn allow_reading(_: &fs::File) -> io::Result<()> {
    Ok(())
}

/// Writes bytes to standard output.
pub fn write_stdout(bytes: &[u8]) -> io::Result<()> {
    let mut out = io::stdout().lock();
    out.write_all(bytes)?;
    out.flush()
}

/// The system's reason, in Indonesian where it is a common one.
pub fn explain(error: &io::Error) -> String {
    use io::ErrorKind as Kind;
    match error.kind() {
        Kind::NotFound => "tidak ada".into(),
        Kind::PermissionDenied => "tidak diizinkan".into(),
        Kind::IsADirectory => "itu sebuah folder".into(),
        Kind::NotADirectory | Kind::AlreadyExists => "bagian letaknya bukan folder".into(),
        Kind::StorageFull => "cakram penuh".into(),
        Kind::ReadOnlyFilesystem => "cakram hanya dapat dibaca".into(),
        Kind::Unsupported => "itu bukan berkas biasa".into(),
        Kind::BrokenPipe => "penerima berhenti membaca".into(),
        _ => error.to_string(),
    }
}
