const two = (value: number) => String(value).padStart(2, "0");

/** A time (ms since 1970) in this browser's zone: `2026-11-21T14:02:05+03:00`. */
export function localIso(at: number): string {
  const date = new Date(at);
  // getTimezoneOffset counts westwards.
  const east = -date.getTimezoneOffset();
  const local = new Date(at + east * 60_000).toISOString().slice(0, 19);
  const offset = `${two(Math.floor(Math.abs(east) / 60))}:${two(Math.abs(east) % 60)}`;
  return `${local}${east < 0 ? "-" : "+"}${offset}`;
}
