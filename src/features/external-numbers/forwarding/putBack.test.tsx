import { screen, waitFor } from "@testing-library/react";
import { http, HttpResponse } from "msw";
import { expect, it } from "vitest";
import { panel } from "#app/testing/form.ts";
import { hasText } from "#app/testing/hasText.ts";
import { rememberForwarding } from "#app/testing/remembered.ts";
import { server, setRemembered } from "#app/testing/sandbox.ts";
import { openForm, sent } from "./testing/forward.ts";

const TARGET = { number_type: "ate", number_id: 1 } as const;
const number = (digits: string) =>
  ({ ...TARGET, type: "number", destination_number: digits, cli_type: "Y" }) as const;

it("what was set from Pult before is drawn, and restored with one click", async () => {
  const entry = 7;
  setRemembered(rememberForwarding(number("79993332210"), { entry }));
  server.use(
    http.get("*/api/pult/journal", () =>
      HttpResponse.json({
        items: [
          {
            id: entry,
            at: "2025-11-12T09:00:00Z",
            actor: "anna",
            operation: "POST /number/external/follow",
            object: { kind: "external", id: "1", number: null, name: null },
            fields: number("79993332210"),
            before: number("79990000001"),
            outcome: "done",
            message: null,
            batch: null,
            undoes: null,
            undoneBy: null,
          },
        ],
        next: null,
      }),
    ),
  );
  const { user } = await openForm();
  const button = await panel().findByRole("button", { name: "Вернуть, как было" });
  expect(panel().getByText("До этого:").parentElement).toHaveTextContent(/\+7.999.000-00-01/);
  await user.click(button);
  await waitFor(() => expect(sent()).toEqual([number("79990000001")]));
  expect(await screen.findByText(hasText(/Переадресация .* возвращена/))).toBeVisible();
});
