//! Connections: so many at most, none that is slow for long, bodies up to a limit; the work is done in threads.

use std::convert::Infallible;
use std::io;
use std::net::TcpListener;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use http_body_util::{BodyExt, Limited};
use hyper::body::{Body, Bytes, Incoming};
use hyper::header::CONTENT_TYPE;
use hyper::http::request::Parts;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper::{Method, Request, Response, StatusCode};
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::task::AbortHandle;

use super::alamat::Alamat;
use super::jaga::Izin;
use super::jawab::{Arus, Badan, Tolak};
use super::meja::Meja;
use super::rute;

/// So many connections are kept; where one more comes, the oldest goes that has shown no cookie.
const SAMBUNGAN: usize = 200;
/// So long the head of a request may take.
const KEPALA: Duration = Duration::from_secs(10);
/// So long its body may take.
const BADAN: Duration = Duration::from_secs(30);
/// The largest body, in bytes; and that of a PDF.
const BESAR: usize = 34 * 1024 * 1024;
/// So many requests are worked on at once.
const TANGAN: usize = 16;

/// Answers whoever may ask, until the program is ended.
pub fn layani(listener: TcpListener, meja: Arc<Meja>) -> io::Result<()> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().max_blocking_threads(TANGAN).build()?;
    runtime.block_on(async move {
        listener.set_nonblocking(true)?;
        let listener = tokio::net::TcpListener::from_std(listener)?;
        let mut known = Vec::new();
        loop {
            let Ok((stream, _)) = listener.accept().await else {
                // The system has no more room; the oldest stranger makes some.
                make_room(&mut known, 1);
                tokio::time::sleep(Duration::from_millis(20)).await;
                continue;
            };
            make_room(&mut known, SAMBUNGAN);
            let trusted = Arc::new(AtomicBool::new(false));
            let task = tokio::spawn(connection(stream, Arc::clone(&meja), Arc::clone(&trusted)));
            known.push((task.abort_handle(), trusted));
        }
    })
}

/// Lets connections go until there are fewer than `most`: those that ended, then strangers, then the oldest.
fn make_room(known: &mut Vec<(AbortHandle, Arc<AtomicBool>)>, most: usize) {
    known.retain(|(task, _)| !task.is_finished());
    while known.len() >= most && !known.is_empty() {
        let stranger = known.iter().position(|(_, trusted)| !trusted.load(Ordering::Relaxed));
        known.remove(stranger.unwrap_or(0)).0.abort();
    }
}

async fn connection(stream: tokio::net::TcpStream, meja: Arc<Meja>, trusted: Arc<AtomicBool>) {
    let service = service_fn(move |request| {
        let (meja, trusted) = (Arc::clone(&meja), Arc::clone(&trusted));
        async move { Ok::<_, Infallible>(answer(request, meja, &trusted).await) }
    });
    let mut server = http1::Builder::new();
    server.timer(TokioTimer::new()).header_read_timeout(KEPALA).max_buf_size(64 * 1024);
    // A connection that breaks has nobody to be told.
    drop(server.serve_connection(TokioIo::new(stream), service).await);
}

async fn answer(request: Request<Incoming>, meja: Arc<Meja>, trusted: &AtomicBool) -> Response<Badan> {
    let (head, body) = request.into_parts();
    let alamat = Alamat::of(&head.uri);
    match meja.jaga.ask(&head, &alamat) {
        // Somebody who opens the bare address reads why; no page of it runs.
        Err(refused) if alamat.jalan == "/" => return refused.polos().response(),
        Err(refused) => return refused.jawab().response(),
        Ok(Izin::Masuk) => return meja.jaga.let_in().response(),
        Ok(Izin::Sah) => trusted.store(true, Ordering::Relaxed),
    }
    let done = match head.method {
        Method::GET if alamat.jalan == rute::PERISTIWA => {
            let listener = work(move || rute::dengar(&meja, &alamat)).await;
            return listener.map_or_else(|refused| refused.jawab().response(), Arus::response);
        }
        Method::GET => work(move || rute::get(&meja, &alamat)).await,
        Method::POST => match whole(&head, body, &meja).await {
            Ok(body) => work(move || rute::post(&meja, &alamat, &body)).await,
            Err(refused) => Err(refused),
        },
        _ => Err(Tolak::new(StatusCode::METHOD_NOT_ALLOWED, "cara meminta itu tidak dikenal")),
    };
    done.unwrap_or_else(|refused| refused.jawab()).response()
}

/// Does work that may take long in a thread; should it break down, that is told.
async fn work<T: Send + 'static>(work: impl FnOnce() -> Result<T, Tolak> + Send + 'static) -> Result<T, Tolak> {
    let broken = || Tolak::new(StatusCode::INTERNAL_SERVER_ERROR, "permintaan gagal karena kesalahan program");
    tokio::task::spawn_blocking(work).await.unwrap_or_else(|_| Err(broken()))
}

/// The whole body of a request that changes something: of a page of this server, of a known kind, not too large.
async fn whole(head: &Parts, body: Incoming, meja: &Meja) -> Result<Bytes, Tolak> {
    if !meja.jaga.own_page(head) {
        return Err(Tolak::new(StatusCode::FORBIDDEN, "permintaan tanpa asal halaman ditolak"));
    }
    let kind = head.headers.get(CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    if !["application/json", "application/octet-stream"].contains(&kind) {
        return Err(Tolak::new(StatusCode::UNSUPPORTED_MEDIA_TYPE, "bentuk isi permintaan tidak dikenal"));
    }
    let large = || Tolak::new(StatusCode::PAYLOAD_TOO_LARGE, crate::input::too_large(BESAR));
    if body.size_hint().lower() > BESAR as u64 {
        return Err(large());
    }
    match tokio::time::timeout(BADAN, Limited::new(body, BESAR).collect()).await {
        Ok(Ok(body)) => Ok(body.to_bytes()),
        Ok(Err(_)) => Err(large()),
        Err(_) => Err(Tolak::new(StatusCode::REQUEST_TIMEOUT, "isi permintaan terlalu lama datangnya")),
    }
}
