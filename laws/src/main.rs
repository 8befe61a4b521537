//! `gongdan-laws live FILE SEED TICKETS`: a wild life on a new file.
//! `gongdan-laws ask FILE`: answers questions, one a line.
//! `gongdan-laws laws LIVES SEED [first]`: tries every law on so many lives, or until one is broken.
#![forbid(unsafe_code)]

use std::path::Path;

use gongdan_laws::{Wild, answer_all, try_all};

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let done = match words.as_slice() {
        ["live", file, seed, tickets] => live(file, seed, tickets),
        ["laws", lives, seed] => laws(lives, seed, false),
        ["laws", lives, seed, "first"] => laws(lives, seed, true),
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

fn number(text: &str) -> Result<u64, String> {
    text.parse().map_err(|error| format!("{text}: {error}"))
}

/// Each law, how often what it speaks of was met, and where it was broken; a law of which nothing was
/// met has shown nothing.
fn laws(lives: &str, seed: &str, first_only: bool) -> Result<(), String> {
    let (lives, seed) = (number(lives)?, number(seed)?);
    let laws = try_all(lives, seed, first_only).map_err(|error| error.to_string())?;
    for law in &laws {
        println!(
            "law {:>2}  met {:>9}  broken {:>4}  {}",
            law.number, law.met, law.times, law.says
        );
        law.broken.iter().for_each(|broken| println!("        {broken}"));
    }
    println!(
        "law  9  import: lived and imported tickets are held against each other in the rule book (backfill.rs)"
    );
    let idle = laws.iter().filter(|law| law.met == 0).count();
    let broken = laws.iter().map(|law| law.times).sum::<u64>();
    println!(
        "laws: {lives} lives from seed {seed}: {broken} broken, {idle} of which nothing was met"
    );
    match broken == 0 && idle == 0 {
        true => Ok(()),
        false => Err("a law does not hold, or nothing of it was met".to_owned()),
    }
}

fn live(file: &str, seed: &str, tickets: &str) -> Result<(), String> {
    let (seed, tickets) = (number(seed)?, number(tickets)? as usize);
    let (_, wild) =
        Wild::live(Path::new(file), seed, tickets).map_err(|error| error.to_string())?;
    println!("{}", wild.told());
    Ok(())
}
