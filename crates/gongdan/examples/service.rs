//! A service: one thread writes, every connection reads with a handle of its own. A request is a line of
//! JSON, and so is its answer.
//!
//!     cargo run -p gongdan --example service            # serves itself a few requests
//!     cargo run -p gongdan --example service 0.0.0.0:12345 h.db

use std::error::Error;
use std::io::{BufRead, BufReader, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;

use gongdan::{Filter, Hotline, Intake, Moment, Options, Page, Receipt, Result, Stamp, TicketId};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

/// What can be asked. What changes the file carries its stamp: the service decides who its user is.
#[derive(Deserialize, Serialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
enum Request {
    Intake { stamp: Stamp, intake: Intake },
    Execute { stamp: Stamp, ticket: TicketId, command: Value },
    Find { filter: Filter, limit: u64 },
    Ticket { ticket: TicketId },
}

/// A request for the thread that writes, and where its answer goes.
struct Job {
    request: Request,
    answer: Sender<Result<Receipt>>,
}

fn main() -> std::result::Result<(), Box<dyn Error>> {
    match std::env::args().skip(1).collect::<Vec<_>>().as_slice() {
        [address, file] => Ok(serve(&TcpListener::bind(address)?, Path::new(file))?),
        _ => try_out(),
    }
}

/// Serves until the listener is gone.
fn serve(listener: &TcpListener, file: &Path) -> Result<()> {
    let (jobs, queue) = channel();
    let mut desk = Hotline::open(file)?;
    thread::spawn(move || write(&mut desk, &queue));
    for client in listener.incoming().filter_map(std::result::Result::ok) {
        let (file, jobs) = (file.to_owned(), jobs.clone());
        thread::spawn(move || attend(&client, &file, &jobs));
    }
    Ok(())
}

/// The one thread that writes. When it falls behind, what waits could share a commit
/// (`Hotline::batch`), since a commit waits for the disk.
fn write(desk: &mut Hotline, queue: &Receiver<Job>) {
    for Job { request, answer } in queue {
        let done = match request {
            Request::Intake { stamp, intake } => desk.intake(&stamp, &intake),
            Request::Execute { stamp, ticket, command } => gongdan::command_of(&command)
                .and_then(|command| desk.execute(ticket, &stamp, &command)),
            Request::Find { .. } | Request::Ticket { .. } => continue,
        };
        // Whoever asked may be gone; what was done stays done.
        answer.send(done).ok();
    }
}

/// One connection: a line, an answer.
fn attend(client: &TcpStream, file: &PathBuf, jobs: &Sender<Job>) -> std::io::Result<()> {
    let told = |wrong: gongdan::Error| json!({ "error": wrong });
    let screen = Hotline::open_with(file, &Options::new().read_only());
    for line in BufReader::new(client).lines() {
        let line = line?;
        let answer = match &screen {
            Ok(screen) => answer(screen, jobs, &line).unwrap_or_else(told),
            Err(wrong) => json!({ "error": wrong }),
        };
        writeln!(&*client, "{answer}")?;
    }
    Ok(())
}

fn answer(screen: &Hotline, jobs: &Sender<Job>, line: &str) -> Result<Value> {
    let request = match serde_json::from_str(line) {
        Ok(request) => request,
        // The line itself is not repeated: it can hold personal data.
        Err(_) => return Ok(json!({ "error": { "english": "this is no request" } })),
    };
    Ok(match request {
        Request::Find { filter, limit } => json!(screen.find(&filter, Page::first(limit))?),
        Request::Ticket { ticket } => json!(screen.ticket(ticket)?),
        request => {
            let (answer, answered) = channel();
            jobs.send(Job { request, answer }).ok();
            match answered.recv() {
                Ok(receipt) => json!(receipt?),
                Err(_) => json!({ "error": { "english": "the service is closing" } }),
            }
        }
    })
}

/// Serves itself: two clients take calls in, a third one asks.
fn try_out() -> std::result::Result<(), Box<dyn Error>> {
    let folder = tempfile::tempdir()?;
    let (file, opened) = (folder.path().join("h.db"), Moment::parse("at", "2020-09-01 08:00")?);
    drop(gongdan_sample::found(&file, opened, &Options::new())?);
    let listener = TcpListener::bind("127.0.0.1:0")?;
    let address = listener.local_addr()?;
    thread::spawn(move || serve(&listener, &file));
    let clients = [1, 2].map(|client| thread::spawn(move || take_calls(address, client)));
    for client in clients {
        client.join().map_err(|_| "a client failed")??;
    }
    let found = ask(address, &[json!({ "find": { "filter": { "open": true }, "limit": 9 } })])?;
    println!("{} open", found[0]["total"]);
    let wrong = ask(address, &[json!({ "ticket": { "ticket": 1 } })])?;
    println!("{}", wrong[0]["error"]["english"]);
    match (&found[0]["total"], wrong[0]["error"]["kind"].as_str()) {
        (total, Some("not_found")) if *total == 4 => Ok(()),
        _ => Err("the service did not answer as it should".into()),
    }
}

fn take_calls(address: SocketAddr, client: u32) -> std::io::Result<()> {
    let calls = ["路灯不亮", "水压不足"].iter().zip(0..).map(|(matter, number)| {
        let stamp = json!({
            "by": format!("坐席{client:02}"),
            "role": "centre",
            "at": 1_598_925_600_000_i64 + number * 60_000,
            "request": format!("call-{client}-{number}"),
        });
        json!({ "intake": { "stamp": stamp, "intake": { "channel": "来电", "matter": matter } } })
    });
    for receipt in ask(address, &calls.collect::<Vec<_>>())? {
        println!("client {client}: {} {}", receipt["number"], receipt["stage"]);
    }
    Ok(())
}

/// Asks one thing after another on one connection.
fn ask(address: SocketAddr, requests: &[Value]) -> std::io::Result<Vec<Value>> {
    let stream = TcpStream::connect(address)?;
    let mut lines = BufReader::new(&stream).lines();
    let mut answers = Vec::new();
    for request in requests {
        writeln!(&stream, "{request}")?;
        let line = lines.next().unwrap_or_else(|| Ok("null".to_owned()))?;
        answers.push(serde_json::from_str(&line)?);
    }
    Ok(answers)
}

#[test]
fn it_serves() {
    main().expect("a service");
}
