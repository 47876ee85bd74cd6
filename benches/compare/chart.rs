//! Curves as SVG, both axes logarithmic: what grows in proportion is a straight line that rises by one for each one.

use maud::{Markup, html};

const WIDTH: f64 = 640.0;
const HEIGHT: f64 = 400.0;
const LEFT: f64 = 60.0;
const RIGHT: f64 = 90.0;
const TOP: f64 = 16.0;
const BOTTOM: f64 = 48.0;
/// Of lines, in their order.
const COLOURS: [&str; 2] = ["#0b6e99", "#c2571a"];

/// A line.
pub(crate) struct Series {
    pub(crate) name: &'static str,
    /// Both above zero.
    pub(crate) points: Vec<(f64, f64)>,
}

/// The powers of ten that an axis lies between.
#[derive(Clone, Copy)]
struct Axis {
    low: i32,
    high: i32,
}

impl Axis {
    fn of(values: impl Iterator<Item = f64>) -> Self {
        let (low, high) = values
            .filter(|value| *value > 0.0)
            .map(f64::log10)
            .fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), value| (low.min(value), high.max(value)));
        let (low, high) = if low.is_finite() { (low.floor() as i32, high.ceil() as i32) } else { (0, 1) };
        Self { low, high: high.max(low + 1) }
    }

    /// Where a value lies, from 0 to 1.
    fn share(self, value: f64) -> f64 {
        (value.log10() - f64::from(self.low)) / f64::from(self.high - self.low)
    }

    fn ticks(self) -> impl Iterator<Item = f64> {
        (self.low..=self.high).map(|power| 10_f64.powi(power))
    }
}

/// Draws lines over the same horizontal axis.
pub(crate) fn draw(horizontal: &str, vertical: &str, series: &[Series]) -> String {
    let points = || series.iter().flat_map(|series| &series.points);
    let (across, up) = (Axis::of(points().map(|point| point.0)), Axis::of(points().map(|point| point.1)));
    let x = |value: f64| LEFT + across.share(value) * (WIDTH - LEFT - RIGHT);
    let y = |value: f64| HEIGHT - BOTTOM - up.share(value) * (HEIGHT - TOP - BOTTOM);
    let (bottom, right) = (HEIGHT - BOTTOM, WIDTH - RIGHT);
    let drawing = html! {
        svg xmlns="http://www.w3.org/2000/svg" viewBox=(format!("0 0 {WIDTH} {HEIGHT}")) font-family="sans-serif" font-size="12" {
            rect width=(WIDTH) height=(HEIGHT) fill="white" {}
            @for tick in across.ticks() {
                (line((x(tick), TOP), (x(tick), bottom)))
                text x=(place(x(tick))) y=(place(bottom + 18.0)) text-anchor="middle" { (tick) }
            }
            @for tick in up.ticks() {
                (line((LEFT, y(tick)), (right, y(tick))))
                text x=(place(LEFT - 8.0)) y=(place(y(tick) + 4.0)) text-anchor="end" { (tick) }
            }
            text x=(place((LEFT + right) / 2.0)) y=(place(HEIGHT - 10.0)) text-anchor="middle" { (horizontal) }
            text transform=(format!("translate(14 {}) rotate(-90)", place((TOP + bottom) / 2.0))) text-anchor="middle" { (vertical) }
            @for (series, colour) in series.iter().zip(COLOURS) {
                polyline fill="none" stroke=(colour) stroke-width="2"
                    points=(series.points.iter().map(|point| format!("{},{} ", place(x(point.0)), place(y(point.1)))).collect::<String>().trim_end()) {}
                @for point in &series.points {
                    circle cx=(place(x(point.0))) cy=(place(y(point.1))) r="3" fill=(colour) {}
                }
                @if let Some(last) = series.points.last() {
                    text x=(place(x(last.0) + 8.0)) y=(place(y(last.1) + 4.0)) fill=(colour) { (series.name) }
                }
            }
        }
    };
    drawing.into_string() + "\n"
}

fn line(from: (f64, f64), to: (f64, f64)) -> Markup {
    html! { line x1=(place(from.0)) y1=(place(from.1)) x2=(place(to.0)) y2=(place(to.1)) stroke="#ddd" {} }
}

/// A tenth of a unit is fine enough.
fn place(value: f64) -> f64 {
    (value * 10.0).round() / 10.0
}
