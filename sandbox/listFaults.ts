import { HttpResponse } from "msw";
import { gzipSync } from "node:zlib";

type Bag = Record<string, unknown>;

const isBag = (value: unknown): value is Bag =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** A number that JavaScript rounds to another one. */
const TOO_LARGE = "9007199254740993";

/**
 * The answer with one odd row among its rows: a text, or the first row with nothing in a field; its
 * id is one that JavaScript rounds.
 */
export async function withOddRow(whole: Response, rows: string | undefined, field: string) {
  return changed(whole, (body) => {
    if (rows === undefined || !isBag(body)) return body;
    const all = body[rows];
    if (Array.isArray(all)) return { ...body, [rows]: withOdd(all, field) };
    return isBag(all) ? { ...body, [rows]: { ...all, "999": "?" } } : body;
  });
}

function withOdd([first, ...rest]: readonly unknown[], field: string): unknown[] {
  if (field === "" || !isBag(first)) return ["?", ...(first === undefined ? [] : [first]), ...rest];
  return [{ ...first, [field]: field === "id" ? `#${TOO_LARGE}#` : null }, ...rest];
}

/** The first rows of a list, which says that there are a hundred times as many and no more pages. */
export async function asPart(whole: Response): Promise<Response> {
  return changed(whole, (body) => {
    if (!isBag(body) || !Array.isArray(body["data"])) return body;
    const data: unknown[] = body["data"].slice(0, 3);
    return { ...body, data, total: data.length * 100, last_page: 1 };
  });
}

/** The first page under the number of another. */
export async function asPage(whole: Response, page: number): Promise<Response> {
  return changed(whole, (body) =>
    isBag(body) && "current_page" in body ? { ...body, current_page: page } : body,
  );
}

export async function gzipped(whole: Response): Promise<Response> {
  const headers = new Headers(whole.headers);
  headers.set("Content-Encoding", "gzip");
  const body = gzipSync(await whole.text());
  return new HttpResponse(body, { status: whole.status, headers });
}

async function changed(whole: Response, change: (body: unknown) => unknown): Promise<Response> {
  const text = await whole.text();
  const body: unknown = whole.ok ? change(JSON.parse(text)) : JSON.parse(text);
  const said = JSON.stringify(body).replaceAll(`"#${TOO_LARGE}#"`, TOO_LARGE);
  return new HttpResponse(said, { status: whole.status, headers: new Headers(whole.headers) });
}
