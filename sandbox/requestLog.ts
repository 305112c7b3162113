const MAX_ENTRIES = 2000;
/** Bytes of what the requests of one office said. */
const MAX_BYTES = 2 * 1024 * 1024;
/** Stands in the log for a password that was sent: whoever reaches the port reads the log. */
export const MASK = "•••";
const SECRET = /^(password|secret)$/i;
/** Carries a GET's JSON body past the Fetch `Request`, which can hold none; see `server.ts`. */
export const GET_BODY_HEADER = "X-Sandbox-Get-Body";

export interface LoggedRequest {
  /** Moment by the world's clock, ISO 8601. */
  at: string;
  /** `GET /sip/{id}`; null when it was none that the contract declares. */
  operation: string | null;
  method: string;
  path: string;
  /** Without the question mark. */
  query: string;
  /** By lower-case name; the bearer token is masked. */
  headers: Record<string, string>;
  /** Parsed JSON, raw text when it is none, null when there was no body; passwords are masked. */
  body: unknown;
  /** null while there is no answer, and for good when it was lost. */
  status: number | null;
}

export interface RequestLog {
  /** Notes a request; set `status` on what comes back when it is answered. */
  note(request: Request, text: string, operation: string | null, now: number): LoggedRequest;
  /** Newest last. */
  list(): LoggedRequest[];
}

/** The last requests of one office, as they came. */
export function createRequestLog(): RequestLog {
  const entries: LoggedRequest[] = [];
  const sizes: number[] = [];
  let size = 0;
  const add = (entry: LoggedRequest, bytes: number) => {
    entries.push(entry);
    sizes.push(bytes);
    size += bytes;
    while (entries.length > MAX_ENTRIES || (size > MAX_BYTES && entries.length > 1)) {
      entries.shift();
      size -= sizes.shift() ?? 0;
    }
  };
  return {
    list: () => [...entries],
    note: (request, text, operation, now) => {
      const { pathname, search } = new URL(request.url);
      const getBody = request.headers.get(GET_BODY_HEADER);
      const headers = shownHeaders(request.headers);
      // As text, which takes a fraction of what it says as objects.
      const body = shownBody(getBody === null ? text : decodeURIComponent(getBody));
      const entry: LoggedRequest = {
        at: new Date(now).toISOString(),
        operation,
        method: request.method,
        path: pathname,
        query: search.slice(1),
        headers,
        get body(): unknown {
          return JSON.parse(body);
        },
        status: null,
      };
      add(entry, Buffer.byteLength(request.url + JSON.stringify(headers) + body));
      return entry;
    },
  };
}

function shownHeaders(headers: Headers): Record<string, string> {
  const shown = Object.fromEntries(headers);
  delete shown[GET_BODY_HEADER.toLowerCase()];
  if (shown.authorization !== undefined) {
    shown.authorization = /^bearer /i.test(shown.authorization) ? "Bearer …" : "…";
  }
  return shown;
}

/** As JSON. */
function shownBody(text: string): string {
  if (text === "") return "null";
  try {
    return JSON.stringify(
      JSON.parse(text, (key, value: unknown) => (SECRET.test(key) ? masked(value) : value)),
    );
  } catch {
    // Where a password ends in what can't be read, nobody knows.
    return JSON.stringify(/password|secret/i.test(text) ? MASK : text);
  }
}

/** That nothing was sent is no secret. */
const masked = (value: unknown) => (value === "" || value === null ? value : MASK);
