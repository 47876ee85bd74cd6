//! The `relata` binary.

use mimalloc::MiMalloc;
use std::process::ExitCode;

// Rows are many small allocations that live until they are written: with glibc's allocator a tree of 900 rows takes 14 %
// more instructions, a single row 11 % (docs/benchmarks.md).
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

fn main() -> ExitCode {
    relata::server::main()
}
