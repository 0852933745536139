//! The address of a request: its path, and the words behind it.

use hyper::Uri;

/// An address, decoded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Alamat {
    /// The path.
    pub jalan: String,
    kata: Vec<(String, String)>,
}

impl Alamat {
    /// The address of a request; what cannot be decoded is left as it is.
    pub fn of(uri: &Uri) -> Self {
        let pairs = uri.query().unwrap_or_default().split('&').filter_map(|pair| pair.split_once('='));
        let kata = pairs.map(|(key, value)| (decoded(key), decoded(value))).collect();
        Self { jalan: uri.path().to_owned(), kata }
    }

    /// The word of a name.
    pub fn kata(&self, name: &str) -> Option<&str> {
        self.kata.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    /// The number of a name.
    pub fn bilangan<T: std::str::FromStr>(&self, name: &str) -> Option<T> {
        self.kata(name)?.parse().ok()
    }
}

/// `a+b%20c` as `a b c`.
fn decoded(text: &str) -> String {
    let (mut out, mut rest) = (Vec::new(), text.as_bytes());
    while let [first, after @ ..] = rest {
        let hex = match (first, after) {
            (b'%', [a, b, ..]) => std::str::from_utf8(&[*a, *b]).ok().and_then(|hex| u8::from_str_radix(hex, 16).ok()),
            _ => None,
        };
        let (byte, taken) = match (first, hex) {
            (_, Some(byte)) => (byte, 3),
            (b'+', None) => (b' ', 1),
            (other, None) => (*other, 1),
        };
        out.push(byte);
        rest = rest.get(taken..).unwrap_or_default();
    }
    String::from_utf8(out).unwrap_or_else(|_| text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::decoded;

    #[test]
    fn addresses_are_decoded() {
        for (text, plain) in
            [("a+b%20c", "a b c"), ("%2e%2E/", "../"), ("%", "%"), ("%zz", "%zz"), ("%c3%a9", "é"), ("%ff", "%ff")]
        {
            assert_eq!(decoded(text), plain);
        }
    }
}
