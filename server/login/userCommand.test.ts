import { expect, it } from "vitest";
import { readJournal } from "#server/journal/journal.ts";
import { readSettings } from "#server/settings.ts";
import { createStore } from "#server/store/store.ts";
import { describeOnEachEngine } from "#server/store/testing/engines.ts";
import { runUserCommand } from "./userCommand.ts";

describeOnEachEngine("npm run user", (engine) => {
  const open = async () => {
    const store = await engine.location();
    const settings = { ...readSettings({ LOGIN: "local" }), store };
    return (...args: string[]) => runUserCommand(args, settings);
  };

  // A database in memory is gone with the command.
  it.skipIf(!engine.isShared)("adds people, and gives each a link", async () => {
    const user = await open();
    const [, address] = await user("add", "Anna", "--role", "admin");
    expect(address).toMatch(/^http:\/\/localhost:8080\/sign-in#[\w-]{32}$/);
    await user("add", "vera", "--role", "support", "--full-name", "Vera Petrova");
    expect(await user("list")).toEqual(["anna  admin", "vera  support"]);
    await user("role", "vera", "admin");
    await user("disable", "anna");
    expect(await user("list")).toEqual(["anna  admin  disabled", "vera  admin"]);
    const [, again] = await user("link", "vera");
    expect(again).not.toBe(address);
  });

  it.skipIf(!engine.isShared)("says in words what can't be", async () => {
    const user = await open();
    await user("add", "anna", "--role", "admin");
    await expect(user("add", "ANNA", "--role", "wall")).rejects.toThrow(
      "There is a user of this name",
    );
    await expect(user("disable", "anna")).rejects.toThrow("the only administrator");
    await expect(user("role", "anna", "support")).rejects.toThrow("the only administrator");
    await expect(user("link", "boris")).rejects.toThrow("There is no user boris");
  });

  it.skipIf(!engine.isShared)("is in the journal, as done on the server", async () => {
    const location = await engine.location();
    const settings = { ...readSettings({ LOGIN: "local" }), store: location };
    for (const args of [
      ["add", "anna", "--role", "admin"],
      ["add", "vera", "--role", "support"],
      ["role", "vera", "wall"],
      ["link", "vera"],
      ["totp-off", "vera"],
    ]) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      await runUserCommand(args, settings);
    }
    const store = createStore(location);
    const { items } = await readJournal(store, { actor: "server", search: "vera" }, Date.now());
    await store.close();
    expect(items).toMatchObject([
      { operation: "POST /users/{id}/totp/stop", object: { name: "vera" } },
      { operation: "POST /users/{id}/link" },
      { operation: "PATCH /users/{id}", fields: { role: "wall" }, before: { role: "support" } },
      { operation: "POST /users", fields: { name: "vera", role: "support" }, outcome: "done" },
    ]);
  });

  it("rejects what it does not know, with the list of what it does", async () => {
    const user = await open();
    await expect(user()).rejects.toThrow("user add NAME --role");
    await expect(user("fly")).rejects.toThrow("user add NAME --role");
    await expect(user("add", "anna", "--password", "x")).rejects.toThrow("user add NAME --role");
    await expect(user("add", "anna", "--role", "boss")).rejects.toThrow("admin, support, wall");
    await expect(user("add", "anna b", "--role", "admin")).rejects.toThrow("A name is letters");
  });
});
