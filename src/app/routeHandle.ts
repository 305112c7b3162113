import type en from "./locales/en.json";

/** The lists that the header's search can filter. */
export type Searched = "sip" | "external" | "smart" | "directions" | "journal";

/** What a route tells the frame. */
export interface RouteHandle {
  /** Its name in the breadcrumbs. */
  crumb?: keyof typeof en;
  /** The page has a list of these, which the header's search filters (`?q=`) while typing. */
  searchable?: Searched;
  /** It is a panel over the page of the parent route. */
  panel?: true;
}
