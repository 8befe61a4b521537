/* SQLite's fcntl with locks of the open file description (fcntl_locking(2), F_OFD_SETLK): closing
 * another descriptor of the same file, as a second copy of SQLite in the process does, does not
 * drop them. */
#define _GNU_SOURCE
#include <fcntl.h>
#include <stdarg.h>

static int by_description(int command)
{
    switch (command) {
    case F_SETLK: return F_OFD_SETLK;
    case F_SETLKW: return F_OFD_SETLKW;
    case F_GETLK: return F_OFD_GETLK;
    default: return command;
    }
}

int gongdan_ofd_fcntl(int file, int command, ...)
{
    va_list arguments;
    void *argument;
    int own = by_description(command);

    va_start(arguments, command);
    argument = va_arg(arguments, void *);
    va_end(arguments);
    if (own != command)
        ((struct flock *)argument)->l_pid = 0; /* required of these commands */
    return fcntl(file, own, argument);
}
