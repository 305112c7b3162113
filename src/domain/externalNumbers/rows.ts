import type { ConnectionType, ExternalNumber, Registration } from "#api/externalNumbers.ts";
import { foldText } from "#lib/search.ts";

export const REGISTRATION_STATES = ["registered", "lost", "unknown"] as const;
export type RegistrationState = (typeof REGISTRATION_STATES)[number];

/** A number of another operator as the list shows it: operation 12 joined with 13 by login. */
export interface ExternalRow {
  /** `ate:17`, because ids of the two kinds may be equal; `ate:+7495…` where there is no id. */
  id: string;
  /** Undefined where the provider gave none: such a row is read-only (trap 9). */
  connectionId: number | undefined;
  /** Undefined for a type unknown to this app. */
  kind: ConnectionType | undefined;
  /** The provider's own text for the type. */
  type: string;
  /** Digits. */
  number: string;
  /** Only of «АТС»; empty where the provider does not return it. */
  login: string;
  /** The servers of the other operator. */
  servers: readonly string[];
  /** Only of SIP-URI: where the other operator must send calls; may be empty. */
  address: string;
  /** Only of «АТС». */
  state: RegistrationState | undefined;
  /** The provider's own text for the registration; may be empty. */
  providerStatus: string;
  /** The provider's time of that status, without a time zone; may be empty. */
  date: string;
  /** Folded text that the search looks through. */
  searchText: string;
}

/** The list uses «АТС» and «SIP-URI»; paths and bodies use `ate` and `sipuri`. */
const KINDS: Readonly<Partial<Record<string, ConnectionType>>> = {
  атс: "ate",
  ate: "ate",
  "sip-uri": "sipuri",
  sipuri: "sipuri",
};

export function toConnectionType(type: string): ConnectionType | undefined {
  const word = type.trim().toLowerCase();
  return Object.hasOwn(KINDS, word) ? KINDS[word] : undefined;
}

/** `login@server` of «АТС», a comma list of servers of SIP-URI. */
function parseSource(kind: ConnectionType | undefined, source: string) {
  // A server name can't contain an «@», but a login can.
  const at = kind === "ate" ? source.lastIndexOf("@") : -1;
  const servers = source.slice(at + 1).split(",");
  return {
    login: at < 0 ? "" : source.slice(0, at).trim(),
    servers: servers.map((server) => server.trim()).filter((server) => server !== ""),
  };
}

/** The logins whose registration can be requested, each once. */
export function collectLogins(numbers: readonly ExternalNumber[]): string[] {
  const logins = numbers.flatMap(({ type, source }) => {
    const kind = toConnectionType(type);
    return kind === "ate" ? [parseSource(kind, source).login] : [];
  });
  return [...new Set(logins)].filter((login) => login !== "").sort();
}

/** The registration of a login; undefined where there is none, or where entries contradict. */
function pickRegistration(known: readonly Registration[] | undefined): Registration | undefined {
  const [first, ...rest] = known ?? [];
  return rest.every(({ status }) => status === first?.status) ? first : undefined;
}

/**
 * Only "OK" is documented for registered. With any other text the list's own boolean decides; if
 * that is true although the text is not "OK", the state is unknown.
 */
export function toRegistrationState(
  providerStatus: string,
  listed: boolean | undefined,
): RegistrationState {
  if (providerStatus.trim().toUpperCase() === "OK") return "registered";
  if (listed === undefined) return "unknown";
  if (!listed) return "lost";
  return providerStatus === "" ? "registered" : "unknown";
}

function toRow(
  id: string,
  listed: ExternalNumber,
  registration: Registration | undefined,
): ExternalRow {
  const { number, source, type, status } = listed;
  const kind = toConnectionType(type);
  const { login, servers } = parseSource(kind, source);
  const address = kind === "ate" ? "" : (listed.host ?? "");
  const providerStatus = registration?.status || (typeof status === "string" ? status : "");
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
      kind === "ate"
        ? toRegistrationState(providerStatus, typeof status === "boolean" ? status : undefined)
        : undefined,
    providerStatus: kind === "ate" ? providerStatus : "",
    date: registration?.date ?? "",
    searchText: foldText([number, source, address, type].join(" ")),
  };
}

/**
 * Joins the list with the registrations. Keeps the row objects of what did not change, so that a
 * poll renders only what it changed.
 */
export function createExternalJoiner() {
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
      const id = uniqueId(next, listed);
      const kind = toConnectionType(listed.type);
      const login = kind === "ate" ? parseSource(kind, listed.source).login : "";
      const registration = pickRegistration(byLogin.get(login));
      const from = [listed, registration];
      const old = known.get(id);
      const same = old?.from.every((part, index) => part === from[index]) === true;
      next.set(id, { row: same ? old.row : toRow(id, listed, registration), from });
    }
    known = next;
    return [...next.values()].map(({ row }) => row);
  };
}

/** An id that no earlier row has, even where the provider repeats a row. */
function uniqueId(taken: ReadonlyMap<string, unknown>, listed: ExternalNumber): string {
  const own = `${toConnectionType(listed.type) ?? listed.type}:${listed.id ?? `+${listed.number}`}`;
  let id = own;
  for (let copy = 2; taken.has(id); copy++) id = `${own}:${copy}`;
  return id;
}
