//! Fingerprints: the SHA-256 of bytes, by which a text or a PDF is known again.

use std::fmt::{self, Write};
use std::str::FromStr;

use sha2::{Digest, Sha256, Sha384, Sha512};

/// A SHA-256.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Sidik([u8; 32]);

impl Sidik {
    /// The fingerprint of `bytes`.
    pub fn of(bytes: impl AsRef<[u8]>) -> Self {
        Self(Sha256::digest(bytes).into())
    }

    /// The short form that is printed: the first 16 hexadecimal digits in groups of four.
    ///
    /// 64 bits: enough to tell the decrees of an office apart by eye, not a proof by itself.
    pub fn pendek(&self) -> String {
        pendek(&self.to_string())
    }
}

/// The digests that a signature over these bytes may hold: SHA-256, SHA-384 and SHA-512 of all parts together.
pub fn digests(parts: &[&[u8]]) -> [Vec<u8>; 3] {
    fn of<D: Digest>(parts: &[&[u8]]) -> Vec<u8> {
        let mut hasher = D::new();
        parts.iter().for_each(|part| hasher.update(part));
        hasher.finalize().to_vec()
    }
    [of::<Sha256>(parts), of::<Sha384>(parts), of::<Sha512>(parts)]
}

/// The short form of a fingerprint that is there as hexadecimal digits.
pub fn pendek(digits: &str) -> String {
    [0, 4, 8, 12].map(|at| digits.get(at..at + 4).unwrap_or_default()).join(" ")
}

impl fmt::Display for Sidik {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut digits = String::with_capacity(64);
        self.0.iter().try_for_each(|byte| write!(digits, "{byte:02x}"))?;
        f.write_str(&digits)
    }
}

impl FromStr for Sidik {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let wrong = || format!("`{text}` bukan sidik SHA-256: diminta 64 angka heksadesimal");
        if text.len() != 64 || !text.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return Err(wrong());
        }
        let nibble = |digit: u8| (digit & 15) + 9 * (digit >> 6);
        let mut bytes = [0; 32];
        for (byte, pair) in bytes.iter_mut().zip(text.as_bytes().chunks_exact(2)) {
            *byte = pair.iter().fold(0, |byte, digit| byte << 4 | nibble(*digit));
        }
        Ok(Self(bytes))
    }
}

impl serde::Serialize for Sidik {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> serde::Deserialize<'de> for Sidik {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = <std::borrow::Cow<'de, str>>::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::Sidik;

    #[test]
    fn written_and_read() {
        let empty = Sidik::of("");
        assert_eq!(empty.to_string(), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        assert_eq!(empty.pendek(), "e3b0 c442 98fc 1c14");
        assert_eq!(empty.to_string().parse(), Ok(empty));
        assert!("e3b0".parse::<Sidik>().is_err() && "é".repeat(32).parse::<Sidik>().is_err());
        let upper = empty.to_string().to_uppercase();
        assert_eq!(upper.parse(), Ok(empty));
        assert!("+1".repeat(32).parse::<Sidik>().is_err());
    }
}
