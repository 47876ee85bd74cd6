//! The operators of filters, a row each (API.md, "Filter"): adding one touches this table and, if its SQL is new, `sql`.

use super::leaf::Leaf;
use crate::catalog::{self, Catalog, Column};

/// An operator: a field of the filters of columns whose type has it.
#[derive(Debug, PartialEq, Eq)]
pub struct Operator {
    /// Its name in the API.
    pub name: &'static str,
    /// Which types have it.
    pub family: Family,
    /// What it is given.
    pub takes: Takes,
    /// What it does.
    pub form: Form,
    /// For clients.
    pub description: &'static str,
}

/// What a type must have for its operators.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Family {
    /// Nothing: every value is NULL or not.
    Null,
    /// `=`
    Equality,
    /// `<`
    Order,
    /// `LIKE` and regular expressions.
    Text,
}

/// What an [`Operator`] is given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Takes {
    /// A value of the column's type.
    Item,
    /// The same, or null.
    NullableItem,
    /// A list of values.
    List,
    /// `true` or `false`.
    Boolean,
}

/// What an [`Operator`] does, in the terms of SQL.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// `column IS NULL`, or the contrary.
    IsNull,
    /// `column symbol value`
    Compare(&'static str, Pattern),
    /// `column symbol ANY (values)`
    Any(&'static str, Pattern),
    /// `column symbol ALL (values)`
    All(&'static str),
    /// `column IS NOT DISTINCT FROM value`
    Same,
    /// `column IS DISTINCT FROM value`
    Different,
    /// Whether the text begins so: where an index of plain text serves, it is a range.
    Prefix,
}

/// What the operand is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Pattern {
    /// The value as it is.
    None,
    /// A `LIKE` pattern, as it is.
    Like,
    /// A regular expression, as it is.
    Regex,
    /// A `LIKE` pattern for just this text.
    Whole,
    /// … for texts that begin so.
    Start,
    /// … for texts that end so.
    End,
    /// … for texts that hold it.
    Anywhere,
}

impl Operator {
    /// What the operand is made of.
    pub fn pattern(&self) -> Pattern {
        match self.form {
            Form::Compare(_, pattern) | Form::Any(_, pattern) => pattern,
            Form::Prefix => Pattern::Start,
            Form::IsNull | Form::All(_) | Form::Same | Form::Different => Pattern::None,
        }
    }
}

const fn operator(name: &'static str, family: Family, takes: Takes, form: Form, description: &'static str) -> Operator {
    Operator { name, family, takes, form, description }
}

/// Every operator, in the order in which the schema has them.
#[rustfmt::skip]
pub static OPERATORS: &[Operator] = &[
    operator("eq", Family::Equality, Takes::Item, Form::Compare("=", Pattern::None), "Equal to the value."),
    operator("ne", Family::Equality, Takes::Item, Form::Compare("<>", Pattern::None), "Not equal to the value, and not null."),
    operator("in", Family::Equality, Takes::List, Form::Any("=", Pattern::None), "Equal to one of the values. An empty list has none."),
    operator("notIn", Family::Equality, Takes::List, Form::All("<>"), "Equal to none of the values, and not null. With an empty list every row, also null."),
    operator("isNull", Family::Null, Takes::Boolean, Form::IsNull, "Null (`true`), or not (`false`)."),
    operator("distinctFrom", Family::Equality, Takes::NullableItem, Form::Different, "Not equal to the value, where null is a value like others."),
    operator("notDistinctFrom", Family::Equality, Takes::NullableItem, Form::Same, "Equal to the value, where null is a value like others."),
    operator("lt", Family::Order, Takes::Item, Form::Compare("<", Pattern::None), "Less than the value."),
    operator("lte", Family::Order, Takes::Item, Form::Compare("<=", Pattern::None), "Less than the value, or equal to it."),
    operator("gt", Family::Order, Takes::Item, Form::Compare(">", Pattern::None), "Greater than the value."),
    operator("gte", Family::Order, Takes::Item, Form::Compare(">=", Pattern::None), "Greater than the value, or equal to it."),
    operator("like", Family::Text, Takes::Item, Form::Compare("~~", Pattern::Like), "Like the pattern of SQL: `%` is any text, `_` any character, `\\` takes the next one as it is."),
    operator("startsWith", Family::Text, Takes::Item, Form::Prefix, "Begins with the text."),
    operator("endsWith", Family::Text, Takes::Item, Form::Compare("~~", Pattern::End), "Ends with the text."),
    operator("contains", Family::Text, Takes::Item, Form::Compare("~~", Pattern::Anywhere), "Holds the text."),
    operator("regex", Family::Text, Takes::Item, Form::Compare("~", Pattern::Regex), "Matches the regular expression, as PostgreSQL understands it; somewhere, unless `^` and `$` say where."),
    operator("iEq", Family::Text, Takes::Item, Form::Compare("~~*", Pattern::Whole), "Equal to the text, in upper or lower case."),
    operator("iIn", Family::Text, Takes::List, Form::Any("~~*", Pattern::Whole), "Equal to one of the texts, in upper or lower case."),
    operator("iLike", Family::Text, Takes::Item, Form::Compare("~~*", Pattern::Like), "Like the pattern of SQL, in upper or lower case."),
    operator("iStartsWith", Family::Text, Takes::Item, Form::Compare("~~*", Pattern::Start), "Begins with the text, in upper or lower case."),
    operator("iEndsWith", Family::Text, Takes::Item, Form::Compare("~~*", Pattern::End), "Ends with the text, in upper or lower case."),
    operator("iContains", Family::Text, Takes::Item, Form::Compare("~~*", Pattern::Anywhere), "Holds the text, in upper or lower case."),
    operator("iRegex", Family::Text, Takes::Item, Form::Compare("~*", Pattern::Regex), "Matches the regular expression, in upper or lower case."),
];

/// The operators that global ids have.
pub static ID_OPERATORS: &[&str] = &["eq", "in"];

/// The families of a column's type. Arrays are compared as a whole, for equality only.
pub fn families(catalog: &Catalog, column: &Column, leaf: &Leaf) -> Vec<Family> {
    let type_ = catalog.type_of(catalog.base_type(column.type_id));
    let single = leaf.depth == 0;
    let has = [
        (Family::Null, true),
        (Family::Equality, type_.operators.is_some()),
        (Family::Order, single && type_.orderable),
        (Family::Text, single && is_text(type_)),
    ];
    has.into_iter().filter(|(_, has)| *has).map(|(family, _)| family).collect()
}

fn is_text(type_: &catalog::Type) -> bool {
    type_.operators.as_ref().is_some_and(|operators| operators.text)
}
