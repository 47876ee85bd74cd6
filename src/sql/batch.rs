//! One statement for several requests of one plan.

use super::{name, statement, table, writer, writer::Writer};
use crate::{
    plan::{Query as PlanQuery, SlotType},
    schema::{Schema, scalars::Slot},
};
use sea_query::{Cond, Expr, Func, JoinType, PostgresQueryBuilder, Query, SelectStatement};

/// The statement that answers several requests which differ in their parameters only: `$1` holds the requests' numbers, an
/// array of int4, and each parameter of [`compile`](super::compile)'s statement is an array of texts, one for each request, `$2`
/// first. A row's last column is the number of its request; rows of one request come in their order.
///
/// ```sql
/// SELECT "s".*, "batch"."n"
/// FROM (SELECT unnest((SELECT CAST($1 AS int4[]))) AS "n", unnest((SELECT CAST($2 AS text[]))) AS "b0") AS "batch"
/// JOIN LATERAL (SELECT … WHERE "t0"."track_id" = CAST("batch"."b0" AS int4)) AS "s" ON TRUE
/// ```
///
/// The arrays stand in sub-selects so that PostgreSQL plans for ten requests whatever their number is: it would make a new
/// plan each time, as one for fewer is cheaper than the one that it keeps.
pub fn compile_batch(schema: &Schema, query: &PlanQuery) -> String {
    let mut select = Query::select();
    select.column((name::ident("s"), sea_query::Asterisk));
    select.column((name::ident(writer::BATCH), name::ident(writer::NUMBER)));
    select.from_subquery(requests(query.binds.len()), name::ident(writer::BATCH));
    select.join_lateral(JoinType::InnerJoin, statement(schema, query), name::ident("s"), Cond::all());
    let mut writer = Writer::of_batch();
    select.build_collect_any_into(&PostgresQueryBuilder, &mut writer);
    writer.into_text()
}

fn requests(parameters: usize) -> SelectStatement {
    let mut select = Query::select();
    let mut array = |position: usize, item: Slot, name: &str| {
        let mut given = Query::select();
        given.expr(table::cast_to_slot(writer::parameter_of_batch(position), SlotType { slot: item, array: true }));
        let given = Expr::SubQuery(None, Box::new(given.into()));
        select.expr_as(Expr::from(Func::cust(name::ident("unnest")).arg(given)), name::ident(name));
    };
    array(0, Slot::Int4, writer::NUMBER);
    for position in 0..parameters {
        array(position + 1, Slot::Text, &writer::bind_of_batch(position));
    }
    select
}
