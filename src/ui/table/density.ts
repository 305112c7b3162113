import { useState } from "react";
import { remember, remembered } from "#i18n/storage.ts";
import { useRootScale } from "../rootScale.ts";
import { PHONE, useMediaQuery } from "../useMediaQuery.ts";

const STORED = "pult.compact";
/** At the usual font size. */
const HEIGHT = { phone: 64, normal: 44, compact: 36 } as const;

/** Height of a row in pixels by the person's choice, which is remembered, and by the screen. */
export function useDensity() {
  const [compact, setCompact] = useState(() => remembered(STORED) === "yes");
  const phone = useMediaQuery(PHONE);
  const toggle = () => {
    remember(STORED, compact ? "no" : "yes");
    setCompact(!compact);
  };
  const chosen = compact ? HEIGHT.compact : HEIGHT.normal;
  const rowHeight = Math.round((phone ? HEIGHT.phone : chosen) * useRootScale());
  return { rowHeight, compact, toggle };
}
