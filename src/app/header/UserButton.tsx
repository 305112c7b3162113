import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useLogin, useUser } from "#common/login.ts";
import { loginPart } from "../loginPart.ts";
import { sessionQuery } from "../session.ts";
import styles from "./Header.module.css";

const AccountPanel = loginPart(
  async () => (await import("#features/login/AccountPanel.tsx")).AccountPanel,
  ({ onClose }) => onClose(),
);

/** Who is signed in; opens what is theirs: sessions, password, the way out. */
export function UserButton() {
  const client = useQueryClient();
  const kind = useLogin()?.kind;
  const user = useUser();
  const [open, setOpen] = useState(false);
  if (user === undefined || kind === undefined) return null;
  return (
    <>
      <button
        type="button"
        className={`bare row gap-6 small ${styles.user}`}
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        <span className={`center strong ${styles.initial}`} aria-hidden>
          {Array.from(user.fullName)[0]?.toUpperCase()}
        </span>
        <span className={`unbroken truncate ${styles.userName}`} translate="no">
          {user.fullName}
        </span>
      </button>
      {open && (
        <AccountPanel
          kind={kind}
          user={user}
          onChange={() => client.fetchQuery({ ...sessionQuery, staleTime: 0 })}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}
