//! Real bulletins of other places, printed by folders of data: each item of their closed lists.

mod changji;
mod gaoan;
mod hebei;
mod hengdong_q;
mod lianyungang;
mod life;
mod ningguo;

/// A place, and what prints its bulletin: how many items are plain, and how many are not.
type Place = (&'static str, fn() -> (usize, usize));

const PLACES: [Place; 6] = [
    ("03 衡东", hengdong_q::printed),
    ("04 宁国", ningguo::printed),
    ("06 高安", gaoan::printed),
    ("18 连云港", lianyungang::printed),
    ("34 昌吉", changji::printed),
    ("46 河北", hebei::printed),
];

#[test]
fn six_real_bulletins_are_folders_of_data() {
    let mut all = (0, 0);
    for (_, printed) in PLACES {
        let (plain, not) = printed();
        all = (all.0 + plain, all.1 + not);
    }
    println!("together: {} items, {} plain, 0 contorted, {} not", all.0 + all.1, all.0, all.1);
    assert_eq!(all.0 + all.1, 133, "the closed lists of the six");
    assert!(all.0 * 100 >= 133 * 95, "{all:?}");
}
