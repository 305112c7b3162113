import { paths } from "#paths";
import { UnsavedDialog } from "#ui/form/UnsavedDialog.tsx";
import { useText } from "#i18n/texts.ts";
import { useDraft } from "./context.ts";
import { isEmpty } from "./plan.ts";

const isHere = (pathname: string) =>
  pathname === paths.directions() || pathname.startsWith(`${paths.directions()}/`);
const isReview = (pathname: string) => pathname === paths.directionsReview();

/**
 * Asks before the draft is left behind, or a list that was loaded for it. The router lets one ask
 * at a time: while the import is open, it asks in the page's place.
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
      // What is on its way is told in the review.
      isHere={({ pathname }) => (loaded || underWay.current ? isReview : isHere)(pathname)}
      // A list that was loaded is left for the page as well: the page's draft stays.
      onLeave={({ pathname }) => {
        onLeave?.();
        if (!isHere(pathname)) leave();
      }}
      text={t(`directions.${text}`)}
    />
  );
}
