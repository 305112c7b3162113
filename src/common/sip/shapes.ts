import type { StateShape } from "#ui/StateMark.tsx";
import type { SipState } from "#domain/sip/rows.ts";

/** The shape of each state, the same on every screen. */
export const SHAPES: Record<SipState, StateShape> = {
  online: "filled",
  offline: "ring",
  creating: "half",
  unknown: "dashed",
};
