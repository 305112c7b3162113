import IconButton from "@mui/material/IconButton";
import { useColorScheme } from "@mui/material/styles";
import { Icon } from "#ui/icons.tsx";
import { useAppText } from "../messages.ts";

const NEXT = { system: "light", light: "dark", dark: "system" } as const;
const ICON = { system: "auto", light: "sun", dark: "moon" } as const;

/** As in the system, light, dark, and round again. */
export function SchemeSwitch() {
  const t = useAppText();
  const { mode = "system", setMode } = useColorScheme();
  const next = NEXT[mode];
  const name = t("app.scheme", { scheme: t(`app.scheme.${mode}`), next: t(`app.scheme.${next}`) });
  return (
    <IconButton
      aria-label={name}
      title={name}
      onClick={() => setMode(next)}
      sx={{ width: 36, height: 36, color: "text.secondary" }}
    >
      <Icon name={ICON[mode]} />
    </IconButton>
  );
}
