import { describe, expect, it } from "vitest";
import { startLogin } from "./testing/startLogin.ts";

describe("a store that fails", () => {
  it.each(["/api/session", "/api/v1/sip", "/api/pult/journal", "/api/pult/sessions"])(
    "is the reason of the 503 of %s",
    async (path) => {
      // A folder can't be made there.
      const { browser } = await startLogin({ store: { file: "/dev/null/data/pult.db" } });
      // Without a cookie nobody would ask for a session.
      const somebody = browser("pult.session_token=somebody.signature");
      const answer = await somebody.fetchPath("GET", path);
      expect(answer).toMatchObject({
        status: 503,
        json: { proxy: "store-failed", store: "read-only" },
      });
    },
  );
});
