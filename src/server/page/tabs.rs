//! What is in the page's tabs.

use super::sample;
use crate::schema::Schema;
use serde::Serialize;

/// The tabs of a page.
pub(crate) struct Tabs {
    pub(super) queries: Vec<Tab>,
    /// Whether the first one runs as soon as the page is opened.
    pub(super) runs_first: bool,
}

/// A document with one operation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct Tab {
    /// The operation's name.
    pub(super) title: String,
    pub(super) query: String,
}

impl Tabs {
    /// The operations of a tour: each begins with a comment whose first line has its number, and takes its fragments
    /// along. `mistake` stands alone, as a tour with a mistake in it could not be run at all.
    pub(crate) fn of_tour(tour: &str, mistake: &str) -> Self {
        let mut queries: Vec<Tab> = Vec::new();
        for line in tour.lines() {
            if begins_operation(line) {
                queries.push(Tab { title: String::new(), query: String::new() });
            }
            // What stands before the first operation is about the tour.
            if let Some(tab) = queries.last_mut() {
                tab.query.push_str(line.trim_end());
                tab.query.push('\n');
            }
        }
        queries.push(Tab { title: String::new(), query: mistake.to_owned() });
        for tab in &mut queries {
            tab.query.truncate(tab.query.trim_end().len());
            tab.title = operation_name(&tab.query);
        }
        Self { queries, runs_first: true }
    }

    /// Queries made for a schema that nobody wrote any for. They wait to be run: a database that serves others is not
    /// asked before somebody wants to know.
    pub(crate) fn of_schema(schema: &Schema) -> Self {
        let queries = sample::queries(schema).into_iter();
        let queries = queries.map(|query| Tab { title: operation_name(&query), query }).collect();
        Self { queries, runs_first: false }
    }
}

/// `# 7. Words`
fn begins_operation(line: &str) -> bool {
    let number = line.strip_prefix("# ").and_then(|rest| rest.split_once(". "));
    number.is_some_and(|(number, _)| !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit()))
}

fn operation_name(query: &str) -> String {
    let name = query.lines().find_map(|line| line.strip_prefix("query "));
    let name =
        name.and_then(|rest| rest.split(|character: char| !(character.is_alphanumeric() || character == '_')).next());
    name.unwrap_or("query").to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tour_is_cut_at_its_numbers() {
        let tour = "# A tour.\n\n# 1. One.\n#    More.\nquery A($a: Int) { ...F }\n\nfragment F on Query { b }\n\n# 2. Two.\nquery B {\n  a # 1. no\n}\n";
        let tabs = Tabs::of_tour(tour, "# Wrong.\nquery C { nmae }\n").queries;
        let titles: Vec<_> = tabs.iter().map(|tab| tab.title.as_str()).collect();
        assert_eq!(titles, ["A", "B", "C"]);
        assert_eq!(tabs[0].query, "# 1. One.\n#    More.\nquery A($a: Int) { ...F }\n\nfragment F on Query { b }");
        assert_eq!(tabs[1].query, "# 2. Two.\nquery B {\n  a # 1. no\n}");
    }
}
