//! Values of arguments by themselves: whether PostgreSQL reads them.

use super::{Compiler, name, table, writer, writer::Writer};
use crate::{
    catalog::TypeKind,
    plan::{Query as Plan, SlotType, Trial},
    schema::{Schema, scalars::Slot},
};
use sea_query::{BinOper, Expr, ExprTrait, Func, PostgresQueryBuilder, Query};

/// The statement that fails if PostgreSQL does not read `$1`: `SELECT CAST($1 AS "pg_catalog"."inet") IS NULL`; of a regular
/// expression `SELECT CAST($2 AS text) ~ CAST($1 AS text)`.
pub fn trial(schema: &Schema, trial: &Trial) -> String {
    let query = Plan::default();
    let compiler = Compiler::new(schema, &query);
    let bound = writer::parameter(0);
    let text = |expr: Expr, array| table::cast_to_slot(expr, SlotType { slot: Slot::Text, array });
    let read = match *trial {
        Trial::Value { type_id, list: false } => compiler.cast_to_comparable(bound, type_id).is_null(),
        Trial::Value { type_id, list: true } => match schema.catalog.type_of(type_id).kind {
            TypeKind::Array(_) => {
                let each = Func::cust(name::ident("unnest")).arg(text(bound, true));
                compiler.cast_to_comparable(each.into(), type_id).is_null()
            }
            _ => compiler.cast_to_comparables(bound, type_id).is_null(),
        },
        Trial::Regex => text(writer::parameter(1), false).binary(BinOper::Custom("~"), text(bound, false)),
    };
    let mut select = Query::select();
    select.expr(read);
    let mut writer = Writer::default();
    select.build_collect_any_into(&PostgresQueryBuilder, &mut writer);
    writer.into_text()
}
