import * as z from "zod/mini";
import { call } from "#api/client.ts";
import type { JournalEntry } from "#api/journal.ts";
import {
  createScenario,
  deleteScenario,
  readRule,
  replaceScenario,
  type ScenarioEndpoint,
  type SipScenario,
} from "#api/sipScenarios.ts";
import { parseId, paths } from "#paths";
import { readAccount, scenarioData } from "./account.ts";
import { isSame, type NoUndo, noUndo, type UndoPlan, type Values } from "./plan.ts";

type Body = z.output<typeof createScenario.body>;
type Phones = NonNullable<Body["phones"]>;

/** A request without the phones would drop them: they must be known, if only that there is none. */
const whole = z.extend(createScenario.body, { phones: z.array(z.unknown()) });

/** A scenario's values from before; undefined where not all of them are known. */
function bodyBefore({ before }: JournalEntry): (Body & { phones: Phones }) | undefined {
  const media = before?.["voicemail_media_id"];
  const known = { ...before, voicemail_media_id: media === null ? undefined : media };
  if (!z.safeParse(whole, known).success) return undefined;
  const parsed = z.safeParse(createScenario.body, known);
  return parsed.success ? { ...parsed.data, phones: parsed.data.phones ?? [] } : undefined;
}

const scenarioId = (values: Values | null) => parseId(String(values?.["id"]));

/** What was replaced is saved again, where Pult knows all of it. */
export function undoReplacement(entry: JournalEntry): UndoPlan | NoUndo {
  const id = parseId(entry.object.id);
  const sid = scenarioId(entry.before);
  const before = bodyBefore(entry);
  if (id === undefined || sid === undefined || before === undefined) {
    const path = sid !== undefined && id !== undefined ? paths.sipAccount(id) : undefined;
    return noUndo("incomplete", path === undefined ? undefined : { text: "openAccount", path });
  }
  const left = valuesOf({ ...entry.fields, phones: entry.fields["phones"] ?? [] });
  return {
    can: true,
    kept: [],
    read: async () => {
      const scenario = (await readAccount(id))?.sip_scenarios.find((one) => one.id === sid);
      if (scenario === undefined) return undefined;
      return { before: valuesOf(before), left, now: shownValues(scenario, [left, before]) };
    },
    write: (_, __, headers) =>
      call(replaceScenario, { params: { id, sid }, body: before }, { headers }),
    stale: scenarioData(id),
  };
}

/** What was deleted is created again, where Pult knows all of it; it gets a new id. */
export function undoDeletion(entry: JournalEntry): UndoPlan | NoUndo {
  const id = parseId(entry.object.id);
  const before = bodyBefore(entry);
  if (id === undefined) return noUndo("incomplete");
  if (before === undefined) {
    return noUndo("incomplete", { text: "newScenario", path: paths.sipScenarioNew(id) });
  }
  const wanted = valuesOf(before);
  return {
    can: true,
    kept: [],
    read: async () => {
      const account = await readAccount(id);
      if (account === undefined) return undefined;
      const same = account.sip_scenarios.find(
        (one) => one.id === scenarioId(entry.before) || one.name.trim() === before.name.trim(),
      );
      const now = same && { ...wanted, ...shownValues(same, [before]) };
      return {
        before: { scenario: wanted },
        left: { scenario: undefined },
        now: { scenario: now },
      };
    },
    write: (_, __, headers) => call(createScenario, { params: { id }, body: before }, { headers }),
    stale: scenarioData(id),
  };
}

/** What was created is deleted. That it became active since is a change, which is asked about. */
export function undoCreation(entry: JournalEntry): UndoPlan | NoUndo {
  const id = parseId(entry.object.id);
  const sid = scenarioId(entry.fields);
  if (id === undefined) return noUndo("incomplete");
  if (sid === undefined) {
    return noUndo("incomplete", { text: "openAccount", path: paths.sipAccount(id) });
  }
  const left = valuesOf({ ...entry.fields, phones: entry.fields["phones"] ?? [] });
  return {
    can: true,
    kept: [],
    read: async () => {
      const account = await readAccount(id);
      if (account === undefined) return undefined;
      const found = account.sip_scenarios.find((one) => one.id === sid);
      const now = found && {
        ...left,
        ...shownValues(found, [left]),
        ...(found.active ? { active: true } : {}),
      };
      return { before: { scenario: undefined }, left: { scenario: left }, now: { scenario: now } };
    },
    write: (_, __, headers) => call(deleteScenario, { params: { id, sid } }, { headers }),
    stale: scenarioData(id),
  };
}

const KEYS = [
  "name",
  "sequence_rule",
  "sip_timeout",
  "phones",
  "voicemail",
  "voicemail_media_id",
] as const;

const valuesOf = (values: Values): Record<string, unknown> =>
  Object.fromEntries(KEYS.map((key) => [key, values[key]]));

/**
 * What the provider returns of a scenario, under the names of the request. Of the phones it returns
 * only types and timeouts: they are those of a known request which rings in the same way, the first
 * if several do.
 */
function shownValues(scenario: SipScenario, known: readonly Values[]): Record<string, unknown> {
  const { name, endpoints, sequence_rule: rule, voicemail, voicemail_media_id: media } = scenario;
  const others = endpoints.filter(({ type }) => type !== "sip");
  const alike = known.find(({ phones }) => isAlike(others, phones as Phones));
  return {
    name,
    sip_timeout: endpoints.find(({ type }) => type === "sip")?.timeout,
    phones: alike?.["phones"] ?? others.map(({ number, timeout }) => ({ number, timeout })),
    ...(rule === undefined ? {} : { sequence_rule: readRule(rule) ?? rule }),
    ...(voicemail === undefined ? {} : { voicemail }),
    ...(media === undefined ? {} : { voicemail_media_id: media }),
  };
}

function isAlike(shown: readonly ScenarioEndpoint[], phones: Phones | undefined): boolean {
  return (
    phones !== undefined &&
    shown.length === phones.length &&
    shown.every(({ type, timeout, number = "" }, index) => {
      const phone = phones[index];
      const isSameNumber = number === "" || isSame(number.replaceAll(/\D/g, ""), phone?.number);
      return type === "mob" && timeout === phone?.timeout && isSameNumber;
    })
  );
}
