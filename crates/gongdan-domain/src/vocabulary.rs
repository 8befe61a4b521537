//! The office's closed word lists, each in one table: code in the file, word in every face,
//! office term, and a sentence that says what it means (domain.md, glossary).

use serde::{Serialize, Serializer};

/// One word of a closed list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Word {
    /// Its code in the file and in C; explicit, never reused.
    pub code: i64,
    /// The word in every face: `snake_case` English.
    pub word: &'static str,
    /// The office term.
    pub term: &'static str,
    /// What it means, in an English sentence; empty where the word says all.
    pub note: &'static str,
}

/// A closed list of words, as data: what faces, documents and SQL read it from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct List {
    /// Its name in every face: `snake_case` English.
    pub name: &'static str,
    /// Its name as a type.
    #[serde(rename = "type")]
    pub type_name: &'static str,
    /// What its words are, in an English sentence or two.
    pub note: &'static str,
    /// Its words, in the order of the table.
    pub words: &'static [Word],
}

impl List {
    /// The word of a code.
    pub fn of_code(&self, code: i64) -> Option<&'static Word> {
        self.words.iter().find(|each| each.code == code)
    }

    /// The word that is spelt so, in English or as the office term.
    pub fn find(&self, text: &str) -> Option<&'static Word> {
        self.words.iter().find(|each| each.word == text || each.term == text)
    }

    /// Names the list, where whatever refers to it is told.
    ///
    /// # Errors
    /// What the format refuses.
    #[doc(hidden)]
    pub fn serialize_name<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(self.name)
    }

    /// How many places an array needs that has one for each code; no code is below zero.
    pub const fn room(&self) -> usize {
        let (mut at, mut room) = (0, 0);
        while at < self.words.len() {
            let code = self.words[at].code;
            assert!(code >= 0, "a code below zero has no place");
            room = if code as usize >= room { code as usize + 1 } else { room };
            at += 1;
        }
        room
    }
}

/// Makes an enum from one table, so that codes, words, office terms and sentences cannot drift
/// apart. The documentation of the list and of each word is data, too ([`List::note`]); what an
/// error names is the argument, and the list has another name where it says so after `in`. With
/// `of`, the words are the kinds of an enum whose variants carry something.
#[doc(hidden)]
#[macro_export]
macro_rules! vocabulary {
    ($(#[doc = $doc:literal])+ $name:ident of $whole:ident, $argument:literal {
        $($(#[doc = $note:literal])* $variant:ident = $code:literal, $word:literal, $term:literal;)+
    }) => {
        $crate::vocabulary! {
            $(#[doc = $doc])+
            $name, $argument {
                $($(#[doc = $note])* $variant = $code, $word, $term;)+
            }
        }

        impl $whole {
            /// Of which kind it is.
            pub const fn kind(&self) -> $name {
                match self { $(Self::$variant { .. } => $name::$variant,)+ }
            }

            /// The code of its kind; explicit, never reused.
            pub const fn code(&self) -> i64 { self.kind().code() }

            /// The name of its kind.
            pub const fn word(&self) -> &'static str { self.kind().word() }

            /// The office term of its kind.
            pub const fn term(&self) -> &'static str { self.kind().term() }
        }
    };
    ($(#[doc = $doc:literal])+ $name:ident, $argument:literal {
        $($words:tt)+
    }) => {
        $crate::vocabulary! { $(#[doc = $doc])+ $name, $argument in $argument { $($words)+ } }
    };
    ($(#[doc = $doc:literal])+ $name:ident, $argument:literal in $list:literal
        $(#[$attribute:meta])* {
        $($(#[doc = $note:literal])* $variant:ident = $code:literal, $word:literal, $term:literal;)+
    }) => {
        $(#[doc = $doc])+
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[derive(serde::Serialize, serde::Deserialize)]
        $(#[$attribute])*
        pub enum $name {
            $($(#[doc = $note])* #[doc = concat!("", $term)] #[serde(rename = $word)] $variant = $code,)+
        }

        impl $name {
            /// Every word of the list, in the order of the table.
            pub const ALL: &[Self] = &[$(Self::$variant),+];

            /// The list as data.
            pub const LIST: &$crate::List = &$crate::List {
                name: $list,
                type_name: stringify!($name),
                note: concat!($($doc),+).trim_ascii(),
                words: &[$($crate::Word {
                    code: $code,
                    word: $word,
                    term: $term,
                    note: concat!($($note),*).trim_ascii(),
                }),+],
            };

            /// The code that stands in the file; explicit, never reused.
            pub const fn code(self) -> i64 { self as i64 }

            /// The word of a code.
            pub fn from_code(code: i64) -> Option<Self> {
                Self::ALL.iter().copied().find(|each| each.code() == code)
            }

            /// The word in every face: `snake_case` English.
            pub const fn word(self) -> &'static str {
                match self { $(Self::$variant => $word,)+ }
            }

            /// The office term.
            pub const fn term(self) -> &'static str {
                match self { $(Self::$variant => $term,)+ }
            }

            /// What it means, in an English sentence; empty where the word says all.
            pub const fn note(self) -> &'static str {
                match self { $(Self::$variant => concat!($($note),*).trim_ascii(),)+ }
            }

            /// The word as data: its row of the list.
            pub const fn listed(self) -> &'static $crate::Word {
                match self {
                    $(Self::$variant => const { &$crate::Word {
                        code: $code,
                        word: $word,
                        term: $term,
                        note: concat!($($note),*).trim_ascii(),
                    } },)+
                }
            }

            /// Reads a word or an office term.
            ///
            /// # Errors
            /// [`Problem::Unknown`]($crate::Problem::Unknown) with the whole list; of a long one the nearest
            /// words come first.
            pub fn parse(text: &str) -> std::result::Result<Self, $crate::Invalid> {
                let text = text.trim();
                Self::ALL.iter().copied().find(|each| each.word() == text || each.term() == text)
                    .ok_or_else(|| $crate::Invalid::new($argument, $crate::Problem::Unknown {
                        given: text.chars().take(40).collect(),
                        nearest: $crate::nearest_first(text, Self::ALL.iter().map(|each| each.word())),
                    }))
            }
        }

        impl std::str::FromStr for $name {
            type Err = $crate::Invalid;

            fn from_str(text: &str) -> std::result::Result<Self, $crate::Invalid> {
                Self::parse(text)
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.pad(self.word())
            }
        }
    };
}
pub(crate) use vocabulary;

vocabulary! {
    /// Where a ticket stands in its life. Overdue is no stage: it is a question with a moment.
    Stage, "stage" {
        /// Taken in; the centre has it, and no unit yet, or no unit any more.
        Accepted = 1, "accepted", "已受理";
        /// Given to a unit that has not signed for it.
        Transferred = 2, "transferred", "已转办";
        /// The unit that leads has signed for it and owes a reply.
        SignedOff = 3, "signed_off", "已签收";
        /// The unit that leads has replied; the centre has not closed it.
        Handled = 4, "handled", "已办结";
        /// Sent back to the unit to be done again.
        Rework = 5, "rework", "重办中";
        /// No unit takes it; the centre has it.
        Difficult = 6, "difficult", "疑难";
        /// The centre has closed it.
        Closed = 7, "closed", "已结案";
        /// It is not for the hotline.
        Rejected = 8, "rejected", "不予受理";
        /// It lives on in another ticket, its main ticket.
        Merged = 9, "merged", "已并单";
    }
}

vocabulary! {
    /// What the citizen wants (诉求类型).
    Kind, "kind" {
        /// Wants to know something.
        Inquiry = 1, "inquiry", "咨询";
        /// Wants help.
        Help = 2, "help", "求助";
        /// Complains of an office, a firm or a neighbour.
        Complaint = 3, "complaint", "投诉";
        /// Reports a breach of the rules.
        Report = 4, "report", "举报";
        /// Suggests something.
        Suggestion = 5, "suggestion", "建议";
        /// Praises somebody.
        Praise = 6, "praise", "表扬";
        /// None of these.
        Other = 7, "other", "其他";
    }
}

vocabulary! {
    /// How pressing it is (紧急程度).
    Urgency, "urgency" {
        /// By the usual limits.
        Normal = 1, "normal", "一般";
        /// Pressing: the policy may give it shorter limits.
        Urgent = 2, "urgent", "紧急";
        /// Most pressing: life, health or safety.
        Critical = 3, "critical", "特急";
    }
}

vocabulary! {
    /// On whose behalf somebody acts. It is declared by the caller; an embedded library cannot
    /// prove it.
    Role, "role" {
        /// The hotline's centre.
        Centre = 1, "centre", "热线中心";
        /// A unit, which has to be named.
        Unit = 2, "unit", "承办单位";
        /// Whoever supervises the units.
        Supervisor = 3, "supervisor", "督查部门";
    }
}

vocabulary! {
    /// A unit's part in a ticket: the lead answers for it, the others help.
    Part, "part" {
        /// It answers for the ticket.
        Lead = 1, "lead", "主办";
        /// It helps, and reports to the lead.
        Assisting = 2, "assisting", "协办";
    }
}

vocabulary! {
    /// How an assignment came to an end: taken back, returned, excused, or ended with its ticket
    /// (merged, terminated, or closed before an assisting unit had reported).
    LegEnd, "leg_end" {
        /// The centre took it back before the unit signed.
        Recalled = 1, "recalled", "撤回";
        /// The unit returned it, and the centre agreed.
        Returned = 2, "returned", "退件";
        /// The assisting unit need not report.
        Excused = 3, "excused", "免办";
        Ended = 4, "ended", "随单终结";
        /// The centre gave the ticket to another unit.
        Redispatched = 5, "redispatched", "改派";
    }
}

vocabulary! {
    /// How an attempt to call the citizen back went (回访).
    CallbackOutcome, "outcome" in "callback_outcome" {
        /// Reached, and asked.
        Reached = 1, "reached", "已回访";
        /// Nobody answered.
        NotReached = 2, "not_reached", "未接通";
        /// Reached, and did not want to be asked.
        Refused = 3, "refused", "拒绝回访";
        /// Reached, and disputes what the unit replied.
        Disputed = 4, "disputed", "有异议";
        /// No call of the centre's: the citizen rated it unasked (a message, an app, a call of their own).
        Own = 5, "own", "群众自评";
    }
}

impl CallbackOutcome {
    /// How a call of the centre's can go.
    pub const CALLS: [Self; 4] = [Self::Reached, Self::NotReached, Self::Refused, Self::Disputed];
}

vocabulary! {
    /// The citizen's answer. Never preset: not asked is not satisfied.
    Satisfaction, "satisfaction" {
        /// The best of five.
        VerySatisfied = 1, "very_satisfied", "非常满意";
        /// The second of five.
        Satisfied = 2, "satisfied", "满意";
        /// The third of five; whether it counts as satisfied is a setting of the policy.
        BasicallySatisfied = 3, "basically_satisfied", "基本满意";
        /// The fourth of five.
        Dissatisfied = 4, "dissatisfied", "不满意";
        /// The worst of five.
        VeryDissatisfied = 5, "very_dissatisfied", "非常不满意";
        /// Asked, and did not say: it rates nothing.
        Unrated = 6, "unrated", "未评价";
    }
}

vocabulary! {
    /// With what outcome the centre closed a ticket: closed is not solved.
    CloseOutcome, "outcome" in "close_outcome" {
        /// The matter is solved.
        Solved = 1, "solved", "实际解决";
        /// It cannot be solved, and the citizen was told why.
        Explained = 2, "explained", "解释说明";
        /// The citizen could not be reached.
        Unreachable = 3, "unreachable", "无法回访";
        /// What the citizen says is not so.
        NotAccepted = 4, "not_accepted", "诉求不成立";
        /// The same matter was answered before.
        Duplicate = 5, "duplicate", "重复诉求";
        /// The citizen took it back.
        Withdrawn = 6, "withdrawn", "诉求撤回";
        /// The desk answered at once.
        AnsweredOnline = 7, "answered_online", "在线办结";
        /// The centre ended it without a reply.
        Terminated = 8, "terminated", "终止办理";
        /// An old register says that it was closed, and not how.
        Unstated = 9, "unstated", "结案方式不详";
    }
}

vocabulary! {
    /// What sort of channel a contact or ticket came by.
    ChannelKind, "channel_kind" {
        /// By telephone.
        Call = 1, "call", "来电";
        /// By letter.
        Letter = 2, "letter", "来信";
        /// Handed on by another platform.
        Platform = 3, "platform", "平台转派";
        /// By a website or an app.
        Web = 4, "web", "网络";
    }
}

vocabulary! {
    /// A warning card shown to a unit.
    Card, "card" {
        /// The first warning.
        Yellow = 1, "yellow", "黄牌";
        /// The last one.
        Red = 2, "red", "红牌";
    }
}

vocabulary! {
    /// What a text beside the journal is. All of them can hold personal data.
    TextField, "field" in "text_field" {
        /// The matter in a line.
        Matter = 1, "matter", "诉求标题";
        /// What the citizen said.
        Appeal = 2, "appeal", "诉求内容";
        /// The caller's name.
        CallerName = 3, "caller_name", "来电人";
        /// The caller's telephone number.
        CallerPhone = 4, "caller_phone", "联系电话";
        /// The caller's address.
        CallerAddress = 5, "caller_address", "联系地址";
        /// What the desk answered.
        Answer = 6, "answer", "答复内容";
        /// What the centre told the unit.
        Remark = 7, "remark", "转办意见";
        /// Why something was asked or done.
        Reason = 8, "reason", "理由";
        /// What the unit did.
        Result = 9, "result", "办理情况";
        /// A note.
        Note = 10, "note", "备注";
        /// What a supervisor demands.
        Demand = 11, "demand", "督办要求";
        /// A typical case's title in the bulletin.
        Title = 12, "title", "案例标题";
        /// A typical case's outcome in the bulletin.
        Outcome = 13, "outcome", "办理结果";
        /// The name of an attached file.
        FileName = 14, "file_name", "附件名称";
        /// The SHA-256 of an attached file, in hexadecimal digits.
        FileDigest = 15, "file_digest", "附件摘要";
        /// Where an attached file stays.
        FilePlace = 16, "file_place", "附件存放处";
        /// Who instructed that something is demanded: a name of the office's own people.
        InstructedBy = 17, "instructed_by", "批示人";
        /// Who met about a ticket that nobody takes.
        Attendees = 18, "attendees", "会商参加人";
        /// What they decided.
        Decision = 19, "decision", "会商意见";
    }
}

impl TextField {
    /// What is told of an attached file: none of it says anything without the others, so they are erased
    /// together.
    pub const OF_FILE: [Self; 3] = [Self::FileName, Self::FileDigest, Self::FilePlace];
}

vocabulary! {
    /// Whose demand it is (督办类别): each place has words of its own for these.
    SupervisionKind, "supervision_kind" {
        /// The hotline centre's own.
        Hotline = 1, "hotline", "热线督办";
        /// The government's inspection office.
        Government = 2, "government", "政府督查";
        /// On the instruction of a leader.
        Instruction = 3, "instruction", "领导批示";
        /// The discipline inspection's.
        Discipline = 4, "discipline", "纪检监察督办";
        /// The people's congress or the political consultative conference.
        Assembly = 5, "assembly", "人大政协督办";
        /// None of these.
        Other = 6, "other", "其他督办";
    }
}

#[allow(clippy::derivable_impls, reason = "the list's rows say nothing of defaults")]
impl Default for SupervisionKind {
    /// 热线督办, what most demands are.
    fn default() -> Self {
        Self::Hotline
    }
}

vocabulary! {
    /// Where the bytes of an attached file stay, where gongdan keeps them.
    Keeping, "keeping" {
        /// In the file itself.
        Inside = 1, "inside", "工单文件内";
        /// In the folder beside it.
        Beside = 2, "beside", "旁边的文件夹";
    }
}

vocabulary! {
    /// What sort of file is attached.
    FileKind, "file_kind" {
        /// A picture, of before or after.
        Photo = 1, "photo", "照片";
        /// A recorded call.
        Recording = 2, "recording", "录音";
        /// Moving pictures.
        Video = 3, "video", "录像";
        /// A letter, a reply, a sheet.
        Paper = 4, "paper", "文书";
        /// None of these.
        Other = 5, "other", "其他";
    }
}

vocabulary! {
    /// The four kinds of reference data, all named, aliased, dated and retired in one way.
    Species, "species" {
        /// Who handles tickets.
        Unit = 1, "unit", "成员单位";
        /// What tickets are about.
        Category = 2, "category", "问题分类";
        /// How tickets come in.
        Channel = 3, "channel", "渠道";
        /// Where in the region they play.
        Area = 4, "area", "区域";
    }
}
