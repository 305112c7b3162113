import Button from "@mui/material/Button";
import { listNames } from "#domain/directions/model.ts";
import { useText } from "#i18n/texts.ts";
import type { Conflict } from "../draft/plan.ts";
import { useLocale } from "#i18n/messages.ts";
import { useDraft } from "../draft/context.ts";
import { resolveConflict } from "../draft/stagedChanges.ts";
import styles from "./Review.module.css";

/** Codes that are staged to be opened and closed at once: explained, and resolved either way. */
export function Conflicts({ conflicts }: { conflicts: readonly Conflict[] }) {
  const t = useText();
  const locale = useLocale();
  const { setStaged } = useDraft();
  return (
    <section className="stack gap-8">
      <h3 className="subheading strong">{t("review.conflicts")}</h3>
      {conflicts.map(({ code, open, close }) => {
        const decide = (way: boolean) =>
          setStaged((latest) => resolveConflict(latest, [...open, ...close], way));
        return (
          <div key={code} className={`card stack gap-8 ${styles.warning}`}>
            <p>
              {t("review.conflict", {
                code,
                open: listNames(open, locale),
                close: listNames(close, locale),
              })}
            </p>
            <div className="buttons">
              <Button size="small" variant="outlined" onClick={() => decide(true)}>
                {t("review.keepOpen", { code })}
              </Button>
              <Button size="small" variant="outlined" onClick={() => decide(false)}>
                {t("review.keepClosed", { code })}
              </Button>
            </div>
          </div>
        );
      })}
    </section>
  );
}
