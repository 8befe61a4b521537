/* Every word list has codes, names and terms, there and back; versions agree. */
#include "check.h"

static void walk(gd_list list)
{
    uint64_t i, count = gd_list_count(list);
    int32_t code, back;
    CHECK(count >= 2);
    for (i = 0; i < count; i++) {
        const char *name;
        code = gd_list_code(list, i);
        CHECK(code > 0 && gd_error_status() == GD_OK);
        name = gd_name(list, code);
        CHECK(name != NULL && name[0] != '\0');
        CHECK(gd_term(list, code) != NULL && gd_term(list, code)[0] != '\0');
        OK(gd_code(list, name, &back));
        CHECK(back == code);
    }
    CHECK(gd_list_code(list, count) == 0 && gd_error_status() == GD_E_INVALID_INPUT);
}

/* The error table: number and name of every kind, as in all other faces. */
static void errors(void)
{
    static const struct { gd_status status; const char *name; } TABLE[] = {
        {GD_E_REFUSED, "refused"}, {GD_E_NOT_FOUND, "not_found"},
        {GD_E_INVALID_INPUT, "invalid_input"}, {GD_E_CONFLICT, "conflict"}, {GD_E_BUSY, "busy"},
        {GD_E_READ_ONLY, "read_only"}, {GD_E_FILE_TOO_NEW, "file_too_new"},
        {GD_E_NOT_A_HOTLINE, "not_a_hotline"}, {GD_E_CORRUPT, "corrupt"},
        {GD_E_CLOSED, "closed"}, {GD_E_IO, "io"}, {GD_E_EXISTS, "exists"}, {GD_E_BUG, "bug"},
        {GD_E_INTERRUPTED, "interrupted"},
        {GD_E_FORKED, "forked"},
        {GD_E_REPLACED, "replaced"}};
    size_t i;
    CHECK(gd_list_count(GD_LIST_STATUS) == sizeof TABLE / sizeof *TABLE);
    for (i = 0; i < sizeof TABLE / sizeof *TABLE; i++) {
        SAME(gd_name(GD_LIST_STATUS, TABLE[i].status), TABLE[i].name);
    }
    STATUS(gd_set_language(9), GD_E_INVALID_INPUT);
    CHECK(gd_name(GD_LIST_STATUS, 99) == NULL && gd_term(99, 1) == NULL);
    CHECK(gd_error_status() == GD_E_INVALID_INPUT && gd_error_message()[0] != '\0');
}

int main(void)
{
    int32_t code = 7;
    gd_list list;
    for (list = GD_LIST_STATUS; gd_list_count(list) > 0; list++) {
        walk(list);
    }
    errors();
    CHECK(list > GD_LIST_ANSWERS && gd_list_count(0) == 0 && gd_list_count(1000) == 0 && gd_list_count(-5) == 0);
    SAME(gd_name(GD_LIST_STAGE, GD_STAGE_SIGNED_OFF), "signed_off");
    SAME(gd_name(GD_LIST_REFUSAL, GD_REFUSAL_NO_UNIT), "no_unit");
    SAME(gd_name(GD_LIST_COUNT, GD_COUNT_OPEN), "open");
    SAME(gd_name(GD_LIST_GROUPING, GD_GROUPING_MONTH), "month");
    SAME(gd_name(GD_LIST_BASIS, GD_BASIS_FLOW), "flow");
    SAME(gd_name(GD_LIST_MEASURE, 1), "closure_rate");
    SAME(gd_name(GD_LIST_EVENT, 1), "taken_in");
    SAME(gd_measure_rule("closure_rate"), "closed / effective");
    CHECK(gd_measure_rule("nothing") == NULL && gd_error_status() == GD_E_INVALID_INPUT);
    INVALID(gd_code(GD_LIST_STAGE, "overdue", &code), "name");
    INVALID(gd_code(GD_LIST_STAGE, NULL, &code), "name");
    CHECK(code == 7);
    SAME(gd_term(GD_LIST_STAGE, GD_STAGE_CLOSED), "\xe5\xb7\xb2\xe7\xbb\x93\xe6\xa1\x88");
    OK(gd_set_encoding(GD_ENCODING_GB18030));
    SAME(gd_term(GD_LIST_STAGE, GD_STAGE_CLOSED), "\xd2\xd1\xbd\xe1\xb0\xb8");
    INVALID(gd_set_encoding(3), "encoding");
    OK(gd_set_encoding(GD_ENCODING_UTF8));
    CHECK(gd_version_number() == GD_VERSION_NUMBER);
    SAME(gd_version(), GD_VERSION);
    return done("names");
}
