/**
 * Four shapes that differ without colour, each with one meaning: registered or open; not; being
 * created; unknown. What is risky or about to change has an icon.
 */
export type StateShape = "filled" | "ring" | "half" | "dashed";

const COLOR: Record<StateShape, string> = {
  filled: "var(--mui-palette-pult-online)",
  ring: "var(--mui-palette-pult-offline)",
  half: "var(--mui-palette-pult-attention)",
  dashed: "var(--mui-palette-pult-inkSoft)",
};

interface Props {
  shape: StateShape;
  size?: number;
  /** Without the colour of a warning, where the state is harmless. */
  quiet?: boolean;
}

/** A state as a shape. Decorative: the text is next to it. */
export function StateMark({ shape, size = 12, quiet = false }: Props) {
  const color = quiet ? COLOR.dashed : COLOR[shape];
  return (
    <svg width={size} height={size} viewBox="0 0 12 12" aria-hidden="true" color={color}>
      {shape === "filled" ? (
        <circle cx="6" cy="6" r="5" fill="currentColor" />
      ) : (
        <Outline shape={shape} />
      )}
    </svg>
  );
}

function Outline({ shape }: { shape: StateShape }) {
  return (
    <>
      <circle
        cx="6"
        cy="6"
        r="4.75"
        fill="none"
        stroke="currentColor"
        strokeWidth={shape === "ring" ? 2 : 1.5}
        strokeDasharray={shape === "dashed" ? "2.4 2.6" : undefined}
      />
      {shape === "half" && <path d="M6 1.25a4.75 4.75 0 0 1 0 9.5z" fill="currentColor" />}
    </>
  );
}
