import { expect, type Page } from "@playwright/test";
import { paths } from "#paths";
import type { CountingHand } from "./countingHand.ts";
import type { Office } from "./office.ts";
import { ACTIVATE, CREATE, REPLACE } from "./scenarios.ts";

const FOLLOW = "POST /number/external/follow";

interface Step {
  hand: CountingHand;
  page: Page;
  office: Office;
}

export interface EverydayTask {
  name: string;
  /** Does the task, and fails unless it is really done. */
  run: (step: Step) => Promise<void>;
}

const button = (page: Page, name: string | RegExp) =>
  page.getByRole("button", { name, exact: typeof name === "string" });
const link = (page: Page, name: string | RegExp) =>
  page.getByRole("link", { name, exact: typeof name === "string" });
const radio = (page: Page, name: RegExp) => page.getByRole("radio", { name });
const goTo = ({ hand, page }: Step, name: string) =>
  hand.click(page.getByRole("navigation").getByRole("link", { name, exact: true }).first());

const sent = async (office: Office, operation: string, times = 1) => {
  await expect.poll(async () => (await office.requests(operation)).length).toBe(times);
};
const body = async (office: Office, operation: string) =>
  (await office.requests(operation)).at(-1)?.body;

/** Opens the page of 200 Ресепшен by the search. */
async function openReception({ hand }: Step): Promise<void> {
  await hand.search("200");
  await hand.take(/^200/);
}

async function createAccount(step: Step): Promise<void> {
  const { hand, page, office } = step;
  await goTo(step, "SIP accounts");
  await hand.click(link(page, "Create account"));
  await hand.fill(page.getByLabel("Name", { exact: true }), "Анна Новикова");
  await hand.click(page.getByRole("dialog").getByRole("button", { name: "Create account" }));
  await sent(office, "PUT /sip");
  await hand.read(page.getByRole("heading", { level: 1, name: /Анна Новикова/ }));
}

/** Changes the account's name through Pult, and is back on the overview; not counted. */
async function changeName({ page, office }: Step): Promise<void> {
  await page.goto(paths.sipAccountEdit(25));
  await page.getByLabel("Name", { exact: true }).fill("Стойка");
  await button(page, "Save").click();
  await sent(office, "PATCH /sip/{id}");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await page.goto(paths.home());
}

async function openForwarding(step: Step): Promise<void> {
  await goTo(step, "External numbers");
  await step.hand.click(step.page.getByRole("link", { name: /^Forwarding of .7.495.000-20-17/ }));
}

/** 25 tasks of an administrator and a support agent; what is done often comes in several kinds. */
export const EVERYDAY_TASKS: readonly EverydayTask[] = [
  { name: "create an account", run: createAccount },
  {
    name: "create an account and copy its login",
    run: async (step) => {
      await createAccount(step);
      await step.hand.click(button(step.page, "Copy all three"));
      await expect(step.page.getByRole("status").filter({ hasText: /copied/i })).toBeVisible();
    },
  },
  {
    name: "create 20 accounts from a list",
    run: async (step) => {
      const { hand, page, office } = step;
      await goTo(step, "SIP accounts");
      await hand.click(page.getByRole("main").getByRole("button", { name: "More", exact: true }));
      await hand.click(link(page, /list/));
      const names = Array.from({ length: 20 }, (_, index) => `Коллега ${index + 1}`);
      await hand.fill(page.getByLabel("Or paste the list"), names.join("\n"));
      await hand.click(button(page, "Create 20 accounts"));
      await hand.read(page.getByText("20 of 20 done"));
      await sent(office, "PUT /sip", 20);
    },
  },
  {
    name: "give six accounts one caller ID",
    run: async (step) => {
      const { hand, page, office } = step;
      await goTo(step, "SIP accounts");
      await hand.click(button(page, "No caller ID 6"));
      await hand.choose(page.getByRole("checkbox", { name: /^Select all 6/ }));
      await hand.click(page.getByRole("main").getByRole("link", { name: /Change|Caller ID/ }));
      await hand.pick(page.getByRole("combobox", { name: "Caller ID" }), "8 999", /999/);
      await hand.click(button(page, /6 accounts/));
      await hand.read(page.getByText("6 of 6 done"));
      await sent(office, "PATCH /sip/{id}", 6);
    },
  },
  {
    name: "change a caller ID",
    run: async (step) => {
      const { hand, page, office } = step;
      await openReception(step);
      await hand.click(link(page, "Edit"));
      await hand.pick(page.getByRole("combobox", { name: "Caller ID" }), "8 999", /999/);
      await hand.click(button(page, "Save"));
      await sent(office, "PATCH /sip/{id}");
      expect(await body(office, "PATCH /sip/{id}")).toMatchObject({ aon: 22 });
    },
  },
  {
    name: "rename an account",
    run: async (step) => {
      const { hand, page, office } = step;
      await openReception(step);
      await hand.click(link(page, "Edit"));
      await hand.fill(page.getByLabel("Name", { exact: true }), "Стойка");
      await hand.click(button(page, "Save"));
      await sent(office, "PATCH /sip/{id}");
      expect(await body(office, "PATCH /sip/{id}")).toMatchObject({ name: "Стойка" });
    },
  },
  {
    name: "set a new password and copy the login",
    run: async (step) => {
      const { hand, page, office } = step;
      await openReception(step);
      await hand.click(link(page, "Edit"));
      await hand.click(button(page, "Set a new password"));
      await hand.click(button(page, "Save with the new password"));
      await sent(office, "PATCH /sip/{id}");
      await hand.click(button(page, "Copy all three"));
      await expect(page.getByRole("status").filter({ hasText: /copied/i })).toBeVisible();
    },
  },
  {
    name: "find whose number it is",
    run: async ({ hand, page }) => {
      await hand.search("+7 900 000-00-25");
      await hand.read(page.getByRole("option", { name: /^200 Ресепшен/ }).first());
    },
  },
  {
    name: "see who is offline",
    run: async ({ hand, page }) => {
      await hand.read(link(page, "Why it does not ring: Диспетчер"));
      await expect(page.getByRole("main")).toContainText(
        /Диспетчер.*offline.*Павел Орлов.*offline/,
      );
    },
  },
  {
    name: "see why a phone does not ring",
    run: async ({ hand, page }) => {
      await hand.click(link(page, "Why it does not ring: Диспетчер"));
      await hand.read(page.getByRole("region", { name: "Does this phone ring?" }));
    },
  },
  {
    name: "copy a text for the provider's support",
    run: async (step) => {
      const { hand, page } = step;
      await goTo(step, "Status board");
      await hand.click(link(page, "Диспетчер"));
      await hand.click(button(page, "Copy for the ticket"));
      await expect(page.getByRole("status").filter({ hasText: /copied/i })).toBeVisible();
    },
  },
  {
    name: "ring the desk for 20 s, then a mobile",
    run: async (step) => {
      const { hand, page, office } = step;
      await openReception(step);
      await hand.click(link(page, "Add a scenario"));
      await hand.fill(page.getByLabel("Name", { exact: true }), "Day");
      await hand.fill(page.getByRole("spinbutton", { name: "SIP phone rings, seconds" }), "20");
      await hand.click(button(page, "Add a number"));
      await hand.fill(page.getByRole("dialog").getByRole("textbox").last(), "89000001234");
      await hand.click(button(page, "Create and activate"));
      await sent(office, CREATE);
      await sent(office, ACTIVATE);
    },
  },
  {
    name: "change how long a phone rings",
    run: async (step) => {
      const { hand, page, office } = step;
      await openReception(step);
      await hand.click(link(page, "Edit “SIP”"));
      await hand.fill(page.getByRole("spinbutton", { name: "SIP phone rings, seconds" }), "45");
      // The provider does not tell these two.
      await hand.choose(radio(page, /^One after another/));
      await hand.choose(radio(page, /^Off/));
      await hand.click(button(page, "Save"));
      await sent(office, REPLACE);
      await expect(page.getByRole("dialog")).toHaveCount(0);
    },
  },
  {
    name: "activate another scenario",
    run: async (step) => {
      await openReception(step);
      await step.hand.click(button(step.page, "Activate “Переадресация”"));
      await sent(step.office, ACTIVATE);
    },
  },
  {
    name: "activate a scenario until tomorrow",
    run: async (step) => {
      const { hand, page, office } = step;
      await openReception(step);
      await hand.click(button(page, "Until a set time: Переадресация"));
      await hand.choose(radio(page, /^Until tomorrow/));
      await hand.click(button(page, "Activate"));
      await sent(office, ACTIVATE);
      await expect(page.getByText(/^Active until/).first()).toBeVisible();
    },
  },
  {
    name: "forward an external number to an employee",
    run: async (step) => {
      const { hand, page, office } = step;
      await openForwarding(step);
      await hand.choose(radio(page, /^SIP account/));
      await hand.pick(page.getByRole("combobox", { name: "SIP account" }), "200", /200/);
      await hand.choose(radio(page, /sees? the caller/));
      await hand.click(button(page, "Save"));
      await sent(office, FOLLOW);
    },
  },
  {
    name: "forward an external number to a mobile until tomorrow",
    run: async (step) => {
      const { hand, page, office } = step;
      await openForwarding(step);
      await hand.choose(radio(page, /^Phone number/));
      await hand.fill(page.getByRole("dialog").getByRole("textbox").first(), "89000001234");
      await hand.choose(radio(page, /sees? the caller/));
      await hand.choose(radio(page, /^Until tomorrow/));
      await hand.choose(page.getByRole("checkbox", { name: "Turn forwarding off afterwards" }));
      await hand.click(button(page, "Save"));
      await sent(office, FOLLOW);
    },
  },
  {
    name: "connect another operator's number",
    run: async (step) => {
      const { hand, page, office } = step;
      await goTo(step, "External numbers");
      await hand.click(link(page, "Connect a number"));
      await hand.choose(radio(page, /^Login and password/));
      await hand.fill(page.getByLabel("Number", { exact: true }), "84950003001");
      await hand.fill(page.getByRole("textbox", { name: "Operator’s server" }), "sip.x.example");
      await hand.fill(page.getByRole("textbox", { name: "Login" }), "me");
      await hand.fill(page.getByLabel("Password", { exact: true }), "Abcdef-2345-xyz");
      await hand.click(button(page, "Connect the number"));
      await sent(office, "PUT /number/external/{type}");
    },
  },
  {
    name: "add a smart number",
    run: async (step) => {
      const { hand, page } = step;
      await goTo(step, "Smart numbers");
      await hand.fill(page.getByRole("combobox", { name: "User ID" }), "12");
      await hand.click(button(page, "Show"));
      await hand.click(link(page, "Add a smart number"));
      await hand.fill(page.getByLabel("Destination number"), "89000001234");
      await hand.click(button(page, "Add the number"));
      await expect(page.getByText("18 numbers", { exact: true })).toBeVisible();
    },
  },
  {
    name: "change the voicemail address",
    run: async (step) => {
      const { hand, page, office } = step;
      await goTo(step, "Voicemail");
      await hand.fill(page.getByRole("textbox", { name: "Address" }), "night@office.example");
      await hand.click(button(page, "Save"));
      await sent(office, "PATCH /voicemail");
    },
  },
  {
    name: "open a country",
    run: async (step) => {
      const { hand, page } = step;
      await goTo(step, "Destinations");
      await hand.fill(page.getByRole("searchbox"), "Austria");
      await hand.click(button(page, "Open: Austria, +43"));
      await hand.read(page.getByRole("button", { name: /^Close.*Austria/ }));
    },
  },
  {
    name: "test whether a number may be called",
    run: async (step) => {
      const { hand, page } = step;
      await goTo(step, "Destinations");
      await hand.click(link(page, "Test a number"));
      await hand.fill(page.getByLabel("Phone number"), "+374 10 324040");
      await hand.read(page.getByText(/Calls are allowed/).first());
    },
  },
  {
    name: "take back a mistake",
    run: async (step) => {
      const { hand, page, office } = step;
      await changeName(step);
      await goTo(step, "Journal");
      await hand.click(button(page, /^Undo: Changed the account 200/));
      await hand.click(page.getByRole("dialog").getByRole("button", { name: "Undo" }));
      await hand.read(page.getByText("Undone: it is as it was before the change"));
      await sent(office, "PATCH /sip/{id}", 2);
    },
  },
  {
    name: "somebody leaves",
    run: async (step) => {
      const { hand, page } = step;
      await openReception(step);
      await hand.click(page.getByRole("main").getByRole("button", { name: "More", exact: true }));
      await hand.click(link(page, "Somebody leaves…"));
      await hand.pick(page.getByRole("combobox", { name: "Colleague" }), "201", /201|Бухгалтерия/);
      await hand.click(button(page, /^Carry out/));
      await hand.read(page.getByText(/^(\d) of \1 done/));
    },
  },
  {
    name: "see who changed an account",
    run: async (step) => {
      await changeName(step);
      await openReception(step);
      await step.hand.read(
        step.page.getByRole("region", { name: "Changes" }).getByRole("listitem").first(),
      );
    },
  },
];
