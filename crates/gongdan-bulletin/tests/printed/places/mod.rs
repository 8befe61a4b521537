//! Real bulletins of other places, printed by folders of data: each item of their closed lists.

mod changji;
mod life;
mod ningguo;

#[test]
fn ningguo_prints_its_month() {
    ningguo::printed();
}

#[test]
fn changji_prints_its_month() {
    changji::printed();
}
