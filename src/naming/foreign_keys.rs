//! What a foreign key column says about the relation: `artist_id` leads to an `artist`.

use super::{Options, case::Words, inflection::singular_words};
use crate::catalog::{Catalog, ForeignKey, ForeignKeyId};

/// The last words of columns that only say that they refer to something.
const SUFFIXES: &[&str] = &["id", "uuid", "guid", "fk", "key", "code", "no", "nr", "ref"];

/// The short name of a relation over one column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Short {
    /// `artist`
    pub(super) words: Words,
    /// The more usual the suffix, the lower. It decides where one column among several names the target.
    pub(super) rank: u32,
    /// Whether the column has no suffix and gave its own name away (`bareForeignKeys = "relation"`).
    pub(super) bare: bool,
}

/// The short names of all foreign keys, by [`ForeignKeyId`].
pub(super) fn short_names(catalog: &Catalog, options: &Options) -> Vec<Option<Short>> {
    catalog.foreign_keys.iter().map(|key| of_key(catalog, key, options.bare_foreign_keys_name_relations)).collect()
}

/// A hint where most foreign key columns have no suffix, so that most relations have long names.
pub(super) fn hint(catalog: &Catalog, options: &Options, shorts: &[Option<Short>]) -> Option<String> {
    let single = catalog.foreign_keys().filter(|(_, key)| key.columns.len() == 1).map(|(id, _)| id);
    let single: Vec<ForeignKeyId> = single.collect();
    let long = single.iter().filter(|id| shorts[id.0].is_none()).count();
    let is_most = long >= 3 && long * 2 > single.len();
    (is_most && !options.bare_foreign_keys_name_relations).then(|| {
        format!(
            "{long} of {} foreign key columns have no suffix such as \"_id\": with bareForeignKeys = \"relation\" they \
             would give their names to the relations.",
            single.len()
        )
    })
}

fn of_key(catalog: &Catalog, key: &ForeignKey, bare_allowed: bool) -> Option<Short> {
    let (&[column], &[target_column]) = (key.columns.as_slice(), key.target_columns.as_slice()) else { return None };
    let target = catalog.table(key.target);
    let column = &catalog.table(key.table).column(column).name;
    short_name(column, &target.name, &target.column(target_column).name, bare_allowed)
}

fn short_name(column: &str, target: &str, target_column: &str, bare_allowed: bool) -> Option<Short> {
    let words = Words::split(column);
    if let Some(position) = SUFFIXES.iter().position(|suffix| *suffix == words.last()) {
        // A column that is only a suffix has nothing left to name the relation.
        let rank = u32::try_from(position).unwrap_or(u32::MAX);
        return words.without_last().map(|words| Short { words, rank, bare: false });
    }
    if has_joined_id(column, target, target_column) {
        let words = words.map_last(|last| last.strip_suffix("id").unwrap_or(last).to_owned());
        return Some(Short { words, rank: 9, bare: false });
    }
    bare_allowed.then_some(Short { words, rank: 10, bare: true })
}

/// `productid`, where it is the target's name with `id`, or spelled like the column that it refers to. Not `bid` that refers
/// to a table `bid`: there the `id` is part of the noun.
fn has_joined_id(column: &str, target: &str, target_column: &str) -> bool {
    let lower = column.to_lowercase();
    let nouns = [target.to_lowercase(), singular_words(&Words::split(target)).snake()];
    let Some(stem) = lower.strip_suffix("id").filter(|stem| stem.ends_with(char::is_alphanumeric)) else {
        return false;
    };
    !nouns.contains(&lower) && (nouns.iter().any(|noun| noun == stem) || column == target_column)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_name_their_relations() {
        let cases = [
            ("artist_id", "artist", "artist_id", Some("artist"), Some("artist")),
            ("ArtistID", "Artist", "ArtistId", Some("artist"), Some("artist")),
            ("reports_to", "employee", "employee_id", None, Some("reportsTo")),
            ("product_uuid", "product", "id", Some("product"), Some("product")),
            ("country_code", "country", "code", Some("country"), Some("country")),
            ("parent_fk", "node", "id", Some("parent"), Some("parent")),
            ("order_no", "orders", "no", Some("order"), Some("order")),
            ("order_nr", "orders", "no", Some("order"), Some("order")),
            ("page_ref", "page", "id", Some("page"), Some("page")),
            ("api_key", "api", "key", Some("api"), Some("api")),
            ("item_guid", "item", "guid", Some("item"), Some("item")),
            ("artist_id_fk", "artist", "id", Some("artistId"), Some("artistId")),
            ("_artist_id", "artist", "id", Some("_artist"), Some("_artist")),
            ("productid", "product", "id", Some("product"), Some("product")),
            ("productid", "products", "id", Some("product"), Some("product")),
            ("PRODUCTID", "Product", "id", Some("product"), Some("product")),
            ("product_modelid", "product_model", "id", Some("productModel"), Some("productModel")),
            ("businessentityid", "person", "businessentityid", Some("businessentity"), Some("businessentity")),
            ("paid", "account", "id", None, Some("paid")),
            ("bid", "bid", "bid", None, Some("bid")),
            ("isbn", "book", "isbn", None, Some("isbn")),
            ("artist_id2", "artist", "id", None, Some("artistId2")),
            ("id", "artist", "id", None, None),
            ("ID", "artist", "id", None, None),
            ("_id", "artist", "id", None, None),
            ("code", "country", "code", None, None),
            ("area", "area", "id", None, Some("area")),
        ];
        for (column, target, target_column, short, bare) in cases {
            let name = |allowed| short_name(column, target, target_column, allowed).map(|short| short.words.camel());
            assert_eq!(name(false).as_deref(), short, "{column}");
            assert_eq!(name(true).as_deref(), bare, "{column}, bareForeignKeys");
        }
    }
}
