/* The one function of bcryptprimitives.dll that Rust's standard library asks for, for a wine that is
 * older than it (Debian 12's). Every Windows that the library supports has the real one. */
#include <windows.h>

BOOLEAN NTAPI SystemFunction036(PVOID buffer, ULONG length);

__declspec(dllexport) BOOL WINAPI ProcessPrng(PBYTE buffer, SIZE_T length)
{
    return SystemFunction036(buffer, (ULONG)length);
}
