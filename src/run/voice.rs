//! What a run says, where, and in which form; the only writer to the terminal.

use std::io::{self, BufRead, IsTerminal, Write};
use std::sync::{Arc, Mutex, PoisonError};

use super::progress::{Kemajuan, Progress};
use super::{Made, Options};
use crate::disk::{self, explain};
use naskah_core::diag::{Code, Diagnostic, Files, MessageFormat, Sink, in_json, on_lines, on_one_line, render_all};

/// What a run said to a listener within the program instead of to the terminal.
#[derive(Debug, Clone, Default)]
pub struct Heard {
    /// What would have been written to standard output.
    pub product: Vec<u8>,
    /// The findings as JSON objects.
    pub findings: Vec<String>,
    /// The lines for people.
    pub remarks: Vec<String>,
    /// The result lines as JSON objects.
    pub made: Vec<String>,
}

/// Who listens instead of the terminal.
pub type Ear = Arc<Mutex<Heard>>;

/// The form of what is said, what is still to be said, and whether anybody listens.
pub struct Voice {
    command: &'static str,
    pesan: MessageFormat,
    color: bool,
    color_out: bool,
    /// Whether standard output holds the product.
    shown: bool,
    /// Why standard output cannot be written.
    broken: Option<io::Error>,
    remarks: Vec<String>,
    made: Vec<Made>,
    /// Who listens instead of the terminal, and sees how far the run has come.
    ear: Option<(Ear, Arc<Kemajuan>)>,
}

impl Voice {
    pub(super) fn new(command: &'static str, options: &Options) -> Self {
        let Options { pesan, color, color_out, .. } = *options;
        let (remarks, made) = (Vec::new(), Vec::new());
        Self { command, pesan, color, color_out, shown: false, broken: None, remarks, made, ear: None }
    }

    /// A voice that speaks to a listener within the program.
    pub(super) fn heard(command: &'static str, ear: Ear, kemajuan: Arc<Kemajuan>) -> Self {
        Self { ear: Some((ear, kemajuan)), ..Self::new(command, &Options::default()) }
    }

    /// How far the run comes with so many things, for whoever listens.
    pub fn progress(&self, all: usize, what: &'static str) -> Progress {
        match &self.ear {
            Some((_, kemajuan)) => Progress::heard(all, what, kemajuan),
            None => Progress::new(all, what),
        }
    }

    /// Whether a product for people is coloured, where standard output is a screen.
    pub fn colors_products(&self) -> bool {
        self.color_out
    }

    /// Whether messages are for programs.
    pub fn as_json(&self) -> bool {
        self.pesan == MessageFormat::Json
    }

    /// Writes a product, or a part of it, to standard output.
    pub fn show(&mut self, bytes: &[u8]) {
        self.shown = true;
        self.out(bytes);
    }

    /// Writes lines for people to standard output; nothing in them acts on the screen.
    pub fn show_lines(&mut self, text: &str) {
        self.show(on_lines(text).as_bytes());
    }

    /// Writes something beside the product to standard error, at once.
    pub fn aside(&self, text: &str) {
        if self.ear.is_some() {
            return;
        }
        // Where nobody listens to messages there is nobody to tell it to.
        drop(io::stderr().write_all(text.as_bytes()));
    }

    /// Writes a product for people to standard output; programs get the result line alone.
    pub fn show_to_people(&mut self, text: &str) {
        if !self.as_json() {
            self.show_lines(text);
        }
    }

    /// Whether there is somebody at a terminal who can be asked.
    pub fn can_ask(&self) -> bool {
        self.ear.is_none() && !self.as_json() && io::stdin().is_terminal() && io::stderr().is_terminal()
    }

    /// Asks a question; whether the answer is yes.
    pub fn ask(&self, question: &str) -> bool {
        self.aside(question);
        let mut answer = String::new();
        let read = io::stdin().lock().read_line(&mut answer);
        read.is_ok() && matches!(answer.trim().to_lowercase().as_str(), "y" | "ya")
    }

    /// Asks for a text; what stands there without an answer where there is none. `None` where nobody answers any more.
    pub fn ask_text(&self, question: &str, otherwise: Option<&str>) -> Option<String> {
        self.aside(&otherwise.map_or(format!("{question}: "), |text| format!("{question} [{text}]: ")));
        let mut answer = String::new();
        let read = io::stdin().lock().read_line(&mut answer).ok().filter(|read| *read > 0);
        let answer = answer.trim();
        read.map(|_| if answer.is_empty() { otherwise.unwrap_or_default() } else { answer }.to_owned())
    }

    /// A line for people, told at the end.
    pub fn remark(&mut self, line: String) {
        self.remarks.push(line);
    }

    pub(super) fn remark_first(&mut self, line: String) {
        self.remarks.insert(0, line);
    }

    /// What was made, told at the end.
    pub fn made(&mut self, made: Made) {
        self.made.push(made);
    }

    fn out(&mut self, bytes: &[u8]) {
        if let Some((ear, _)) = &self.ear {
            ear.lock().unwrap_or_else(PoisonError::into_inner).product.extend_from_slice(bytes);
        } else if self.broken.is_none() {
            self.broken = disk::write_stdout(bytes).err();
        }
    }

    /// Says everything; whether something was asked for on standard output and could not be written there.
    pub(super) fn finish(mut self, sink: &Sink, files: &Files) -> bool {
        if let Some((ear, _)) = &self.ear {
            let mut heard = ear.lock().unwrap_or_else(PoisonError::into_inner);
            heard.findings.extend(findings_in_json(sink, files));
            heard.remarks.extend(self.remarks.iter().chain(files.remarks()).cloned());
            heard.made.extend(self.made.iter().map(|made| made.to_json(self.command)));
            return false;
        }
        self.aside(&render_all(sink, files, self.pesan, self.color));
        if self.pesan == MessageFormat::Manusia {
            let lines = self.remarks.iter().chain(files.remarks());
            lines.for_each(|line| {
                self.aside(&format!(
                    "{}
",
                    on_one_line(line)
                ))
            });
        }
        let lines: String = self.made.iter().map(|made| self.line(made)).collect();
        match self.shown {
            true => self.aside(&lines),
            false if !lines.is_empty() => self.out(lines.as_bytes()),
            false => {}
        }
        let Some(error) = &self.broken else { return false };
        let mut sink = Sink::default();
        sink.push(unheard(error));
        self.aside(&render_all(&sink, files, self.pesan, self.color));
        true
    }

    /// Says findings at once.
    pub(super) fn findings(&self, sink: &Sink, files: &Files) {
        if let Some((ear, _)) = &self.ear {
            let mut heard = ear.lock().unwrap_or_else(PoisonError::into_inner);
            heard.findings.extend(findings_in_json(sink, files));
        }
        self.aside(&render_all(sink, files, self.pesan, self.color));
    }

    fn line(&self, made: &Made) -> String {
        match self.as_json() {
            true => in_json(&made.to_json(self.command)).into_owned() + "\n",
            false => on_one_line(&made.to_text()).into_owned() + "\n",
        }
    }
}

/// The findings, a JSON object each.
pub fn findings_in_json(sink: &Sink, files: &Files) -> Vec<String> {
    render_all(sink, files, MessageFormat::Json, false).lines().map(str::to_owned).collect()
}

/// Why standard output could not be written.
pub fn unheard(error: &io::Error) -> Diagnostic {
    Diagnostic::galat(Code::TULIS, None, format!("keluaran baku tidak dapat ditulis: {}", explain(error)))
}
