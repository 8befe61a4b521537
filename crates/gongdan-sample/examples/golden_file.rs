//! Writes the golden month's file: `cargo run -p gongdan-sample --example golden_file -- PATH`.

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let path = std::env::args_os().nth(1).ok_or("which path?")?;
    gongdan_sample::golden_file(&path, &mut |_, _| ())?;
    Ok(())
}
