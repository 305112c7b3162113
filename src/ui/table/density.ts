import { useState } from "react";
import { writeStored, readStored } from "#i18n/storage.ts";
import { useRootScale } from "../rootScale.ts";
import { PHONE, useMediaQuery } from "../useMediaQuery.ts";

const STORED = "pult.compact";
/** Pixels at the default font size. */
const HEIGHT = { phone: 64, normal: 44, compact: 36 } as const;

/** The row height in pixels, by the user's stored choice and the screen. */
export function useDensity() {
  const [compact, setCompact] = useState(() => readStored(STORED) === "yes");
  const phone = useMediaQuery(PHONE);
  const toggle = () => {
    writeStored(STORED, compact ? "no" : "yes");
    setCompact(!compact);
  };
  const chosen = compact ? HEIGHT.compact : HEIGHT.normal;
  const rowHeight = Math.round((phone ? HEIGHT.phone : chosen) * useRootScale());
  return { rowHeight, compact, toggle };
}
