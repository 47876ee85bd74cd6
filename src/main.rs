//! The `relata` binary.

use std::process::ExitCode;

fn main() -> ExitCode {
    relata::server::main()
}
