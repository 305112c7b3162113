/** Parses an id in a URL; undefined if it is invalid. */
export function parseId(part: string | null | undefined): number | undefined {
  return /^[1-9]\d{0,14}$/.test(part ?? "") ? Number(part) : undefined;
}

const userQuery = (user?: number) => (user === undefined ? "" : `?user=${user}`);

/** Ids with consecutive ones as ranges: `25,27,40-45`. */
const idRanges = (ids: readonly number[]) =>
  ids
    .map((id, at) => (id - 1 === ids[at - 1] ? (id + 1 === ids[at + 1] ? "" : `-${id}`) : `,${id}`))
    .join("")
    .slice(1);

/**
 * The base path under which a reverse proxy serves Pult (`/pult`, BASE_PATH of the server); empty
 * without one. The router has it as `basename`; requests that bypass the router start with it.
 */
export const basePath: string = globalThis.document?.documentElement.dataset["base"] ?? "";

/** Every address of the app, built here and nowhere else. */
export const paths = {
  home: () => "/",
  sip: () => "/sip",
  sipNew: () => "/sip/new",
  /** Changes the accounts that are ticked in the list. */
  sipBulk: () => "/sip/bulk",
  /** Creates and changes accounts from a list. */
  sipImport: () => "/sip/import",
  /** Who has which extension; to print, and for telephones. */
  sipPhoneBook: () => "/sip/phone-book",
  /** Many changes that are sent together, and what became of them. */
  sipBatch: () => "/sip/batch",
  sipAccount: (id: number) => `/sip/${id}`,
  /** Hands accounts over to devices or people; the list may be long, so ranges shorten it. */
  sipHandover: (ids: readonly number[] = []) => `/sip/handover?ids=${idRanges(ids)}`,
  sipAccountEdit: (id: number) => `/sip/${id}/edit`,
  /** Somebody leaves, takes over an extension, is suspended, and is back. */
  sipLeave: (id: number) => `/sip/${id}/leave`,
  sipTakeOver: (id: number) => `/sip/${id}/take-over`,
  sipSuspend: (id: number) => `/sip/${id}/suspend`,
  sipResume: (id: number) => `/sip/${id}/resume`,
  sipScenarioNew: (id: number) => `/sip/${id}/scenarios/new`,
  /** The form for a new scenario that starts as a copy of this one. */
  sipScenarioCopy: (id: number, sid: number) => `/sip/${id}/scenarios/new?from=${sid}`,
  sipScenarioEdit: (id: number, sid: number) => `/sip/${id}/scenarios/${sid}/edit`,
  status: () => "/status",
  statusAccount: (id: number) => `/status/${id}`,
  statusChanges: () => "/status/changes",
  statusAlerts: () => "/status/alerts",
  statusWall: () => "/status/wall",
  externalNumbers: () => "/external-numbers",
  externalNew: () => "/external-numbers/new",
  /** A number of another operator, by the kind of its connection (`ate`, `sipuri`) and its id. */
  externalNumber: (type: string, id: number) => `/external-numbers/${type}/${id}`,
  externalEdit: (type: string, id: number) => `/external-numbers/${type}/${id}/edit`,
  externalForward: (type: string, id: number) => `/external-numbers/${type}/${id}/forward`,
  /** The smart numbers of a user; of the last one seen if none is given. */
  smartNumbers: (user?: number) => `/smart-numbers${userQuery(user)}`,
  smartNumberNew: (user?: number) => `/smart-numbers/new${userQuery(user)}`,
  voicemail: () => "/voicemail",
  directions: () => "/directions",
  directionsReview: () => "/directions/review",
  directionsTest: () => "/directions/test",
  directionsImport: () => "/directions/import",
  alerts: () => "/alerts",
  /** A rule's form; that of a new one is filled in as one of `PRESETS`. */
  alertRule: (id = "new", preset?: string) =>
    `/alerts/rules/${encodeURIComponent(id)}${preset === undefined ? "" : `?as=${preset}`}`,
  /** A channel's form; a new one may be of a type. */
  alertChannel: (id = "new", type?: string) =>
    `/alerts/channels/${encodeURIComponent(id)}${type === undefined ? "" : `?type=${type}`}`,
  journal: () => "/journal",
  users: () => "/users",
  userNew: () => "/users/new",
  user: (id: string) => `/users/${encodeURIComponent(id)}`,
  /** Afterwards goes on to a path of this app. */
  signIn: (to?: string) => `/sign-in${to === undefined ? "" : `?to=${encodeURIComponent(to)}`}`,
} as const;
