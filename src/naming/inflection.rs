//! Plural and singular of the last word of a SQL name (rule 2 of API.md).
//!
//! The tables and rules of this file are part of the contract: within a major version they never change, because every
//! change renames types and fields. They know the nouns that name tables, and prefer a mass noun where people read one
//! (`user_data` is `UserData`, not `UserDatum`).
//!
//! Three laws hold for every word: `plural(plural(x)) == plural(x)`, `singular(singular(x)) == singular(x)`, and
//! `singular(plural(x)) == singular(x)`, so that no two singulars share a plural. A word for which the rules cannot keep
//! them (`axe`, whose plural is that of `axis`) has no plural: rule 2 gives it `List`, as it does to `series`.

use super::case::Words;

/// The plural of a word in lower case; the word itself where it has none.
pub(super) fn plural(word: &str) -> String {
    let singular = singular(word);
    let plural = form_plural(&singular);
    if self::singular(&plural) == singular { plural } else { singular }
}

/// The singular of a word in lower case.
pub(super) fn singular(word: &str) -> String {
    let mut word = word.to_owned();
    // A step shortens the word or takes it from a table whose singulars no step changes, so this ends.
    loop {
        let next = form_singular(&word);
        if next == word {
            return word;
        }
        word = next;
    }
}

/// `album_artists` → `album_artist`
pub(super) fn singular_words(words: &Words) -> Words {
    words.map_last(singular)
}

/// `album_artist` → `album_artists`, `series` → `series_list`, and so everything that is its own plural.
pub(super) fn plural_words(words: &Words) -> Words {
    let plural = words.map_last(plural);
    if plural == *words { words.with("list") } else { plural }
}

/// Words that are their own plural.
const UNCOUNTABLE: &[&str] = &[
    "advice",
    "aircraft",
    "analytics",
    "athletics",
    "aws",
    "baggage",
    "barracks",
    "biogas",
    "bison",
    "cash",
    "chaos",
    "chassis",
    "clothes",
    "cms",
    "cod",
    "corps",
    "cosmos",
    "crossroads",
    "crs",
    "css",
    "data",
    "debris",
    "deer",
    "dns",
    "economics",
    "electronics",
    "elk",
    "equipment",
    "ethics",
    "ethos",
    "evidence",
    "feedback",
    "firmware",
    "fish",
    "furniture",
    "gallows",
    "genetics",
    "gis",
    "goods",
    "gps",
    "hardware",
    "headquarters",
    "hertz",
    "homework",
    "https",
    "information",
    "ios",
    "jeans",
    "jewelry",
    "knowledge",
    "kubernetes",
    "kudos",
    "linguistics",
    "linux",
    "logistics",
    "luggage",
    "mathematics",
    "means",
    "media",
    "merchandise",
    "metadata",
    "money",
    "moose",
    "multimedia",
    "music",
    "news",
    "offspring",
    "pants",
    "pathos",
    "physics",
    "police",
    "politics",
    "pos",
    "rendezvous",
    "research",
    "rice",
    "robotics",
    "rss",
    "salmon",
    "scissors",
    "series",
    "sheep",
    "shorts",
    "shrimp",
    "sms",
    "software",
    "spacecraft",
    "species",
    "squid",
    "staff",
    "summons",
    "swine",
    "telemetry",
    "tennis",
    "thanks",
    "tls",
    "traffic",
    "trousers",
    "trout",
    "tuna",
    "vps",
    "weather",
    "whois",
    "wildlife",
];

/// Singulars that end in one `s` without the endings `us` and `is`; their plural takes `es`.
const SINGULARS_IN_S: &[&str] = &[
    "alias",
    "asbestos",
    "atlas",
    "bias",
    "canvas",
    "christmas",
    "gas",
    "iris",
    "kansas",
    "lens",
    "madras",
    "pancreas",
    "rhinoceros",
    "texas",
    "thermos",
    "yes",
];

/// Singular and plural where no rule leads from one to the other.
const IRREGULAR: &[(&str, &str)] = &[
    ("addendum", "addenda"),
    ("alumnus", "alumni"),
    ("appendix", "appendices"),
    ("axis", "axes"),
    ("bacterium", "bacteria"),
    ("cactus", "cacti"),
    ("calf", "calves"),
    ("codex", "codices"),
    ("corpus", "corpora"),
    ("criterion", "criteria"),
    ("curriculum", "curricula"),
    ("elf", "elves"),
    ("epoch", "epochs"),
    ("erratum", "errata"),
    ("foot", "feet"),
    ("fungus", "fungi"),
    ("genus", "genera"),
    ("goose", "geese"),
    ("half", "halves"),
    ("hoof", "hooves"),
    ("knife", "knives"),
    ("leaf", "leaves"),
    ("life", "lives"),
    ("afterlife", "afterlives"),
    ("loaf", "loaves"),
    ("locus", "loci"),
    ("louse", "lice"),
    ("matrix", "matrices"),
    ("memorandum", "memoranda"),
    ("midwife", "midwives"),
    ("housewife", "housewives"),
    ("monarch", "monarchs"),
    ("mouse", "mice"),
    ("nucleus", "nuclei"),
    ("ovum", "ova"),
    ("ox", "oxen"),
    ("phenomenon", "phenomena"),
    ("quiz", "quizzes"),
    ("scarf", "scarves"),
    ("self", "selves"),
    ("sheaf", "sheaves"),
    ("shelf", "shelves"),
    ("bookshelf", "bookshelves"),
    ("stimulus", "stimuli"),
    ("stomach", "stomachs"),
    ("stratum", "strata"),
    ("tech", "techs"),
    ("thief", "thieves"),
    ("tooth", "teeth"),
    ("vertex", "vertices"),
    ("vortex", "vortices"),
    ("werewolf", "werewolves"),
    ("wife", "wives"),
    ("wolf", "wolves"),
];

/// Plurals that are understood although they are not the ones that are formed.
const OTHER_PLURALS: &[(&str, &str)] = &[
    ("addendums", "addendum"),
    ("datas", "data"),
    ("formulae", "formula"),
    ("indices", "index"),
    ("medias", "media"),
    ("octopi", "octopus"),
    ("radii", "radius"),
    ("schemata", "schema"),
    ("syllabi", "syllabus"),
    ("stigmata", "stigma"),
];

/// Endings of words such as `salesperson` and `grandchild`, singular and plural.
const IRREGULAR_ENDINGS: &[(&str, &str)] =
    &[("person", "people"), ("child", "children"), ("woman", "women"), ("man", "men")];

/// Words that only look as if they had one of the irregular endings.
const NOT_MEN: &[&str] = &[
    "abdomen", "acumen", "amen", "bitumen", "caiman", "german", "human", "hymen", "lumen", "norman", "omen", "ottoman",
    "ramen", "regimen", "roman", "semen", "shaman", "specimen", "stamen", "talisman", "yemen",
];

/// Words ending in `is` that are plurals of words in `i`.
const PLURALS_IN_IS: &[&str] = &[
    "alibis",
    "apis",
    "bikinis",
    "clis",
    "emojis",
    "graffitis",
    "guis",
    "kiwis",
    "kpis",
    "minis",
    "pois",
    "rabbis",
    "rois",
    "safaris",
    "skis",
    "taxis",
    "uis",
    "uris",
    "wikis",
    "yetis",
];

/// Words ending in `us` that are plurals of words in `u`.
const PLURALS_IN_US: &[&str] =
    &["cpus", "emus", "gnus", "gpus", "gurus", "menus", "npus", "skus", "submenus", "tofus", "tpus", "tutus"];

/// Words ending in `uses` whose singular ends in `use`, beside all in `auses` and `ouses`.
const PLURALS_IN_USES: &[&str] = &[
    "abuses", "amuses", "disuses", "excuses", "fuses", "misuses", "muses", "recluses", "refuses", "reuses", "ruses",
    "uses",
];

/// Words ending in `ies` whose singular ends in `ie`, beside all of four letters (`ties`).
const PLURALS_IN_IES: &[&str] = &[
    "aunties",
    "birdies",
    "bookies",
    "brownies",
    "calories",
    "cookies",
    "cuties",
    "foodies",
    "genies",
    "goalies",
    "hoodies",
    "indies",
    "junkies",
    "magpies",
    "menageries",
    "movies",
    "newbies",
    "neckties",
    "pixies",
    "prairies",
    "rookies",
    "selfies",
    "smoothies",
    "sorties",
    "townies",
    "veggies",
    "zombies",
];

/// Words ending in `ches` whose singular ends in `che`.
const PLURALS_IN_CHES: &[&str] = &[
    "aches",
    "avalanches",
    "backaches",
    "brioches",
    "caches",
    "cliches",
    "creches",
    "headaches",
    "microfiches",
    "moustaches",
    "mustaches",
    "niches",
    "pastiches",
    "porsches",
    "psyches",
    "quiches",
    "toothaches",
];

/// Words ending in `oes` whose singular ends in `oe`.
const PLURALS_IN_OES: &[&str] = &[
    "aloes",
    "canoes",
    "does",
    "floes",
    "foes",
    "hoes",
    "horseshoes",
    "oboes",
    "shoes",
    "throes",
    "tiptoes",
    "toes",
    "woes",
];

/// Words ending in `o` whose plural ends in `oes`.
const SINGULARS_WITH_OES: &[&str] = &["echo", "embargo", "hero", "potato", "superhero", "tomato", "torpedo", "veto"];

/// Words ending in `ses` whose singular ends in `sis`, beside all in `yses`.
const PLURALS_OF_SIS: &[&str] = &[
    "antitheses",
    "catharses",
    "crises",
    "diagnoses",
    "ellipses",
    "emphases",
    "geneses",
    "hypotheses",
    "metamorphoses",
    "metastases",
    "misdiagnoses",
    "nemeses",
    "neuroses",
    "oases",
    "parentheses",
    "photosyntheses",
    "prognoses",
    "prostheses",
    "psychoses",
    "synopses",
    "syntheses",
    "theses",
];

/// One step towards the singular: from the particular to the general.
fn form_singular(word: &str) -> String {
    let cut = |count: usize| word[..word.len() - count].to_owned();
    if !is_inflected(word) || is_singular(word) {
        return word.to_owned();
    }
    if let Some(singular) = irregular_singular(word) {
        return singular;
    }
    let is_in = |list: &[&str]| list.contains(&word);
    match word {
        _ if word.ends_with("ies") => {
            if word.len() == 4 || is_in(PLURALS_IN_IES) {
                cut(1)
            } else {
                cut(3) + "y"
            }
        }
        _ if word.ends_with("yses") || is_in(PLURALS_OF_SIS) => cut(2) + "is",
        _ if word.ends_with("ouses") || word.ends_with("auses") || is_in(PLURALS_IN_USES) => cut(1),
        _ if word.ends_with("ches") => cut(if is_in(PLURALS_IN_CHES) { 1 } else { 2 }),
        _ if word.ends_with("oes") => cut(if is_in(PLURALS_IN_OES) { 1 } else { 2 }),
        _ if ["sses", "shes", "xes", "zzes", "tzes", "uses"].iter().any(|ending| word.ends_with(ending)) => cut(2),
        _ if word.strip_suffix("es").is_some_and(|stem| SINGULARS_IN_S.contains(&stem)) => cut(2),
        _ if word.ends_with('s') => cut(1),
        _ => word.to_owned(),
    }
}

/// Whether rules apply to a word at all: after a digit or a letter outside ASCII an ending of English would be noise.
fn is_inflected(word: &str) -> bool {
    word.len() > 1 && word.ends_with(|character: char| character.is_ascii_lowercase())
}

/// Whether a word ending like a plural is known as a singular.
fn is_singular(word: &str) -> bool {
    // Two letters are an abbreviation: `os` is not a number of `o`.
    word.len() == 2
        || UNCOUNTABLE.contains(&word)
        || SINGULARS_IN_S.contains(&word)
        || word.ends_with("ss")
        || (word.ends_with("us") && !PLURALS_IN_US.contains(&word))
        || (word.ends_with("is") && !PLURALS_IN_IS.contains(&word))
}

fn irregular_singular(word: &str) -> Option<String> {
    if let Some((singular, _)) = IRREGULAR.iter().find(|(_, plural)| *plural == word) {
        return Some((*singular).to_owned());
    }
    if let Some((_, singular)) = OTHER_PLURALS.iter().find(|(plural, _)| *plural == word) {
        return Some((*singular).to_owned());
    }
    if NOT_MEN.contains(&word) {
        return None;
    }
    IRREGULAR_ENDINGS
        .iter()
        .find_map(|(singular, plural)| word.strip_suffix(plural).map(|beginning| format!("{beginning}{singular}")))
}

/// The plural of a singular, without regard for the laws.
fn form_plural(word: &str) -> String {
    if !is_inflected(word) || UNCOUNTABLE.contains(&word) {
        return word.to_owned();
    }
    if let Some((_, plural)) = IRREGULAR.iter().find(|(singular, _)| *singular == word) {
        return (*plural).to_owned();
    }
    let ending = IRREGULAR_ENDINGS.iter().find(|(singular, _)| word.ends_with(singular) && !NOT_MEN.contains(&word));
    if let Some((singular, plural)) = ending {
        return format!("{}{plural}", &word[..word.len() - singular.len()]);
    }
    let stem = |count: usize| &word[..word.len() - count];
    let after_vowel = word.as_bytes()[word.len() - 2];
    match word {
        _ if word.ends_with("sis") => format!("{}es", stem(2)),
        _ if word.ends_with('y') && (word.ends_with("quy") || !b"aeiou".contains(&after_vowel)) => {
            format!("{}ies", stem(1))
        }
        _ if ["s", "x", "z", "ch", "sh"].iter().any(|hiss| word.ends_with(hiss)) => format!("{word}es"),
        _ if SINGULARS_WITH_OES.contains(&word) => format!("{word}es"),
        _ => format!("{word}s"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Singulars with the plurals that they must have.
    const PAIRS: &[(&str, &str)] = &[
        ("access", "accesses"),
        ("address", "addresses"),
        ("album", "albums"),
        ("alias", "aliases"),
        ("analysis", "analyses"),
        ("api", "apis"),
        ("artist", "artists"),
        ("axis", "axes"),
        ("basis", "basis"),
        ("batch", "batches"),
        ("bias", "biases"),
        ("box", "boxes"),
        ("branch", "branches"),
        ("bus", "buses"),
        ("business", "businesses"),
        ("cache", "caches"),
        ("campus", "campuses"),
        ("canvas", "canvases"),
        ("case", "cases"),
        ("category", "categories"),
        ("cause", "causes"),
        ("census", "censuses"),
        ("child", "children"),
        ("city", "cities"),
        ("class", "classes"),
        ("clause", "clauses"),
        ("company", "companies"),
        ("cookie", "cookies"),
        ("country", "countries"),
        ("course", "courses"),
        ("criterion", "criteria"),
        ("currency", "currencies"),
        ("data", "data"),
        ("database", "databases"),
        ("datum", "datums"),
        ("day", "days"),
        ("device", "devices"),
        ("diagnosis", "diagnoses"),
        ("equipment", "equipment"),
        ("exercise", "exercises"),
        ("expense", "expenses"),
        ("face", "faces"),
        ("fish", "fish"),
        ("gas", "gases"),
        ("grandchild", "grandchildren"),
        ("hero", "heroes"),
        ("house", "houses"),
        ("id", "ids"),
        ("human", "humans"),
        ("hypothesis", "hypotheses"),
        ("index", "indexes"),
        ("information", "information"),
        ("inventory", "inventories"),
        ("invoice", "invoices"),
        ("key", "keys"),
        ("knife", "knives"),
        ("language", "languages"),
        ("leaf", "leaves"),
        ("lens", "lenses"),
        ("license", "licenses"),
        ("man", "men"),
        ("matrix", "matrices"),
        ("media", "media"),
        ("menu", "menus"),
        ("metadata", "metadata"),
        ("mouse", "mice"),
        ("movie", "movies"),
        ("news", "news"),
        ("niche", "niches"),
        ("person", "people"),
        ("phase", "phases"),
        ("phenomenon", "phenomena"),
        ("photo", "photos"),
        ("potato", "potatoes"),
        ("price", "prices"),
        ("process", "processes"),
        ("purchase", "purchases"),
        ("query", "queries"),
        ("quiz", "quizzes"),
        ("release", "releases"),
        ("response", "responses"),
        ("salesperson", "salespeople"),
        ("schema", "schemas"),
        ("series", "series"),
        ("sheep", "sheep"),
        ("shelf", "shelves"),
        ("shoe", "shoes"),
        ("size", "sizes"),
        ("sku", "skus"),
        ("species", "species"),
        ("specimen", "specimens"),
        ("spouse", "spouses"),
        ("staff", "staff"),
        ("status", "statuses"),
        ("survey", "surveys"),
        ("synopsis", "synopses"),
        ("tax", "taxes"),
        ("taxi", "taxis"),
        ("thesis", "theses"),
        ("tie", "ties"),
        ("toe", "toes"),
        ("tooth", "teeth"),
        ("use", "uses"),
        ("value", "values"),
        ("vertex", "vertices"),
        ("virus", "viruses"),
        ("warehouse", "warehouses"),
        ("wife", "wives"),
        ("woman", "women"),
        ("workman", "workmen"),
        ("year", "years"),
        // What has no plural of its own: too short, not a word of English, or the plural of another word.
        ("x", "x"),
        ("os", "os"),
        ("2020", "2020"),
        ("v2", "v2"),
        ("größé", "größé"),
        ("axe", "axe"),
        ("leave", "leave"),
    ];

    #[test]
    fn singular_and_plural_lead_to_each_other() {
        for (one, many) in PAIRS {
            assert_eq!(plural(one), *many, "plural of {one}");
            assert_eq!(singular(many), *one, "singular of {many}");
            assert_eq!(plural(many), *many, "plural of {many}");
            assert_eq!(singular(one), *one, "singular of {one}");
        }
    }

    #[test]
    fn other_plurals_are_understood() {
        let cases = [
            ("indices", "index"),
            ("cargoes", "cargo"),
            ("medias", "media"),
            ("schemata", "schema"),
            ("peoples", "person"),
        ];
        for (many, one) in cases {
            assert_eq!(singular(many), one);
        }
    }

    #[test]
    fn every_word_of_the_tables_keeps_the_laws() {
        for word in UNCOUNTABLE {
            assert_eq!((plural(word), singular(word)), ((*word).to_owned(), (*word).to_owned()));
        }
        let pairs = IRREGULAR.iter().map(|(one, many)| (*one, (*many).to_owned()));
        let in_s = SINGULARS_IN_S.iter().map(|one| (*one, format!("{one}es")));
        let in_oes = SINGULARS_WITH_OES.iter().map(|one| (*one, format!("{one}es")));
        for (one, many) in pairs.chain(in_s).chain(in_oes) {
            assert_eq!((plural(one), singular(&many)), (many.clone(), one.to_owned()), "{one}");
        }
        for many in PLURALS_OF_SIS {
            let one = format!("{}is", many.strip_suffix("es").unwrap());
            assert_eq!((plural(&one), singular(many)), ((*many).to_owned(), one), "{many}");
        }
        for list in [PLURALS_IN_IS, PLURALS_IN_US, PLURALS_IN_USES, PLURALS_IN_IES, PLURALS_IN_CHES, PLURALS_IN_OES] {
            for many in list {
                let one = many.strip_suffix('s').unwrap();
                assert_eq!((plural(one), singular(many)), ((*many).to_owned(), one.to_owned()), "{many}");
            }
        }
    }

    #[test]
    fn only_the_last_word_is_touched() {
        let cases = [
            ("sales_orders", "salesOrder", "salesOrders"),
            ("tv_series", "tvSeries", "tvSeriesList"),
            ("_", "_", "_list"),
        ];
        for (sql, one, many) in cases {
            let one_words = singular_words(&Words::split(sql));
            assert_eq!((one_words.camel().as_str(), plural_words(&one_words).camel().as_str()), (one, many));
        }
    }

    proptest! {
        #[test]
        fn the_laws_hold_for_every_word(word in "([a-z]{0,6}(s|es|ses|ies|oes|ches|us|is|men|people|ves|xes|zes)?|[a-z0-9é]{0,5})") {
            let (one, many) = (singular(&word), plural(&word));
            prop_assert_eq!(&singular(&one), &one);
            prop_assert_eq!(&plural(&many), &many);
            prop_assert_eq!(&singular(&many), &one);
            prop_assert_eq!(&plural(&one), &many);
        }
    }
}
