//! Files that a page sends to a command: each is kept in a passing folder, and told of by its own name.

use std::path::Path;

use hyper::StatusCode;
use serde_json::Value;

use super::jawab::Tolak;
use crate::disk;

/// A file that was sent.
pub struct Titipan(disk::Titipan);

impl Titipan {
    /// Keeps what was sent.
    pub fn new(name: &str, bytes: &[u8]) -> Result<Self, Tolak> {
        let unwritten = |_| Tolak::new(StatusCode::INSUFFICIENT_STORAGE, "berkas itu tidak dapat disimpan sementara");
        disk::Titipan::new(name, bytes).map(Self).map_err(unwritten)
    }

    /// Where it is kept.
    pub fn path(&self) -> &Path {
        self.0.path()
    }

    /// What a command told of it, with its own name in place of where it was kept.
    pub fn named(&self, told: &Value) -> Value {
        let kept = serde_json::to_string(&self.0.folder().join("").to_string_lossy()).unwrap_or_default();
        let text = told.to_string().replace(kept.trim_matches('"'), "");
        serde_json::from_str(&text).unwrap_or_default()
    }
}
