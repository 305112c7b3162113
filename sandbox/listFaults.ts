import { HttpResponse } from "msw";
import { gzipSync } from "node:zlib";

type JsonObject = Record<string, unknown>;

const isJsonObject = (value: unknown): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Not representable in JavaScript: it would be rounded. */
const TOO_LARGE = "9007199254740993";

/**
 * The response with one invalid row in its list: a string, or the first row with null in a field.
 * An invalid `id` is a number too large for JavaScript.
 */
export async function withInvalidRow(response: Response, rows: string | undefined, field: string) {
  return transformBody(response, (body) => {
    if (rows === undefined || !isJsonObject(body)) return body;
    const all = body[rows];
    if (Array.isArray(all)) return { ...body, [rows]: replaceRow(all, field) };
    return isJsonObject(all) ? { ...body, [rows]: { ...all, "999": "?" } } : body;
  });
}

function replaceRow([first, ...rest]: readonly unknown[], field: string): unknown[] {
  if (field === "" || !isJsonObject(first))
    return ["?", ...(first === undefined ? [] : [first]), ...rest];
  return [{ ...first, [field]: field === "id" ? `#${TOO_LARGE}#` : null }, ...rest];
}

/** The first rows of a list that claims a hundred times as many and no further pages. */
export async function asPartialList(response: Response): Promise<Response> {
  return transformBody(response, (body) => {
    if (!isJsonObject(body) || !Array.isArray(body["data"])) return body;
    const data: unknown[] = body["data"].slice(0, 3);
    return { ...body, data, total: data.length * 100, last_page: 1 };
  });
}

/** The first page, labelled with another page number. */
export async function withPageNumber(response: Response, page: number): Promise<Response> {
  return transformBody(response, (body) =>
    isJsonObject(body) && "current_page" in body ? { ...body, current_page: page } : body,
  );
}

export async function gzipped(response: Response): Promise<Response> {
  const headers = new Headers(response.headers);
  headers.set("Content-Encoding", "gzip");
  const body = gzipSync(await response.text());
  return new HttpResponse(body, { status: response.status, headers });
}

async function transformBody(
  response: Response,
  change: (body: unknown) => unknown,
): Promise<Response> {
  const text = await response.text();
  const body: unknown = response.ok ? change(JSON.parse(text)) : JSON.parse(text);
  const bodyText = JSON.stringify(body).replaceAll(`"#${TOO_LARGE}#"`, TOO_LARGE);
  return new HttpResponse(bodyText, {
    status: response.status,
    headers: new Headers(response.headers),
  });
}
