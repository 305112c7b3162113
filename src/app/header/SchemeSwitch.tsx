import IconButton from "@mui/material/IconButton";
import { useColorScheme } from "@mui/material/styles";
import { Icon } from "#ui/icons.tsx";
import { useText } from "#i18n/texts.ts";

const NEXT = { system: "light", light: "dark", dark: "system" } as const;
const ICON = { system: "auto", light: "sun", dark: "moon" } as const;

/** Cycles through the system's scheme, light and dark. */
export function SchemeSwitch({ labelled = false }: { labelled?: boolean }) {
  const t = useText();
  const { mode = "system", setMode } = useColorScheme();
  const next = NEXT[mode];
  const name = t("app.scheme", { scheme: t(`app.scheme.${mode}`), next: t(`app.scheme.${next}`) });
  return (
    <IconButton
      aria-label={name}
      title={name}
      onClick={() => setMode(next)}
      sx={{
        gap: 2,
        minWidth: "2.25rem",
        minHeight: "2.25rem",
        borderRadius: labelled ? 2 : undefined,
        color: "text.secondary",
        fontSize: "0.8125rem",
      }}
    >
      <Icon name={ICON[mode]} />
      {labelled && t("app.schemeNow", { scheme: t(`app.scheme.${mode}`) })}
    </IconButton>
  );
}
