use super::*;

#[test]
fn a_text_is_filled_in_by_name() {
    let words = Catalogue::english();
    assert_eq!(words.sentence_some("3", "8"), "3 of 8");
    assert_eq!(words.export_csv(1), "CSV, 1 row");
    assert_eq!(words.export_csv(1200), "CSV, 1,200 rows");
    assert_eq!(
        fill("{a}{b} {", &|name| if name == "a" { "x" } else { "" }),
        "x "
    );
}
