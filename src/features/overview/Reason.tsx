import { usePhoneFormat } from "#common/phone.ts";
import type { SipRow } from "#domain/sip/rows.ts";
import { toCallPlan } from "#domain/sip/timeline.ts";
import { useText } from "#i18n/texts.ts";
import type { Matter } from "./matters.ts";
import styles from "./Overview.module.css";

/** So many drops within seven days are worth telling. */
const MANY_DROPS = 3;

/** What a matter does to calls, from what is known without asking for more. */
export function Reason({ matter }: { matter: Matter }) {
  const t = useText();
  const describeCalls = useCallsText();
  const sentences: string[] = [];
  if (matter.kind === "phone") {
    sentences.push(describeCalls(matter.row));
    const { drops = 0 } = matter;
    if (drops >= MANY_DROPS) sentences.push(t("overview.reason.drops", { n: drops }));
  } else if (matter.kind === "line" && matter.leadsTo !== undefined) {
    const { extension, name } = matter.leadsTo;
    sentences.push(t("overview.reason.leadsTo", { who: `${extension} ${name}` }));
  }
  if (sentences.length === 0) return null;
  return <span className={`small muted ${styles.what}`}>{sentences.join(" ")}</span>;
}

/** Where the calls of an account go while its phone is offline. */
function useCallsText(): (row: SipRow) => string {
  const t = useText();
  const phone = usePhoneFormat();
  return ({ scenario }) => {
    if (scenario === null || scenario === undefined) return t("overview.reason.inactive");
    const { name, voicemail } = scenario;
    const ringing = toCallPlan(scenario).legs.filter(({ timeout }) => timeout > 0);
    if (ringing.length === 0) return t("overview.reason.silent", { name });
    const others = ringing.filter(({ kind }) => kind !== "sip");
    if (others.length === 0) {
      return t("overview.reason.only", { name, voicemail: String(voicemail) });
    }
    const named = others.flatMap(({ number }) => (number === undefined ? [] : [phone(number)]));
    const unnamed = others.length - named.length;
    const where = [...named, ...(unnamed > 0 ? [t("overview.reason.others", { n: unnamed })] : [])];
    const key = others.length < ringing.length ? "also" : "elsewhere";
    return t(`overview.reason.${key}`, { name, where: where.join(", ") });
  };
}
