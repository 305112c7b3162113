import { createTransport } from "nodemailer";
import { asciiAddress } from "#api/mailAddress.ts";
import { withTimeout } from "#proxy/abort.ts";
import { isLoopback } from "#proxy/loopback.ts";
import { ATTEMPT_MS, type Attempt, type Parcel, shortAnswer } from "./delivery.ts";

/** The mail server, from Pult's settings. */
export interface SmtpSettings {
  host: string;
  port: number;
  /** TLS from the first byte (`smtps://`); otherwise STARTTLS where the server offers it. */
  secure: boolean;
  user: string | undefined;
  /** A secret. */
  password: string | undefined;
  from: string;
  /** Certificates of trusted authorities; Node's own if undefined. */
  ca: string[] | undefined;
}

/** Sends one letter to all addresses; it has arrived once the server has taken it for one of them. */
export async function sendEmail(
  to: readonly string[],
  { id, at, subject, text }: Parcel,
  {
    smtp,
    signal,
    timeoutMs = ATTEMPT_MS,
  }: { smtp: SmtpSettings; signal: AbortSignal; timeoutMs?: number },
): Promise<Attempt> {
  const { host, port, secure, user, password, from, ca } = smtp;
  const transport = createTransport({
    host,
    port,
    secure,
    // A password never goes over an open line; what stays on this machine needs no certificate.
    requireTLS: user !== undefined && !isLoopback(host),
    ignoreTLS: isLoopback(host),
    ...(user === undefined ? {} : { auth: { user, pass: password ?? "" } }),
    ...(ca === undefined ? {} : { tls: { ca } }),
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const letter = {
    from,
    to: to.map(asciiAddress),
    subject,
    text,
    date: new Date(at),
    // The same for each attempt: mail programs show it once.
    messageId: `<${id}@${domainOf(from)}>`,
    headers: { "Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All" },
  };
  try {
    const sent = await withTimeout(timeoutMs, signal, (ending) =>
      transport.sendMail({ ...letter, signal: ending }),
    );
    const { response, rejected } = sent as { response?: string; rejected?: unknown[] };
    const refused = (rejected ?? []).map(String).join(", ");
    const more = refused === "" ? "" : ` (not taken for: ${refused})`;
    return { isDelivered: true, answer: shortAnswer(`${response ?? ""}${more}`, secrets(smtp)) };
  } catch (error) {
    return { isDelivered: false, answer: shortAnswer(reasonOf(error), secrets(smtp)) };
  } finally {
    transport.close();
  }
}

const secrets = ({ password }: SmtpSettings) => (password === undefined ? [] : [password]);

const domainOf = (from: string) => /@([\w.-]+)/.exec(from)?.[1] ?? "pult.invalid";

/** The server's own words where it said some, else those of the error. */
function reasonOf(error: unknown): string {
  const { response, message, name } = Object(error) as Record<string, unknown>;
  if (name === "TimeoutError") return "timeout";
  const words = [response, message].filter((text) => typeof text === "string" && text !== "");
  return (words as string[])[0] ?? "failed";
}
