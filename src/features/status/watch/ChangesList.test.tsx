import { fireEvent, render, screen, within } from "@testing-library/react";
import { MemoryRouter } from "react-router";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { loadTexts } from "#i18n/texts.ts";
import { ChangesList } from "./ChangesList.tsx";
import type { ChangeLinks } from "./ChangeRow.tsx";
import type { Change } from "./observe.ts";
import { plain, loadLanguage } from "./testing/loadLanguage.ts";

const log = vi.hoisted(() => ({ all: [] as readonly Change[] }));
vi.mock("./observer.ts", () => ({ readAllChanges: async () => log.all }));

const TWO = new Date(2026, 10, 21, 14, 2).getTime();
const HOUR = 3_600_000;
const change: Change = {
  account: 25,
  name: "Ресепшен",
  extension: 214,
  from: "online",
  to: "offline",
  at: TWO,
  after: TWO - 15_000,
};
const earlier: Change = {
  ...change,
  account: 26,
  name: "Склад",
  from: "offline",
  to: "online",
  at: TWO - 24 * HOUR,
  after: TWO - 26 * HOUR,
};

function show(changes: readonly Change[], links?: ChangeLinks) {
  return render(
    <MemoryRouter>
      <ChangesList changes={changes} {...(links === undefined ? {} : { links })} />
    </MemoryRouter>,
  );
}

const findRows = (day: string) =>
  within(screen.getByRole("region", { name: day }))
    .getAllByRole("listitem")
    .map((row) => plain(row.textContent ?? ""));

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: TWO + HOUR });
  await loadLanguage("ru");
  await loadTexts("common");
});

describe("the last changes", () => {
  it("are grouped by day: when, who, from which state to which", () => {
    show([change, earlier]);
    expect(findRows("Сегодня")).toEqual(["14:02214 РесепшенВ сети→сталоНе в сети"]);
    expect(findRows("Вчера")).toHaveLength(1);
  });

  it("claim only what is known of an unwatched change", () => {
    show([earlier]);
    const text = "Когда именно, неизвестно: между 12:02 и 14:02 никто не смотрел";
    expect(screen.getByTitle(text)).toHaveTextContent("≤ 14:02");
    expect(screen.queryByRole("time")).not.toBeInTheDocument();
  });

  it("link to the account where the page allows it", () => {
    show([change], { to: (account) => `/status/${account}`, state: null });
    const link = screen.getByRole("link", { name: "214 Ресепшен" });
    expect(link).toHaveAttribute("href", "/status/25");
  });

  it("show that there are none, and offer no empty file", () => {
    show([]);
    expect(screen.getByText("Пока ничего не менялось")).toBeVisible();
    expect(screen.queryByRole("button")).not.toBeInTheDocument();
  });
});

describe("the file", () => {
  it("holds all that is stored, not only what is shown, and its object URL is revoked", async () => {
    log.all = [change, earlier];
    const texts: string[] = [];
    const saved: string[] = [];
    const revoke = vi.fn<(address: string) => void>();
    class FakeBlob {
      readonly size: number;
      constructor([text = ""]: string[]) {
        this.size = texts.push(text);
      }
    }
    class FakeURL extends URL {
      static override createObjectURL = () => "blob:1";
      static override revokeObjectURL = revoke;
    }
    vi.stubGlobal("Blob", FakeBlob);
    vi.stubGlobal("URL", FakeURL);
    vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(function click(
      this: HTMLAnchorElement,
    ) {
      saved.push(`${this.download} ${this.href}`);
    });
    show([change]);
    vi.useFakeTimers({ toFake: ["Date", "setTimeout", "clearTimeout"], now: TWO + HOUR });
    fireEvent.click(screen.getByRole("button", { name: "Скачать CSV" }));
    await vi.waitFor(() => expect(saved).toHaveLength(1));
    expect(saved).toEqual(["pult-status-2026-11-21.csv blob:1"]);
    const lines = texts[0]?.split("\r\n");
    expect(lines).toHaveLength(4);
    expect(lines?.[1]).toContain(";214;Ресепшен;в сети;не в сети");
    expect(revoke).not.toHaveBeenCalled();
    vi.advanceTimersByTime(60_000);
    expect(revoke).toHaveBeenCalledExactlyOnceWith("blob:1");
  });
});
