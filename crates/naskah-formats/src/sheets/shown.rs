//! What a number format is made of, and what a cell shows by it.

/// What a person sees of a number.
#[derive(Debug, Clone, PartialEq)]
pub enum Shown {
    /// The number by its digits, as without any format.
    Plain,
    /// The number in a form of its own, and how many decimal places the form leaves of its value.
    Number(String, Option<usize>),
    /// A day or a time of the clock.
    Moment(String),
    /// Nothing: the format hides it.
    Nothing,
    /// No number is to be read there, and why.
    Fault(&'static str),
}

/// A piece of a section.
#[derive(Debug, Clone, PartialEq)]
pub enum Bit {
    /// A place for a digit: `0`, `#` or `?`.
    Digit(char),
    Point,
    Comma,
    Percent,
    /// `E+`
    Exponent,
    /// `/` between digits.
    Slash,
    /// What is shown as it is; whether it was put between quotes.
    Literal(String, bool),
    /// Letters of days and times, in small letters; lengths of time in brackets.
    Moment(String),
    General,
    /// `@`
    Text,
}
