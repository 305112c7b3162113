import { QueryClient } from "@tanstack/react-query";
import { beforeEach, describe, expect, it } from "vitest";
import { closeDirections, openDirections } from "#api/directions.ts";
import { label } from "#api/operation.ts";
import { joinCountries } from "#domain/directions/model.ts";
import { buildPlan } from "../draft/plan.ts";
import { allowedDirectionsQuery, directionsQuery } from "#domain/directions/queries.ts";
import { fault, office, requests } from "#app/testing/sandbox.ts";
import { applyPlan, reversePlan } from "./applyPlan.ts";

const [PUT, DELETE, GET] = [label(openDirections), label(closeDirections), "GET /direction"];
const WRITES = ["PUT", "DELETE"];
let client: QueryClient;

/**
 * Reads both lists and builds a plan: which of these codes' first countries to open, which to
 * close.
 */
async function planned(opens: string[], closes: string[]) {
  const [{ directions }, { directions: allowed }] = await Promise.all([
    client.fetchQuery(directionsQuery()),
    client.fetchQuery(allowedDirectionsQuery()),
  ]);
  const countries = joinCountries(directions, allowed);
  const staged = new Map(
    [...opens, ...closes].flatMap((code) => {
      const country = countries.find((one) => one.code === code);
      return country ? [[country.id, { open: opens.includes(code), country }]] : [];
    }),
  );
  return buildPlan(countries, staged);
}

const writes = () =>
  requests()
    .filter(({ operation }) => WRITES.some((verb) => operation?.startsWith(verb) === true))
    .map(({ operation, body }) => [operation, body]);
const shown = () =>
  Object.keys(client.getQueryData(allowedDirectionsQuery().queryKey)?.directions ?? {});

beforeEach(() => {
  client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
});

describe("a plan", () => {
  it("is sent as documented, closing first, and shows before the list is refetched", async () => {
    const plan = await planned(["43", "32"], ["7", "36"]);
    const outcome = await applyPlan(client, plan);
    expect(outcome).toMatchObject({ done: true });
    expect(writes()).toEqual([
      [DELETE, { codes: ["36", "7"] }],
      [PUT, { direction_ids: plan.open }],
    ]);
    expect(plan.open.every(Number.isInteger)).toBe(true);
    expect(shown()).toEqual(expect.arrayContaining(["32", "43"]));
    expect(shown()).not.toEqual(expect.arrayContaining(["7"]));
    expect(shown()).not.toEqual(expect.arrayContaining(["36"]));
  });

  it("with one step sends no other", async () => {
    await applyPlan(client, await planned(["43"], []));
    expect(writes().map(([operation]) => operation)).toEqual([PUT]);
  });

  it("can be undone: what opened closes by code, what closed opens by all its ids", async () => {
    const before = [...office().openDirections].sort();
    const plan = await planned(["1"], ["7"]);
    await applyPlan(client, plan);
    const back = reversePlan(plan);
    expect(back).toMatchObject({ close: ["1"] });
    expect(back?.open).toHaveLength(2);
    expect(back && (await applyPlan(client, back))).toMatchObject({ done: true });
    expect([...office().openDirections].sort()).toEqual(before);
  });

  it("that closed what the list of all countries lacks can't be undone", async () => {
    const plan = await planned([], ["36"]);
    const unknown = plan.closes.map((one) => ({ ...one, directionId: undefined }));
    expect(reversePlan({ ...plan, closes: unknown })).toBeUndefined();
    const [one] = plan.closes;
    const codeless = one && { ...one, code: "" };
    expect(
      codeless && reversePlan({ opens: [codeless], closes: [], impliedCloses: [] }),
    ).toBeUndefined();
  });
});

describe("a step that fails", () => {
  it.each([
    ["status:422", "none"],
    ["status:500:no-access", "none"],
    ["status:429", "none"],
    ["status:500", "none"],
    ["html", "none"],
    ["success-false", "none"],
    ["drop", "none"],
  ])(
    "that is the second, with %s: the first remains done, nothing is sent twice",
    async (kind, found) => {
      const plan = await planned(["43"], ["36"]);
      fault({ operation: PUT, fault: kind });
      const outcome = await applyPlan(client, plan);
      expect(outcome).toMatchObject({
        done: false,
        step: "open",
        otherDone: true,
        otherLeft: false,
        found,
      });
      expect(writes()).toHaveLength(2);
      expect(shown()).not.toContain("36");
      expect(requests(GET)).toHaveLength(2);
    },
  );

  it.each(["status:422", "status:500", "drop"])(
    "that is the first, with %s: the second is not sent",
    async (kind) => {
      const plan = await planned(["43"], ["36"]);
      fault({ operation: DELETE, fault: kind });
      expect(await applyPlan(client, plan)).toMatchObject({
        step: "close",
        otherDone: false,
        otherLeft: true,
        found: "none",
      });
      expect(writes()).toHaveLength(1);
      expect(shown()).toContain("36");
    },
  );

  it.each(["drop", "truncate"])(
    "that fails only in its response (%s after it was done) counts as done",
    async (kind) => {
      const plan = await planned(["43"], ["36"]);
      fault({ operation: "*", fault: kind, after: true, times: 1 });
      expect(await applyPlan(client, plan)).toMatchObject({ done: true });
      expect(writes()).toHaveLength(2);
    },
  );

  it("has an unknown outcome where the list can't be read either", async () => {
    const plan = await planned(["43"], []);
    fault({ operation: PUT, fault: "drop", after: true }, { operation: GET, fault: "status:500" });
    const outcome = await applyPlan(client, plan);
    expect(outcome).toMatchObject({ done: false, step: "open", found: undefined });
    expect(writes()).toHaveLength(1);
  });

  it("that was done in part is reported so", async () => {
    const plan = await planned(["43", "32"], []);
    fault({ operation: PUT, fault: "status:500" });
    // A colleague, or the provider itself, did half of it.
    office().openDirections.add(String(plan.open[0]));
    expect(await applyPlan(client, plan)).toMatchObject({ done: false, found: "part" });
  });
});
