import * as z from "zod/mini";
import { API_PREFIX, type Operation } from "#api/operation.ts";
import { operationList } from "#api/operations.ts";

type Json = Record<string, unknown>;

const errorBody = z.object({
  message: z.string(),
  code: z.optional(z.union([z.int(), z.string()])),
});
const invalidBody = z.object({
  message: z.string(),
  errors: z.record(z.string(), z.array(z.string())),
});

const ERRORS = {
  400: ["WrongParameter", "A wrong parameter, in the provider's words", errorBody],
  401: ["Unauthenticated", "The token is missing, wrong or withdrawn", errorBody],
  404: ["NotFound", "There is no such thing", errorBody],
  422: ["Invalid", "The body is rejected, with reasons by field", invalidBody],
  429: ["TooManyRequests", "Too many requests: wait as Retry-After says", errorBody],
  500: ["NoAccess", "No access, or the provider failed", errorBody],
} as const;

/** The whole contract as an OpenAPI 3.1 document; schemas describe the data as sent over HTTP. */
export function openapiDocument(version: string): Json {
  const paths: Record<string, Json> = {};
  for (const op of operationList) {
    const path = (paths[API_PREFIX + op.path] ??= {});
    path[op.method.toLowerCase()] = operationObject(op);
  }
  return {
    openapi: "3.1.0",
    info: {
      title: "Plusofon REST API, as Pult uses it",
      version,
      description: "Written from Pult's own declarations. HTTP 200 may carry `success: false`.",
    },
    servers: [{ url: "https://restapi.plusofon.ru" }],
    security: [{ bearer: [], client: [] }],
    tags: [...new Set(operationList.map((op) => op.source))].map((name) => ({ name })),
    paths,
    components: {
      securitySchemes: {
        bearer: { type: "http", scheme: "bearer" },
        client: { type: "apiKey", in: "header", name: "Client" },
      },
      responses: errorResponses(),
    },
  };
}

function operationObject(op: Operation): Json {
  const parameters = [...toParameters("path", op.params), ...toParameters("query", op.query)];
  const errors = Object.entries(ERRORS).map(([status, [name]]) => [
    status,
    { $ref: `#/components/responses/${name}` },
  ]);
  return {
    operationId: op.name,
    summary: op.summary,
    tags: [op.source],
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(op.body === undefined ? {} : { requestBody: { required: true, content: json(op.body) } }),
    responses: { [op.location ? "201" : "200"]: success(op), ...Object.fromEntries(errors) },
  };
}

function toParameters(place: "path" | "query", schema: z.core.$ZodType | undefined): Json[] {
  if (schema === undefined) return [];
  const { properties = {}, required = [] } = toJsonSchema(schema);
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: place,
    required: place === "path" || required.includes(name),
    schema: property,
  }));
}

function success(op: Operation): Json {
  const content = json(op.response);
  if (op.location === undefined) return { description: "Done", content };
  const Location = {
    description: "Address of what was created; only its last segment counts.",
    schema: { type: "string" },
  };
  return { description: "Created", headers: { Location }, content };
}

function errorResponses(): Json {
  const retry = { description: "Seconds to wait", schema: { type: "string" } };
  const entries = Object.entries(ERRORS).map(([status, [name, description, body]]) => [
    name,
    {
      description,
      ...(status === "429" ? { headers: { "Retry-After": retry } } : {}),
      content: json(body),
    },
  ]);
  return Object.fromEntries(entries) as Json;
}

function json(schema: z.core.$ZodType): Json {
  return { "application/json": { schema: toJsonSchema(schema) } };
}

function toJsonSchema(schema: z.core.$ZodType): z.core.JSONSchema.ObjectSchema {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io: "input" });
  return rest as z.core.JSONSchema.ObjectSchema;
}
