/** The id at the end of a `Location`. */
export function locationId(location: string | undefined): string | undefined {
  return /\/(\d{1,16})\/*(?:[?#].*)?$/.exec(location ?? "")?.[1];
}
