//! Pages laid out once more, where it is known how they lay before a small change: what the layout asks of finished pages is
//! answered by those from the beginning on, so that nearly all of it is known and one round is enough where nothing moves.

use typst::World as _;
use typst::comemo::{Constraint, Track};
use typst::engine::{Engine, Route, Sink, Traced};
use typst::foundations::{Output, StyleChain, Target, TargetElem};
use typst::introspection::{Introspector, MAX_ITERS};
use typst::utils::Protected;
use typst_layout::PagedDocument;

use super::World;

/// The pages of a program that differs little from that of the pages `dulu`; `None` where it cannot be laid out, or does not
/// come to rest.
pub fn lagi(world: &World, dulu: &PagedDocument) -> Option<PagedDocument> {
    let world: &dyn typst::World = world;
    let (world, traced) = (world.track(), Traced::default());
    let library = world.library();
    let target = TargetElem::target.set(Target::Paged).wrap();
    let base = StyleChain::new(&library.styles);
    let styles = base.chain(&target);
    let main = world.source(world.main()).ok()?;
    let mut sink = Sink::new();
    let module =
        typst_eval::eval(world, library, traced.track(), sink.track_mut(), Route::default().track(), &main).ok()?;
    let content = module.content();
    let mut known: Option<PagedDocument> = None;
    for _ in 0..MAX_ITERS {
        let introspector: &dyn Introspector = known.as_ref().unwrap_or(dulu).introspector().as_ref();
        let constraint = Constraint::new();
        let mut round = Sink::new();
        let mut engine = Engine {
            library,
            world,
            introspector: Protected::new(introspector.track_with(&constraint)),
            traced: traced.track(),
            sink: round.track_mut(),
            route: Route::default(),
        };
        let document = PagedDocument::create(&mut engine, &content, styles).ok()?;
        let laid: &dyn Introspector = document.introspector().as_ref();
        if constraint.validate(laid) {
            return round.delayed().is_empty().then_some(document);
        }
        known = Some(document);
    }
    None
}
