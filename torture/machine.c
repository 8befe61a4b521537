/* Stands between a program and what the machine tells it, put there by LD_PRELOAD: the clock on the
 * wall moves as a file says, and the dice always fall the same way. What measures time instead of
 * telling it (the monotonic clock) stays true.
 *
 * GONGDAN_TORTURE_CLOCK names a file of eight bytes: by how many milliseconds the clock is wrong,
 * read anew at every look, so that it can be moved in the midst of anything.
 * GONGDAN_TORTURE_DICE, whatever it says, makes every random byte the same. */
#define _GNU_SOURCE
#include <fcntl.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/random.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

static const volatile int64_t *wrong_by;
static int loaded_dice;

__attribute__((constructor)) static void begin(void)
{
    const char *path = getenv("GONGDAN_TORTURE_CLOCK");
    int file = path == NULL ? -1 : open(path, O_RDONLY | O_CLOEXEC);
    loaded_dice = getenv("GONGDAN_TORTURE_DICE") != NULL;
    if (file >= 0) {
        void *seen = mmap(NULL, sizeof *wrong_by, PROT_READ, MAP_SHARED, file, 0);
        wrong_by = seen == MAP_FAILED ? NULL : seen;
        close(file);
    }
}

int clock_gettime(clockid_t which, struct timespec *out)
{
    int failed = (int)syscall(SYS_clock_gettime, which, out);
    if (!failed && wrong_by != NULL && (which == CLOCK_REALTIME || which == CLOCK_REALTIME_COARSE)) {
        int64_t ms = *wrong_by, ns = out->tv_nsec + ms % 1000 * 1000000;
        out->tv_sec += ms / 1000 + (ns < 0 ? -1 : ns >= 1000000000);
        out->tv_nsec = ns < 0 ? ns + 1000000000 : ns >= 1000000000 ? ns - 1000000000 : ns;
    }
    return failed;
}

int gettimeofday(struct timeval *restrict out, void *restrict zone)
{
    struct timespec now;
    (void)zone;
    clock_gettime(CLOCK_REALTIME, &now);
    out->tv_sec = now.tv_sec;
    out->tv_usec = now.tv_nsec / 1000;
    return 0;
}

time_t time(time_t *out)
{
    struct timespec now;
    clock_gettime(CLOCK_REALTIME, &now);
    if (out != NULL) {
        *out = now.tv_sec;
    }
    return now.tv_sec;
}

ssize_t getrandom(void *out, size_t length, unsigned int flags)
{
    if (!loaded_dice) {
        return syscall(SYS_getrandom, out, length, flags);
    }
    memset(out, 0x47, length);
    return (ssize_t)length;
}
