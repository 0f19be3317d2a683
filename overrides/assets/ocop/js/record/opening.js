/* Whether a place is open now. Python gives the hours of any week as minutes since Monday 0:00, "450-1200 1890-2640"; what
   begins on Sunday night may end past the week's last minute. */

const HOUR = 60
const DAY = 24 * HOUR
const WEEK = 7 * DAY
const MINUTE = 60_000
/* Việt Nam is at UTC+7 all year; 1 January 1970, where the clock of computers begins, was a Thursday. */
const SINCE_MONDAY = 3 * DAY + 7 * HOUR

/* The minute of the week in Việt Nam. */
export const minuteOfWeek = (now = Date.now()) => (Math.floor(now / MINUTE) + SINCE_MONDAY) % WEEK

/* Say when it closes or opens next; `words` as in parts/hours.html, `days` from Monday on. */
export function opening(week, minute, [until, always, opens, onDay, tomorrowMorning, tomorrow], days) {
  const spans = week.split(" ").map((span) => span.split("-").map(Number))
  if (spans[0][1] - spans[0][0] >= WEEK) return always

  /* A minute that is to come, as hour and day; a day that closes at midnight closes at 24:00. */
  const when = (next, back) => {
    const day = Math.floor((next - back) / DAY)
    const hour = (next - day * DAY) / HOUR
    const clock = `${Math.floor(hour)}:${String(next % HOUR).padStart(2, "0")}`
    const later = day - Math.floor(minute / DAY)
    if (!later) return clock
    const word = later > 1 ? onDay : hour < 11 ? tomorrowMorning : tomorrow
    return `${clock} ${word.replace("%", days[day % 7])}`
  }

  const within = ([start, end]) => [minute, minute + WEEK].find((at) => start <= at && at < end)
  const now = spans.find(within)
  if (now) return until.replace("%", when(now[1] - (within(now) - minute), 1))
  const starts = spans.map(([start]) => (start > minute ? start : start + WEEK))
  return opens.replace("%", when(Math.min(...starts), 0))
}
