//! The forms in which a bulletin is written.

use gongdan_domain::vocabulary;

vocabulary! {
    /// A written form of a bulletin: the word is how the name of its file ends.
    Form, "form" {
        /// Markdown.
        Markdown = 1, "md", "Markdown文本";
        /// Every figure, for programs.
        Json = 2, "json", "JSON数据";
        /// One file for browsers, that prints on A4.
        Html = 3, "html", "网页";
        /// A document for Word and WPS.
        Docx = 4, "docx", "Word文档";
        /// A workbook, one sheet a table.
        Xlsx = 5, "xlsx", "Excel工作簿";
        /// A PDF with a Chinese font embedded.
        Pdf = 6, "pdf", "PDF文件";
        /// Its charts, a picture each.
        Png = 7, "png", "图片";
    }
}

impl Form {
    /// The form of a file by the ending of its name.
    pub fn of(path: &std::path::Path) -> Option<Self> {
        let ending = path.extension()?.to_str()?.to_ascii_lowercase();
        Self::ALL.iter().copied().find(|form| form.word() == ending)
    }
}
