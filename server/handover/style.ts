/** The colours are those of the app (`src/ui/colors.ts`). */
const LIGHT = `
  --canvas: #f5f7f9;
  --paper: #ffffff;
  --ink: #16222d;
  --soft: #506070;
  --line: #dce3e9;
  --petrol: #0b6370;
  --on-petrol: #ffffff;
`;
const DARK = `
  --canvas: #0e151b;
  --paper: #151f27;
  --ink: #e4ebf1;
  --soft: #9fb0bf;
  --line: #273541;
  --petrol: #63c5d1;
  --on-petrol: #062a30;
`;

/** Of the pages that a link opens, which are without the app's own. */
export const STYLE = `
:root { color-scheme: light dark; ${LIGHT} }
@media (prefers-color-scheme: dark) { :root { ${DARK} } }
* { box-sizing: border-box; }
body {
  margin: 0;
  padding: 24px 16px;
  background: var(--canvas);
  color: var(--ink);
  font: 1rem/1.5rem system-ui, sans-serif;
  overflow-wrap: anywhere;
}
main {
  max-width: 30rem;
  margin: 0 auto;
  padding: 24px;
  border: 1px solid var(--line);
  border-radius: 12px;
  background: var(--paper);
}
h1 { margin: 0; font-size: 1.375rem; line-height: 1.75rem; }
h2 { margin: 28px 0 8px; font-size: 1rem; line-height: 1.5rem; }
p { margin: 8px 0 0; }
.soft { color: var(--soft); font-size: 0.875rem; line-height: 1.25rem; }
dl { margin: 20px 0 0; border-top: 1px solid var(--line); }
dl > div {
  display: grid;
  grid-template-columns: 7.5rem 1fr;
  gap: 0 12px;
  padding: 8px 0;
  border-bottom: 1px solid var(--line);
}
dt { color: var(--soft); }
dd { margin: 0; }
.typed { font-family: ui-monospace, Menlo, Consolas, monospace; font-weight: 600; user-select: all; -webkit-user-select: all; }
ol { margin: 8px 0 0; padding-left: 1.5rem; }
li + li { margin-top: 6px; }
button, .button {
  display: inline-block;
  margin: 20px 0 0;
  padding: 12px 20px;
  border: 0;
  border-radius: 8px;
  background: var(--petrol);
  color: var(--on-petrol);
  font: inherit;
  font-weight: 600;
  text-decoration: none;
  cursor: pointer;
}
.button { margin-top: 12px; }
:focus-visible { outline: 3px solid var(--petrol); outline-offset: 2px; }
[hidden] { display: none; }
@media (max-width: 24rem) {
  main { padding: 20px 16px; }
  dl > div { grid-template-columns: 1fr; }
}
@media (forced-colors: active) { button, .button { border: 1px solid; } }
@media print { .screen { display: none; } main { border: 0; } }
`;
