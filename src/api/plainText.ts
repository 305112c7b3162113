import * as z from "zod/mini";

/** A text without NUL, which PostgreSQL can't take. */
export const plainText = (...checks: Parameters<ReturnType<typeof z.string>["check"]>) =>
  z.string().check(
    z.refine((text) => !text.includes("\0")),
    ...checks,
  );
