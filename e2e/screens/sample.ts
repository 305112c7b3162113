import type { Scheme, Width } from "../lib/a11yIssues.ts";
import type { TestLocale } from "../lib/texts.ts";
import { STATES, type State } from "./routeScreens.ts";
import { ALL_SCREENS, type Screen } from "./allScreens.ts";

export interface DisplayVariant {
  locale: TestLocale;
  scheme: Scheme;
  width: Width;
}

/** Together these contain every pair of language, scheme and width. */
const VARIANTS: readonly DisplayVariant[] = [
  { locale: "ru-RU", scheme: "light", width: 320 },
  { locale: "en-US", scheme: "light", width: 1280 },
  { locale: "ru-RU", scheme: "dark", width: 1280 },
  { locale: "en-US", scheme: "dark", width: 320 },
];

type Route = Screen["route"];

/**
 * Routes that the browser test of a task (`e2e/<name>.spec.ts`) scans on its way: opening them once
 * more would prove little. `npm run a11y` visits all states of all routes.
 */
export const SCANNED_BY: Partial<Record<Route, string>> = {
  home: "overview",
  sipNew: "create",
  sipHandover: "handover",
  sipAccount: "credentials",
  sipAccountEdit: "drafts",
  sipLeave: "people",
  sipTakeOver: "people",
  sipSuspend: "people",
  sipResume: "people",
  sipPhoneBook: "phonebook",
  sipScenarioEdit: "scenario-memory",
  status: "status",
  statusWall: "wall",
  externalNumbers: "external-numbers",
  externalNumber: "external-forwarding",
  externalForward: "external-forwarding",
  smartNumbers: "smart-numbers",
  directions: "directions",
  journal: "journal",
  signIn: "login",
  userNew: "login",
  user: "login",
};

/**
 * The sample of the grid for `npm test`: one screen of every other route, in the state that the sample
 * has least of. The variants rotate within each state, so that each is combined with every value.
 */
export const SLICE: readonly { screen: Screen; variant: DisplayVariant }[] = (() => {
  const counts = new Map<State, number>(STATES.map((state) => [state, 0]));
  const count = (state: State) => counts.get(state) ?? 0;
  const routes = [...new Set(ALL_SCREENS.map(({ route }) => route))];
  return routes.flatMap((route) => {
    if (SCANNED_BY[route] !== undefined) return [];
    const screens = ALL_SCREENS.filter((screen) => screen.route === route);
    const [state] = STATES.filter((one) => screens.some((screen) => screen.state === one)).toSorted(
      (a, b) => count(a) - count(b),
    );
    const screen = screens.find((one) => one.state === state);
    const variant = state && VARIANTS[count(state) % VARIANTS.length];
    if (state === undefined || screen === undefined || variant === undefined) return [];
    counts.set(state, count(state) + 1);
    return [{ screen, variant }];
  });
})();
