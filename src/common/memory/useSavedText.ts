import { getFormats } from "#i18n/format.ts";
import { useLocale } from "#i18n/messages.ts";
import { useText } from "#i18n/texts.ts";

/** When something was saved through Pult, and by whom. */
export interface Saved {
  /** ISO 8601. */
  at: string;
  actor: string;
}

/** Whom the journal names where nobody signs in. */
const ANONYMOUS = "anonymous";

/**
 * Says when and by whom something was saved: "set" and "mark" begin a sentence, "saved" continues one
 * («как сохранено 12 ноября пользователем anna»).
 */
export function useSavedText(): (as: "set" | "mark" | "saved", saved: Saved) => string {
  const t = useText();
  const locale = useLocale();
  return (as, { at: iso, actor }) => {
    const at = new Date(iso);
    const now = new Date();
    const { time, day } = getFormats(locale);
    const isToday = at.toDateString() === now.toDateString();
    const date =
      at.getFullYear() === now.getFullYear()
        ? day(at.getTime())
        : at
            .toLocaleDateString(locale, { day: "numeric", month: "long", year: "numeric" })
            // «г.»: its full stop would stand beside that of the sentence.
            .replace(/\s*г\.$/, "");
    const when = isToday
      ? t("memory.today", { time: time(at.getTime()) })
      : t("memory.day", { day: date });
    const person = /^Pult, for (.+)$/.exec(actor)?.[1];
    if (person === ANONYMOUS) return t(`memory.${as}By`, { when, actor: t("memory.timer") });
    if (person !== undefined) {
      return t(`memory.${as}By`, { when, actor: t("memory.timerOf", { person }) });
    }
    if (actor === ANONYMOUS) return t(`memory.${as}`, { when });
    return t(`memory.${as}By`, { when, actor });
  };
}
