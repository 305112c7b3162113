import { type Control, useWatch } from "react-hook-form";
import { useLocale } from "#i18n/messages.ts";
import { Notice } from "#ui/Notice.tsx";
import { useExternalText } from "../messages.ts";
import type { ConnectionValues, FieldName } from "./values.ts";

interface Props<R> {
  control: Control<ConnectionValues, unknown, R>;
  asked: readonly FieldName[];
}

/** What the provider did not return, why it is asked for, and how much of it is still missing. */
export function AskedNotice<R>({ control, asked }: Props<R>) {
  const t = useExternalText();
  const locale = useLocale();
  const values = useWatch({ control });
  if (asked.length === 0) return null;
  const parts = new Intl.ListFormat(locale).format(
    asked.map((name) => t(`externalForm.part.${name}`)),
  );
  const missing = asked.filter((name) => values[name]?.trim() === "").length;
  return (
    <Notice tone="attention">
      <p>{t("externalForm.asked", { n: asked.length, parts })}</p>
      <p>
        {missing > 0
          ? t("externalForm.askedLeft", { missing, total: asked.length })
          : t("externalForm.askedDone")}
      </p>
    </Notice>
  );
}
