//! Walks a connection page by page, in both directions, and compares every page with what is known to be there.

use super::api::Api;
use serde_json::{Map, Value, json};
use std::time::{Duration, Instant};

/// The sizes of pages that have to work.
pub(crate) const SIZES: [usize; 4] = [1, 2, 3, 7];

/// A connection at one place of the API, and all that it holds.
pub(crate) struct Site {
    pub(crate) what: String,
    /// What comes before the connection's field, as in `node(id: $id) { ... on Artist {`.
    pub(crate) head: String,
    /// The connection's field.
    pub(crate) field: String,
    /// What closes `head`.
    pub(crate) tail: String,
    /// Variables of `head` with their types, as in `$id: ID!`.
    pub(crate) declared: String,
    /// Their values.
    pub(crate) given: Map<String, Value>,
    /// A JSON pointer to the connection, whose key is `{}`.
    pub(crate) pointer: String,
    /// What is selected of a node.
    pub(crate) selection: String,
    /// All edges in their order, each `{ cursor node { selection } }`.
    pub(crate) edges: Vec<Value>,
}

/// Which way a walk goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Direction {
    Forwards,
    Backwards,
}

/// One page of a walk: what to ask for and what has to come.
struct Page<'s> {
    number: usize,
    edges: &'s [Value],
    next: bool,
    previous: bool,
}

/// How many pages of a walk are asked for by one request, once the walk is known to work page by page.
const TOGETHER: usize = 25;

/// What walks may cost.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Budget {
    /// How long all walks of one connection should take at most.
    pub(crate) total: Duration,
    /// Walks whose pages come within this time are done whole in any case.
    pub(crate) cheap: Duration,
}

/// How far walks came.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Walked {
    /// Pages that were read.
    pub(crate) read: usize,
    /// Pages that there are.
    pub(crate) pages: usize,
}

impl Site {
    /// Walks in both directions with every size. The first `single` pages of each walk are asked for one by one, as a
    /// client does. From there on cursors are taken from the known edges and many pages are asked for at once, which is
    /// quicker; as each page must end with the cursor that the next begins with, it is the same walk.
    ///
    /// Where that would take much longer than `budget`, because each page of a slow view costs the whole view, the rest is a
    /// sample of pages that are spread evenly over the walk.
    pub(crate) async fn walk(&self, api: &Api, single: usize, budget: Budget) -> Walked {
        let affordable = self.affordable(api, budget).await;
        let mut walked = Walked { read: 0, pages: 0 };
        for size in SIZES {
            for direction in [Direction::Forwards, Direction::Backwards] {
                let pages = self.edges.len().div_ceil(size).max(1);
                let alone = if affordable < pages { single.min(affordable / 2) } else { single };
                let alone = self.walk_singly(api, size, direction, pages.min(alone)).await;
                let step = (pages - alone).div_ceil((affordable - alone).max(1)).max(1);
                let mut rest: Vec<_> = (alone..pages).step_by(step).collect();
                if step > 1 {
                    rest.push(pages - 1);
                }
                for numbers in rest.chunks(TOGETHER) {
                    self.read_together(api, size, direction, numbers).await;
                }
                walked.read += alone + rest.len();
                walked.pages += pages;
            }
        }
        walked
    }

    /// How many pages of a single walk fit into the budget of all, by the least time that a page takes: others use the
    /// machine as well.
    async fn affordable(&self, api: &Api, budget: Budget) -> usize {
        let mut least = Duration::MAX;
        for size in SIZES.into_iter().cycle().take(3 * SIZES.len()) {
            let begun = Instant::now();
            self.walk_singly(api, size, Direction::Forwards, 1).await;
            least = least.min(begun.elapsed());
        }
        if least < budget.cheap {
            return usize::MAX;
        }
        let each = budget.total.as_secs_f64() / (2 * SIZES.len()) as f64;
        (each / least.as_secs_f64()) as usize + 2
    }

    /// Each page begins where the page before it says that it ended.
    async fn walk_singly(&self, api: &Api, size: usize, direction: Direction, pages: usize) -> usize {
        let document = self.document(size, direction, 1);
        let mut cursor = Value::Null;
        for number in 0..pages {
            let variables = self.variables(size, &[cursor]);
            let data = api.ask(&document, variables.clone()).await;
            let page = self.page(size, direction, number);
            let given = self.check(size, direction, &page, 0, &data);
            let end = if direction == Direction::Forwards { "endCursor" } else { "startCursor" };
            cursor = given["pageInfo"][end].clone();
        }
        pages
    }

    async fn read_together(&self, api: &Api, size: usize, direction: Direction, numbers: &[usize]) {
        let pages: Vec<_> = numbers.iter().map(|number| self.page(size, direction, *number)).collect();
        let begins = pages.iter().map(|page| match direction {
            _ if page.number == 0 => Value::Null,
            Direction::Forwards => self.edges[page.number * size - 1]["cursor"].clone(),
            Direction::Backwards => self.edges[self.edges.len() - page.number * size]["cursor"].clone(),
        });
        let variables = self.variables(size, &begins.collect::<Vec<_>>());
        let data = api.ask(&self.document(size, direction, numbers.len()), variables).await;
        for (position, page) in pages.iter().enumerate() {
            self.check(size, direction, page, position, &data);
        }
    }

    fn page(&self, size: usize, direction: Direction, number: usize) -> Page<'_> {
        let remaining = self.edges.len() - number * size;
        let (more, size) = (remaining > size, remaining.min(size));
        let passed = number > 0;
        match direction {
            Direction::Forwards => {
                let begin = self.edges.len() - remaining;
                Page { number, edges: &self.edges[begin..begin + size], next: more, previous: passed }
            }
            Direction::Backwards => {
                Page { number, edges: &self.edges[remaining - size..remaining], next: passed, previous: more }
            }
        }
    }

    fn variables(&self, size: usize, cursors: &[Value]) -> Value {
        let mut variables = self.given.clone();
        variables.extend(cursors.iter().enumerate().map(|(position, cursor)| (format!("c{position}"), cursor.clone())));
        if by_variable(size) {
            variables.insert("n".to_owned(), json!(size));
        }
        Value::Object(variables)
    }

    /// Fails unless the page at `position` of the answer is `page`, whole.
    fn check<'d>(
        &self,
        size: usize,
        direction: Direction,
        page: &Page<'_>,
        position: usize,
        data: &'d Value,
    ) -> &'d Value {
        let about = || format!("{}, {direction:?} by {size}, page {}", self.what, page.number);
        let pointer = self.pointer.replace("{}", &format!("p{position}"));
        let given = data.pointer(&pointer).unwrap_or_else(|| panic!("{}: {data}", about()));
        assert_eq!(given["edges"], json!(page.edges), "{}", about());
        let cursor = |edge: Option<&Value>| edge.map_or(Value::Null, |edge| edge["cursor"].clone());
        let info = json!({
            "hasNextPage": page.next,
            "hasPreviousPage": page.previous,
            "startCursor": cursor(page.edges.first()),
            "endCursor": cursor(page.edges.last()),
        });
        assert_eq!(given["pageInfo"], info, "{}", about());
        if given.get("totalCount").is_some() {
            assert_eq!(given["totalCount"], json!(self.edges.len()), "{}", about());
        }
        given
    }

    /// Sizes differ in how they are asked for, so that every form of statement and answer is met: the size written or
    /// bound, rows streamed (nothing before them depends on them) or collected first.
    fn document(&self, size: usize, direction: Direction, pages: usize) -> String {
        let Site { head, tail, declared, field, selection, .. } = self;
        let (length, cursor) = match direction {
            Direction::Forwards => ("first", "after"),
            Direction::Backwards => ("last", "before"),
        };
        let (value, declared_size) =
            if by_variable(size) { ("$n".to_owned(), "$n: Int!") } else { (size.to_string(), "") };
        let edges = format!("edges {{ cursor node {{ {selection} }} }}");
        let info = "pageInfo { hasNextPage hasPreviousPage startCursor endCursor }";
        // Counting is as dear as a page is cheap, and does not depend on the page: once in a request is enough.
        let fields = match counts(size) {
            true if pages == 1 => format!("totalCount {info} {edges}"),
            true => format!("{info} {edges}"),
            false => format!("{edges} {info}"),
        };
        let cursors: Vec<_> = (0..pages).map(|page| format!("$c{page}: String")).collect();
        let pages =
            (0..pages).map(|page| format!("p{page}: {field}({length}: {value}, {cursor}: $c{page}) {{ {fields} }}"));
        let (cursors, pages) = (cursors.join(" "), pages.collect::<Vec<_>>().join(" "));
        format!("query({declared} {declared_size} {cursors}) {{ {head} {pages} {tail} }}")
    }
}

fn by_variable(size: usize) -> bool {
    matches!(size, 2 | 7)
}

fn counts(size: usize) -> bool {
    matches!(size, 3 | 7)
}
