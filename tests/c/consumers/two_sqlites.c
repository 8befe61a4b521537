/* A program that brings a SQLite of its own and links ours statically: each keeps its own. */
#include <gongdan.h>
#include <stdio.h>

int sqlite3_libversion_number(void)
{
    return 3;
}

int main(void)
{
    gd_hotline *hotline = NULL;
    gd_status status = gd_hotline_open("not-there.db", GD_OPEN_READ_WRITE, &hotline);
    printf("own SQLite says %d, gongdan says %s\n", sqlite3_libversion_number(),
           gd_name(GD_LIST_STATUS, status));
    return status == GD_E_NOT_FOUND && sqlite3_libversion_number() == 3 ? 0 : 1;
}
