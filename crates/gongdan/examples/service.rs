//! A service on tokio: one thread writes, every connection reads with a handle of its own, and what waits for the
//! disk waits beside the event loop. A request is a line of JSON, and so is its answer.
//!
//!     cargo run -p gongdan --example service            # serves itself a few requests
//!     cargo run -p gongdan --example service 0.0.0.0:12345 h.db

use std::error::Error;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::thread;

use gongdan::{Filter, Hotline, Intake, Moment, Options, Page, Receipt, Result, Stamp, TicketId};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{mpsc, oneshot};
use tokio::task::spawn_blocking;

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
    answer: oneshot::Sender<Result<Receipt>>,
}

fn main() -> std::result::Result<(), Box<dyn Error>> {
    let loops = tokio::runtime::Builder::new_current_thread().enable_io().build()?;
    match std::env::args().skip(1).collect::<Vec<_>>().as_slice() {
        [address, file] => loops.block_on(async {
            let listener = TcpListener::bind(address).await?;
            Ok(serve(listener, Path::new(file)).await?)
        }),
        _ => loops.block_on(try_out()),
    }
}

/// Serves until the listener is gone.
async fn serve(listener: TcpListener, file: &Path) -> Result<()> {
    let (jobs, queue) = mpsc::channel(64);
    let desk = Hotline::open(file)?;
    thread::spawn(move || write(desk, queue));
    while let Ok((client, _)) = listener.accept().await {
        tokio::spawn(attend(client, file.to_owned(), jobs.clone()));
    }
    Ok(())
}

/// The one thread that writes. When it falls behind, what waits could share a commit
/// (`Hotline::batch`), since a commit waits for the disk.
fn write(mut desk: Hotline, mut queue: mpsc::Receiver<Job>) {
    while let Some(Job { request, answer }) = queue.blocking_recv() {
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

/// One connection: a line, an answer. Its handle goes to a thread that may wait, and comes back.
async fn attend(client: TcpStream, file: PathBuf, jobs: mpsc::Sender<Job>) -> std::io::Result<()> {
    let (asked, mut answers) = client.into_split();
    let mut lines = BufReader::new(asked).lines();
    let open = move || Hotline::open_with(&file, &Options::new().read_only());
    let mut screen = spawn_blocking(open).await?;
    while let Some(line) = lines.next_line().await? {
        let answer = match serde_json::from_str(&line) {
            Ok(request @ (Request::Find { .. } | Request::Ticket { .. })) => {
                let look = move || (shown(screen.as_ref(), request), screen);
                let answer;
                (answer, screen) = spawn_blocking(look).await?;
                answer
            }
            Ok(request) => written(request, &jobs).await,
            // The line itself is not repeated: it can hold personal data.
            Err(_) => json!({ "error": { "english": "this is no request" } }),
        };
        answers.write_all(format!("{answer}\n").as_bytes()).await?;
    }
    Ok(())
}

fn told<T: Serialize>(done: Result<T>) -> Value {
    done.map_or_else(|wrong| json!({ "error": wrong }), |done| json!(done))
}

fn shown(screen: std::result::Result<&Hotline, &gongdan::Error>, request: Request) -> Value {
    match (screen, request) {
        (Ok(screen), Request::Find { filter, limit }) => {
            told(screen.find(&filter, Page::first(limit)))
        }
        (Ok(screen), Request::Ticket { ticket }) => told(screen.ticket(ticket)),
        (Err(wrong), _) => json!({ "error": wrong }),
        (Ok(_), Request::Intake { .. } | Request::Execute { .. }) => Value::Null,
    }
}

async fn written(request: Request, jobs: &mpsc::Sender<Job>) -> Value {
    let (answer, answered) = oneshot::channel();
    jobs.send(Job { request, answer }).await.ok();
    match answered.await {
        Ok(receipt) => told(receipt),
        Err(_) => json!({ "error": { "english": "the service is closing" } }),
    }
}

/// Serves itself: two clients take calls in, a third one asks.
async fn try_out() -> std::result::Result<(), Box<dyn Error>> {
    let folder = tempfile::tempdir()?;
    let (file, opened) = (folder.path().join("h.db"), Moment::parse("at", "2020-09-01 08:00")?);
    drop(gongdan_sample::found(&file, opened, &Options::new())?);
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let address = listener.local_addr()?;
    tokio::spawn(async move { serve(listener, &file).await });
    for client in [1, 2].map(|client| tokio::spawn(take_calls(address, client))) {
        client.await??;
    }
    let found =
        ask(address, &[json!({ "find": { "filter": { "open": true }, "limit": 9 } })]).await?;
    println!("{} open", found[0]["total"]);
    let wrong = ask(address, &[json!({ "ticket": { "ticket": 1 } })]).await?;
    println!("{}", wrong[0]["error"]["english"]);
    match (&found[0]["total"], wrong[0]["error"]["kind"].as_str()) {
        (total, Some("not_found")) if *total == 4 => Ok(()),
        _ => Err("the service did not answer as it should".into()),
    }
}

async fn take_calls(address: SocketAddr, client: u32) -> std::io::Result<()> {
    let calls = ["路灯不亮", "水压不足"].iter().zip(0..).map(|(matter, number)| {
        let stamp = json!({
            "by": format!("坐席{client:02}"),
            "role": "centre",
            "at": 1_598_925_600_000_i64 + number * 60_000,
            "request": format!("call-{client}-{number}"),
        });
        json!({ "intake": { "stamp": stamp, "intake": { "channel": "来电", "matter": matter } } })
    });
    for receipt in ask(address, &calls.collect::<Vec<_>>()).await? {
        println!("client {client}: {} {}", receipt["number"], receipt["stage"]);
    }
    Ok(())
}

/// Asks one thing after another on one connection.
async fn ask(address: SocketAddr, requests: &[Value]) -> std::io::Result<Vec<Value>> {
    let (answers, mut asked) = TcpStream::connect(address).await?.into_split();
    let (mut lines, mut told) = (BufReader::new(answers).lines(), Vec::new());
    for request in requests {
        asked.write_all(format!("{request}\n").as_bytes()).await?;
        let line = lines.next_line().await?.unwrap_or_else(|| "null".to_owned());
        told.push(serde_json::from_str(&line)?);
    }
    Ok(told)
}

#[test]
fn it_serves() {
    main().expect("a service");
}
