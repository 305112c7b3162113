import * as z from "zod/mini";
import { call } from "#api/client.ts";
import {
  listExternalNumbers,
  listExternalStatuses,
  sipUriConnection,
  updateExternalNumber,
} from "#api/externalNumbers.ts";
import { followExternalNumber, forwarding } from "#api/forwarding.ts";
import { type JournalEntry, listJournal } from "#api/journal.ts";
import { listRememberedForwarding } from "#api/rememberedForwarding.ts";
import { parseId, paths } from "#paths";
import { toConnectionType } from "../../externalNumbers/rows.ts";
import { type NoUndo, noUndo, pick, type UndoPlan, type Values } from "./plan.ts";

/** A SIP-URI connection goes back; an «АТС» can't: it is saved with its password. */
export function undoConnection(entry: JournalEntry): UndoPlan | NoUndo {
  const id = parseId(entry.object.id);
  const type = toConnectionType(String(entry.before?.["type"]));
  const edit =
    id === undefined || type === undefined
      ? undefined
      : { text: "editExternal" as const, path: paths.externalEdit(type, id) };
  if (type === "ate" || "secret" in entry.fields) return noUndo("connection", edit);
  const parsed = z.safeParse(sipUriConnection, shownConnection(entry.before ?? {}));
  if (id === undefined || type !== "sipuri" || !parsed.success) return noUndo("incomplete", edit);
  const before = parsed.data;
  return {
    can: true,
    kept: [],
    read: async () => {
      const { external_numbers: rows } = (await call(listExternalNumbers, {})).data;
      const row = rows.find((one) => one.id === id && toConnectionType(one.type) === "sipuri");
      if (row === undefined) return undefined;
      return { before, left: pick(entry.fields, ["host", "number"]), now: shownConnection(row) };
    },
    write: (keys, { now }, headers) => {
      const values = { ...now, ...pick(before, keys) };
      const body = z.parse(sipUriConnection, values);
      return call(updateExternalNumber, { params: { type: "sipuri", id }, body }, { headers });
    },
    stale: [listExternalNumbers, listExternalStatuses],
  };
}

/** The list calls the server of a SIP-URI connection its source. */
const shownConnection = ({ source, number }: Values) => ({
  host: String(source),
  number: Number(String(number).replaceAll(/\D/g, "")),
});

/**
 * Forwarding can't be read back: what the journal has as its newest setting is what there is now, as
 * far as Pult knows.
 */
export function undoForwarding(entry: JournalEntry): UndoPlan | NoUndo {
  const { number_type: type, number_id: id } = entry.fields;
  const parsed = z.safeParse(forwarding, { ...entry.before, number_type: type, number_id: id });
  if (!parsed.success || entry.before === null) {
    const number = parseId(String(id));
    const path = number === undefined ? undefined : paths.externalForward(String(type), number);
    return noUndo("incomplete", path === undefined ? undefined : { text: "setForwarding", path });
  }
  const before = parsed.data;
  return {
    can: true,
    kept: [],
    read: async () => ({
      before: { forwarding: before },
      left: { forwarding: entry.fields },
      now: { forwarding: (await newestForwarding(String(type), String(id))) ?? entry.fields },
    }),
    write: (_, __, headers) => call(followExternalNumber, { body: before }, { headers }),
    stale: [listRememberedForwarding],
  };
}

async function newestForwarding(type: string, id: string): Promise<Values | undefined> {
  const query = { kind: "external", object: id, outcome: "done", limit: 100 } as const;
  const { items } = (await call(listJournal, { query })).data;
  return items.find(
    ({ operation, fields }) =>
      operation === "POST /number/external/follow" && fields["number_type"] === type,
  )?.fields;
}
