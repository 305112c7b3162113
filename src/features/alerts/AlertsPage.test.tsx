import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import type { AlertChannel, AlertDelivery, AlertRule } from "#api/alerts.ts";
import { ANNA, answerOwn, refusal, requireLogin, VERA } from "#app/testing/login.ts";
import { closed, fill, panel } from "#app/testing/form.ts";
import { renderApp } from "#app/testing/renderApp.tsx";
import { accountAt } from "#app/testing/sandbox.ts";

const SECRET = "a-secret-of-sixteen-and-more";
const HOOK: AlertChannel = {
  id: "c1",
  name: "Hook <b>x</b>",
  language: "en",
  isOn: true,
  target: { type: "webhook", url: "https://hooks.example.com/x", hasSecret: true },
};
const RULE: AlertRule = {
  id: "r1",
  name: "Reception",
  isOn: true,
  condition: { type: "offline", kind: "sip", ids: [], flapping: null },
  looksDown: 2,
  looksUp: 2,
  tellsEnd: true,
  groupSeconds: 30,
  hours: [],
  zone: "Europe/Moscow",
  pausedUntil: null,
  channels: ["c1"],
};
const DELIVERY: AlertDelivery = {
  id: "d1",
  at: new Date().toISOString(),
  rule: "Reception",
  channel: "Hook",
  subject: "Offline: 200 Reception",
  state: "waiting",
  attempts: 2,
  deliveredAt: null,
  nextAt: new Date(Date.now() + 60_000).toISOString(),
  error: "ECONNREFUSED",
};

interface Server {
  channels?: AlertChannel[];
  rules?: AlertRule[];
  deliveries?: AlertDelivery[];
  canMail?: boolean;
}

/** A server with these; what it is sent is kept, and what it is asked to change it changes. */
async function open(path: string, { channels = [], rules = [], ...more }: Server = {}) {
  const { deliveries = [], canMail = true } = more;
  const sent: unknown[] = [];
  let pausedUntil: string | null = null;
  answerOwn("GET /alerts/rules", () => ({
    items: rules,
    channels: channels.map(({ id, name, target, isOn }) => ({ id, name, type: target.type, isOn })),
    pausedUntil,
  }));
  answerOwn("GET /alerts/channels", () => ({ items: channels, canMail }));
  answerOwn("GET /alerts/deliveries", () => ({ items: deliveries }));
  answerOwn("POST /alerts/rules", (body) => {
    sent.push(body);
    rules.push({ ...(body as AlertRule), id: "r9" });
    return { id: "r9" };
  });
  answerOwn("PATCH /alerts/rules/:id", (body, { id }) => {
    sent.push(body);
    Object.assign(rules.find((one) => one.id === id) ?? {}, body);
    return {};
  });
  answerOwn("DELETE /alerts/rules/:id", (_, { id }) => {
    rules.splice(0, rules.length, ...rules.filter((one) => one.id !== id));
    return {};
  });
  answerOwn("POST /alerts/channels", (body) => {
    sent.push(body);
    const { target, ...channel } = body as AlertChannel;
    const { secret: _secret, ...shown } = { secret: "", ...target };
    channels.push({ ...channel, id: "c9", target: shown });
    return { id: "c9" };
  });
  answerOwn("PATCH /alerts/channels/:id", (body) => {
    sent.push(body);
    return {};
  });
  answerOwn("POST /alerts/pause", (body) => {
    sent.push(body);
    pausedUntil = (body as { until: string | null }).until;
    return {};
  });
  const app = await renderApp(path, { locale: "en" });
  return { ...app, sent };
}

const main = () => within(screen.getByRole("main"));

describe("the alerts of a newcomer", () => {
  it("begin with a channel, whose secret leaves once", async () => {
    const { user, sent } = await open("/alerts");
    await user.click(await screen.findByRole("link", { name: "Webhook" }));
    const form = within(await screen.findByRole("dialog", { name: "New channel" }));
    await user.click(form.getByRole("button", { name: "Add the channel" }));
    expect(form.getAllByText("Fill this in")).toHaveLength(3);
    await fill(user, "Name", "Hook");
    await fill(user, "Address", "http://169.254.169.254/");
    await fill(user, "Secret", SECRET);
    await user.click(form.getByRole("button", { name: "Add the channel" }));
    expect(form.getByText(/not a link-local one/)).toBeVisible();
    await fill(user, "Address", "https://hooks.example.com/x");
    await user.click(form.getByRole("button", { name: "Add the channel" }));
    await closed();
    expect(sent).toEqual([
      {
        name: "Hook",
        language: "en",
        isOn: true,
        target: { type: "webhook", url: "https://hooks.example.com/x", secret: SECRET },
      },
    ]);
    expect(document.body).not.toHaveTextContent(SECRET);
    expect(await screen.findByRole("link", { name: "Half the office at once" })).toBeVisible();
  });

  it("go on with a ready-made rule", async () => {
    const { user, sent } = await open("/alerts", { channels: [{ ...HOOK, id: "c9" }] });
    await user.click(await screen.findByRole("link", { name: "A watched phone is offline" }));
    await screen.findByRole("dialog", { name: "New rule" });
    await user.click(await panel().findByRole("button", { name: "Add the rule" }));
    // Which phones, nobody can guess.
    expect(await panel().findByText("Choose one of these")).toBeVisible();
    const { id, number, name } = accountAt(0);
    await user.type(panel().getByRole("combobox", { name: "Add an account" }), String(number));
    await user.click(await panel().findByRole("option", { name: `${number} ${name}` }));
    await user.click(panel().getByRole("button", { name: "Add the rule" }));
    await closed();
    expect(sent[0]).toEqual({
      name: "A watched phone is offline",
      isOn: true,
      condition: { type: "offline", kind: "sip", ids: [id], flapping: { drops: 3, minutes: 60 } },
      looksDown: 2,
      looksUp: 2,
      tellsEnd: true,
      groupSeconds: 30,
      hours: [{ days: [1, 2, 3, 4, 5], from: "09:00", to: "18:00" }],
      zone: new Intl.DateTimeFormat().resolvedOptions().timeZone,
      pausedUntil: null,
      channels: ["c9"],
    });
    expect(await main().findByText(new RegExp(`^If ${number} ${name} is offline`))).toBeVisible();
  });

  it("say what to set where e-mail can't leave, and take several addresses", async () => {
    const { user, sent } = await open("/alerts/channels/new?type=email", { canMail: false });
    expect(await panel().findByText(/SMTP_URL=/)).toBeVisible();
    await fill(user, "Name", "Anna");
    await fill(user, "Addresses", "anna@office.example, boris@");
    await user.click(panel().getByRole("button", { name: "Add the channel" }));
    expect(await panel().findByText(/Check the spelling of the addresses/)).toBeVisible();
    await fill(user, "Addresses", "anna@office.example, boris@office.example");
    await user.click(panel().getByRole("button", { name: "Add the channel" }));
    await closed();
    const to = ["anna@office.example", "boris@office.example"];
    expect(sent).toMatchObject([{ target: { type: "email", to } }]);
  });

  it("offer half of the office as the ready-made number", async () => {
    await open("/alerts/rules/new?as=many", { channels: [HOOK] });
    expect(await panel().findByRole("spinbutton", { name: /How many at once/ })).toHaveValue("4");
  });
});

describe("a rule", () => {
  it("is turned off, paused and deleted in its row", async () => {
    const { user, sent } = await open("/alerts", { channels: [HOOK], rules: [RULE] });
    await user.click(await screen.findByRole("switch", { name: "On: Reception" }));
    await waitFor(() => expect(sent).toEqual([{ isOn: false }]));
    await user.click(screen.getByRole("button", { name: "Pause Reception" }));
    const dialog = within(await screen.findByRole("dialog", { name: "Pause “Reception”" }));
    await user.click(dialog.getByRole("radio", { name: "until another time" }));
    await user.click(dialog.getByRole("button", { name: "Pause" }));
    expect(dialog.getByText("Choose a time in the future")).toBeVisible();
    await user.click(dialog.getByRole("radio", { name: "until tomorrow 9:00" }));
    await user.click(dialog.getByRole("button", { name: "Pause" }));
    await closed();
    expect(sent).toHaveLength(2);
    await user.click(await screen.findByRole("button", { name: "Resume Reception" }));
    await waitFor(() => expect(sent[2]).toEqual({ pausedUntil: null }));
    await user.click(await screen.findByRole("button", { name: "Delete Reception" }));
    const question = within(
      await screen.findByRole("dialog", { name: "Delete the rule “Reception”?" }),
    );
    await user.click(question.getByRole("button", { name: "Delete" }));
    expect(await screen.findByRole("heading", { name: "What should Pult report?" })).toBeVisible();
  });

  it("is edited with what it says, and changes nothing else", async () => {
    const rule = { ...RULE, condition: { ...RULE.condition } };
    const { user, sent } = await open("/alerts/rules/r1", { channels: [HOOK], rules: [rule] });
    const looks = await panel().findByRole("spinbutton", { name: /must find it offline/ });
    await user.clear(looks);
    await user.type(looks, "50");
    await user.click(panel().getByRole("radio", { name: /^In these hours/ }));
    await user.click(panel().getByRole("checkbox", { name: "Saturday" }));
    await user.click(panel().getByRole("button", { name: "Save" }));
    expect(await panel().findByText("At most 20")).toBeVisible();
    await user.clear(looks);
    await user.type(looks, "3");
    await user.click(panel().getByRole("button", { name: "Save" }));
    await closed();
    const { isOn: _on, id: _id, pausedUntil: _until, ...fields } = RULE;
    const hours = [{ days: [1, 2, 3, 4, 5, 6], from: "09:00", to: "18:00" }];
    expect(sent).toEqual([{ ...fields, looksDown: 3, hours }]);
  });

  it("tells nobody while all are paused, which one button ends", async () => {
    const { user, sent } = await open("/alerts", { channels: [HOOK], rules: [RULE] });
    await user.click(await screen.findByRole("button", { name: "Pause all" }));
    const dialog = within(await screen.findByRole("dialog", { name: "Pause all rules" }));
    await user.click(dialog.getByRole("button", { name: "Pause" }));
    expect(await screen.findByText(/^All rules are paused until/)).toBeVisible();
    await user.click(screen.getByRole("button", { name: "Resume" }));
    await waitFor(() => expect(sent).toHaveLength(2));
    expect(sent[1]).toEqual({ until: null });
  });
});

describe("a channel", () => {
  it("is tested, and shows the answer and how long it took", async () => {
    const { user } = await open("/alerts", { channels: [HOOK], rules: [RULE] });
    const answers = [
      { isDelivered: true, answer: "HTTP 200 ok", ms: 42 },
      { isDelivered: false, answer: "ECONNREFUSED", ms: 7 },
    ];
    answerOwn(
      "POST /alerts/channels/c1/test",
      () => answers.shift() ?? refusal("bad-request", 400),
    );
    const test = await screen.findByRole("button", { name: `Test ${HOOK.name}` });
    await user.click(test);
    const arrived = "Arrived in 42 ms. The other side answered: “HTTP 200 ok”";
    expect(await screen.findByText(arrived)).toBeVisible();
    await user.click(test);
    const failed = "Did not arrive, after 7 ms: the other side refuses the connection";
    expect(await screen.findByText(failed)).toBeVisible();
    expect(screen.queryByText(arrived)).toBeNull();
  });

  it("keeps its secret where nothing else is said, but takes a new one for another address", async () => {
    const { user, sent } = await open("/alerts/channels/c1", { channels: [HOOK] });
    expect(await panel().findByText(/^It is set\. Leave it/)).toBeVisible();
    expect(panel().queryByLabelText("Secret", { selector: "input" })).toBeNull();
    await fill(user, "Address", "https://hooks.example.com/y");
    await user.click(panel().getByRole("button", { name: "Save" }));
    expect(await panel().findByText("Fill this in")).toBeVisible();
    await fill(user, "Address", "https://hooks.example.com/x");
    await fill(user, "Name", "Renamed");
    await user.click(panel().getByRole("button", { name: "Save" }));
    await closed();
    const target = { type: "webhook", url: "https://hooks.example.com/x" };
    expect(sent).toEqual([{ name: "Renamed", language: "en", isOn: true, target }]);
  });
});

it("what waits says why and when it is tried again", async () => {
  const arrived = { ...DELIVERY, id: "d2", state: "delivered" as const, error: null };
  await open("/alerts", { channels: [HOOK], rules: [RULE], deliveries: [DELIVERY, arrived] });
  const detail = /^2 attempts · the other side refuses the connection · next attempt at/;
  expect(await screen.findByText(detail)).toBeVisible();
  expect(screen.getByText("Waiting")).toBeVisible();
  expect(screen.getByText("Delivered")).toBeVisible();
});

it("support sees rules and deliveries, not where channels lead, and can change nothing", async () => {
  requireLogin({ user: VERA });
  const deliveries = [DELIVERY];
  const { user, sent } = await open("/alerts", { channels: [HOOK], rules: [RULE], deliveries });
  answerOwn("GET /alerts/channels", () => refusal("role-required", 403));
  expect(await screen.findByText(/^If any SIP account is offline for 2 checks/)).toBeVisible();
  expect(await screen.findByText("Offline: 200 Reception")).toBeVisible();
  expect(screen.getByText("Only administrators see where they lead.")).toBeVisible();
  expect(screen.queryByText(/hooks\.example\.com/)).toBeNull();
  const toggle = screen.getByRole("switch", { name: "On: Reception" });
  expect(toggle).toHaveAttribute("title", expect.stringMatching(/administrator/i));
  await user.click(toggle);
  await user.click(screen.getByRole("button", { name: "Delete Reception" }));
  expect(screen.queryByRole("dialog")).toBeNull();
  expect(sent).toEqual([]);
});

it("the alerts of a server that can't read them say so", async () => {
  requireLogin({ user: ANNA });
  answerOwn("GET /alerts/deliveries", () => ({ items: [] }));
  answerOwn("GET /alerts/rules", () => refusal("bad-request", 400));
  await renderApp("/alerts", { locale: "en" });
  expect(await screen.findByRole("alert")).toBeVisible();
});
