"""Days of Beijing, working days by the notices, and limits, worked out with dates and nothing else."""

import datetime

DAY = 86_400_000
MINUTE = 60_000
ZONE = 8 * 3_600_000
EPOCH = datetime.date(1970, 1, 1)


def day_of(at):
    """The Beijing day of a moment, as a number of days since 1970."""
    return (at + ZONE) // DAY


def start_of(day):
    return day * DAY - ZONE


def date_of(day):
    return EPOCH + datetime.timedelta(days=day)


def day_key(at):
    date = date_of(day_of(at))
    return date.year * 10_000 + date.month * 100 + date.day


def number_of(text):
    return (datetime.date.fromisoformat(text) - EPOCH).days


class Calendar:
    """Which days are worked, as it was known on a day."""

    def __init__(self, notices):
        self.named = {}
        for order, notice in enumerate(notices):
            published = number_of(notice["published"])
            for special in notice["days"]:
                ruling = (published, order, special["kind"] == "workday")
                self.named.setdefault(number_of(special["date"]), []).append(ruling)
        self.known = {}

    def works(self, day, known_on):
        if (day, known_on) not in self.known:
            rulings = [ruling for ruling in self.named.get(day, []) if ruling[0] <= known_on]
            worked = max(rulings)[2] if rulings else (day + 3) % 7 < 5
            self.known[day, known_on] = worked
        return self.known[day, known_on]

    def worked_ms(self, since, until):
        """Working time, a working day being twenty-four hours of it."""
        known_on = day_of(until)
        total = 0
        for day in range(day_of(since), day_of(until) + 1):
            if self.works(day, known_on):
                total += max(0, min(until, start_of(day + 1)) - max(since, start_of(day)))
        return total

    def nth_end(self, at, days, known_on):
        """The end of the nth working day after the day of a moment."""
        day = day_of(at)
        while days:
            day += 1
            days -= self.works(day, known_on)
        return start_of(day + 1) - 1

    def limit(self, at, limit, hours, known_on):
        """The last moment in which what was given at a moment is in time."""
        ((sort, number),) = limit.items()
        if sort == "working_days":
            return self.nth_end(at, number, known_on)
        if sort == "clock_minutes":
            return at + number * MINUTE
        left, day = number * MINUTE, day_of(at)
        while True:
            for begin, end in hours if self.works(day, known_on) else ():
                begin, end = max(at, start_of(day) + begin * MINUTE), start_of(day) + end * MINUTE
                if begin < end:
                    if left <= end - begin:
                        return begin + left
                    left -= end - begin
            day += 1
