import type { paths } from "#paths";
import { sipAccount } from "./account.ts";
import { directions, directionsImport, directionsReview, directionsTest } from "./directions.ts";
import {
  externalEdit,
  externalForward,
  externalNew,
  externalNumber,
  externalNumbers,
} from "./external.ts";
import { elsewhere, home } from "./overview.ts";
import { sipScenarioCopy, sipScenarioEdit, sipScenarioNew } from "./scenarios.ts";
import { sip, sipAccountEdit, sipNew } from "./sip.ts";
import { smartNumberNew, smartNumbers } from "./smart.ts";
import { type Open, type RouteScreens, STATES } from "./stage.ts";
import { status, statusAccount, statusAlerts, statusChanges, statusWall } from "./status.ts";
import { voicemail } from "./voicemail.ts";

export type Route = keyof typeof paths | "elsewhere";

/** Every route of the app: one that is missing here does not compile. */
export const SCREENS: Readonly<Record<Route, RouteScreens>> = {
  home,
  sip,
  sipNew,
  sipAccount,
  sipAccountEdit,
  sipScenarioNew,
  sipScenarioCopy,
  sipScenarioEdit,
  status,
  statusAccount,
  statusChanges,
  statusAlerts,
  statusWall,
  externalNumbers,
  externalNew,
  externalNumber,
  externalEdit,
  externalForward,
  smartNumbers,
  smartNumberNew,
  voicemail,
  directions,
  directionsReview,
  directionsTest,
  directionsImport,
  elsewhere,
};

export interface Screen {
  route: Route;
  /** One of the four states, or what else it may look like. */
  state: string;
  /** The address that the four states show. */
  at: string | undefined;
  open: Open;
}

/** Every state that a route can be seen in, route by route. */
export const ALL_SCREENS: readonly Screen[] = Object.entries(SCREENS).flatMap(([name, screens]) => {
  // The keys of a record of all routes are routes.
  const route = name as Route;
  const states = STATES.flatMap((state): Screen[] => {
    const open = screens[state];
    return "never" in open ? [] : [{ route, state, at: screens.at, open }];
  });
  const more = Object.entries(screens.more ?? {}).map(([state, open]): Screen => ({
    route,
    state,
    at: undefined,
    open,
  }));
  return states.concat(more);
});
