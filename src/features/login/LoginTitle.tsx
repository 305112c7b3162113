import type { ReactNode } from "react";
import { useDocumentTitle } from "#ui/pageTitle.ts";

/** The heading of a page outside the frame. */
export function LoginTitle({ title, lead }: { title: string; lead?: ReactNode }) {
  useDocumentTitle(title);
  return (
    <header className="stack gap-8">
      <h1 className="heading" tabIndex={-1} data-page-title>
        {title}
      </h1>
      {lead !== undefined && <p className="muted">{lead}</p>}
    </header>
  );
}
