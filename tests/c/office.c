/* The library with the feature `office`: the golden month in every form and format, each in a file of
 * its own for office.py to open. Usage: office FOLDER GOLDEN */
#include "county.h"

int main(int count, char **given)
{
    static const char *const FORMATS[] = {NULL, "hengdong-2020", "hengdong-2023", "plain"};
    static const char *const ENDINGS[] = {"docx", "xlsx", "html", "md", "json"};
    gd_bulletin asked = GD_BULLETIN_INIT;
    gd_hotline *hotline = NULL;
    const char *path;
    char name[64];
    unsigned format, ending;
    if (count < 3) {
        return 2;
    }
    OK(gd_hotline_open(given[2], GD_OPEN_READ_WRITE, &hotline));
    asked.number = 9;
    asked.period = "2020-09";
    OK(gd_moment_read_as_of("2020-10-09", &asked.as_of));
    for (format = 0; format < sizeof FORMATS / sizeof *FORMATS; format++) {
        for (ending = 0; ending < sizeof ENDINGS / sizeof *ENDINGS; ending++) {
            sprintf(name, "%s.%s", FORMATS[format] == NULL ? "built-in" : FORMATS[format], ENDINGS[ending]);
            path = in_folder(given[1], name);
            OK(gd_bulletin_save(hotline, &asked, FORMATS[format], path));
            STATUS(gd_bulletin_save(hotline, &asked, FORMATS[format], path), GD_E_EXISTS);
        }
    }
    asked.period = "2020-Q3";
    OK(gd_bulletin_save(hotline, &asked, "quarter", in_folder(given[1], "quarter.xlsx")));
    INVALID(gd_bulletin_save(hotline, &asked, "no-such-format", in_folder(given[1], "x.md")), "format");
    gd_hotline_close(hotline);
    return done("office");
}
