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
  /** Exactly one scenario is active while there is any. */
  activeId: number | null;
  /** When its creation began, in milliseconds of the office's clock; null: long ago. */
  bornAt: number | null;
}

/** Whether the platform has finished creating an account. */
export function isCreated(account: Account, now: number): boolean {
  return account.bornAt === null || now - account.bornAt >= CREATION_MS;
}

/** The scenario's steps as the API shows them: types and timeouts, never the phones. */
export function endpointsOf(scenario: Scenario): { type: string; timeout: number }[] {
  const phones = scenario.phones.map(({ timeout }) => ({ type: "mob", timeout }));
  return [{ type: "sip", timeout: scenario.sipTimeout }, ...phones];
}

/** A scenario as the API shows it: rule, phones and voicemail are not given back. */
export function shownScenario(account: Account, scenario: Scenario) {
  const { id, name } = scenario;
  return { id, name, active: id === account.activeId, endpoints: endpointsOf(scenario) };
}
