//! Cards with rows, and lines between them, as SVG. Colours and fonts are the style sheet's.

use super::layered::{self, Edge, Layout, Node, Point, Route};
use maud::{Markup, html};
use std::fmt::Write as _;

/// A rectangle with a title and rows, that leads to a page.
#[derive(Debug, Clone, Default)]
pub(super) struct Card {
    /// GraphQL names are ASCII, so that every character is as wide as another.
    pub(super) title: String,
    /// Where it leads.
    pub(super) href: String,
    /// Shown when it is pointed at: names of the database, of any characters.
    pub(super) tooltip: String,
    /// Whether the picture is about it.
    pub(super) central: bool,
    pub(super) rows: Vec<Row>,
}

/// A line of text in a card.
#[derive(Debug, Clone, Default)]
pub(super) struct Row {
    /// `PK`, `FK`, or nothing.
    pub(super) mark: &'static str,
    pub(super) text: String,
    /// At the right edge, less important.
    pub(super) note: String,
}

/// A line from the card of what is referred to, on the left, to the card of what refers.
#[derive(Debug, Clone)]
pub(super) struct Line {
    pub(super) from: usize,
    pub(super) to: usize,
    /// The row of the card at which it ends; its title, if there is none.
    pub(super) row: Option<usize>,
    /// Whether many rows refer to one: its end is a fork.
    pub(super) many: bool,
    /// Whether a row may refer to nothing: it is dashed.
    pub(super) optional: bool,
    /// Shown when it is pointed at.
    pub(super) tooltip: String,
}

/// What a picture is called, for those who do not see it.
pub(super) struct Caption<'a> {
    /// Its id in the page.
    pub(super) id: &'a str,
    pub(super) title: &'a str,
    pub(super) description: &'a str,
}

const TITLE_HEIGHT: f64 = 26.0;
const ROW_HEIGHT: f64 = 18.0;
const BOTTOM: f64 = 6.0;
/// Of a character of the title and of a row, in the style sheet's font.
const TITLE_CHARACTER: f64 = 7.9;
const CHARACTER: f64 = 6.7;
const MARGIN: f64 = 10.0;
const MARK: f64 = 20.0;
/// Longer texts are cut.
const LONGEST_TITLE: usize = 32;
const LONGEST: usize = 30;
/// Around the whole, so that no line is cut.
const FRAME: f64 = 4.0;
/// Pictures that are wider than the first of these are made smaller where they do not fit, down to one of these widths. The
/// style sheet has a class for each, as the content security policy allows no style in the page. None is more than 1.22
/// times the one before, so that one of them always suits.
const LEAST_WIDTHS: [u32; 9] = [1100, 1300, 1550, 1850, 2200, 2600, 3100, 3700, 4500];
/// How small a picture may become: text of 11 pixels is read down to 9.
const LEAST_SCALE: f64 = 0.82;
/// Of the marks at the ends of lines.
const FORK: f64 = 9.0;

/// Draws cards and lines where `layered` places them.
pub(super) fn draw(caption: &Caption<'_>, cards: &[Card], lines: &[Line]) -> Markup {
    // All of one width: columns of cards look calm.
    let width = cards.iter().map(width).fold(90.0, f64::max).round();
    let nodes: Vec<Node> = cards.iter().map(|card| Node { width, height: height(card) }).collect();
    let edges = lines.iter().map(|line| Edge {
        from: line.from,
        to: line.to,
        from_y: TITLE_HEIGHT / 2.0,
        to_y: line.row.map_or(TITLE_HEIGHT / 2.0, |row| TITLE_HEIGHT + ROW_HEIGHT * (row as f64 + 0.5)),
    });
    let Layout { width: total_width, height: total_height, corners, routes } =
        layered::layout(&nodes, &edges.collect::<Vec<_>>());
    let (total_width, total_height) = (total_width + 2.0 * FRAME, total_height + 2.0 * FRAME);
    let (title, description) = (format!("{}-title", caption.id), format!("{}-desc", caption.id));
    html! {
        svg xmlns="http://www.w3.org/2000/svg" role="group" class=[shrinks(total_width)] width=(total_width) height=(total_height)
            viewBox={ (-FRAME) " " (-FRAME) " " (total_width) " " (total_height) }
            aria-labelledby=(title) aria-describedby=(description) {
            title id=(title) { (caption.title) }
            desc id=(description) { (caption.description) }
            @for (line, route) in lines.iter().zip(&routes) {
                path class=(if line.optional { "line optional" } else { "line" }) d=(path(route)) {
                    title { (line.tooltip) }
                }
                path class="line" d=(ends(route, line.many)) {}
            }
            @for (card, corner) in cards.iter().zip(&corners) { (draw_card(card, *corner, width)) }
        }
    }
}

/// The classes of a picture that may be made smaller.
fn shrinks(width: f64) -> Option<String> {
    let fits = |least: &&u32| f64::from(**least) >= width * LEAST_SCALE && f64::from(**least) < width;
    LEAST_WIDTHS.iter().find(fits).map(|least| format!("large least-{least}"))
}

fn draw_card(card: &Card, corner: Point, width: f64) -> Markup {
    let right = width - MARGIN;
    html! {
        a href=(card.href) class=(if card.central { "card central" } else { "card" })
            transform={ "translate(" (corner.x) "," (corner.y) ")" } {
            title { (card.tooltip) }
            rect width=(width) height=(height(card)) rx="5" {}
            text class="name" x=(MARGIN) y="17.5" { (shortened(&card.title, LONGEST_TITLE)) }
            @for (position, row) in card.rows.iter().enumerate() {
                @let y = TITLE_HEIGHT + ROW_HEIGHT * position as f64 + 12.5;
                @if !row.mark.is_empty() { text class="mark" x=(MARGIN) y=(y) { (row.mark) } }
                text x=(MARGIN + indent(card)) y=(y) { (shortened(&row.text, LONGEST)) }
                @if !row.note.is_empty() { text class="note" x=(right) y=(y) { (shortened(&row.note, LONGEST)) } }
            }
        }
    }
}

/// Texts stand behind the marks, where there are any.
fn indent(card: &Card) -> f64 {
    if card.rows.iter().any(|row| !row.mark.is_empty()) { MARK } else { 0.0 }
}

fn height(card: &Card) -> f64 {
    if card.rows.is_empty() { TITLE_HEIGHT } else { TITLE_HEIGHT + ROW_HEIGHT * card.rows.len() as f64 + BOTTOM }
}

fn width(card: &Card) -> f64 {
    let title = card.title.len().min(LONGEST_TITLE) as f64 * TITLE_CHARACTER;
    let row = |row: &Row| {
        let (text, note) = (row.text.chars().count().min(LONGEST), row.note.chars().count().min(LONGEST));
        (text + note + 2 * usize::from(note > 0)) as f64 * CHARACTER + indent(card)
    };
    card.rows.iter().map(row).fold(title, f64::max) + 2.0 * MARGIN
}

fn shortened(text: &str, longest: usize) -> String {
    if text.chars().count() <= longest {
        return text.to_owned();
    }
    let kept: String = text.chars().take(longest - 1).collect();
    kept + "…"
}

/// Curves between columns, straight across them.
fn path(route: &Route) -> String {
    let Some(first) = route.points.first() else { return String::new() };
    let mut path = format!("M{} {}", first.x, first.y);
    for (position, pair) in route.points.windows(2).enumerate() {
        let [from, to] = [pair[0], pair[1]];
        let middle = ((from.x + to.x) / 2.0).round();
        // Writing to a String does not fail.
        let _ = match position % 2 == 0 && from.y != to.y {
            true => write!(path, "C{middle} {} {middle} {} {} {}", from.y, to.y, to.x, to.y),
            false => write!(path, "L{} {}", to.x, to.y),
        };
    }
    path
}

/// A bar at the start of a line and, if `many`, a fork at its end.
fn ends(route: &Route, many: bool) -> String {
    let (Some(first), Some(last)) = (route.points.first(), route.points.last()) else { return String::new() };
    let ahead = if route.backwards { -1.0 } else { 1.0 };
    let bar = format!("M{} {}v8", first.x + ahead * FORK / 2.0, first.y - 4.0);
    let root = last.x - ahead * FORK;
    match many {
        true => format!("{bar}M{} {}L{root} {}L{} {}", last.x, last.y - 5.0, last.y, last.x, last.y + 5.0),
        false => bar,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_escaped_and_cut() {
        let card = Card {
            title: "Album".to_owned(),
            href: "/schema/Album".to_owned(),
            tooltip: "\"><script>".to_owned(),
            rows: vec![Row { text: "a".repeat(40), ..Row::default() }],
            ..Card::default()
        };
        let caption = Caption { id: "p", title: "A & B", description: "<i>" };
        let svg = draw(&caption, &[card], &[]).into_string();
        assert!(svg.contains("<title>&quot;&gt;&lt;script&gt;</title>"), "{svg}");
        assert!(svg.contains("A &amp; B") && svg.contains("&lt;i&gt;"), "{svg}");
        assert!(svg.contains(&format!(">{}…<", "a".repeat(LONGEST - 1))), "{svg}");
    }

    /// Each width is in the style sheet, and no picture becomes so small that it cannot be read.
    #[test]
    fn pictures_shrink_as_long_as_they_can_be_read() {
        let style = include_str!("../../../templates/schema.css");
        for least in LEAST_WIDTHS {
            assert!(style.contains(&format!("svg.least-{least} {{ min-width: {least}px; }}")), "{least}");
        }
        assert_eq!(shrinks(1100.0), None, "it is as wide as it is");
        assert_eq!(shrinks(1101.0).as_deref(), Some("large least-1100"));
        for width in 1101..5400 {
            let class = shrinks(f64::from(width)).unwrap_or_else(|| panic!("{width} does not shrink"));
            let least: f64 = class.rsplit('-').next().and_then(|least| least.parse().ok()).unwrap_or_default();
            assert!((LEAST_SCALE..1.0).contains(&(least / f64::from(width))), "{width}: {class}");
        }
    }

    #[test]
    fn a_line_has_a_bar_and_a_fork() {
        let points = [(0.0, 0.0), (40.0, 20.0)].map(|(x, y)| Point { x, y }).to_vec();
        let route = Route { points, backwards: false };
        assert_eq!(path(&route), "M0 0C20 0 20 20 40 20");
        assert_eq!(ends(&route, true), "M4.5 -4v8M40 15L31 20L40 25");
        assert_eq!(ends(&route, false), "M4.5 -4v8");
    }
}
