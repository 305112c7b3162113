import type en from "./locales/en.json";

/** What a route tells the frame. */
export interface RouteHandle {
  /** Its name in the breadcrumbs. */
  crumb?: keyof typeof en;
  /** It is a panel over the page of the parent route. */
  panel?: true;
}
