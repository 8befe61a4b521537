//! What the C face costs: a ticket asked for in C beside the Rust call it wraps, and a list walked
//! cell by cell beside `sqlite3_step`. `make c-bench` installs the release build for it.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use gongdan::{Filter, Hotline, Page, TicketId};
use gongdan_benches::Outcome;

/// The cells that the C side walks, by hand.
const CELLS: &str = "SELECT t.ticket_id, t.stage, a.handle_by, t.number, n.name FROM ticket t \
    LEFT JOIN assignment a ON a.region_id = t.region_id AND a.ticket_id = t.ticket_id AND a.part = 1 \
    AND a.ended_at IS NULL \
    LEFT JOIN entry_name n ON n.region_id = t.region_id AND n.species = 1 AND n.entry_id = a.unit_id \
    ORDER BY t.ticket_id DESC";

const ROUNDS: u32 = 9;

fn main() -> Outcome<()> {
    let Some(prefix) = std::env::var_os("GONGDAN_PREFIX").map(PathBuf::from) else {
        println!("c_face: skipped: GONGDAN_PREFIX names no installed C library (make c-bench)");
        return Ok(());
    };
    let folder = std::env::temp_dir().join(format!("gongdan-c-bench-{}", std::process::id()));
    std::fs::create_dir_all(&folder)?;
    let measured = measure(&prefix, &folder);
    std::fs::remove_dir_all(&folder)?;
    measured
}

fn measure(prefix: &Path, folder: &Path) -> Outcome<()> {
    let file = folder.join("golden.db");
    drop(gongdan_sample::golden_file(&file, &mut |_, _| ())?);
    let program = compiled(prefix, folder)?;
    let c = numbers(Command::new(program).arg(&file))?;
    let raw = numbers(Command::new(env!("RAW_STEPS")).arg(&file).arg(CELLS))?;
    let rust = rust_get(&file)?;
    if let ([get, walk, find], [step]) = (&c[..], &raw[..]) {
        print("gd_ticket_get / Hotline::ticket", *get, rust, 1.2);
        print("walking a list / sqlite3_step", *walk, *step, 1.5);
        println!("finding and materialising a list: {find:.0} ns a ticket");
    }
    let library = std::fs::metadata(prefix.join("lib/libgongdan.so"))?.len();
    println!("the stripped shared library: {library} bytes, goal < 7500000");
    Ok(())
}

fn print(name: &str, ours: f64, peer: f64, goal: f64) {
    let met = if ours / peer <= goal { "met" } else { "MISSED" };
    println!("{name}: {ours:.0} ns / {peer:.0} ns = {:.2}, goal <= {goal} {met}", ours / peer);
}

fn compiled(prefix: &Path, folder: &Path) -> Outcome<PathBuf> {
    let program = folder.join("c_face");
    let source = concat!(env!("CARGO_MANIFEST_DIR"), "/peers/c_face.c");
    let (include, library) = (prefix.join("include"), prefix.join("lib"));
    let mut compile = Command::new("cc");
    compile.args(["-O2", "-I"]).arg(include).arg(source).arg("-o").arg(&program);
    compile.arg("-L").arg(&library).arg("-lgongdan");
    compile.arg(format!("-Wl,-rpath,{}", library.display()));
    match compile.status()?.success() {
        true => Ok(program),
        false => Err("the program in C does not compile".into()),
    }
}

fn numbers(command: &mut Command) -> Outcome<Vec<f64>> {
    let output = command.output()?;
    if !output.status.success() {
        return Err(format!("{command:?} failed").into());
    }
    let text = String::from_utf8(output.stdout)?;
    Ok(text.split_whitespace().map(str::parse).collect::<Result<_, _>>()?)
}

/// Every ticket by its id, nanoseconds each: the best of the rounds, as on the C side.
fn rust_get(file: &Path) -> Outcome<f64> {
    let hotline = Hotline::open_with(file, &gongdan::Options::new().read_only())?;
    let found = hotline.find(&Filter::new(), Page::all())?.tickets;
    let ids: Vec<TicketId> = found.iter().map(|ticket| ticket.id).collect();
    let mut best = f64::MAX;
    for _ in 0..ROUNDS {
        let begun = Instant::now();
        for id in &ids {
            std::hint::black_box(hotline.ticket(*id)?);
        }
        best = best.min(begun.elapsed().as_nanos() as f64 / ids.len() as f64);
    }
    Ok(best)
}
