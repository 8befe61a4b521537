/* The header alone, twice over, and every _INIT. */
#include "gongdan.h"
#include "gongdan.h"

int main(void)
{
    gd_founding founding = GD_FOUNDING_INIT;
    gd_open_options options = GD_OPEN_OPTIONS_INIT;
    gd_stamp stamp = GD_STAMP_INIT;
    gd_intake intake = GD_INTAKE_INIT;
    gd_new_entry new_entry = GD_NEW_ENTRY_INIT;
    gd_new_issue new_issue = GD_NEW_ISSUE_INIT;
    gd_bulletin bulletin = GD_BULLETIN_INIT;
    gd_callback callback = GD_CALLBACK_INIT;
    gd_amend amendment = GD_AMEND_INIT;
    gd_feature edited = GD_FEATURE_INIT;
    gd_filter filter = GD_FILTER_INIT;
    gd_question question = GD_QUESTION_INIT;
    gd_entry entry = GD_ENTRY_INIT;
    gd_history_entry history_entry = GD_HISTORY_ENTRY_INIT;
    gd_text text = GD_TEXT_INIT;
    gd_promise promise = GD_PROMISE_INIT;
    gd_promise_day promise_day = GD_PROMISE_DAY_INIT;
    gd_rate rate = GD_RATE_INIT;
    gd_checked checked = GD_CHECKED_INIT;
    gd_finding finding = GD_FINDING_INIT;
    gd_health health = GD_HEALTH_INIT;
    gd_salvaged salvaged = GD_SALVAGED_INIT;
    uint32_t sizes = founding.size + stamp.size + intake.size + new_entry.size + new_issue.size
        + bulletin.size + callback.size + amendment.size + edited.size + filter.size
        + question.size + entry.size + history_entry.size + text.size + promise.size
        + promise_day.size + rate.size + checked.size + finding.size + health.size
        + salvaged.size + options.size;
    return sizes == 0;
}
