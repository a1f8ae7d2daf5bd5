//! Makes a function of each text of the English catalogue, so that a text that
//! is not there, or a value that is not filled in, does not compile.

use std::fmt::Write;
use std::path::Path;
use std::{env, fs};

use serde_json::Value;

const CATALOGUE: &str = "../../public/locales/en.json";

fn main() {
    println!("cargo:rerun-if-changed={CATALOGUE}");
    println!("cargo:rerun-if-changed=build.rs");
    let text = fs::read_to_string(CATALOGUE).expect("the English catalogue is in the project");
    let catalogue: Value = serde_json::from_str(&text).expect("the English catalogue is JSON");
    let mut functions = Functions::default();
    functions.add("", &catalogue);
    let made = format!(
        "/// How many texts a catalogue has.\npub(crate) const TEXTS: usize = {};\n\n\
         #[allow(clippy::doc_markdown, reason = \"the texts are given as they are\")]\n\
         impl Catalogue {{\n{}}}\n",
        functions.count, functions.code
    );
    let folder = env::var("OUT_DIR").expect("cargo names the folder");
    fs::write(Path::new(&folder).join("texts.rs"), made).expect("the folder can be written");
}

#[derive(Default)]
struct Functions {
    count: usize,
    code: String,
}

impl Functions {
    /// A function for each text, in the order in which `Catalogue` reads them:
    /// that of the keys.
    fn add(&mut self, name: &str, value: &Value) {
        match value {
            Value::Object(forms) if forms.contains_key("other") => {
                let other = forms["other"].as_str().unwrap_or_default();
                let others = placeholders(other);
                let others: Vec<_> = others.into_iter().filter(|one| *one != "count").collect();
                let parameters = parameters(&others);
                let values = values(&others);
                self.function(
                    name,
                    other,
                    &format!("(&self, count: usize{parameters}) -> String"),
                    &format!("self.counted(TEXT, count, &[{values}])"),
                );
            }
            Value::Object(entries) => {
                for (key, value) in entries {
                    let gap = if name.is_empty() { "" } else { "_" };
                    self.add(&format!("{name}{gap}{key}"), value);
                }
            }
            Value::Array(_) => {
                self.function(name, "A list", "(&self) -> &[String]", "self.list(TEXT)");
            }
            value => {
                let text = value.as_str().expect("texts are strings, forms or lists");
                let values = placeholders(text);
                if values.is_empty() {
                    self.function(name, text, "(&self) -> &str", "self.text(TEXT)");
                } else {
                    let parameters = parameters(&values);
                    self.function(
                        name,
                        text,
                        &format!("(&self{parameters}) -> String"),
                        &format!("self.filled(TEXT, &[{}])", self::values(&values)),
                    );
                }
            }
        }
    }

    fn function(&mut self, name: &str, text: &str, signature: &str, body: &str) {
        let body = body.replace("TEXT", &self.count.to_string());
        writeln!(
            self.code,
            "    /// “{}”\n    pub fn {name}{signature} {{\n        {body}\n    }}",
            text.trim()
        )
        .expect("text takes all that is written to it");
        self.count += 1;
    }
}

/// The names in braces, each once, in their order.
fn placeholders(text: &str) -> Vec<&str> {
    let mut names = Vec::new();
    for part in text.split('{').skip(1) {
        let name = part.split('}').next().unwrap_or_default();
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names
}

fn parameters(names: &[&str]) -> String {
    let parameters = names.iter().map(|name| format!(", {name}: &str"));
    parameters.collect::<Vec<_>>().concat()
}

fn values(names: &[&str]) -> String {
    let values = names.iter().map(|name| format!("(\"{name}\", {name})"));
    values.collect::<Vec<_>>().join(", ")
}
