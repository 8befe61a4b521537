/* A program as its maintainers would build it: it opens a file that is not there. */
#include <gongdan.h>
#include <stdio.h>
#include <string.h>

int main(void)
{
    gd_hotline *hotline = NULL;
    gd_status status = gd_hotline_open("not-there.db", GD_OPEN_READ_WRITE, &hotline);
    printf("%s: %s\n", gd_name(GD_LIST_STATUS, status), gd_error_message());
    return status == GD_E_NOT_FOUND && strcmp(gd_version(), GD_VERSION) == 0 ? 0 : 1;
}
