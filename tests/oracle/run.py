"""The oracle over many lives: run.py LIVES TICKETS SEED [differences].

Each life is lived through the library's commands by the program in $GONGDAN_LAWS, and every cell of its
answers is compared with what the raw history says. How many cells of each count were compared, and how
many of them were not 0, is printed; a count that was 0 throughout has shown nothing, and fails (unless only differences are asked for).
"""

import collections
import os
import subprocess
import sys
import tempfile
from concurrent.futures import ProcessPoolExecutor

import compare

SHOWN = 5


def life(seed, tickets, first_only):
    """One life, lived and compared."""
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "life.db")
        command = [os.environ["GONGDAN_LAWS"], "live", path, str(seed), str(tickets)]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        tally = compare.Tally()
        compare.run(path, seed, tally, first_only)
        return seed, tally


def told(tallies):
    """By basis, list and count: the cells compared, those that were not 0, and those that differ."""
    compared, not_zero, different = (collections.Counter() for _ in range(3))
    for _, tally in tallies:
        compared.update(tally.compared)
        not_zero.update(tally.not_zero)
        different.update(what for what, *_ in tally.different)
    for what in sorted(compared):
        basis, over, name = what
        print(f"{basis:7} {over:12} {name:38} {compared[what]:10,} cells {not_zero[what]:9,} not 0", end="")
        print(f"  {different[what]:,} DIFFER" if different[what] else "")
    return compared, not_zero, different


def main():
    lives, tickets, first = (int(argument) for argument in sys.argv[1:4])
    first_only = "differences" in sys.argv[4:]
    with ProcessPoolExecutor() as pool:
        seeds = range(first, first + lives)
        tallies = list(pool.map(life, seeds, [tickets] * lives, [first_only] * lives))
    compared, not_zero, different = told(tallies)
    for seed, tally in tallies:
        for what, where, own, theirs in tally.different[:SHOWN]:
            print(f"seed {seed}: {what} {where}: oracle {own}, library {theirs}")
    idle = [what for what in compared if not not_zero[what]]
    print(f"oracle: {lives} lives of {tickets} tickets from seed {first}: {sum(compared.values()):,} cells,", end=" ")
    print(f"{sum(different.values()):,} differ, {len(idle)} counts 0 throughout {idle or ''}")
    sys.exit(bool(different) or (bool(idle) and not first_only))


if __name__ == "__main__":
    main()
