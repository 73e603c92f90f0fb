// "Now" as an answer, in the words of the tablet's own time zone: date, time or dateTime.

const two = (number) => String(number).padStart(2, "0");

const WRITE = {
  date: (at) => `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`,
  time: (at) => `${two(at.getHours())}:${two(at.getMinutes())}`,
  dateTime: (at) => `${WRITE.date(at)}T${WRITE.time(at)}`,
};

export const momentAs = (shape, nowMs) => WRITE[shape]?.(new Date(nowMs)) ?? null;
