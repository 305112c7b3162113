import { createTheme, shouldSkipGeneratingVar } from "@mui/material/styles";
import { once } from "#i18n/once.ts";
import { PHONE } from "./useMediaQuery.ts";
import { dark, light } from "./colors.ts";

declare module "@mui/material/styles" {
  interface Palette {
    pult: typeof light;
  }
  interface PaletteOptions {
    pult?: typeof light;
  }
}

function paletteOf(colors: typeof light) {
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
 * Parts of MUI that the app does not have, with two dozen colours each. Whoever takes one takes
 * it out of here: without its variables it throws.
 */
const UNUSED =
  /^(Alert|AppBar|Avatar|Chip|FilledInput|LinearProgress|Skeleton|Slider|SnackbarContent|SpeedDialAction|StepConnector|StepContent|Switch|TableCell|Tooltip)$/;

/** What gets no CSS variable: two thirds of them, all to be parsed before the first paint. */
function hasNoVariable(keys: string[]): boolean {
  const [part = "", name = ""] = keys;
  if (part === "overlays" || (part === "palette" && UNUSED.test(name))) return true;
  return shouldSkipGeneratingVar(keys);
}

const FONT = '"Golos Text Variable", "Golos Fallback", system-ui, sans-serif';
/** Credentials and other text that is copied letter by letter. */
export const MONOSPACE = "ui-monospace, SFMono-Regular, Menlo, Consolas, monospace";

const ON_A_PHONE = `@media ${PHONE}`;
/** What a finger hits. */
const TARGET = "2.75rem";

/**
 * Our look on MUI's parts: one type scale, a 4 px grid, hairlines, one accent. Made by the first
 * render: with all the code that is read in, it would hold up the page in one go.
 */
export const appTheme = once(() =>
  createTheme({
    cssVariables: { colorSchemeSelector: "data-scheme", shouldSkipGeneratingVar: hasNoVariable },
    colorSchemes: { light: { palette: paletteOf(light) }, dark: { palette: paletteOf(dark) } },
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
        defaultProps: { disableElevation: true },
        styleOverrides: {
          root: { minHeight: "2.25rem", paddingInline: 16, [ON_A_PHONE]: { minHeight: TARGET } },
        },
      },
      MuiIconButton: {
        styleOverrides: { root: { [ON_A_PHONE]: { minWidth: TARGET, minHeight: TARGET } } },
      },
      MuiTableCell: {
        styleOverrides: {
          root: ({ theme: t }) => ({
            fontSize: "0.8125rem",
            lineHeight: "1.125rem",
            padding: "0 12px",
            borderColor: t.vars?.palette.divider,
          }),
          head: ({ theme: t }) => ({ color: t.vars?.palette.text.secondary, fontWeight: 400 }),
        },
      },
      MuiOutlinedInput: {
        styleOverrides: {
          input: { padding: "8px 12px", height: "1.25rem" },
          root: ({ theme: t }) => ({
            [ON_A_PHONE]: { minHeight: TARGET },
            backgroundColor: t.vars?.palette.background.paper,
            // 3:1 against the paper, as WCAG asks of a control's edge.
            "& .MuiOutlinedInput-notchedOutline": { borderColor: t.vars?.palette.pult.outline },
          }),
        },
      },
      // Dark is designed: no grey haze over raised surfaces.
      MuiPaper: { styleOverrides: { root: { backgroundImage: "none" } } },
    },
  }),
);
