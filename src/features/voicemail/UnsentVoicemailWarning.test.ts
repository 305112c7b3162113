import { describe, expect, it } from "vitest";
import { listSipAccounts } from "#api/sip.ts";
import { usesVoicemail } from "./UnsentVoicemailWarning.tsx";

/** An account as parsed from the provider's response. */
function account(scenario: object | null) {
  const row = { id: 1, name: "Анна", number: 202, aon: null, active_sip_scenario: scenario };
  const [read] = listSipAccounts.response.parse({ data: [row] }).data;
  if (read === undefined) throw new Error("no account");
  return read;
}
const scenario = { id: 5, name: "День", endpoints: [{ type: "sip", timeout: 20 }] };

describe("whether an account uses voicemail", () => {
  it.each([
    ["nothing is said", scenario, false],
    ["there is no scenario", null, false],
    ["it is said", { ...scenario, voicemail: true }, true],
    ["it is said as 1", { ...scenario, voicemail: 1 }, true],
    ["it is denied", { ...scenario, voicemail: false, endpoints: [{ type: "voicemail" }] }, false],
    ["an endpoint is one", { ...scenario, endpoints: [{ type: "voicemail", timeout: 0 }] }, true],
    ["an endpoint is unknown", { ...scenario, endpoints: [{ type: "fax", timeout: 0 }] }, false],
  ])("when %s", (_, given, uses) => {
    expect(usesVoicemail(account(given))).toBe(uses);
  });
});
