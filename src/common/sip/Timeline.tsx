import type { CSSProperties } from "react";
import { Icon } from "#ui/icons.tsx";
import { useCommonText } from "../messages.ts";
import { usePhoneFormat } from "../phone.ts";
import { nameSpans, spanWords } from "./spanText.ts";
import { type CallPlan, type Span, ticksOf, timelineOf } from "./timeline.ts";
import { timelineWords } from "./timelineText.ts";
import styles from "./Timeline.module.css";

/** A bar that is a smaller share of the axis has its seconds beside it: they would not fit in. */
const SHORT = 0.14;

/**
 * Who rings from which second to which, drawn, and the total in words. For a screen reader the
 * drawing is a list. Where the order is not known there is no axis: a dashed line for each phone,
 * and on it for how long it rings, from no second on.
 */
export function Timeline({ plan }: { plan: CallPlan }) {
  const t = useCommonText();
  const phone = usePhoneFormat();
  const { spans: bare, certain, least, most, voicemail } = timelineOf(plan);
  const spans = nameSpans(bare, t, phone);
  const end = certain ? most : least;
  const last = certain ? t("timeline.last", { n: end }) : t("timeline.lastUnsure");
  return (
    <figure className={styles.timeline}>
      <div className={styles.plot} data-unsure={!certain} aria-hidden="true">
        {certain && <Lines end={end} />}
        {spans.map((span) => (
          <div key={span.place} className={styles.row}>
            <span className={styles.label}>{span.who}</span>
            <div className={styles.track}>
              {certain ? <Bar span={span} end={end} /> : <LooseBar span={span} end={end} />}
            </div>
          </div>
        ))}
        {voicemail === true && <VoicemailRow />}
        {certain && <Axis end={end} />}
      </div>
      <ol className="visually-hidden">
        {spans.map((span) => (
          <li key={span.place}>{spanWords(span, certain, t)}</li>
        ))}
        {voicemail === true && <li>{last}</li>}
      </ol>
      <figcaption className={styles.words}>{timelineWords(plan, t)}</figcaption>
    </figure>
  );
}

/** A place on the axis as CSS wants it; an axis of nothing has only its beginning. */
const at = (seconds: number, end: number) => `${end === 0 ? 0 : (seconds / end) * 100}%`;

function Bar({ span: { leg, from, to }, end }: { span: Span; end: number }) {
  const t = useCommonText();
  const silent = from === to;
  const beside = silent || to - from < end * SHORT;
  const place: CSSProperties = { left: at(from, end), width: at(to - from, end) };
  // Words beside a bar at the far end stand before it.
  const before = beside && from > end / 2;
  const words: CSSProperties = before
    ? { right: `calc(100% - ${at(from, end)})` }
    : { left: at(to, end) };
  const seconds = silent ? t("timeline.silent") : t("timeline.seconds", { n: to - from });
  return (
    <>
      <span className={`${styles.bar} ${silent ? styles.silent : styles[leg.kind]}`} style={place}>
        {!beside && seconds}
      </span>
      {beside && (
        <span className={styles.beside} style={words}>
          {seconds}
        </span>
      )}
    </>
  );
}

/** How long a phone rings, from no second on: in the middle of its line, its ends left open. */
function LooseBar({ span: { from, to }, end }: { span: Span; end: number }) {
  const t = useCommonText();
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

/** The step after the last second. */
function VoicemailRow() {
  const t = useCommonText();
  return (
    <div className={styles.row}>
      <span className={styles.label}>{t("timeline.voicemail")}</span>
      <div className={styles.track}>
        <span className={styles.voicemail}>
          <Icon name="voicemail" size={16} />
        </span>
      </div>
    </div>
  );
}

function Lines({ end }: { end: number }) {
  return (
    <div className={styles.lines}>
      {ticksOf(end).map((tick) => (
        <span key={tick} style={{ left: at(tick, end) }} />
      ))}
    </div>
  );
}

/** The seconds; the unit stands at the last mark only. */
function Axis({ end }: { end: number }) {
  const t = useCommonText();
  const ticks = ticksOf(end);
  return (
    <div className={`${styles.row} ${styles.axis}`}>
      <span className={styles.label} />
      <div className={styles.track}>
        {ticks.map((tick, index) => (
          <span key={tick} className={styles.tick} style={{ left: at(tick, end) }}>
            {index === ticks.length - 1 ? t("timeline.seconds", { n: tick }) : tick}
          </span>
        ))}
      </div>
    </div>
  );
}
