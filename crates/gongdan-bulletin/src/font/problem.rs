//! That no Chinese font is found, and what to install.

use gongdan::Language;

/// No Chinese font is found where the system keeps its fonts; it prints in English.
#[derive(Clone, Debug, Default, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.message(Language::English))]
#[non_exhaustive]
pub struct FontError;

impl FontError {
    /// What is missing and what to install, in one line.
    pub fn message(&self, language: Language) -> &'static str {
        match language {
            Language::Chinese => {
                "没有找到可用的中文字体,画不了图表和PDF;请安装一种:Debian、Ubuntu、统信、麒麟用 \
                 apt install fonts-noto-cjk,Fedora、openEuler用 dnf install \
                 google-noto-serif-cjk-fonts google-noto-sans-cjk-fonts,Windows请安装“仿宋”或思源宋体"
            }
            Language::English => {
                "no Chinese font is found to draw charts and PDF with; install one: apt install \
                 fonts-noto-cjk (Debian, Ubuntu, UOS, Kylin), dnf install \
                 google-noto-serif-cjk-fonts google-noto-sans-cjk-fonts (Fedora, openEuler), \
                 FangSong or Source Han Serif SC (Windows)"
            }
        }
    }
}
