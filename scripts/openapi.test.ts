import { Validator } from "@seriousme/openapi-schema-validator";
import { describe, expect, it } from "vitest";
import { operationList } from "#api/operations.ts";
import { openapiDocument } from "./lib/openapiDocument.ts";

interface OperationObject {
  operationId: string;
  parameters?: { name: string; in: string; required: boolean; schema: unknown }[];
  requestBody?: { content: Record<string, { schema: { properties: Record<string, unknown> } }> };
  responses: Record<string, { headers?: Record<string, unknown> }>;
}

const document = openapiDocument("1.2.3");
const paths = document["paths"] as Record<string, Record<string, OperationObject>>;
const all = Object.values(paths).flatMap((path) => Object.values(path));
const bodyProperties = (op: OperationObject | undefined) =>
  op?.requestBody?.content["application/json"]?.schema.properties;

describe("the OpenAPI document", () => {
  it("is valid OpenAPI 3.1", async () => {
    const validator = new Validator();
    expect(await validator.validate(structuredClone(document))).toEqual({ valid: true });
    expect(validator.version).toBe("3.1");
  });

  it("has every operation once", () => {
    expect(all.map((op) => op.operationId).sort()).toEqual(
      operationList.map((op) => op.name).sort(),
    );
  });

  it("contains the limits", () => {
    const body = bodyProperties(paths["/api/v1/sip"]?.["put"]);
    expect(body?.["number"]).toMatchObject({ minimum: 200, maximum: 99_999 });
    expect(body?.["sip_timeout"]).toMatchObject({ minimum: 0, maximum: 90, multipleOf: 5 });
    const scenario = bodyProperties(paths["/api/v1/sip/{id}/scenarios"]?.["post"]);
    expect(scenario?.["phones"]).toMatchObject({ maxItems: 5 });
  });

  it("lists path and query parameters, and the bodies of the two GETs", () => {
    const list = paths["/api/v1/sip/{id}/scenarios"]?.["get"];
    expect(list?.parameters).toMatchObject([
      { name: "id", in: "path", required: true, schema: { type: "integer" } },
      { name: "page", in: "query", required: false },
      { name: "limit", in: "query", required: false },
    ]);
    expect(bodyProperties(paths["/api/v1/smart-numbers"]?.["get"])).toHaveProperty("user_id");
    expect(bodyProperties(paths["/api/v1/number/external/status"]?.["get"])).toHaveProperty(
      "logins",
    );
  });

  it("declares the Location header of creations", () => {
    const created = all.filter((op) => op.responses["201"]?.headers?.["Location"] !== undefined);
    expect(created.map((op) => op.operationId).sort()).toEqual([
      "createScenario",
      "createSipAccount",
    ]);
  });
});
