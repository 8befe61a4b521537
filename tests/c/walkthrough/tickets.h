/* The chapters of the register and of the tickets. This file is UTF-8. */
#ifndef TICKETS_H
#define TICKETS_H

#include "asking.h"

static void add(gd_species species, const char *name, gd_channel_kind kind, const char *alias,
                const char *group)
{
    gd_new_entry entry = GD_NEW_ENTRY_INIT;
    gd_entries *written = NULL;
    entry.species = species;
    entry.name = name;
    entry.channel_kind = kind;
    entry.group = group;
    entry.aliases = &alias;
    entry.alias_count = alias == NULL ? 0 : 1;
    must(gd_register_add(hotline, centre("管理员", "2020-09-01 08:10"), &entry, &written), name);
    printf("%s: ", name);
    tell_entries(written);
    printf("\n");
}

static void register_all(void)
{
    gd_entries *written = NULL;
    printf("== register\n");
    add(GD_SPECIES_CHANNEL, "来电", GD_CHANNEL_KIND_CALL, NULL, NULL);
    add(GD_SPECIES_CHANNEL, "市12345平台", GD_CHANNEL_KIND_PLATFORM, NULL, NULL);
    add(GD_SPECIES_CATEGORY, "城市管理", 0, NULL, NULL);
    add(GD_SPECIES_CATEGORY, "供水供电", 0, NULL, NULL);
    add(GD_SPECIES_UNIT, "县城管执法局", 0, "城管局", "县直");
    add(GD_SPECIES_UNIT, "县住建局", 0, NULL, "县直");
    add(GD_SPECIES_UNIT, "草市镇人民政府", 0, NULL, "乡镇");
    must(gd_hotline_record_contacts(hotline, centre("值班长", "2020-09-25 08:00"), "来电",
                                    "2020-09-24", 5, &written), "contacts");
    printf("contacts: ");
    tell_entries(written);
    printf("\n");
}

static void view(int64_t id)
{
    gd_ticket *ticket = NULL;
    must(gd_ticket_get(hotline, id, &ticket), "view");
    printf("    %s %s %s %s", gd_ticket_number(ticket), gd_ticket_channel(ticket),
           or_dash(gd_ticket_category(ticket)), or_dash(gd_ticket_unit(ticket)));
    printf(" sign_off_by %s", day_and_time(gd_ticket_sign_off_by(ticket)));
    printf(" handle_by %s", day_and_time(gd_ticket_handle_by(ticket)));
    printf(" late %s overdue %s\n", gd_ticket_is_handled_late(ticket) ? "yes" : "no",
           gd_ticket_is_overdue(ticket, at("2020-10-09 12:00")) ? "yes" : "no");
    gd_ticket_free(ticket);
}

static int64_t main_path(void)
{
    const char *unit = "县城管执法局";
    struct asked lamp = intake(centre("坐席07", "2020-09-24 16:50"), "来电", "路灯不亮");
    int64_t id;
    printf("== main path\n");
    lamp.intake.category = "城市管理";
    lamp.intake.appeal = "三天没亮";
    id = done("intake", lamp);
    done("transfer", ask(GD_VERB_TRANSFER, id, centre("管理员", "2020-09-24 16:59"), "城管局"));
    view(id);
    done("handle unsigned", ask(GD_VERB_HANDLE, id, of_unit(unit, "李四", "2020-09-25 09:00"), "已修复"));
    done("sign off", ask(GD_VERB_SIGN_OFF, id, of_unit(unit, "李四", "2020-09-25 09:10"), NULL));
    done("handle", ask(GD_VERB_HANDLE, id, of_unit(unit, "李四", "2020-09-28 10:00"), "已修复"));
    done("callback", callback(id, centre("回访员", "2020-09-28 15:00"), GD_SATISFACTION_DISSATISFIED, GD_NO));
    done("rework", ask(GD_VERB_REWORK, id, centre("回访员", "2020-09-28 15:05"), "仍有两盏不亮"));
    done("handle again", ask(GD_VERB_HANDLE, id, of_unit(unit, "李四", "2020-09-29 11:00"), "全部修复"));
    done("callback", callback(id, centre("回访员", "2020-09-29 15:00"), GD_SATISFACTION_VERY_SATISFIED, 0));
    done("close", ask(GD_VERB_CLOSE, id, centre("回访员", "2020-09-29 15:10"), NULL));
    view(id);
    return id;
}

static void tell_history(int64_t id)
{
    gd_history *history = NULL;
    gd_history_entry entry = GD_HISTORY_ENTRY_INIT;
    uint64_t i;
    must(gd_ticket_history(hotline, id, &history), "history");
    for (i = 0; i < gd_history_count(history); i++) {
        must(gd_history_at(history, i, &entry), "event");
        printf("    %s %s %s %s %s\n", day_and_time(entry.at), entry.event, entry.term, entry.by,
               or_dash(entry.unit));
    }
    gd_history_free(history);
}

static void returned(void)
{
    struct asked water = intake(centre("坐席08", "2020-09-25 10:00"), "市12345平台", "水压不足");
    struct asked grant;
    int64_t id;
    printf("== returned\n");
    water.intake.external = "HY-7";
    water.intake.category = "供水供电";
    id = done("intake", water);
    water.stamp.at = at("2020-09-25 10:30");
    done("intake again", water);
    done("transfer", ask(GD_VERB_TRANSFER, id, centre("管理员", "2020-09-25 10:40"), "县住建局"));
    done("request return", ask(GD_VERB_REQUEST_RETURN, id,
                               of_unit("县住建局", "王五", "2020-09-25 11:00"), "不属我局"));
    grant = ask(GD_VERB_GRANT_RETURN, id, centre("管理员", "2020-09-25 14:00"), "草市镇人民政府");
    grant.remark = "请镇里办理";
    done("grant return", grant);
    view(id);
    tell_history(id);
}

static void refusals(int64_t closed)
{
    const gd_stamp stamp = *centre("管理员", "2020-09-30 09:00");
    struct asked note = ask(GD_VERB_NOTE, closed, &stamp, "补记");
    printf("== refusals\n");
    done("transfer closed", ask(GD_VERB_TRANSFER, closed, &stamp, "县住建局"));
    done("reopen before", ask(GD_VERB_REOPEN, closed, centre("管理员", "2020-09-01 09:00"), "又坏了"));
    done("reopen by a unit", ask(GD_VERB_REOPEN, closed,
                                 of_unit("县住建局", "王五", "2020-09-30 09:00"), "又坏了"));
    done("unknown channel", intake(&stamp, "来店", "路灯不亮"));
    done("no matter", intake(&stamp, "来电", " "));
    done("no ticket", ask(GD_VERB_NOTE, 430424000099999, &stamp, "补记"));
    note.stamp.version = 2;
    done("stale", note);
    note.stamp.version = GD_ANY_VERSION;
    note.stamp.request = "note-1";
    done("note", note);
    done("note sent twice", note);
    note.text = "别的话";
    done("another under the same request", note);
}

static int64_t stall(const gd_stamp *desk)
{
    struct asked asked = intake(desk, "来电", "占道经营");
    asked.intake.category = "城市管理";
    must(perform(&asked), "stall");
    gd_ticket_free(asked.answer);
    return gd_hotline_last_ticket(hotline);
}

static void batches(void)
{
    const gd_stamp desk = *centre("坐席09", "2020-09-30 10:00");
    struct asked first, second;
    gd_entries *entries = NULL;
    int64_t id;
    printf("== batches\n");
    must(gd_hotline_begin(hotline), "begin");
    first = ask(GD_VERB_TRANSFER, stall(&desk), &desk, "城管局");
    must(perform(&first), "transfer");
    must(gd_hotline_pending(hotline, &entries), "pending");
    printf("dry run: %s %s [", gd_ticket_number(first.answer),
           gd_name(GD_LIST_STAGE, gd_ticket_stage(first.answer)));
    tell_entries(entries);
    printf("]\n");
    gd_ticket_free(first.answer);
    must(gd_hotline_roll_back(hotline), "roll back");
    must(gd_hotline_begin(hotline), "begin");
    done("batch", ask(GD_VERB_SIGN_OFF, stall(&desk), &desk, NULL));
    must(gd_hotline_roll_back(hotline), "roll back");
    must(gd_hotline_begin(hotline), "begin");
    first = ask(GD_VERB_TRANSFER, stall(&desk), &desk, "城管局");
    must(perform(&first), "transfer");
    second = intake(&desk, "来电", "咨询社保");
    must(perform(&second), "second");
    id = gd_ticket_id(second.answer);
    gd_ticket_free(second.answer);
    second = ask(GD_VERB_RESOLVE_ONLINE, id, &desk, "已告知");
    must(perform(&second), "resolve online");
    must(gd_hotline_commit(hotline), "commit");
    receipt("batch", first.answer);
    receipt("batch", second.answer);
    gd_ticket_free(first.answer);
    gd_ticket_free(second.answer);
}

static void difficult(void)
{
    int64_t id;
    printf("== difficult\n");
    id = done("intake", intake(centre("坐席09", "2020-09-30 11:00"), "来电", "无主管道渗漏"));
    done("transfer", ask(GD_VERB_TRANSFER, id, centre("管理员", "2020-09-30 11:05"), "县住建局"));
    done("request return", ask(GD_VERB_REQUEST_RETURN, id,
                               of_unit("县住建局", "王五", "2020-09-30 11:30"), "管道无主"));
    done("mark difficult", ask(GD_VERB_MARK_DIFFICULT, id, centre("管理员", "2020-09-30 16:00"),
                               "无单位承办"));
    view(id);
}

static void tell_promises(int64_t id)
{
    gd_promises *promises = NULL;
    gd_promise promise = GD_PROMISE_INIT;
    gd_promise_day day = GD_PROMISE_DAY_INIT;
    uint64_t i, j;
    printf("== promises\n");
    must(gd_ticket_explain(hotline, id, &promises), "explain");
    for (i = 0; i < gd_promises_count(promises); i++) {
        must(gd_promises_at(promises, i, &promise), "promise");
        printf("%s %s by %s\n", promise.promise, promise.unit, day_and_time(promise.by));
        for (j = 0; j < promise.day_count; j++) {
            must(gd_promises_day(promises, i, j, &day), "day");
            printf("    %s ", day.day);
            printf(day.ordinal == 0 ? "-" : "%lu", (unsigned long)day.ordinal);
            printf(" %ld\n", (long)day.counted_ms);
        }
    }
    gd_promises_free(promises);
}

#endif
