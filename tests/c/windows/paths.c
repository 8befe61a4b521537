/* The header's recipes for paths on Windows: from wide characters, and from an ANSI (GBK) string, to
 * the UTF-8 that every path is; the file then stands under the wide name. */
#include <windows.h>

#include "county.h"

/* heng dong xian, gong dan: one character of it (mi of Mishui) is in GBK and not in GB2312. */
static const wchar_t FOLDER[] = {0x8861, 0x4e1c, 0x53bf, 0};
static const wchar_t FILE_NAME[] = {0x8861, 0x4e1c, 0x53bf, '\\', 0x6d23, 0x6c34, 0x9547, '.', 'd', 'b', 0};
static const char GBK_NAME[] = "\xba\xe2\xb6\xab\xcf\xd8\\\x9b\xa6\xcb\xae\xd5\xf2.db";

static const char *utf8(const wchar_t *wide)
{
    static char path[4 * MAX_PATH];
    CHECK(WideCharToMultiByte(CP_UTF8, 0, wide, -1, path, sizeof path, NULL, NULL) > 0);
    return path;
}

static const wchar_t *wide(UINT page, const char *text)
{
    static wchar_t path[MAX_PATH];
    CHECK(MultiByteToWideChar(page, 0, text, -1, path, MAX_PATH) > 0);
    return path;
}

/* A GB18030 client: texts are in its encoding, the path is not. */
static void gb18030_client(void)
{
    gd_hotline *hotline = NULL;
    gd_tickets *tickets = NULL;
    gd_filter filter = GD_FILTER_INIT;
    OK(gd_hotline_open(utf8(wide(936, GBK_NAME)), GD_OPEN_READ_ONLY, &hotline));
    OK(gd_hotline_set_encoding(hotline, GD_ENCODING_GB18030));
    filter.text = "\xc2\xb7\xb5\xc6"; /* lu deng */
    OK(gd_hotline_find(hotline, &filter, &tickets));
    CHECK(gd_tickets_count(tickets) == 1);
    SAME(gd_ticket_matter(gd_tickets_at(tickets, 0)), "\xc2\xb7\xb5\xc6\xb2\xbb\xc1\xc1");
    gd_tickets_free(tickets);
    gd_hotline_close(hotline);
}

int main(int count, char **given)
{
    gd_hotline *hotline = NULL;
    CHECK(count > 1 && SetCurrentDirectoryA(given[1]));
    CHECK(CreateDirectoryW(FOLDER, NULL));
    hotline = county(utf8(FILE_NAME));
    take_in(hotline, "2020-09-01 08:00");
    CHECK(GetFileAttributesW(FILE_NAME) != INVALID_FILE_ATTRIBUTES);
    OK(gd_hotline_backup(hotline, utf8(L"copy.db")));
    CHECK(GetFileAttributesW(L"copy.db") != INVALID_FILE_ATTRIBUTES);
    STATUS(gd_hotline_backup(hotline, utf8(FILE_NAME)), GD_E_EXISTS);
    gd_hotline_close(hotline);
    gb18030_client();
    hotline = NULL;
    STATUS(gd_hotline_open("\xba\xe2\xb6\xab", GD_OPEN_READ_WRITE, &hotline), GD_E_INVALID_INPUT);
    return done("paths");
}
