import type { Role } from "#api/access.ts";
import { CopyButton } from "#common/CopyButton.tsx";
import { useMoment } from "#i18n/useMoment.ts";
import { useText } from "#i18n/texts.ts";
import { basePath, paths } from "#paths";
import styles from "./Users.module.css";

export interface NewLink {
  link: string;
  expiresAt: string;
}

interface Props extends NewLink {
  name: string;
  role: Role | null;
}

/** A link that works once, to be handed over now: it is nowhere else. */
export function LinkToGive({ link, expiresAt, name, role }: Props) {
  const t = useText();
  const moment = useMoment();
  // After the "#": no server's log sees it.
  const address = `${location.origin}${basePath}${paths.signIn()}#${link}`;
  const until = { moment: moment(Date.parse(expiresAt)) };
  return (
    <section className="stack gap-8" aria-label={t("users.link", { name })}>
      <p role="status">{t(role === "wall" ? "users.linkTextWall" : "users.linkText", until)}</p>
      <div className={`row gap-4 card ${styles.link}`}>
        <code className="grow mono small" translate="no">
          {address}
        </code>
        <CopyButton what={t("users.linkValue")} text={async () => address} />
      </div>
    </section>
  );
}
