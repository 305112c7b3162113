import { randomBytes } from "node:crypto";
import { html, raw } from "hono/html";
import type { ProxyContext } from "#proxy/env.ts";
import type { Credentials } from "./account.ts";
import { devicePathFromPage } from "./routePaths.ts";
import { STYLE } from "./style.ts";
import { type PageLanguage, type PageTexts, pageLanguage, TEXTS } from "./texts.ts";

type Html = ReturnType<typeof html>;
type Status = 200 | 404 | 429 | 503;

/** The button of a page that uses a link up: a preview does not press it. */
const button = (text: string) =>
  html`<form method="post"><button type="submit">${text}</button></form>`;

export const askPage = (c: ProxyContext): Response | Promise<Response> =>
  page(c, 200, (t) => ({
    title: t.askTitle,
    body: html`<p>${t.ask}</p>
      ${button(t.show)}
      <p class="soft">${t.askNote}</p>`,
  }));

/** The same for a link that never was, has expired, or was opened. */
export const refusedPage = (c: ProxyContext): Response | Promise<Response> =>
  page(c, 404, (t) => ({ title: t.refusedTitle, body: html`<p>${t.refused}</p>` }));

export const failedPage = (c: ProxyContext): Response | Promise<Response> =>
  page(c, 503, (t) => ({
    title: t.failedTitle,
    body: html`<p>${t.failed}</p>
      ${button(t.again)}`,
  }));

export const busyPage = (c: ProxyContext, retryAfter: string): Response | Promise<Response> => {
  c.header("retry-after", retryAfter);
  return page(c, 429, (t) => ({ title: t.busyTitle, body: html`<p>${t.busy}</p>` }));
};

export function credentialsPage(
  c: ProxyContext,
  credentials: Credentials,
  deviceToken: string,
): Response | Promise<Response> {
  return page(c, 200, (t) => ({
    title: t.askTitle,
    body: html`<p>${t.shownNote}</p>
      <dl>${rows(credentials, t)}</dl>
      <section id="linphone" class="screen" hidden>
        <h2>${t.linphoneTitle}</h2>
        <p>${t.linphone}</p>
        <a class="button" data-path="${devicePathFromPage(deviceToken)}">${t.linphoneLink}</a>
        <p class="soft">${t.linphoneNote}</p>
      </section>
      <h2>${t.stepsTitle}</h2>
      <ol>
        ${t.steps.map((step) => html`<li>${step}</li>`)}
      </ol>`,
  }));
}

function rows(credentials: Credentials, t: PageTexts): Html[] {
  const { name, extension, server, login, password, transport, port } = credentials;
  const shown = [
    [t.name, name],
    [t.extension, extension],
    [t.server, server, "typed"],
    [t.login, login, "typed"],
    [t.password, password, "typed"],
    [t.transport, transport.toUpperCase()],
    [t.port, String(port)],
  ] as const;
  return shown
    .filter(([, value]) => value !== "")
    .map(
      ([label, value, kind = ""]) =>
        html`<div>
          <dt>${label}</dt>
          <dd class="${kind}" translate="no">${value}</dd>
        </div>`,
    );
}

interface Content {
  title: string;
  body: Html;
}

function page(
  c: ProxyContext,
  status: Status,
  content: (t: PageTexts) => Content,
): Response | Promise<Response> {
  const language: PageLanguage = pageLanguage(c.req.header("accept-language"));
  const nonce = randomBytes(16).toString("base64");
  const { title, body } = content(TEXTS[language]);
  c.header("content-language", language);
  c.header("content-security-policy", policy(nonce));
  const whole = html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="format-detection" content="telephone=no" />
        <title>${title}</title>
        <style nonce="${nonce}">
          ${raw(STYLE)}
        </style>
      </head>
      <body>
        <main>
          <h1>${title}</h1>
          ${body}
        </main>
        <script nonce="${nonce}">
          ${raw(SCRIPT)};
        </script>
      </body>
    </html> `;
  return c.html(whole, status);
}

/**
 * A second press of the button would be answered in place of the first, which has used the link up.
 * And only the browser knows how an address begins that Linphone is to open.
 */
const SCRIPT = `
let isSent = false;
addEventListener("submit", (event) => {
  if (isSent) event.preventDefault();
  isSent = true;
  setTimeout(() => { isSent = false; }, 15000);
});
const section = document.getElementById("linphone");
if (section !== null) {
  const link = section.querySelector("a");
  link.href = "linphone-config:" + new URL(link.dataset.path, location.href).href;
  section.hidden = false;
}
`;

/** Only this answer's style and script, and a form to its own address. */
const policy = (nonce: string) =>
  [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src 'nonce-${nonce}'`,
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join("; ");
