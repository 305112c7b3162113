import type { paths } from "#paths";
import { sipAccount } from "./account.ts";
import { alertChannel, alertRule, alerts } from "./alerts.ts";
import { directions, directionsImport, directionsReview, directionsTest } from "./directions.ts";
import {
  externalEdit,
  externalForward,
  externalNew,
  externalNumber,
  externalNumbers,
} from "./external.ts";
import { sipHandover } from "./handover.ts";
import { journal } from "./journal.ts";
import { signIn } from "./login.ts";
import { user, userNew, users } from "./users.ts";
import { notFound, home } from "./overview.ts";
import { sipScenarioCopy, sipScenarioEdit, sipScenarioNew } from "./scenarios.ts";
import { sipBatch, sipBulk, sipImport } from "./many.ts";
import { sipLeave, sipResume, sipSuspend, sipTakeOver } from "./people.ts";
import { sipPhoneBook } from "./phoneBook.ts";
import { sip, sipAccountEdit, sipNew } from "./sip.ts";
import { smartNumberNew, smartNumbers } from "./smart.ts";
import { type Open, type RouteScreens, STATES } from "./routeScreens.ts";
import { status, statusAccount, statusAlerts, statusChanges, statusWall } from "./status.ts";
import { voicemail } from "./voicemail.ts";

export type Route = keyof typeof paths | "notFound";

/** Every route of the app; a missing one is a type error. */
export const SCREENS: Readonly<Record<Route, RouteScreens>> = {
  home,
  sip,
  sipNew,
  sipBulk,
  sipImport,
  sipPhoneBook,
  sipBatch,
  sipHandover,
  sipAccount,
  sipAccountEdit,
  sipLeave,
  sipTakeOver,
  sipSuspend,
  sipResume,
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
  alerts,
  alertRule,
  alertChannel,
  journal,
  signIn,
  users,
  userNew,
  user,
  notFound,
};

export interface Screen {
  route: Route;
  /** One of the four states, or the name of a further one. */
  state: string;
  /** The path that the four states must show. */
  at: string | undefined;
  open: Open;
}

/** All states of all routes. */
export const ALL_SCREENS: readonly Screen[] = Object.entries(SCREENS).flatMap(([name, screens]) => {
  // The keys of a record of all routes are routes.
  const route = name as Route;
  const states = STATES.flatMap((state): Screen[] => {
    const open = screens[state];
    return "unreachable" in open ? [] : [{ route, state, at: screens.at, open }];
  });
  const more = Object.entries(screens.more ?? {}).map(([state, open]): Screen => ({
    route,
    state,
    at: undefined,
    open,
  }));
  return states.concat(more);
});
