// The same as C++.
#include <gongdan.h>

#include <cstring>
#include <iostream>

int main()
{
    gd_stamp stamp = GD_STAMP_INIT;
    gd_hotline *hotline = 0;
    gd_status status = gd_hotline_open("not-there.db", GD_OPEN_READ_WRITE, &hotline);
    std::cout << gd_name(GD_LIST_STATUS, status) << ": " << gd_error_message() << std::endl;
    return status == GD_E_NOT_FOUND && stamp.role == GD_ROLE_CENTRE ? 0 : 1;
}
