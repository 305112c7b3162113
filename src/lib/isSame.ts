/** Whether two flat objects hold the same values, in whatever order their fields stand. */
export function isSame(one: object, other: object): boolean {
  return sorted(one) === sorted(other);
}

const sorted = (values: object) =>
  JSON.stringify(Object.entries(values).sort(([one], [other]) => (one < other ? -1 : 1)));
