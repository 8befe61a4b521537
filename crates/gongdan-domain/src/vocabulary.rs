//! The office's closed word lists, each in one table: code in the file, word in every face,
//! office term (domain.md, glossary).

/// Makes an enum from one table, so that codes, words and office terms cannot drift apart.
macro_rules! vocabulary {
    ($(#[$doc:meta])* $name:ident, $argument:literal {
        $($(#[$each:meta])* $variant:ident = $code:literal, $word:literal, $term:literal;)+
    }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[derive(serde::Serialize, serde::Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum $name { $($(#[$each])* #[doc = concat!("", $term)] $variant = $code,)+ }

        impl $name {
            /// Every word of the list, in the order of its codes.
            pub const ALL: &[Self] = &[$(Self::$variant),+];

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

            /// Reads a word or an office term.
            ///
            /// # Errors
            /// [`Problem::Unknown`](crate::Problem::Unknown) with the whole list.
            pub fn parse(text: &str) -> Result<Self, crate::Invalid> {
                let text = text.trim();
                Self::ALL.iter().copied().find(|each| each.word() == text || each.term() == text)
                    .ok_or_else(|| crate::Invalid::new($argument, crate::Problem::Unknown {
                        given: text.chars().take(40).collect(),
                        nearest: Self::ALL.iter().map(|each| each.word().to_owned()).collect(),
                    }))
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
        Accepted = 1, "accepted", "已受理";
        Transferred = 2, "transferred", "已转办";
        SignedOff = 3, "signed_off", "已签收";
        Handled = 4, "handled", "已办结";
        Rework = 5, "rework", "重办中";
        Difficult = 6, "difficult", "疑难";
        Closed = 7, "closed", "已结案";
        Rejected = 8, "rejected", "不予受理";
        Merged = 9, "merged", "已并单";
    }
}

vocabulary! {
    /// What the citizen wants (诉求类型).
    Kind, "kind" {
        Inquiry = 1, "inquiry", "咨询";
        Help = 2, "help", "求助";
        Complaint = 3, "complaint", "投诉";
        Report = 4, "report", "举报";
        Suggestion = 5, "suggestion", "建议";
        Praise = 6, "praise", "表扬";
        Other = 7, "other", "其他";
    }
}

vocabulary! {
    /// How pressing it is (紧急程度).
    Urgency, "urgency" {
        Normal = 1, "normal", "一般";
        Urgent = 2, "urgent", "紧急";
        Critical = 3, "critical", "特急";
    }
}

vocabulary! {
    /// On whose behalf somebody acts. It is declared by the caller; an embedded library cannot
    /// prove it.
    Role, "role" {
        Centre = 1, "centre", "热线中心";
        Unit = 2, "unit", "承办单位";
        Supervisor = 3, "supervisor", "督查部门";
    }
}

vocabulary! {
    /// A unit's part in a ticket: the lead answers for it, the others help.
    Part, "part" {
        Lead = 1, "lead", "主办";
        Assisting = 2, "assisting", "协办";
    }
}

vocabulary! {
    /// How an assignment came to an end before the ticket did.
    LegEnd, "leg_end" {
        Recalled = 1, "recalled", "撤回";
        Returned = 2, "returned", "退件";
        Excused = 3, "excused", "免办";
    }
}

vocabulary! {
    /// How an attempt to call the citizen back went (回访).
    CallbackOutcome, "outcome" {
        Reached = 1, "reached", "已回访";
        NotReached = 2, "not_reached", "未接通";
        Refused = 3, "refused", "拒绝回访";
        Disputed = 4, "disputed", "有异议";
    }
}

vocabulary! {
    /// The citizen's answer. Never preset: not asked is not satisfied.
    Satisfaction, "satisfaction" {
        VerySatisfied = 1, "very_satisfied", "非常满意";
        Satisfied = 2, "satisfied", "满意";
        BasicallySatisfied = 3, "basically_satisfied", "基本满意";
        Dissatisfied = 4, "dissatisfied", "不满意";
        VeryDissatisfied = 5, "very_dissatisfied", "非常不满意";
        Unrated = 6, "unrated", "未评价";
    }
}

vocabulary! {
    /// With what outcome the centre closed a ticket: closed is not solved.
    CloseOutcome, "outcome" {
        Solved = 1, "solved", "实际解决";
        Explained = 2, "explained", "解释说明";
        Unreachable = 3, "unreachable", "无法回访";
        NotAccepted = 4, "not_accepted", "诉求不成立";
        Duplicate = 5, "duplicate", "重复诉求";
        Withdrawn = 6, "withdrawn", "诉求撤回";
        AnsweredOnline = 7, "answered_online", "在线办结";
        Terminated = 8, "terminated", "终止办理";
    }
}

vocabulary! {
    /// What sort of channel a contact or ticket came by.
    ChannelKind, "channel_kind" {
        Call = 1, "call", "来电";
        Letter = 2, "letter", "来信";
        Platform = 3, "platform", "平台转派";
        Web = 4, "web", "网络";
    }
}

vocabulary! {
    /// A warning card shown to a unit.
    Card, "card" {
        Yellow = 1, "yellow", "黄牌";
        Red = 2, "red", "红牌";
    }
}

vocabulary! {
    /// What a text beside the journal is. All of them can hold personal data.
    TextField, "field" {
        Matter = 1, "matter", "诉求标题";
        Appeal = 2, "appeal", "诉求内容";
        CallerName = 3, "caller_name", "来电人";
        CallerPhone = 4, "caller_phone", "联系电话";
        CallerAddress = 5, "caller_address", "联系地址";
        Answer = 6, "answer", "答复内容";
        Remark = 7, "remark", "转办意见";
        Reason = 8, "reason", "理由";
        Result = 9, "result", "办理情况";
        Note = 10, "note", "备注";
        Demand = 11, "demand", "督办要求";
        Title = 12, "title", "案例标题";
        Outcome = 13, "outcome", "办理结果";
    }
}

vocabulary! {
    /// The four kinds of reference data, all named, aliased, dated and retired in one way.
    Species, "species" {
        Unit = 1, "unit", "成员单位";
        Category = 2, "category", "问题分类";
        Channel = 3, "channel", "渠道";
        Area = 4, "area", "区域";
    }
}
