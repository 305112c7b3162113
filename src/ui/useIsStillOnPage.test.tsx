import { act, render, screen } from "@testing-library/react";
import { createMemoryRouter, RouterProvider } from "react-router";
import { expect, it } from "vitest";
import { useIsStillOnPage } from "./useIsStillOnPage.ts";

function Page() {
  const isStillOnPage = useIsStillOnPage();
  return (
    <button
      type="button"
      onClick={(event) => (event.currentTarget.value = String(isStillOnPage.current))}
    >
      Here?
    </button>
  );
}

it("is false as soon as a navigation to another page has started", async () => {
  const never = new Promise<null>(() => {});
  const router = createMemoryRouter([
    { path: "/", element: <Page /> },
    { path: "/slow", loader: () => never, element: <p>Slow</p> },
  ]);
  render(<RouterProvider router={router} />);
  const button = screen.getByRole("button");
  act(() => button.click());
  expect(button).toHaveValue("true");
  await act(async () => {
    // Never settles: its page never loads.
    void router.navigate("/slow");
  });
  act(() => button.click());
  expect(button).toHaveValue("false");
});
