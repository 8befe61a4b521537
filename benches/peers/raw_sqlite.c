/* The floor: the same ticket lives by hand in C on SQLite, with no checks at all.
 *
 *   raw_sqlite FILE
 *
 * Reads "TICKETS BATCH" from standard input, lives so many more tickets with so many steps a
 * commit, and answers with the seconds it took, until the input ends. A ticket lives five steps:
 * intake, transfer, sign-off, handling, callback and closing. A step writes the ticket's row and
 * adds one row of history. Commits are durable (synchronous FULL), as the library's are. */
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { STEPS = 5 };

static sqlite3 *db;
static sqlite3_stmt *begin, *commit, *history, *steps[STEPS];

static void must(int code) {
  if (code == SQLITE_OK || code == SQLITE_DONE || code == SQLITE_ROW) return;
  fprintf(stderr, "raw_sqlite: %s\n", sqlite3_errmsg(db));
  exit(1);
}

static void run(const char *sql) { must(sqlite3_exec(db, sql, 0, 0, 0)); }

static sqlite3_stmt *prepared(const char *sql) {
  sqlite3_stmt *statement;
  must(sqlite3_prepare_v2(db, sql, -1, &statement, 0));
  return statement;
}

static void step(sqlite3_stmt *statement) {
  must(sqlite3_step(statement));
  must(sqlite3_reset(statement));
}

static void words(sqlite3_stmt *statement, int at, const char *text) {
  must(sqlite3_bind_text(statement, at, text, -1, SQLITE_STATIC));
}

static void open_file(const char *path) {
  must(sqlite3_open(path, &db));
  run("PRAGMA journal_mode = WAL");
  run("PRAGMA synchronous = FULL");
  run("CREATE TABLE ticket (id INTEGER PRIMARY KEY, channel INT, category INT, matter TEXT,"
      " appeal TEXT, caller TEXT, phone TEXT, accepted_at INT, unit INT, transferred_at INT,"
      " sign_off_by INT, signed_off_at INT, handle_by INT, handled_at INT, result TEXT,"
      " called_back_at INT, satisfaction INT, closed_at INT)");
  run("CREATE TABLE history (id INTEGER PRIMARY KEY, ticket INT NOT NULL, kind INT, at INT,"
      " by TEXT, body TEXT)");
  run("CREATE INDEX history_of_ticket ON history (ticket)");
  run("CREATE INDEX ticket_by_acceptance ON ticket (accepted_at)");
  run("CREATE INDEX ticket_by_unit ON ticket (unit, transferred_at)");
}

static void prepare(void) {
  begin = prepared("BEGIN IMMEDIATE");
  commit = prepared("COMMIT");
  history = prepared("INSERT INTO history (ticket, kind, at, by, body) VALUES (?1, ?2, ?3, ?4, ?5)");
  steps[0] = prepared("INSERT INTO ticket (id, accepted_at, channel, category, matter, appeal, caller,"
                      " phone) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)");
  steps[1] = prepared("UPDATE ticket SET transferred_at = ?2, unit = ?3, sign_off_by = ?2 + 86400,"
                      " handle_by = ?2 + 432000 WHERE id = ?1");
  steps[2] = prepared("UPDATE ticket SET signed_off_at = ?2 WHERE id = ?1");
  steps[3] = prepared("UPDATE ticket SET handled_at = ?2, result = ?3 WHERE id = ?1");
  steps[4] = prepared("UPDATE ticket SET called_back_at = ?2, satisfaction = 2, closed_at = ?2 WHERE id = ?1");
  words(steps[0], 5, "下水道塌陷");
  words(steps[0], 6, "市民来电反映交通路往东150米位置人行道上的下水道塌陷1米多深,"
                     "担心对过往的行人带来安全隐患,请相关单位帮助解决。");
  words(steps[0], 7, "陈女士");
  words(steps[0], 8, "13800000000");
  words(steps[3], 3, "现场核实情况属实,已及时修复,安全隐患已消除。");
  words(history, 4, "坐席07");
  words(history, 5, "{\"unit\":17,\"remark\":\"请于五个工作日内办结\"}");
}

static void live_step(long ticket, int number) {
  sqlite3_int64 at = 1598918400 + ticket * 7 + number * 3600;
  sqlite3_stmt *change = steps[number];
  must(sqlite3_bind_int64(change, 1, ticket));
  must(sqlite3_bind_int64(change, 2, at));
  if (number == 0) {
    must(sqlite3_bind_int(change, 3, ticket % 5));
    must(sqlite3_bind_int(change, 4, ticket % 17));
  }
  if (number == 1) must(sqlite3_bind_int(change, 3, ticket % 49));
  step(change);
  must(sqlite3_bind_int64(history, 1, ticket));
  must(sqlite3_bind_int(history, 2, number));
  must(sqlite3_bind_int64(history, 3, at));
  step(history);
}

static void live(long first, long tickets, long batch) {
  long done = 0;
  for (long ticket = first; ticket < first + tickets; ticket++)
    for (int number = 0; number < STEPS; number++, done++) {
      if (done % batch == 0) {
        if (done) step(commit);
        step(begin);
      }
      live_step(ticket, number);
    }
  if (done) step(commit);
}

static double now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return time.tv_sec + time.tv_nsec * 1e-9;
}

int main(int count, char **words) {
  long first = 1, tickets, batch;
  if (count != 2) return 2;
  open_file(words[1]);
  prepare();
  while (scanf("%ld %ld", &tickets, &batch) == 2) {
    double start = now();
    live(first, tickets, batch);
    first += tickets;
    printf("%.9f\n", now() - start);
    fflush(stdout);
  }
  return 0;
}
