import { type Control, useWatch } from "react-hook-form";
import { useLocale } from "#i18n/messages.ts";
import { Notice } from "#ui/Notice.tsx";
import { DebouncedLiveText } from "#ui/DebouncedLiveText.tsx";
import { useText } from "#i18n/texts.ts";
import type { ConnectionValues, FieldName } from "./values.ts";

interface Props<R> {
  control: Control<ConnectionValues, unknown, R>;
  asked: readonly FieldName[];
  /** The servers that are set now. */
  servers: readonly string[];
}

/** What the provider did not return, why it is asked for, and how much of it is still missing. */
export function ReentryNotice<R>({ control, asked, servers }: Props<R>) {
  const t = useText();
  const locale = useLocale();
  const values = useWatch({ control });
  if (asked.length === 0) return null;
  const several = servers.length > 1;
  // Of several servers it cannot be said that they were not returned.
  const untold = asked.filter((name) => name !== "host" || !several);
  const parts = untold.map((name) => t(`externalForm.part.${name}`));
  const words = { parts: new Intl.ListFormat(locale).format(parts) };
  const missing = asked.filter((name) => values[name]?.trim() === "").length;
  return (
    <>
      <Notice tone="attention">
        {untold.length > 0 && <p>{t("externalForm.asked", words)}</p>}
        {several && (
          <p>{t("externalForm.several", { n: servers.length, servers: servers.join(", ") })}</p>
        )}
      </Notice>
      {/* Not in the notice: all of that would be read out whenever the count changes. */}
      <DebouncedLiveText
        text={
          missing > 0
            ? t("externalForm.askedLeft", { missing, total: asked.length })
            : t("externalForm.askedDone")
        }
      />
    </>
  );
}
