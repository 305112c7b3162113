import { useEffect } from "react";
import { useFormats } from "#i18n/format.ts";
import { toast } from "#ui/toasts.ts";
import { useText } from "#i18n/texts.ts";
import { getAlertPreferences, canNotify, notify, useAlertPreferences } from "./alerts.ts";
import { beep, unlockSound } from "./beep.ts";
import { dropNotice, findDrops } from "./drops.ts";
import { onLogged } from "./observer.ts";
import { wasWatched } from "./observe.ts";
import { isWatched } from "./watched.ts";

/** Alerts of watched accounts that drop, as the user chose, while mounted. */
export function useDropAlerts(): void {
  const t = useText();
  const formats = useFormats();
  useEffect(
    () =>
      onLogged((changes) => {
        const drops = findDrops(changes, isWatched);
        const notice = dropNotice(drops, t, formats);
        if (notice === undefined) return;
        // A user who returns to the tab sees this page.
        if (!drops.every(wasWatched)) toast("error", `${notice.title}. ${notice.body}`);
        const { notify: isNotifying, sound } = getAlertPreferences();
        const { title, ...options } = notice;
        if (isNotifying && canNotify()) notify(title, options);
        if (sound) void beep();
      }),
    [t, formats],
  );
  useUnlockSoundOnClick(useAlertPreferences().sound);
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
