import { type MouseEvent, type ReactNode, useEffect, useRef } from "react";
import { useText } from "#i18n/texts.ts";
import { toast } from "#ui/toasts.ts";
import { useIsAdmin } from "./login.ts";

/**
 * Around the buttons, links and boxes that change something or reveal a secret. To others they are
 * there as well, disabled, and say why: also to who presses one.
 */
export function AdminsOnly({ children }: { children: ReactNode }) {
  return useIsAdmin() ? children : <Disabled>{children}</Disabled>;
}

function Disabled({ children }: { children: ReactNode }) {
  const t = useText();
  const reason = t("role.reason");
  const box = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    // They stay focusable: by keyboard, too, one learns that they exist, and why they do nothing.
    for (const control of box.current?.querySelectorAll<HTMLElement>("a, button, input") ?? []) {
      control.setAttribute("aria-disabled", "true");
      control.title = reason;
      if (control instanceof HTMLInputElement) control.readOnly = true;
    }
  });
  const refuse = (event: MouseEvent) => {
    event.preventDefault();
    event.stopPropagation();
    toast("error", reason);
  };
  return (
    <span ref={box} className="restricted" onClickCapture={refuse}>
      {children}
    </span>
  );
}
