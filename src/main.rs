//! The `relata` binary.

fn main() {}
