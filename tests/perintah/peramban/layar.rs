//! A real browser, driven over the pipe that it offers to programs. It needs nothing but the browser itself.

use std::io::{BufRead, BufReader, Write};
use std::path::PathBuf;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::{Value, json};

/// The names of browsers that are known to work.
const NAMES: [&str; 3] = ["chromium", "chromium-browser", "google-chrome"];

/// How long anything may take.
const LIMIT: Duration = Duration::from_secs(120);

/// The browser of this machine; where there is none that is said, and a run that must have one fails.
pub fn browser() -> Option<PathBuf> {
    let folders: Vec<PathBuf> = std::env::split_paths(&std::env::var_os("PATH").unwrap_or_default()).collect();
    let found =
        NAMES.iter().flat_map(|name| folders.iter().map(move |folder| folder.join(name))).find(|path| path.is_file());
    if found.is_none() {
        assert!(std::env::var_os("NASKAH_PERAMBAN").is_none(), "no browser is installed: {NAMES:?}");
        eprintln!("no browser is installed, so this test is passed over: {NAMES:?}");
    }
    found
}

/// A window of the browser.
pub struct Layar {
    child: Child,
    to: ChildStdin,
    from: BufReader<ChildStdout>,
    next: u64,
    session: Option<String>,
    /// What the page complained of.
    pub errors: Vec<String>,
    _profile: tempfile::TempDir,
}

impl Drop for Layar {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Layar {
    /// Opens a window of a size on an address.
    pub fn open(browser: &PathBuf, (width, height): (u32, u32), address: &str) -> Self {
        let started = (0..3).find_map(|_| Self::start(browser));
        let mut own = started.expect("the browser starts, and stays");
        let target = own.call("Target.createTarget", json!({"url": "about:blank"}));
        let asked = json!({"targetId": target["targetId"], "flatten": true});
        own.session = own.call("Target.attachToTarget", asked)["sessionId"].as_str().map(str::to_owned);
        for domain in ["Page", "Runtime", "Log", "DOM"] {
            own.call(&format!("{domain}.enable"), json!({}));
        }
        let size = json!({"width": width, "height": height, "deviceScaleFactor": 1, "mobile": false});
        own.call("Emulation.setDeviceMetricsOverride", size);
        own.call("Page.navigate", json!({"url": address}));
        own
    }

    /// Starts the browser; none where it ended before its first answer, as it may on a machine that is short of anything.
    fn start(browser: &PathBuf) -> Option<Self> {
        let profile = tempfile::tempdir().expect("a profile");
        // The browser reads from its third file and writes to its fourth.
        let script = "exec \"$@\" 3<&0 4>&1 </dev/null >/dev/null 2>&1";
        let mut command = Command::new("sh");
        command.args(["-c", script, "sh"]).arg(browser).args([
            "--headless=new",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-dev-shm-usage",
            "--no-first-run",
            "--remote-debugging-pipe",
        ]);
        command.arg(format!("--user-data-dir={}", profile.path().display()));
        let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().expect("the browser starts");
        let to = child.stdin.take().expect("a pipe");
        let from = BufReader::new(child.stdout.take().expect("a pipe"));
        let mut own = Self { child, to, from, next: 0, session: None, errors: Vec::new(), _profile: profile };
        own.send("Browser.getVersion", json!({}));
        let mut answer = Vec::new();
        own.from.read_until(0, &mut answer).ok().filter(|length| *length > 0).map(|_| own)
    }

    fn send(&mut self, method: &str, params: Value) -> u64 {
        self.next += 1;
        let mut message = json!({"id": self.next, "method": method, "params": params});
        if let Some(session) = &self.session {
            message["sessionId"] = json!(session);
        }
        self.to.write_all(format!("{message}\0").as_bytes()).expect("sent");
        self.to.flush().expect("sent");
        self.next
    }

    /// Asks the browser for something.
    pub fn call(&mut self, method: &str, params: Value) -> Value {
        let id = self.send(method, params);
        loop {
            let mut bytes = Vec::new();
            self.from.read_until(0, &mut bytes).expect("an answer");
            assert!(!bytes.is_empty(), "the browser has ended");
            bytes.pop();
            let message: Value = serde_json::from_slice(&bytes).expect("an answer");
            if message["id"] == id {
                assert!(message["error"].is_null(), "{method}: {}", message["error"]);
                return message["result"].clone();
            }
            self.hear(&message);
        }
    }

    fn hear(&mut self, message: &Value) {
        let params = &message["params"];
        match message["method"].as_str() {
            Some("Runtime.exceptionThrown") => self.errors.push(params["exceptionDetails"].to_string()),
            Some("Log.entryAdded") if params["entry"]["level"] == "error" => {
                let text = params["entry"]["text"].as_str().unwrap_or_default();
                // What the server refuses is told to the person, and listed by the browser too.
                if !text.contains("status of 4") {
                    self.errors.push(format!("{text} {}", params["entry"]["url"]));
                }
            }
            _ => {}
        }
    }

    /// The value of an expression, waited for where it is a promise.
    pub fn eval(&mut self, expression: &str) -> Value {
        let asked = json!({"expression": expression, "awaitPromise": true, "returnByValue": true});
        let answer = self.call("Runtime.evaluate", asked);
        assert!(answer["exceptionDetails"].is_null(), "{expression}: {}", answer["exceptionDetails"]);
        answer["result"]["value"].clone()
    }

    /// Waits until an expression holds.
    #[track_caller]
    pub fn wait(&mut self, expression: &str) {
        let begun = Instant::now();
        let held = format!("(() => {{ try {{ return Boolean({expression}); }} catch {{ return false; }} }})()");
        while self.eval(&held) != true {
            let shown = || "document.body.innerText.slice(0, 1500)";
            assert!(begun.elapsed() < LIMIT, "{expression}\n{}", self.eval(shown()));
            std::thread::sleep(Duration::from_millis(25));
        }
    }

    /// Clicks at a point of the window.
    pub fn click_at(&mut self, x: f64, y: f64) {
        for kind in ["mousePressed", "mouseReleased"] {
            let asked = json!({"type": kind, "x": x, "y": y, "button": "left", "clickCount": 1});
            self.call("Input.dispatchMouseEvent", asked);
        }
    }

    /// Clicks the element that an expression gives; again where the page moved under the pointer before it was pressed.
    #[track_caller]
    pub fn click(&mut self, element: &str) {
        let place = format!(
            "(() => {{ const e = {element}; e.scrollIntoView({{block: 'center'}}); const [r] = e.getClientRects(); \
             window.tertekan = false; const at = (event) => {{ window.tertekan = e.contains(event.target); }}; \
             addEventListener('mousedown', at, {{capture: true, once: true}}); \
             return [r.x + r.width / 2, r.y + r.height / 2]; }})()"
        );
        for _ in 0..5 {
            self.wait(element);
            let place = self.eval(&place);
            self.click_at(place[0].as_f64().expect("a place"), place[1].as_f64().expect("a place"));
            if self.eval("window.tertekan") != false {
                return;
            }
        }
        panic!("{element} cannot be met");
    }

    /// Clicks the button or link whose words begin so.
    #[track_caller]
    pub fn press(&mut self, words: &str) {
        self.click(&format!(
            "[...document.querySelectorAll('button, a')].find((e) => e.offsetParent && !e.disabled && e.textContent.startsWith({}))",
            json!(words)
        ));
    }

    /// Types a text where the focus is.
    pub fn write(&mut self, text: &str) {
        self.call("Input.insertText", json!({"text": text}));
    }

    /// Presses a key, `ctrl` and `alt` held down with it.
    pub fn key(&mut self, key: &str, ctrl: bool, alt: bool) {
        let code = match key {
            "Enter" => 13,
            "Tab" => 9,
            "Escape" => 27,
            "ArrowUp" => 38,
            "ArrowDown" => 40,
            "ArrowLeft" => 37,
            "ArrowRight" => 39,
            "Backspace" => 8,
            " " => 32,
            other => other.to_uppercase().bytes().next().map_or(0, i64::from),
        };
        let text = match key {
            "Enter" => "\r",
            _ if key.len() == 1 && !ctrl && !alt => key,
            _ => "",
        };
        let modifiers = i64::from(alt) + 2 * i64::from(ctrl);
        for kind in ["keyDown", "keyUp"] {
            let mut asked =
                json!({"type": kind, "key": key, "code": key, "windowsVirtualKeyCode": code, "modifiers": modifiers});
            if kind == "keyDown" && !text.is_empty() {
                asked["text"] = json!(text);
            }
            self.call("Input.dispatchKeyEvent", asked);
        }
    }

    /// Goes on with Tab until the focus is where an expression of `e` holds.
    #[track_caller]
    pub fn tab_to(&mut self, wanted: &str) {
        for _ in 0..200 {
            self.key("Tab", false, false);
            if self.eval(&format!("((e) => Boolean({wanted}))(document.activeElement)")) == true {
                return;
            }
        }
        panic!("Tab never reaches {wanted}");
    }

    /// Puts files into the field that a selector names.
    pub fn choose(&mut self, selector: &str, path: &str) {
        let root = self.call("DOM.getDocument", json!({}))["root"]["nodeId"].clone();
        let node = self.call("DOM.querySelector", json!({"nodeId": root, "selector": selector}))["nodeId"].clone();
        self.call("DOM.setFileInputFiles", json!({"nodeId": node, "files": [path]}));
    }
}
