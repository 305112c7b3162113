import { expect, it, vi } from "vitest";
import { formatTypedPhone, phoneForRequest, readPhone } from "./phone.ts";

vi.mock("#lib/phoneLibrary.ts", () => ({
  readPhone: () => {
    throw new TypeError("Failed to fetch dynamically imported module");
  },
}));

it.each(["9993332210", "8 10 374 10 324040", "123-45-67", "+7 999 333-22-10"])(
  "rejects %j while the library that validates numbers is missing",
  async (typed) => {
    expect(await readPhone(typed)).toMatchObject({ ok: false, problem: { kind: "library" } });
    expect(await phoneForRequest(typed)).toBe("?");
    expect(await formatTypedPhone(typed, () => "formatted")).toBe(typed);
  },
);
