import { paths } from "#paths";
import { UnsavedDialog } from "#ui/form/UnsavedDialog.tsx";
import { useText } from "#i18n/texts.ts";
import { useDraft } from "./context.ts";
import { isEmpty } from "./plan.ts";

const isHere = (pathname: string) =>
  pathname === paths.directions() || pathname.startsWith(`${paths.directions()}/`);
const isReview = (pathname: string) => pathname === paths.directionsReview();

/**
 * Asks before the draft is discarded, or a list that was loaded for it. The router allows one
 * blocker at a time: while the import is open, this one asks in the page's place.
 */
export function LeaveGuard({
  loaded = false,
  onLeave,
}: {
  loaded?: boolean;
  onLeave?: () => void;
}) {
  const t = useText();
  const { plan, sending, underWay, leave } = useDraft();
  const filled = !isEmpty(plan);
  const text = loaded ? (filled ? "unsavedBoth" : "unsavedList") : "unsaved";
  return (
    <UnsavedDialog
      dirty={filled || loaded}
      saving={sending}
      // The review reports what is being sent.
      isHere={({ pathname }) => (loaded || underWay.current ? isReview : isHere)(pathname)}
      // Leaving a loaded list for the page keeps the page's draft.
      onLeave={({ pathname }) => {
        onLeave?.();
        if (!isHere(pathname)) leave();
      }}
      text={t(`directions.${text}`)}
    />
  );
}
