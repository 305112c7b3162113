import type { JournalEntry } from "#api/journal.ts";
import { parseId, paths } from "#paths";

/** Where an entry's object is shown; undefined for what was deleted, or never created. */
export function objectPath({ operation, object, outcome }: JournalEntry): string | undefined {
  const { kind, id, number } = object;
  if (operation === "DELETE /sip/{id}" && outcome === "done") return undefined;
  switch (kind) {
    case "sip": {
      const account = parseId(id);
      return account === undefined ? undefined : paths.sipAccount(account);
    }
    case "external":
      return number === null ? undefined : `${paths.externalNumbers()}?q=${number}`;
    case "voicemail":
      return paths.voicemail();
    case "directions":
      return paths.directions();
    case "alert":
      return paths.alerts();
    // Smart numbers are listed by a user whom the entry need not name; Pult's users have no page.
    default:
      return undefined;
  }
}
