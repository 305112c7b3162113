import { Link, type To } from "react-router";
import { usePhoneFormat } from "#common/phone.ts";
import { paths } from "#paths";
import { useFormats } from "#i18n/format.ts";
import { useText } from "#i18n/texts.ts";
import { useNow } from "#ui/useNow.ts";
import { FigureMark } from "./Figure.tsx";
import type { Matter, Since } from "./matters.ts";
import styles from "./Overview.module.css";
import { Reason } from "./Reason.tsx";

/** So many are told one by one. */
const TOLD = 8;

interface Props {
  matters: readonly Matter[];
  /** The id of the heading over it. */
  heading: string;
}

/** What needs attention: since when, and where to go about it. */
export function Matters({ matters, heading }: Props) {
  const t = useText();
  const formats = useFormats();
  const rest = matters.length - TOLD;
  return (
    <ul className={`card stack ${styles.matters}`} aria-labelledby={heading}>
      {matters.slice(0, TOLD).map((matter) => (
        <MatterRow key={keyOf(matter)} matter={matter} />
      ))}
      {rest > 0 && (
        <li className={styles.matter}>
          <Link className={styles.rest} to={{ pathname: paths.status(), search: "?state=offline" }}>
            {t("overview.more", { n: formats.number(rest) })}
          </Link>
        </li>
      )}
    </ul>
  );
}

const keyOf = (matter: Matter) =>
  matter.kind === "voicemail" ? matter.kind : `${matter.kind} ${matter.row.id}`;

function MatterRow({ matter }: { matter: Matter }) {
  const { name, note, what, to, action } = useWords(matter);
  return (
    <li className={styles.matter}>
      <FigureMark shape={matter.kind === "voicemail" ? "warning" : "ring"} />
      <p>
        <Link className="row-link" to={to} translate="no">
          {name}
        </Link>
        {note !== undefined && <span className="muted tabular"> {note}</span>}
        <span className={`${styles.what} ${matter.kind === "voicemail" ? "attention" : "offline"}`}>
          {what}
          {matter.since !== undefined && <SinceText since={matter.since} />}
        </span>
        <Reason matter={matter} />
      </p>
      <Link className={styles.action} to={action.to} aria-label={`${action.text}: ${name}`}>
        {action.text}
      </Link>
    </li>
  );
}

interface Words {
  name: string;
  note?: string;
  what: string;
  to: To;
  action: { text: string; to: To };
}

function useWords(matter: Matter): Words {
  const t = useText();
  const phone = usePhoneFormat();
  switch (matter.kind) {
    case "phone": {
      const { id, name, extension } = matter.row;
      return {
        name,
        note: String(extension),
        what: t("overview.matter.phone"),
        to: paths.sipAccount(id),
        action: {
          text: t("overview.matter.phoneAction"),
          to: { pathname: paths.statusAccount(id), search: "?state=offline" },
        },
      };
    }
    case "line": {
      const { kind, connectionId, number, providerStatus: word } = matter.row;
      const isOpen = kind !== undefined && connectionId !== undefined;
      const list = { pathname: paths.externalNumbers(), search: "?state=lost" };
      return {
        name: phone(number),
        what: word === "" ? t("overview.notRegistered") : t("overview.notRegisteredSaid", { word }),
        to: isOpen ? { ...list, pathname: paths.externalNumber(kind, connectionId) } : list,
        action: {
          text: t("overview.matter.lineAction"),
          to: isOpen ? paths.externalEdit(kind, connectionId) : list,
        },
      };
    }
    case "voicemail":
      return {
        name: t("overview.voicemail"),
        what: t("overview.matter.voicemail"),
        to: paths.voicemail(),
        action: { text: t("overview.matter.voicemailAction"), to: paths.voicemail() },
      };
  }
}

function SinceText({ since: { at, exact } }: { since: Since }) {
  const t = useText();
  const formats = useFormats();
  const now = useNow();
  const span = formats.duration(now - at);
  const text = exact
    ? t("overview.since", { time: formats.moment(at, now), span })
    : t("overview.sinceAtLeast", { span });
  return <>, {text}</>;
}
