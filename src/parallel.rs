//! Work on many things at once, told in their order.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc;

/// How many threads serve so many items: as many as there are cores, and no more than items.
pub fn hands(items: usize) -> usize {
    std::thread::available_parallelism().map_or(1, usize::from).min(items)
}

/// Does `work` for every item, on several threads, and hands each result to `take` as soon as those of all items before
/// it were taken.
pub fn in_order<I: Sync, T: Send>(items: &[I], work: impl Fn(&I) -> T + Sync, take: impl FnMut(T)) {
    in_order_with(vec![(); hands(items.len())], items, |(), item| work(item), take);
}

/// As [`in_order`], on a thread for each of `hands`, which keeps what it holds from one item to the next.
///
/// Each thread is a pool of its own for the typesetter. In one pool for all, a thread that waits for part of a page
/// would begin another decree on top of the one that it waits for.
pub fn in_order_with<S: Send, I: Sync, T: Send>(
    mut hands: Vec<S>,
    items: &[I],
    work: impl Fn(&mut S, &I) -> T + Sync,
    mut take: impl FnMut(T),
) {
    if let [hand] = &mut hands[..] {
        return items.iter().for_each(|item| take(work(hand, item)));
    }
    let next = AtomicUsize::new(0);
    std::thread::scope(|scope| {
        let (send, receive) = mpsc::channel();
        for mut hand in hands {
            let (send, next, work) = (send.clone(), &next, &work);
            scope.spawn(move || {
                let _own = rayon::ThreadPoolBuilder::new().num_threads(1).use_current_thread().build();
                loop {
                    let at = next.fetch_add(1, Ordering::Relaxed);
                    let Some(item) = items.get(at) else { break };
                    if send.send((at, work(&mut hand, item))).is_err() {
                        break;
                    }
                }
            });
        }
        drop(send);
        let (mut waiting, mut due) = (BTreeMap::new(), 0);
        for (at, result) in receive {
            waiting.insert(at, result);
            while let Some(result) = waiting.remove(&due) {
                take(result);
                due += 1;
            }
        }
    });
}
