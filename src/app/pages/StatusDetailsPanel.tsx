import { ActivateButton } from "#features/sip/account/ActivateButton.tsx";
import { DetailsPanel } from "#features/status/details/DetailsPanel.tsx";

/** The board's details of an account, from which its scenario can be made active. */
export function StatusDetailsPanel() {
  return <DetailsPanel Activate={ActivateButton} />;
}
