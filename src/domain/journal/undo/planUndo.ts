import type { JournalEntry } from "#api/journal.ts";
import { parseId, paths } from "#paths";
import { accountLink, undoAccountUpdate, undoActivation } from "./account.ts";
import { undoClosing, undoOpening } from "./directions.ts";
import { undoConnection, undoForwarding } from "./external.ts";
import { type NoUndo, noUndo, type UndoPlan } from "./plan.ts";
import { undoCreation, undoDeletion, undoReplacement } from "./scenario.ts";
import { undoSmartCreation, undoSmartDeletion } from "./smart.ts";
import { undoVoicemail } from "./voicemail.ts";

type Undoer = (entry: JournalEntry) => UndoPlan | NoUndo;

const UNDOERS: Readonly<Record<string, Undoer>> = {
  "PUT /sip": ({ object }) => {
    const id = parseId(object.id);
    return noUndo("accountCreated", id === undefined ? undefined : accountLink(id));
  },
  "PATCH /sip/{id}": undoAccountUpdate,
  "DELETE /sip/{id}": ({ before }) =>
    noUndo("accountDeleted", { text: "createLike", path: paths.sipNew(), like: before ?? {} }),
  "POST /sip/{id}/scenarios": undoCreation,
  "PUT /sip/{id}/scenarios/{sid}": undoReplacement,
  "PATCH /sip/{id}/scenarios/{sid}": undoActivation,
  "DELETE /sip/{id}/scenarios/{sid}": undoDeletion,
  "PUT /number/external/{type}": ({ object: { number } }) =>
    noUndo("externalCreated", {
      text: "openExternal",
      path: `${paths.externalNumbers()}?${new URLSearchParams({ q: number ?? "" })}`,
    }),
  "PATCH /number/external/{type}/{id}": undoConnection,
  "DELETE /number/external/{type}/{id}": () =>
    noUndo("externalDeleted", { text: "connectAgain", path: paths.externalNew() }),
  "POST /number/external/follow": undoForwarding,
  "POST /smart-numbers": undoSmartCreation,
  "DELETE /smart-numbers/{id}": undoSmartDeletion,
  "PATCH /voicemail": undoVoicemail,
  "PUT /direction": undoOpening,
  "DELETE /direction": undoClosing,
};

/** How an entry's change is taken back, or why it can't be. */
export function planUndo(entry: JournalEntry): UndoPlan | NoUndo {
  const undoer = Object.hasOwn(UNDOERS, entry.operation) ? UNDOERS[entry.operation] : undefined;
  // Of what a newer Pult wrote, of sign-ins and the like there is nothing to take back.
  if (undoer === undefined || entry.outcome === "refused") return noUndo("nothing");
  if (entry.outcome !== "done") return noUndo("unknown");
  if (entry.undoneBy !== null) return noUndo("undone");
  return undoer(entry);
}
