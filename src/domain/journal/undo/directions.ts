import type { QueryClient } from "@tanstack/react-query";
import { call } from "#api/client.ts";
import { closeDirections, listAllowedDirections, openDirections } from "#api/directions.ts";
import type { JournalEntry } from "#api/journal.ts";
import {
  canToggle,
  type Country,
  getCodeGroup,
  groupByCode,
  joinCountries,
} from "../../directions/model.ts";
import { directionsQuery } from "../../directions/queries.ts";
import { type NoUndo, noUndo, type Situation, type UndoPlan } from "./plan.ts";

/** What was opened is closed again, except for codes that were open before. */
export function undoOpening(entry: JournalEntry): UndoPlan | NoUndo {
  const ids = numbersOf(entry.fields["direction_ids"]);
  const openBefore = codesBefore(entry);
  if (ids === undefined || openBefore === undefined) return noUndo("incomplete");
  return {
    can: true,
    kept: [],
    read: async (client) => {
      const countries = await readCountries(client);
      const opened = countries.filter(
        ({ directionId, code }) =>
          directionId !== undefined && ids.has(directionId) && !openBefore.has(code),
      );
      return situation(
        countries,
        opened.filter((one) => canToggle(one, false)),
        false,
      );
    },
    // A code closes whole, as it opened.
    write: (codes, _, headers) =>
      call(closeDirections, { body: { codes: [...codes] } }, { headers }),
    stale: [listAllowedDirections],
  };
}

/** What was closed is opened again: of a code that several countries share, all of them. */
export function undoClosing(entry: JournalEntry): UndoPlan | NoUndo {
  const closed = entry.fields["codes"];
  const openBefore = codesBefore(entry);
  if (!Array.isArray(closed) || openBefore === undefined) return noUndo("incomplete");
  const codes = new Set(closed.map(String).filter((code) => openBefore.has(code)));
  return {
    can: true,
    kept: [],
    read: async (client) => {
      const countries = await readCountries(client);
      const reopened = countries.filter((one) => codes.has(one.code) && canToggle(one, true));
      return situation(countries, reopened, true);
    },
    write: (keys, { countries }, headers) => {
      const chosen = keys.flatMap((key) => countries?.get(key) ?? []);
      const ids = chosen.flatMap(({ directionId }) => directionId ?? []);
      return call(openDirections, { body: { direction_ids: ids } }, { headers });
    },
    stale: [listAllowedDirections],
  };
}

/** By dial code, whether it was open, was left open, and is open. */
function situation(
  all: readonly Country[],
  changed: readonly Country[],
  before: boolean,
): Situation {
  const groups = groupByCode(all);
  const keys = new Set(changed.map(getCodeGroup));
  const each = (value: (key: string) => boolean) =>
    Object.fromEntries([...keys].map((key) => [key, value(key)]));
  return {
    before: each(() => before),
    left: each(() => !before),
    now: each((key) => groups.get(key)?.some(({ open }) => open === true) ?? false),
    countries: new Map([...keys].map((key) => [key, groups.get(key) ?? []])),
  };
}

async function readCountries(client: QueryClient): Promise<Country[]> {
  const [all, allowed] = await Promise.all([
    client.ensureQueryData(directionsQuery()),
    call(listAllowedDirections, {}),
  ]);
  const invalid = allowed.invalidRows.length > 0 ? [""] : [];
  return joinCountries(all.directions, allowed.data.directions, invalid);
}

function codesBefore({ before }: JournalEntry): ReadonlySet<string> | undefined {
  const open = before?.["open"];
  if (!Array.isArray(open)) return undefined;
  return new Set(open.map((code) => String(code).replaceAll(/\D/g, "")));
}

function numbersOf(ids: unknown): ReadonlySet<number> | undefined {
  return Array.isArray(ids) ? new Set(ids.map(Number)) : undefined;
}
