import { paths } from "#paths";

/** The path of a new administrator, in its order. */
export const STEPS = ["token", "account", "handover", "board", "alerts", "people"] as const;
export type Step = (typeof STEPS)[number];

/** What opens a step; the token is set on the server. */
export const STEP_PATHS: Readonly<Record<Step, string | undefined>> = {
  token: undefined,
  account: paths.sipNew(),
  handover: paths.sip(),
  board: paths.status(),
  alerts: paths.alerts(),
  people: paths.users(),
};

interface Known {
  isSandbox: boolean;
  accounts: number;
  /** Undefined while they are not loaded. */
  rules: number | undefined;
  /** What was opened from here: the only sign of the steps that leave none elsewhere. */
  opened: ReadonlySet<string>;
}

/** The steps that are done. */
export function doneSteps({ isSandbox, accounts, rules = 0, opened }: Known): Step[] {
  const isDone: Record<Step, boolean> = {
    token: !isSandbox,
    account: accounts > 0,
    handover: opened.has("handover"),
    board: opened.has("board"),
    alerts: rules > 0,
    people: opened.has("people"),
  };
  return STEPS.filter((step) => isDone[step]);
}

/** Whether to show the path unasked: an office with accounts and alerts has somebody who knows Pult. */
export const needsSteps = ({ accounts, rules }: Known): boolean =>
  rules !== undefined && (accounts === 0 || rules === 0);
