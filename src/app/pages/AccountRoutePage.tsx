import { SipAccountPage } from "#features/sip/account/SipAccountPage.tsx";
import { AccountSince } from "#features/status/watch/AccountSince.tsx";

/**
 * An account with what the watch observed of it: joins two features that do not import each other.
 */
export function AccountRoutePage() {
  return <SipAccountPage Since={AccountSince} />;
}
