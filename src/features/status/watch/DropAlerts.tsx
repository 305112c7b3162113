import { useDropAlerts } from "./useDropAlerts.ts";

/** Shows nothing: it tells of watched accounts that drop for as long as it is mounted. */
export function DropAlerts() {
  useDropAlerts();
  return null;
}
