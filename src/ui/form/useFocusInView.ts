import { type RefObject, useEffect } from "react";

/**
 * Keeps the focused element in view: the field that lost the focus may show its error a frame later
 * and push everything below it down.
 */
export function useFocusInView(form: RefObject<HTMLFormElement | null>): void {
  useEffect(() => {
    const { current } = form;
    current?.addEventListener("focusin", scrollBack);
    return () => current?.removeEventListener("focusin", scrollBack);
  }, [form]);
}

function scrollBack({ target }: FocusEvent): void {
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      if (target instanceof Element && target === document.activeElement) {
        target.scrollIntoView({ block: "nearest" });
      }
    }),
  );
}
