//! What packages install beside the program, made from the command line's own definition: completions and the manual.

use clap::Command;
use clap_complete::{Shell, generate};
use clap_mangen::Man;

/// The shells that are known.
pub(super) const SHELLS: [&str; 3] = ["bash", "zsh", "fish"];

/// The completions for `shell`, one of [`SHELLS`].
pub(super) fn completions(mut definition: Command, shell: &str) -> String {
    let shell = match shell {
        "zsh" => Shell::Zsh,
        "fish" => Shell::Fish,
        _ => Shell::Bash,
    };
    let mut text = Vec::new();
    generate(shell, &mut definition, "relata", &mut text);
    String::from_utf8_lossy(&text).into_owned()
}

/// The page `relata(1)`, or that of a command, as `relata-serve(1)`.
pub(super) fn page(definition: Command, command: Option<&str>) -> String {
    let mut definition = definition.disable_help_subcommand(true);
    // The names and versions of commands are known only then.
    definition.build();
    let chosen = command.and_then(|name| definition.find_subcommand(name).cloned());
    let page = match (chosen, command) {
        (Some(chosen), Some(name)) => {
            Man::new(chosen.version(env!("CARGO_PKG_VERSION"))).title(format!("relata-{name}"))
        }
        _ => Man::new(definition),
    };
    let mut text = Vec::new();
    // Writing to a vector does not fail.
    let _ = page.render(&mut text);
    String::from_utf8_lossy(&text).into_owned()
}
