/** Our icons: one 24-unit grid, one stroke, drawn for this app. */
const PATHS = {
  phone:
    "M6 3h3l2 5-2.5 1.5a11 11 0 0 0 6 6L16 13l5 2v3a3 3 0 0 1-3 3A15 15 0 0 1 3 6a3 3 0 0 1 3-3",
  home: "M4 11l8-7 8 7v9h-5v-6H9v6H4z",
  pulse: "M3 12h4l3-8 4 16 3-8h4",
  trunk: "M4 7h10m0 0-3-3m3 3-3 3M20 17H10m0 0 3-3m-3 3 3 3",
  spark: "M12 3v5m0 8v5M3 12h5m8 0h5M7 7l2 2m6 6 2 2M17 7l-2 2m-6 6-2 2",
  voicemail:
    "M6 15.500a3.500 3.500 0 1 0 0-7 3.500 3.500 0 0 0 0 7m0 0h12m0 0a3.500 3.500 0 1 0 0-7 3.500 3.500 0 0 0 0 7",
  globe: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18M3 12h18M12 3c5 5 5 13 0 18M12 3c-5 5-5 13 0 18",
  search: "M11 4a7 7 0 1 0 0 14 7 7 0 0 0 0-14m5 12 5 5",
  close: "M5 5l14 14M19 5L5 19",
  plus: "M12 4v16M4 12h16",
  minus: "M4 12h16",
  copy: "M9 9h11v12H9zM15 9V3H4v12h5",
  eye: "M2 12s4-7 10-7 10 7 10 7-4 7-10 7-10-7-10-7m10-3a3 3 0 1 0 0 6 3 3 0 0 0 0-6",
  eyeOff:
    "M3 3l18 18M10 5.200A10 10 0 0 1 12 5c6 0 10 7 10 7a18 18 0 0 1-3 3.700M6 7.500A18 18 0 0 0 2 12s4 7 10 7a9 9 0 0 0 4-1",
  edit: "M4 20h4L20 8l-4-4L4 16z",
  trash: "M4 7h16M9 7V4h6v3M6 7l1 14h10l1-14",
  refresh: "M20 12a8 8 0 1 1-2.300-5.700M20 3v5h-5",
  sun: "M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8M12 2v2m0 16v2M2 12h2m16 0h2M5 5l1.500 1.500m11 11L19 19M19 5l-1.500 1.500m-11 11L5 19",
  moon: "M20 14.500A8.500 8.500 0 0 1 9.500 4 8.500 8.500 0 1 0 20 14.500",
  auto: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18v18",
  back: "M15 5l-7 7 7 7",
  dice: "M4 4h16v16H4zM8.500 8.500h.01M15.500 8.500h.01M12 12h.01M8.500 15.500h.01M15.500 15.500h.01",
  warning: "M12 4 2.500 20h19zM12 10v4m0 3h.01",
  check: "M4 12.500l5 5L20 6.500",
  up: "M6 15l6-6 6 6",
  bell: "M6 16V11a6 6 0 0 1 12 0v5l2 2H4zM10 21h4",
  screen: "M3 5h18v12H3zM9 21h6M12 17v4",
  down: "M6 9l6 6 6-6",
  grip: "M9 6h.01M15 6h.01M9 12h.01M15 12h.01M9 18h.01M15 18h.01",
  rows: "M4 6h16M4 12h16M4 18h16",
  more: "M4.5 12h1m6 0h1m6 0h1m-15 .3h1m6 0h1m6 0h1",
  filter: "M4 6h16M7 12h10M10 18h4",
} as const;
export type IconName = keyof typeof PATHS;

/** Decorative: the control around it has the name. */
export function Icon({ name, size = 20 }: { name: IconName; size?: number }) {
  // In rem: grows with the text when the user enlarges it.
  const side = `${size / 16}rem`;
  return (
    <svg
      width={side}
      height={side}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.75"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
