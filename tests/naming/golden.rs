//! `tests/cases/naming/<topic>/catalog.txt` must give `names.txt`. `UPDATE=1` writes the latter anew.

use crate::{draft::Draft, listing::listing};
use relata::naming::build;
use std::{fs, path::Path};

#[test]
fn catalogs_get_the_names_of_their_cases() {
    let cases = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/naming");
    let mut topics: Vec<_> = fs::read_dir(cases).unwrap().map(|entry| entry.unwrap().path()).collect();
    topics.sort();
    assert!(!topics.is_empty());
    for topic in topics {
        let draft = Draft::parse(&fs::read_to_string(topic.join("catalog.txt")).unwrap());
        let catalog = draft.catalog();
        let naming = build(&catalog, &draft.options);
        let lines = listing(&catalog, &naming).into_iter().map(|(object, names)| format!("{object}: {names}\n"));
        let clashes = naming.clashes.iter().map(|clash| format!("{clash}\n"));
        let found: String = lines.chain(["\n".to_owned()]).chain(clashes).collect();
        let golden = topic.join("names.txt");
        if std::env::var_os("UPDATE").is_some() {
            fs::write(&golden, &found).unwrap();
        }
        let expected = fs::read_to_string(&golden).unwrap_or_default();
        assert_eq!(found, expected, "{}", golden.display());
    }
}
