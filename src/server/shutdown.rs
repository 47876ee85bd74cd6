//! The end: SIGTERM or SIGINT drains, a second one ends at once.

use actix_web::dev::ServerHandle;
use std::{
    future::pending,
    io,
    process::exit,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};
use tokio::signal::unix::{Signal, SignalKind, signal};

/// Whether the end has begun. Shared by all that hold a clone.
#[derive(Debug, Clone, Default)]
pub(crate) struct Draining(Arc<AtomicBool>);

impl Draining {
    /// Whether the end has begun.
    pub(crate) fn is_set(&self) -> bool {
        self.0.load(Ordering::Acquire)
    }

    fn set(&self) {
        self.0.store(true, Ordering::Release);
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
pub(crate) async fn supervise(mut signals: Signals, server: ServerHandle, draining: Draining, delay: Duration) {
    signals.next().await;
    draining.set();
    tracing::info!("stopping: finishing the requests that run; a second signal ends at once");
    let drain = async {
        tokio::time::sleep(delay).await;
        server.stop(true).await;
        // The server's own future ends now, and with it this task.
        pending::<()>().await;
    };
    tokio::select! {
        code = signals.next() => exit(code),
        () = drain => {}
    }
}
