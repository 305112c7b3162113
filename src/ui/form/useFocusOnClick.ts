import { type RefObject, useEffect } from "react";

/**
 * Keeps what is pressed under the pointer. A press takes the focus from a field, which may then
 * show its error and push everything below it down: the pointer is released beside the button,
 * and the click is lost. So within this form the focus moves with the click, not with the press.
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
 * The button or the radio button of an event; those that are no stop of Tab see to it themselves.
 * A handle to drag by gets no click: it takes the focus when pressed, or Escape would not reach it.
 */
function pressed({ target }: Event): HTMLElement | undefined {
  if (!(target instanceof Element)) return undefined;
  const button = target.closest<HTMLElement>('button:not([tabindex="-1"], [aria-roledescription])');
  if (button !== null) return button;
  const control = target.closest("label")?.control;
  return control instanceof HTMLInputElement && control.type === "radio" ? control : undefined;
}
