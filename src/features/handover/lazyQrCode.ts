import { lazyPart } from "#ui/lazyPart.tsx";

/** Whoever hands over a card or a file draws no code. */
export const QrCode = lazyPart(
  async () => (await import("./QrCode.tsx")).QrCode,
  // The button above it tries again.
  () => undefined,
);
