import { encode } from "uqr";
import styles from "./Handover.module.css";

/** Modules around a code, by its standard (ISO/IEC 18004). */
const QUIET = 4;
/** Pixels: a code of any size is about as large on the screen. */
const SIDE = 280;
const MIN_MODULE = 3;

interface Props {
  text: string;
  /** What the code is, for those who don't see it. */
  label: string;
  /** Whose it is: it stands within the frame, so that no code is taken for another. */
  caption: string;
}

/** A code of our own drawing, black on white in any colours: cameras read no other well. */
export function QrCode({ text, label, caption }: Props) {
  const { size, data } = encode(text, { ecc: "M", border: QUIET });
  const side = size * Math.max(MIN_MODULE, Math.floor(SIDE / size));
  const dark = data.flatMap((row, y) => row.flatMap((on, x) => (on ? [`M${x} ${y}h1v1h-1z`] : [])));
  return (
    <figure className={styles.code}>
      <svg
        role="img"
        aria-label={label}
        width={side}
        height={side}
        viewBox={`0 0 ${size} ${size}`}
        shapeRendering="crispEdges"
      >
        <path d={`M0 0h${size}v${size}h-${size}z`} fill="#fff" />
        <path d={dark.join("")} fill="#000" />
      </svg>
      <figcaption translate="no">{caption}</figcaption>
    </figure>
  );
}
