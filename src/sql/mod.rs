//! HOW POSTGRES IS ASKED: a plan's query → the text of one statement, through sea-query only.
//!
//! The forms are those of `SQL.md`. The same query gives the same text, byte for byte, so that PostgreSQL keeps its plan.

mod arm;
mod batch;
mod filter;
mod guard;
mod index;
mod keyset;
mod level;
mod name;
mod place;
mod table;
mod trial;
mod writer;

pub use batch::compile_batch;
pub use index::create_index;
pub use trial::trial;

use crate::{plan::Query, schema::Schema};
use name::Names;
use sea_query::{CommonTableExpression, PostgresQueryBuilder, SelectStatement, UnionType, WithClause};
use std::collections::BTreeSet;
use writer::Writer;

/// A statement as it is sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Statement {
    /// Its text, with parameters `$1`…
    pub text: String,
    /// Whether the first column of a row is the tag of its arm; else there is one arm.
    pub tagged: bool,
}

/// The statement of a query.
///
/// ```sql
/// WITH "l0" AS MATERIALIZED (SELECT "t0"."artist_id" AS "artist_id" FROM "public"."artist" AS "t0" ORDER BY … LIMIT 50)
/// SELECT 0, "l0"."artist_id" FROM "l0"
/// UNION ALL (SELECT 1, "l0"."artist_id" FROM "l0" JOIN LATERAL (SELECT … LIMIT 10) AS "s" ON TRUE)
/// ```
pub fn compile(schema: &Schema, query: &Query) -> Statement {
    let mut writer = Writer::default();
    statement(schema, query).build_collect_any_into(&PostgresQueryBuilder, &mut writer);
    Statement { text: writer.into_text(), tagged: is_tagged(query) }
}

fn is_tagged(query: &Query) -> bool {
    query.arms.len() > 1
}

fn statement(schema: &Schema, query: &Query) -> SelectStatement {
    let compiler = Compiler::new(schema, query);
    let mut arms = (0..query.arms.len()).map(|position| compiler.arm(position, is_tagged(query)));
    let mut statement = arms.next().unwrap_or_default();
    for arm in arms {
        statement.union(UnionType::All, arm);
    }
    if let Some(with) = compiler.with_clause() {
        statement.with_cte(with);
    }
    statement
}

struct Compiler<'a> {
    schema: &'a Schema,
    query: &'a Query,
    /// By level: how it calls what it carries.
    names: Vec<Names>,
    /// The levels that stand in the WITH clause: those that have children, and the first one if its order would else
    /// be taken for the order of the whole UNION.
    shared: BTreeSet<usize>,
}

impl<'a> Compiler<'a> {
    fn new(schema: &'a Schema, query: &'a Query) -> Self {
        let names = query.levels.iter().map(|level| Names::of(schema, query, level)).collect();
        let parents = query.arms.iter().filter_map(|arm| query.parent_of(arm));
        let mut shared: BTreeSet<usize> = parents.map(|parent| parent.level.0).collect();
        if let (Some(first), true) = (query.arms.first().and_then(|arm| arm.level()), query.arms.len() > 1) {
            shared.insert(first.0);
        }
        Self { schema, query, names, shared }
    }

    fn with_clause(&self) -> Option<WithClause> {
        let mut clause = WithClause::new();
        for position in &self.shared {
            let mut expression = CommonTableExpression::new();
            expression.table_name(name::level(*position)).materialized(true).query(self.shared_level(*position));
            clause.cte(expression);
        }
        (!self.shared.is_empty()).then_some(clause)
    }

    fn shared_level(&self, position: usize) -> SelectStatement {
        self.level(position, level::Projection::Carried)
    }
}
