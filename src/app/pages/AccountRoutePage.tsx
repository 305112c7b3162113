import { SipAccountPage } from "#features/sip/account/SipAccountPage.tsx";
import { AccountSince } from "#features/status/watch/AccountSince.tsx";
import { CopyTicket } from "#features/status/watch/CopyTicket.tsx";

/**
 * An account with what the watch observed of it: joins two features that do not import each other.
 */
export function AccountRoutePage() {
  return <SipAccountPage Since={AccountSince} CopyTicket={CopyTicket} />;
}
