//! The terminal's own words, Chinese and English side by side. The library's sentences are the
//! library's.

/// One word or sentence in both languages.
pub(crate) type Pair = (&'static str, &'static str);

/// Who founds a file when nobody is named.
pub(crate) const FOUNDER: &str = "系统管理员";

pub(crate) const DRAFTED: Pair = ("已拟对照表,请逐项核对", "a mapping is drafted, look through it");
pub(crate) const IMPORTING: Pair = ("正在导入", "importing");
pub(crate) const ROW: Pair = ("行", "row");
pub(crate) const COLUMN: Pair = ("列", "column");
pub(crate) const HEADING: Pair = ("列名", "heading");
pub(crate) const WRONG: Pair = ("问题", "what is wrong");
pub(crate) const PUT_IN: Pair = ("已写入", "written");
pub(crate) const NOT_WRITTEN: Pair = ("未写入", "nothing written");
pub(crate) const NEW_ENTRIES: Pair = ("新条目", "new entries");
pub(crate) const NEXT: Pair = ("接下来", "next");
pub(crate) const TAKEN: Pair = ("新工单", "new tickets");
pub(crate) const ADDED: Pair = ("补充", "added to");
pub(crate) const SAID_BEFORE: Pair = ("已有", "known before");
pub(crate) const REFUSED: Pair = ("有误", "refused");
pub(crate) const FIELD: Pair = ("项目", "field");
pub(crate) const VALUE: Pair = ("内容", "value");
pub(crate) const FOUND: Pair = ("共", "found");
pub(crate) const SHOWN: Pair = ("本页", "shown");
pub(crate) const BY: Pair = ("经办人", "by");
pub(crate) const UNIT: Pair = ("单位", "unit");
pub(crate) const AT: Pair = ("时间", "at");
pub(crate) const TEXTS: Pair = ("文字", "texts");
pub(crate) const SEQ: Pair = ("序号", "seq");
pub(crate) const VERSION: Pair = ("第几版", "version");
pub(crate) const DAY: Pair = ("日期", "day");
pub(crate) const COUNTED: Pair = ("第几天", "counted");
pub(crate) const WHY: Pair = ("理由", "why");
pub(crate) const SOURCE: Pair = ("依据", "source");
pub(crate) const FROM: Pair = ("起始", "from");
pub(crate) const LIMIT: Pair = ("时限", "limit");
pub(crate) const FIRST_BY: Pair = ("原截止", "first until");
pub(crate) const UNTIL: Pair = ("截止", "until");
pub(crate) const SIGN_OFF: Pair = ("签收", "sign_off");
pub(crate) const HANDLE: Pair = ("办理", "handle");
pub(crate) const REWORK: Pair = ("重办", "rework");
pub(crate) const REPORT: Pair = ("协办反馈", "report");
pub(crate) const CITIZENS: Pair = ("总时限", "total");
pub(crate) const HELD_SINCE: Pair = ("中心暂停计时,自", "held by the centre since");
pub(crate) const NO_PROMISE: Pair = ("没有正在计算的时限", "no promise is running");
pub(crate) const COUNT: Pair = ("指标", "count");
pub(crate) const MEASURE: Pair = ("比率", "measure");
pub(crate) const FRACTION: Pair = ("分数", "fraction");
pub(crate) const RULE: Pair = ("口径", "rule");
pub(crate) const NAME: Pair = ("名称", "name");
pub(crate) const TOTAL: Pair = ("合计", "total");
pub(crate) const SEAT: Pair = ("坐席", "seat");
pub(crate) const INSPECTED: Pair = ("质检数", "inspected");
pub(crate) const GIVEN: Pair = ("质检得分", "points");
pub(crate) const MOST: Pair = ("质检满分", "most");
pub(crate) const RATE: Pair = ("质检得分率", "rate");
pub(crate) const SHARE: Pair = ("预警比例", "share");
pub(crate) const RUN: Pair = ("已用分钟", "minutes run");
pub(crate) const WHOLE: Pair = ("共计分钟", "of minutes");
pub(crate) const CHANNEL: Pair = ("渠道", "channel");
pub(crate) const CONTACTS: Pair = ("来电来信量", "contacts");
pub(crate) const PERIOD: Pair = ("统计期间", "period");
pub(crate) const AS_OF: Pair = ("截止时间", "as of");
pub(crate) const BASIS: Pair = ("统计口径", "basis");
pub(crate) const COHORT: Pair = ("按受理时间", "cohort");
pub(crate) const FLOW: Pair = ("按发生时间", "flow");
pub(crate) const NUMBER: Pair = ("工单编号", "number");
pub(crate) const ID: Pair = ("序号", "id");
pub(crate) const DONE: Pair = ("完成", "done");
pub(crate) const NOTHING_CHANGES: Pair = (
    "已经如此,没有改变,未写入",
    "it stands like this already: nothing changed, nothing was written",
);
pub(crate) const REPEATED: Pair = ("此前已经办过,未再写入", "done before, nothing was written");
pub(crate) const TRIED: Pair = ("试行,未写入", "a dry run, nothing was written");
pub(crate) const VERIFYING: Pair = ("正在核验……", "verifying ...");
pub(crate) const CHECKED: Pair = ("已核验", "checked");
pub(crate) const EVENTS: Pair = ("事项", "events");
pub(crate) const TICKETS: Pair = ("工单", "tickets");
pub(crate) const LINES: Pair = ("行数", "rows");
pub(crate) const ROWS: Pair = ("数据行", "rows");
pub(crate) const HEAD: Pair = ("末项", "head");
pub(crate) const CALLER: Pair = ("来电人", "caller");
pub(crate) const PHONE: Pair = ("联系电话", "phone");
pub(crate) const ADDRESS: Pair = ("联系地址", "address");
pub(crate) const WITHHELD: Pair = ("已留存,不显示", "known, not shown");
pub(crate) const NOT_TOLD: Pair = ("不予显示", "withheld");
pub(crate) const ERASED: Pair = ("已删除", "erased");
pub(crate) const ENDED_AT: Pair = ("办结时间", "ended_at");
pub(crate) const ERASABLE_FROM: Pair = ("可删除日期", "erasable_from");
pub(crate) const SCHEMA: Pair = ("文件结构", "schema");
pub(crate) const FILE_BYTES: Pair = ("文件字节数", "file bytes");
pub(crate) const FREE_BYTES: Pair = ("其中空闲", "of these free");
pub(crate) const LOG_BYTES: Pair = ("日志字节数", "log bytes");
pub(crate) const LOG_IS_STUCK: Pair = ("日志无法清空", "log is stuck");
pub(crate) const NOT_CHECKED: Pair = ("未核验", "not checked");
pub(crate) const SALVAGED: Pair = ("已抢救", "salvaged");
pub(crate) const OF_BEFORE: Pair = ("原有", "of");
pub(crate) const TEXTS_LOST: Pair = ("丢失文字", "texts lost");
pub(crate) const SOUND: Pair = ("没有发现问题", "nothing found: the file is sound");
pub(crate) const FINDINGS: Pair = ("发现问题", "findings");
pub(crate) const SHEETS: Pair = ("张数", "sheets");
pub(crate) const WRITING: Pair = ("正在写出", "writing");
pub(crate) const READING_LINES: Pair = ("正在重建", "rebuilding");
pub(crate) const BACKED_UP: Pair = ("已备份到", "backed up to");
pub(crate) const MADE: Pair = ("已建立", "made");
pub(crate) const FORMAT_PRINTS: Pair =
    ("版式无误,样例月已试印", "nothing is wrong with the format: it prints the sample month");
pub(crate) const WRITTEN: Pair = ("已写出", "written");
pub(crate) const ALIASES: Pair = ("别名", "aliases");
pub(crate) const CODES: Pair = ("编码", "codes");
pub(crate) const GROUP: Pair = ("分组", "group");
pub(crate) const ORDER: Pair = ("排列", "order");
pub(crate) const PARENT: Pair = ("上级", "parent");
pub(crate) const KIND: Pair = ("类别", "kind");
pub(crate) const RETIRED: Pair = ("停用", "retired");
pub(crate) const MERGED: Pair = ("并入", "merged into");
pub(crate) const YEAR: Pair = ("年份", "year");
pub(crate) const PUBLISHED: Pair = ("发布日期", "published");
pub(crate) const HOLIDAYS: Pair = ("放假天数", "holidays");
pub(crate) const WORKDAYS: Pair = ("调休上班天数", "make-up days");
pub(crate) const SETTING: Pair = ("规定", "setting");
pub(crate) const SCOPE: Pair = ("适用范围", "scope");
pub(crate) const ALL: Pair = ("全部", "all");
pub(crate) const ALWAYS: Pair = ("始终", "always");
pub(crate) const YES: Pair = ("是", "yes");
pub(crate) const NO: Pair = ("否", "no");
pub(crate) const IN_THE_WAY: Pair =
    ("已有内容,不予覆盖", "something stands there already and is not overwritten");
pub(crate) const NEEDS_FOLDER: Pair = (
    "--docx、--xlsx、--html、--pdf、--png 要写成文件,请用 --out 指定文件夹",
    "--docx, --xlsx, --html, --pdf and --png are files: name a folder with --out",
);
pub(crate) const NO_CHARTS: Pair = ("Word文件未附图表", "the Word document has no charts");
pub(crate) const NO_PDF: Pair = ("未生成PDF", "no PDF was made");
pub(crate) const PDF: Pair = ("PDF", "PDF");
pub(crate) const NOT_OF_DEMO: Pair =
    ("不是样例建立的文件,不予覆盖", "not made by the demo, so it is not replaced");
pub(crate) const WORKED_ON: Pair = (
    "样例文件上已有新的操作,不予覆盖",
    "a demo file that was worked on since, so it is not replaced",
);
pub(crate) const LIVING: Pair = (
    "正在逐件办理2020年9月的虚构工单……",
    "living the invented tickets of September 2020, command by command ...",
);
pub(crate) const LIVED: Pair = ("已办理虚构工单", "invented tickets lived");
pub(crate) const COMMANDS: Pair = ("操作", "commands");
pub(crate) const ISSUE: Pair = ("期号", "issue");
pub(crate) const PUBLISHED_AT: Pair = ("发布时间", "published at");
pub(crate) const IS_PUBLISHED: Pair = ("已发布", "published");
pub(crate) const INTACT: Pair =
    ("所存数字与事项链完好", "intact: figures and journal are as published");
pub(crate) const NOT_INTACT: Pair =
    ("所存数字或事项链已被改动", "NOT intact: figures or journal are not as published");
pub(crate) const NO_CORRECTIONS: Pair = ("无需更正", "nothing would be printed otherwise today");
pub(crate) const CORRECTED_SINCE: Pair = ("发布后已更正", "corrected since it was published");
pub(crate) const ERASED_SINCE: Pair = ("发布后已删除", "erased since it was published");
pub(crate) const MADE_CONFIDENTIAL: Pair =
    ("发布后已设为保密", "made confidential since it was published");
pub(crate) const TABLE: Pair = ("表", "table");
pub(crate) const PRINTED: Pair = ("已发布数", "printed");
pub(crate) const TODAY: Pair = ("现应为", "today");
pub(crate) const APPEARED: Pair = ("新计入工单", "appeared");
pub(crate) const GONE: Pair = ("不再计入工单", "gone");
pub(crate) const AS_IT_WAS: Pair = ("实际", "as it was");
pub(crate) const AS_IF: Pair = ("假设", "as if");
pub(crate) const DIFFERENCE: Pair = ("增减", "difference");
pub(crate) const CHANGE: Pair = ("增减幅度", "change");
pub(crate) const POINTS: Pair = ("百分点", "percentage points");
pub(crate) const NO_DIFFERENCE: Pair = ("各项件数无差别", "no count differs");
pub(crate) const BEFORE: Pair = ("对比期", "before");
pub(crate) const NOW: Pair = ("本期", "now");
pub(crate) const AS_PUBLISHED: Pair =
    ("对比期数字取自已发布的", "the earlier figures are those of");
pub(crate) const NEVER_PUBLISHED: Pair = (
    "对比期未曾发布,数字按同样的截止间隔现算",
    "the earlier period was never published; it is reckoned with a cut-off as far from its end",
);
pub(crate) const OPENING: Pair = ("期初未结", "opening");
pub(crate) const TAKEN_IN: Pair = ("本期受理", "taken in");
pub(crate) const REOPENED: Pair = ("本期重新受理", "reopened");
pub(crate) const ENDED: Pair = ("本期了结", "ended");
pub(crate) const CARRIED_OUT: Pair = ("结转下期", "carried out");
pub(crate) const BALANCES: Pair = (
    "平衡:期初未结+本期受理+本期重新受理=本期了结+结转下期",
    "balances: opening + taken in + reopened = ended + carried out",
);
pub(crate) const NO_BALANCE: Pair = ("不平衡", "does not balance");
pub(crate) const FORMULA: Pair = ("计分办法", "formula");
pub(crate) const BASE: Pair = ("基础分", "base");
pub(crate) const TERMS: Pair = ("计分项", "terms");
pub(crate) const TERM: Pair = ("计分项", "term");
pub(crate) const RANK: Pair = ("位次", "rank");
pub(crate) const GRADE: Pair = ("等次", "grade");
pub(crate) const SCORE: Pair = ("得分", "score");
pub(crate) const NO_GROUP: Pair = ("未分组", "no group");
pub(crate) const NO_TICKETS: Pair = ("无工单", "no tickets");
pub(crate) const TRY: Pair = ("可以试试", "try");

/// The demo's region, as the sample's reference data knows it.
pub(crate) const DEMO_REGION: &str = "衡东县";
/// The demo's office.
pub(crate) const DEMO_OFFICE: &str = "衡东县行政审批服务局";
/// Whom the demo's bulletin is reported to (报).
pub(crate) const DEMO_REPORTED_TO: [&str; 2] =
    ["县委、县政府负责同志", "县人大、县政协分管负责同志"];
/// Whom the demo's bulletin is sent to (发).
pub(crate) const DEMO_SENT_TO: [&str; 2] = ["县委办公室、县政府办公室", "热线各成员单位"];
