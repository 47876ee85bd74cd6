//! Room for recursion.

use std::thread;

/// Runs what recurses into a document of at most `depth` levels. Parsing, validation, lowering and introspection take up
/// to 7 KB for each level where the code is not optimised. The stacks of threads have 2 MiB, of which others use a part.
/// `None` if there is no thread to be had.
pub(super) fn on_a_stack_for<T: Send>(depth: usize, run: impl FnOnce() -> T + Send) -> Option<T> {
    const ANY_STACK: usize = 100;
    const PER_LEVEL: usize = 16 * 1024;
    if depth <= ANY_STACK {
        return Some(run());
    }
    let stack_size = PER_LEVEL.saturating_mul(depth).max(4 * 1024 * 1024);
    thread::scope(|scope| {
        let spawned = thread::Builder::new().stack_size(stack_size).spawn_scoped(scope, run).ok()?;
        // A panic of ours goes on where it would have without the thread.
        Some(spawned.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)))
    })
}
