import { SipAccountPage } from "#features/sip/account/SipAccountPage.tsx";
import { AccountSince } from "#features/status/watch/AccountSince.tsx";

/** An account with what the watch saw of it: two features that do not know each other. */
export function AccountRoutePage() {
  return <SipAccountPage Since={AccountSince} />;
}
