import { useDropAlerts } from "./useDropAlerts.ts";

/** Renders nothing: alerts of watched accounts that drop while it is mounted. */
export function DropAlerts() {
  useDropAlerts();
  return null;
}
