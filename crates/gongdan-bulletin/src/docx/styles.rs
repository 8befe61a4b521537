//! `word/styles.xml`: the committed one, with the fonts and sizes of the document's look.

use crate::look::{Look, Type};
use crate::plain::xml;

const STYLES: &str = include_str!("parts/styles.xml");

/// The styles of a look.
pub(super) fn written(look: &Look) -> String {
    let (text, title) = (u32::from(look.text_size()), u32::from(look.title_size()));
    let pitch = u32::from(look.pitch) * 20;
    let sizes = |size: u32| format!("<w:sz w:val=\"{0}\"/><w:szCs w:val=\"{0}\"/>", 2 * size);
    let indent = |twips: u32| format!("w:firstLine=\"{twips}\" w:firstLineChars=\"200\"");
    let line = |twips: u32| format!("w:line=\"{twips}\" w:lineRule=\"exact\"");
    let mut styles = STYLES
        .replace(&sizes(16), &sizes(text))
        .replace(&sizes(22), &sizes(title))
        .replace(&indent(640), &indent(text * 40))
        .replace(&line(560), &line(pitch));
    for (usual, wanted) in [
        ("仿宋", &look.text),
        ("黑体", &look.headings),
        ("楷体", &look.contents),
        ("方正小标宋简体", &look.titles),
    ] {
        styles = named(&styles, usual, wanted);
    }
    styles
}

fn named(styles: &str, usual: &str, wanted: &Type) -> String {
    let font = |name: &str| format!("w:eastAsia=\"{}\" w:hint", xml(name));
    match &wanted.font {
        Some(name) => styles.replace(&font(usual), &font(name)),
        None => styles.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_usual_look_is_the_committed_one_and_another_changes_fonts_and_sizes() {
        assert_eq!(written(&Look::default()), STYLES);
        let song = Type { font: Some("宋体\"<".into()), size: Some(14) };
        let styles = written(&Look { text: song, pitch: 26, ..Look::default() });
        assert!(styles.contains("w:eastAsia=\"宋体&quot;&lt;\"") && !styles.contains("仿宋"));
        assert!(styles.contains("<w:sz w:val=\"28\"/>") && styles.contains("w:line=\"520\""));
        assert!(!styles.contains("w:firstLine=\"640\" w:firstLineChars=\"200\""));
    }
}
