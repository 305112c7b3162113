import type { CSSProperties } from "react";
import { Icon } from "#ui/icons.tsx";
import { useText } from "#i18n/texts.ts";
import { usePhoneFormat } from "../phone.ts";
import { nameSpans, spanText } from "./spanText.ts";
import { type CallPlan, type Span, axisTicks, buildTimeline } from "#domain/sip/timeline.ts";
import { timelineText } from "./timelineText.ts";
import styles from "./Timeline.module.css";

/** A bar with a smaller share of the axis has its label beside it: it would not fit inside. */
const SHORT_BAR_SHARE = 0.14;

/**
 * A chart of which phone rings from which second to which, and the total as text. Screen readers get
 * a list instead. Where the order is unknown there is no axis, only a dashed line for each phone with
 * how long it rings.
 */
export function Timeline({ plan }: { plan: CallPlan }) {
  const t = useText();
  const phone = usePhoneFormat();
  const { spans: unnamed, certain, least, most, voicemail } = buildTimeline(plan);
  const spans = nameSpans(unnamed, t, phone);
  const end = certain ? most : least;
  const last = certain ? t("timeline.last", { n: end }) : t("timeline.lastUnsure");
  return (
    <figure className={styles.timeline}>
      <div className={`stack small ${styles.plot}`} data-unsure={!certain} aria-hidden="true">
        {certain && <Lines end={end} />}
        {spans.map((span) => (
          <div key={span.place} className={styles.row}>
            <span className={styles.label}>{span.who}</span>
            <div className={styles.track}>
              {certain ? <Bar span={span} end={end} /> : <UnorderedBar span={span} end={end} />}
            </div>
          </div>
        ))}
        {voicemail === true && <VoicemailRow />}
        {certain && <Axis end={end} />}
      </div>
      <ol className="visually-hidden">
        {spans.map((span) => (
          <li key={span.place}>{spanText(span, certain, t)}</li>
        ))}
        {voicemail === true && <li>{last}</li>}
      </ol>
      <figcaption className="muted small">{timelineText(plan, t)}</figcaption>
    </figure>
  );
}

/** A CSS position on the axis; an axis of length 0 has only its beginning. */
const at = (seconds: number, end: number) => `${end === 0 ? 0 : (seconds / end) * 100}%`;

function Bar({ span: { leg, from, to }, end }: { span: Span; end: number }) {
  const t = useText();
  const silent = from === to;
  const beside = silent || to - from < end * SHORT_BAR_SHARE;
  const place: CSSProperties = { left: at(from, end), width: at(to - from, end) };
  // At the far end of the axis the label is placed before the bar.
  const before = beside && from > end / 2;
  const position: CSSProperties = before
    ? { right: `calc(100% - ${at(from, end)})` }
    : { left: at(to, end) };
  const seconds = silent ? t("timeline.silent") : t("timeline.seconds", { n: to - from });
  return (
    <>
      <span className={`${styles.bar} ${silent ? styles.silent : styles[leg.kind]}`} style={place}>
        {!beside && seconds}
      </span>
      {beside && (
        <span className={`muted tabular unbroken ${styles.beside}`} style={position}>
          {seconds}
        </span>
      )}
    </>
  );
}

/** How long a phone rings where the order is unknown: centred on its line. */
function UnorderedBar({ span: { from, to }, end }: { span: Span; end: number }) {
  const t = useText();
  const silent = from === to;
  return (
    <span className={styles.loose}>
      <span
        className={silent ? styles.looseSilent : styles.looseBar}
        style={silent ? undefined : { width: `calc((100% - 32px) * ${(to - from) / end})` }}
      >
        {silent ? t("timeline.silent") : t("timeline.seconds", { n: to - from })}
      </span>
    </span>
  );
}

/** The voicemail after the last second. */
function VoicemailRow() {
  const t = useText();
  return (
    <div className={styles.row}>
      <span className={styles.label}>{t("timeline.voicemail")}</span>
      <div className={styles.track}>
        <span className={`center ${styles.voicemail}`}>
          <Icon name="voicemail" size={16} />
        </span>
      </div>
    </div>
  );
}

function Lines({ end }: { end: number }) {
  return (
    <div className={styles.lines}>
      {axisTicks(end).map((tick) => (
        <span key={tick} style={{ left: at(tick, end) }} />
      ))}
    </div>
  );
}

/** The seconds; only the last tick has the unit. */
function Axis({ end }: { end: number }) {
  const t = useText();
  const ticks = axisTicks(end);
  return (
    <div className={`${styles.row} ${styles.axis}`}>
      <span className={styles.label} />
      <div className={styles.track}>
        {ticks.map((tick, index) => (
          <span
            key={tick}
            className={`muted caption tabular unbroken ${styles.tick}`}
            style={{ left: at(tick, end) }}
          >
            {index === ticks.length - 1 ? t("timeline.seconds", { n: tick }) : tick}
          </span>
        ))}
      </div>
    </div>
  );
}
