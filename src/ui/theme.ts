import { createTheme, shouldSkipGeneratingVar } from "@mui/material/styles";
import { createElement } from "react";
import { once } from "#lib/once.ts";
import { PHONE } from "./useMediaQuery.ts";
import { dark, light } from "./colors.ts";
import { Spinner } from "./Spinner.tsx";

declare module "@mui/material/styles" {
  interface Palette {
    pult: typeof light;
  }
  interface PaletteOptions {
    pult?: typeof light;
  }
}

function toPalette(colors: typeof light) {
  return {
    pult: colors,
    primary: { main: colors.petrol, dark: colors.petrolDark, contrastText: colors.onPetrol },
    success: { main: colors.online },
    error: { main: colors.offline },
    warning: { main: colors.attention },
    text: { primary: colors.ink, secondary: colors.inkSoft },
    background: { default: colors.canvas, paper: colors.paper },
    divider: colors.hairline,
  };
}

/**
 * MUI components that the app does not use, with two dozen colours each. To use one, remove it from
 * here: without its variables it throws.
 */
const UNUSED =
  /^(Alert|AppBar|Avatar|Chip|FilledInput|LinearProgress|Skeleton|Slider|SnackbarContent|SpeedDialAction|StepConnector|StepContent|Switch|TableCell|Tooltip)$/;

/** Skips two thirds of MUI's CSS variables, which would be parsed before the first paint. */
function hasNoVariable(keys: string[]): boolean {
  const [part = "", name = ""] = keys;
  if (part === "overlays" || (part === "palette" && UNUSED.test(name))) return true;
  return shouldSkipGeneratingVar(keys);
}

const FONT = '"Golos Text Variable", "Golos Fallback", system-ui, sans-serif';
/** Credentials and other text that is copied letter by letter. */
export const MONOSPACE = "ui-monospace, SFMono-Regular, Menlo, Consolas, monospace";

const ON_A_PHONE = `@media ${PHONE}`;
/** The minimum size of a touch target. */
const TARGET = "2.75rem";

/**
 * Our MUI theme: one type scale, a 4 px grid, hairlines, one accent. Created by the first render
 * rather than at import, so that the start is not one long task.
 */
export const appTheme = once(() =>
  createTheme({
    cssVariables: { colorSchemeSelector: "data-scheme", shouldSkipGeneratingVar: hasNoVariable },
    colorSchemes: { light: { palette: toPalette(light) }, dark: { palette: toPalette(dark) } },
    spacing: 4,
    shape: { borderRadius: 8 },
    typography: {
      fontFamily: FONT,
      fontSize: 14,
      fontWeightRegular: 400,
      fontWeightMedium: 600,
      fontWeightBold: 600,
      h1: { fontSize: "1.25rem", lineHeight: "1.75rem", fontWeight: 600 },
      h2: { fontSize: "1rem", lineHeight: "1.5rem", fontWeight: 600 },
      body1: { fontSize: "0.875rem", lineHeight: "1.25rem" },
      body2: { fontSize: "0.8125rem", lineHeight: "1.125rem" },
      caption: { fontSize: "0.75rem", lineHeight: "1rem" },
      button: {
        fontSize: "0.875rem",
        lineHeight: "1.25rem",
        fontWeight: 600,
        textTransform: "none",
      },
    },
    components: {
      MuiButtonBase: { defaultProps: { disableRipple: true } },
      MuiButton: {
        defaultProps: { disableElevation: true, loadingIndicator: createElement(Spinner) },
        styleOverrides: {
          root: { minHeight: "2.25rem", paddingInline: 16, [ON_A_PHONE]: { minHeight: TARGET } },
        },
      },
      MuiIconButton: {
        defaultProps: { loadingIndicator: createElement(Spinner) },
        styleOverrides: { root: { [ON_A_PHONE]: { minWidth: TARGET, minHeight: TARGET } } },
      },
      MuiOutlinedInput: {
        styleOverrides: {
          input: { padding: "8px 12px", height: "1.25rem" },
          root: ({ theme: t }) => ({
            [ON_A_PHONE]: { minHeight: TARGET },
            backgroundColor: t.vars?.palette.background.paper,
            // 3:1 against the background, as WCAG requires of a control's border.
            "& .MuiOutlinedInput-notchedOutline": { borderColor: t.vars?.palette.pult.outline },
          }),
        },
      },
      // The dark palette has its own surfaces: no MUI overlay.
      MuiPaper: { styleOverrides: { root: { backgroundImage: "none" } } },
    },
  }),
);
