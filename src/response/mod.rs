//! WHAT IS SENT BACK: rows become JSON bytes.

pub mod scalars;
