/** How long the platform takes to create an account, in milliseconds. */
export const CREATION_MS = 30_000;

export interface Scenario {
  id: number;
  name: string;
  rule: "single" | "simultaneous";
  /** Seconds. */
  sipTimeout: number;
  phones: { number: string; timeout: number }[];
  voicemail: boolean;
  mediaId: number | undefined;
}

export interface Account {
  id: number;
  name: string;
  /** Extension. */
  number: number;
  role: string;
  kazooId: string;
  login: string;
  password: string;
  server: string;
  /** Id of the number shown as caller ID. */
  aonId: number | null;
  scenarios: Scenario[];
  /** Exactly one scenario is active, unless there are none. */
  activeId: number | null;
  /**
   * When its creation began, in milliseconds of the office's clock; null for one that always
   * existed.
   */
  creationStartedAt: number | null;
}

/** Whether the platform has finished creating an account. */
export function isCreated(account: Account, now: number): boolean {
  return account.creationStartedAt === null || now - account.creationStartedAt >= CREATION_MS;
}

/** The scenario's steps as the API returns them: types and timeouts, never the phones. */
export function toEndpoints(scenario: Scenario): { type: string; timeout: number }[] {
  const phones = scenario.phones.map(({ timeout }) => ({ type: "mob", timeout }));
  return [{ type: "sip", timeout: scenario.sipTimeout }, ...phones];
}

/** A scenario as the API returns it: without its rule, phones and voicemail. */
export function toApiScenario(account: Account, scenario: Scenario) {
  const { id, name } = scenario;
  return { id, name, active: id === account.activeId, endpoints: toEndpoints(scenario) };
}
