const MAX_ENTRIES = 2000;
/** Bytes of all logged requests of one office. */
const MAX_BYTES = 2 * 1024 * 1024;
/** Replaces passwords, because everybody who reaches the port can read the log. */
export const MASK = "•••";
const SECRET = /^(password|secret)$/i;
/** Holds the JSON body of a GET, which a Fetch `Request` can't have; see `server.ts`. */
export const GET_BODY_HEADER = "X-Sandbox-Get-Body";

export interface LoggedRequest {
  /** Moment by the world's clock, ISO 8601. */
  at: string;
  /** `GET /sip/{id}`; null for an undeclared operation. */
  operation: string | null;
  method: string;
  path: string;
  /** Without the question mark. */
  query: string;
  /** By lower-case name; the bearer token is masked. */
  headers: Record<string, string>;
  /** Parsed JSON, raw text if it is not JSON, null without a body; passwords are masked. */
  body: unknown;
  /** null until there is a response; stays null when the response was lost. */
  status: number | null;
}

export interface RequestLog {
  /** Logs a request; set `status` on the returned entry when there is a response. */
  note(request: Request, text: string, operation: string | null, now: number): LoggedRequest;
  /** Newest last. */
  list(): LoggedRequest[];
}

/** A log of the last requests of one office. */
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
      const headers = maskHeaders(request.headers);
      // Kept as text, which takes a fraction of the memory of objects.
      const body = maskBody(getBody === null ? text : decodeURIComponent(getBody));
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

function maskHeaders(headers: Headers): Record<string, string> {
  const masked = Object.fromEntries(headers);
  delete masked[GET_BODY_HEADER.toLowerCase()];
  if (masked.authorization !== undefined) {
    masked.authorization = /^bearer /i.test(masked.authorization) ? "Bearer …" : "…";
  }
  return masked;
}

/** The body as JSON text, with passwords masked. */
function maskBody(text: string): string {
  if (text === "") return "null";
  try {
    return JSON.stringify(
      JSON.parse(text, (key, value: unknown) => (SECRET.test(key) ? maskValue(value) : value)),
    );
  } catch {
    // In text that is not JSON the end of a password is unknown, so all of it is masked.
    return JSON.stringify(/password|secret/i.test(text) ? MASK : text);
  }
}

/** Empty values stay visible: they are no secret. */
const maskValue = (value: unknown) => (value === "" || value === null ? value : MASK);
