import type { ConnectionType, ExternalNumber, Registration } from "#api/externalNumbers.ts";
import { foldText } from "#common/search.ts";

export const REGISTRATION_STATES = ["registered", "lost", "unknown"] as const;
export type RegistrationState = (typeof REGISTRATION_STATES)[number];

/** A number of another operator as the list shows it: operation 12 joined with 13 by login. */
export interface ExternalRow {
  /** `ate:17`, as ids of the two kinds may be the same; `ate:+7495…` where there is no id. */
  id: string;
  /** Undefined where the provider gave none: then nothing can be done to it (trap 9). */
  connectionId: number | undefined;
  /** Undefined for a type that this app does not know. */
  kind: ConnectionType | undefined;
  /** The type in the provider's word. */
  type: string;
  /** Digits. */
  number: string;
  /** Only of «АТС»; empty where the provider has not told it. */
  login: string;
  /** The servers of the other operator. */
  servers: readonly string[];
  /** Only of SIP-URI: where the other operator must send calls; empty where it is not told. */
  address: string;
  /** Only of «АТС». */
  state: RegistrationState | undefined;
  /** The provider's word for the registration; empty where there is none. */
  word: string;
  /** When that was so, as the provider writes it, without a time zone; may be empty. */
  date: string;
  /** What the search looks through. */
  folded: string;
}

/** The list says «АТС» and «SIP-URI»; paths and bodies say `ate` and `sipuri`. */
const KINDS: Readonly<Partial<Record<string, ConnectionType>>> = {
  атс: "ate",
  ate: "ate",
  "sip-uri": "sipuri",
  sipuri: "sipuri",
};

export function kindOf(type: string): ConnectionType | undefined {
  const word = type.trim().toLowerCase();
  return Object.hasOwn(KINDS, word) ? KINDS[word] : undefined;
}

/** `login@server` of «АТС», a comma list of servers of SIP-URI. */
function partsOf(kind: ConnectionType | undefined, source: string) {
  // A server has no «@» in its name, a login may.
  const at = kind === "ate" ? source.lastIndexOf("@") : -1;
  const servers = source.slice(at + 1).split(",");
  return {
    login: at < 0 ? "" : source.slice(0, at).trim(),
    servers: servers.map((server) => server.trim()).filter((server) => server !== ""),
  };
}

/** The logins whose registration can be asked for, each once. */
export function loginsOf(numbers: readonly ExternalNumber[]): string[] {
  const logins = numbers.flatMap(({ type, source }) => {
    const kind = kindOf(type);
    return kind === "ate" ? [partsOf(kind, source).login] : [];
  });
  return [...new Set(logins)].filter((login) => login !== "").sort();
}

/** What is said of a login; undefined where nothing is, or where two answers contradict. */
function registrationOf(known: readonly Registration[] | undefined): Registration | undefined {
  const [first, ...rest] = known ?? [];
  return rest.every(({ status }) => status === first?.status) ? first : undefined;
}

/**
 * Only "OK" is documented as a word for registered. With any other word the list's own yes or no
 * decides; where it says yes to a word that is not OK, nobody knows.
 */
export function stateOf(word: string, listed: boolean | undefined): RegistrationState {
  if (word.trim().toUpperCase() === "OK") return "registered";
  if (listed === undefined) return "unknown";
  if (!listed) return "lost";
  return word === "" ? "registered" : "unknown";
}

function rowOf(
  id: string,
  listed: ExternalNumber,
  registration: Registration | undefined,
): ExternalRow {
  const { number, source, type, status } = listed;
  const kind = kindOf(type);
  const { login, servers } = partsOf(kind, source);
  const address = kind === "ate" ? "" : (listed.host ?? "");
  const word = registration?.status || (typeof status === "string" ? status : "");
  return {
    id,
    connectionId: listed.id ?? undefined,
    kind,
    type,
    number,
    login,
    servers,
    address,
    state:
      kind === "ate" ? stateOf(word, typeof status === "boolean" ? status : undefined) : undefined,
    word: kind === "ate" ? word : "",
    date: registration?.date ?? "",
    folded: foldText([number, source, address, type].join(" ")),
  };
}

/**
 * Joins the list with the registrations. Keeps the row objects of what did not change, so that a
 * look renders only what it changed.
 */
export function externalJoiner() {
  let known = new Map<string, { row: ExternalRow; from: readonly unknown[] }>();
  return (
    numbers: readonly ExternalNumber[],
    registrations: readonly Registration[],
  ): ExternalRow[] => {
    const byLogin = new Map<string, Registration[]>();
    for (const one of registrations) {
      byLogin.set(one.login, [...(byLogin.get(one.login) ?? []), one]);
    }
    const next: typeof known = new Map();
    for (const listed of numbers) {
      const id = freeId(next, listed);
      const kind = kindOf(listed.type);
      const login = kind === "ate" ? partsOf(kind, listed.source).login : "";
      const registration = registrationOf(byLogin.get(login));
      const from = [listed, registration];
      const old = known.get(id);
      const same = old?.from.every((part, index) => part === from[index]) === true;
      next.set(id, { row: same ? old.row : rowOf(id, listed, registration), from });
    }
    known = next;
    return [...next.values()].map(({ row }) => row);
  };
}

/** An id that no row before it has, also where the provider repeats itself. */
function freeId(taken: ReadonlyMap<string, unknown>, listed: ExternalNumber): string {
  const own = `${kindOf(listed.type) ?? listed.type}:${listed.id ?? `+${listed.number}`}`;
  let id = own;
  for (let copy = 2; taken.has(id); copy++) id = `${own}:${copy}`;
  return id;
}
