import { type RefObject, useEffect } from "react";

/**
 * Prevents lost clicks. A mousedown takes the focus from a field, which may then show its error and
 * push everything below it down: the mouse is released beside the button, and there is no click. So
 * within this form the focus moves on click, not on mousedown.
 */
export function useFocusOnClick(form: RefObject<HTMLFormElement | null>): void {
  useEffect(() => {
    const { current } = form;
    const press = (event: Event) => {
      if (pressed(event) !== undefined) event.preventDefault();
    };
    const click = (event: Event) => pressed(event)?.focus();
    current?.addEventListener("mousedown", press);
    current?.addEventListener("click", click);
    return () => {
      current?.removeEventListener("mousedown", press);
      current?.removeEventListener("click", click);
    };
  }, [form]);
}

/**
 * The button or radio button of an event. Leaves out buttons with tabindex -1, and drag handles,
 * which get no click: they need the focus on mousedown so that Escape reaches them.
 */
function pressed({ target }: Event): HTMLElement | undefined {
  if (!(target instanceof Element)) return undefined;
  const button = target.closest<HTMLElement>('button:not([tabindex="-1"], [aria-roledescription])');
  if (button !== null) return button;
  const control = target.closest("label")?.control;
  return control instanceof HTMLInputElement && control.type === "radio" ? control : undefined;
}
