import IconButton from "@mui/material/IconButton";
import { rememberLocale } from "#i18n/locale.ts";
import { setLocale, useLocale } from "#i18n/messages.ts";
import { reloadIfStale } from "#ui/staleBuild.ts";
import { toast } from "#ui/toasts.ts";
import { useText } from "#i18n/texts.ts";

/** Offers the other language, in that language. */
export function LanguageSwitch({ labelled = false }: { labelled?: boolean }) {
  const t = useText();
  const other = useLocale() === "ru" ? "en" : "ru";
  return (
    <IconButton
      lang={other}
      aria-label={labelled ? undefined : `${t("app.languageShort")}: ${t("app.language")}`}
      title={t("app.language")}
      onClick={() => {
        setLocale(other).catch(async () => {
          const reloads = await reloadIfStale(() => rememberLocale(other));
          if (!reloads) toast("error", t("crash.chunk"));
        });
      }}
      sx={{
        fontSize: "0.8125rem",
        fontWeight: 600,
        minWidth: "2.25rem",
        minHeight: "2.25rem",
        borderRadius: labelled ? 2 : undefined,
        color: "text.secondary",
      }}
    >
      {labelled ? t("app.language") : t("app.languageShort")}
    </IconButton>
  );
}
