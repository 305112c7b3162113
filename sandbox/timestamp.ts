/** A time (milliseconds) in the provider's format: `2021-02-10 00:00:00`, without a zone. */
export function timestamp(moment: number): string {
  return new Date(moment).toISOString().slice(0, 19).replace("T", " ");
}
