//! `gongdan-laws live FILE SEED TICKETS`: a wild life on a new file.
//! `gongdan-laws ask FILE`: answers questions, one a line.
#![forbid(unsafe_code)]

use std::path::Path;

use gongdan_laws::{Wild, answer_all};

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let done = match words.as_slice() {
        ["live", file, seed, tickets] => live(file, seed, tickets),
        ["ask", file] => {
            answer_all(Path::new(file), std::io::stdin().lock(), std::io::stdout().lock())
        }
        _ => Err("gongdan-laws live FILE SEED TICKETS | ask FILE".to_owned()),
    };
    if let Err(error) = done {
        eprintln!("gongdan-laws: {error}");
        std::process::exit(1);
    }
}

fn live(file: &str, seed: &str, tickets: &str) -> Result<(), String> {
    let number = |text: &str| text.parse::<u64>().map_err(|error| error.to_string());
    let (seed, tickets) = (number(seed)?, number(tickets)? as usize);
    let (_, wild) =
        Wild::live(Path::new(file), seed, tickets).map_err(|error| error.to_string())?;
    println!("{}", wild.told());
    Ok(())
}
