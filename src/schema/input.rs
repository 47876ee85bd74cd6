//! What clients may write for each scalar, and the text that is bound for it.

use super::scalars::{Expected, Literal};

pub(super) fn int(_: Literal<'_>) -> Result<String, Expected> {
    Err(Expected("int"))
}

pub(super) fn float(_: Literal<'_>) -> Result<String, Expected> {
    Err(Expected("float"))
}

pub(super) fn string(_: Literal<'_>) -> Result<String, Expected> {
    Err(Expected("string"))
}

pub(super) fn boolean(_: Literal<'_>) -> Result<String, Expected> {
    Err(Expected("boolean"))
}

pub(super) fn id(_: Literal<'_>) -> Result<String, Expected> {
    Err(Expected("id"))
}

pub(super) fn big_int(_: Literal<'_>) -> Result<String, Expected> {
    Err(Expected("big_int"))
}

pub(super) fn big_decimal(_: Literal<'_>) -> Result<String, Expected> {
    Err(Expected("big_decimal"))
}

pub(super) fn uuid(_: Literal<'_>) -> Result<String, Expected> {
    Err(Expected("uuid"))
}

pub(super) fn date_time(_: Literal<'_>) -> Result<String, Expected> {
    Err(Expected("date_time"))
}

pub(super) fn local_date_time(_: Literal<'_>) -> Result<String, Expected> {
    Err(Expected("local_date_time"))
}

pub(super) fn date(_: Literal<'_>) -> Result<String, Expected> {
    Err(Expected("date"))
}

pub(super) fn local_time(_: Literal<'_>) -> Result<String, Expected> {
    Err(Expected("local_time"))
}

pub(super) fn offset_time(_: Literal<'_>) -> Result<String, Expected> {
    Err(Expected("offset_time"))
}

pub(super) fn duration(_: Literal<'_>) -> Result<String, Expected> {
    Err(Expected("duration"))
}

pub(super) fn json(_: Literal<'_>) -> Result<String, Expected> {
    Err(Expected("json"))
}

pub(super) fn bytes(_: Literal<'_>) -> Result<String, Expected> {
    Err(Expected("bytes"))
}
