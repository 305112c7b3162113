import { useEffect } from "react";
import { useFormats } from "#i18n/format.ts";
import { dismissToast, toast } from "#ui/toasts.ts";
import { useText } from "#i18n/texts.ts";
import { getAlertPreferences, canNotify, notify, useAlertPreferences } from "./alerts.ts";
import { beep, unlockSound } from "./beep.ts";
import { dropNotice, findDrops, findReturns, returnText } from "./drops.ts";
import type { Change } from "./observe.ts";
import { onLogged } from "./observer.ts";
import { isWatched } from "./watched.ts";

/** The toast that tells of an account's drop, by the account's id, until it is back. */
const told = new Map<number, number>();

/**
 * Tells of starred accounts while mounted: on the page when one goes offline and when it is back, and
 * of drops as the person chose besides. A wall shows its tiles instead, and has no place for toasts.
 */
export function useStarAlerts(isWall: boolean): void {
  const t = useText();
  const formats = useFormats();
  useEffect(
    () =>
      onLogged((changes) => {
        const drops = findDrops(changes, isWatched);
        const returns = findReturns(changes, isWatched);
        forget(returns);
        if (!isWall && returns.length > 0) toast("success", returnText(returns, t));
        const notice = dropNotice(drops, t, formats);
        if (notice === undefined) return;
        const { title, ...options } = notice;
        if (!isWall) {
          const shown = toast("error", `${title}. ${notice.body}`);
          for (const { account } of drops) told.set(account, shown);
        }
        const { notify: isNotifying, sound } = getAlertPreferences();
        if (isNotifying && canNotify()) notify(title, options);
        if (sound) void beep();
      }),
    [t, formats, isWall],
  );
  useUnlockSoundOnClick(useAlertPreferences().sound);
}

/** What is over needs no toast any more; one that tells of others, too, stays. */
function forget(returns: readonly Change[]): void {
  for (const { account } of returns) {
    const shown = told.get(account);
    told.delete(account);
    if (shown !== undefined && ![...told.values()].includes(shown)) dismissToast(shown);
  }
}

/** After a reload, the first click anywhere enables the sound again. */
function useUnlockSoundOnClick(wanted: boolean): void {
  useEffect(() => {
    if (!wanted) return undefined;
    const done = new AbortController();
    const options = { once: true, signal: done.signal };
    for (const event of ["pointerup", "keydown"]) {
      document.addEventListener(event, () => void unlockSound(), options);
    }
    return () => done.abort();
  }, [wanted]);
}
