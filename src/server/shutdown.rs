//! The end: SIGTERM or SIGINT drains, a second one ends at once.

use actix_web::dev::ServerHandle;
use std::{
    future::pending,
    io,
    process::exit,
    sync::{
        Arc,
        atomic::{AtomicBool, AtomicUsize, Ordering},
    },
    time::Duration,
};
use tokio::{
    signal::unix::{Signal, SignalKind, signal},
    sync::Notify,
    time::{sleep, timeout},
};

/// How far the end has come, and what still runs. Shared by all that hold a clone.
#[derive(Debug, Clone, Default)]
pub(crate) struct Draining(Arc<Inner>);

#[derive(Debug, Default)]
struct Inner {
    /// The end has begun: `/readyz` says so, but whoever has not noticed is still served.
    begun: AtomicBool,
    /// New requests are refused; those that run may finish.
    refusing: AtomicBool,
    running: AtomicUsize,
    finished: Notify,
}

/// A request that runs, until it is dropped.
#[derive(Debug)]
pub(crate) struct Running(Draining);

impl Draining {
    /// Whether the end has begun.
    pub(crate) fn has_begun(&self) -> bool {
        self.0.begun.load(Ordering::Acquire)
    }

    /// Counts a request, unless new ones are refused by now.
    pub(crate) fn enter(&self) -> Option<Running> {
        self.0.running.fetch_add(1, Ordering::AcqRel);
        let running = Running(self.clone());
        (!self.0.refusing.load(Ordering::Acquire)).then_some(running)
    }

    async fn finished(&self) {
        loop {
            // Made before the count is read, so that an end in between is not missed.
            let finished = self.0.finished.notified();
            if self.0.running.load(Ordering::Acquire) == 0 {
                return;
            }
            finished.await;
        }
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        if self.0.0.running.fetch_sub(1, Ordering::AcqRel) == 1 {
            self.0.0.finished.notify_waiters();
        }
    }
}

/// The signals that end the server.
pub(crate) struct Signals {
    terminate: Signal,
    interrupt: Signal,
}

impl Signals {
    /// From now on the signals are ours.
    ///
    /// # Errors
    ///
    /// If the system does not give them.
    pub(crate) fn listen() -> io::Result<Self> {
        Ok(Self { terminate: signal(SignalKind::terminate())?, interrupt: signal(SignalKind::interrupt())? })
    }

    /// Waits for a signal, and gives the exit code of a program that it kills.
    pub(crate) async fn next(&mut self) -> i32 {
        tokio::select! {
            Some(()) = self.terminate.recv() => 128 + SignalKind::terminate().as_raw_value(),
            Some(()) = self.interrupt.recv() => 128 + SignalKind::interrupt().as_raw_value(),
            else => pending().await,
        }
    }
}

/// Waits for a signal, then lets the server finish what runs; exits at once on the second signal.
///
/// The server goes on listening until the last request has its answer, so that `/readyz` can say what happens.
pub(crate) async fn supervise(mut signals: Signals, server: ServerHandle, draining: Draining, times: Times) {
    signals.next().await;
    draining.0.begun.store(true, Ordering::Release);
    tracing::info!("stopping: finishing the requests that run; a second signal ends at once");
    let drain = async {
        sleep(times.delay).await;
        draining.0.refusing.store(true, Ordering::Release);
        if timeout(times.limit, draining.finished()).await.is_err() {
            tracing::warn!("some requests did not finish in time and are cut");
        }
        server.stop(true).await;
        // The server's own future ends now, and with it this task.
        pending::<()>().await;
    };
    tokio::select! {
        code = signals.next() => exit(code),
        () = drain => {}
    }
}

/// How long the end may take.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Times {
    /// How long to go on serving after `/readyz` has turned.
    pub(crate) delay: Duration,
    /// How long running requests may take after that.
    pub(crate) limit: Duration,
}
