import Button from "@mui/material/Button";
import { type ComponentType, type ReactNode, useRef } from "react";
import { Link } from "react-router";
import type { SipScenario } from "#api/sipScenarios.ts";
import { AdminsOnly } from "#common/AdminsOnly.tsx";
import { OVER_PAGE } from "#common/useClosePanel.ts";
import type { Diagnosis as Diagnosed, Finding, FindingKind } from "#domain/diagnosis/findings.ts";
import { useText } from "#i18n/texts.ts";
import { paths } from "#paths";
import { Icon } from "#ui/icons.tsx";
import { Notice } from "#ui/Notice.tsx";
import styles from "./Diagnosis.module.css";
import { findingText, ringsText, type Words } from "./diagnosisText.ts";

/** Makes a scenario of an account active. */
export type Activate = ComponentType<{
  /** Of the account. */
  id: number;
  scenario: SipScenario;
  /** Called before the control goes, so that the focus goes elsewhere. */
  onPress: () => void;
}>;

interface Props {
  /** Of the account. */
  id: number;
  diagnosis: Diagnosed;
  words: Words;
  Activate: Activate;
  /** Leads to the scenarios, where there are several to choose from. */
  choose: ReactNode;
  /** What to do about a phone that is offline or unstable, below that sentence. */
  phoneHelp?: ReactNode;
}

const TONES: Partial<Record<FindingKind, "problem" | "attention">> = {
  offline: "problem",
  creating: "attention",
  silent: "attention",
  elsewhere: "attention",
  inactive: "attention",
  external: "attention",
  unstable: "attention",
};

/** Whether a phone rings; if not, each reason with its cure, the most serious first. */
export function Diagnosis({ id, diagnosis, words, Activate, choose, phoneHelp }: Props) {
  const t = useText();
  const section = useRef<HTMLElement>(null);
  const { findings, rings } = diagnosis;
  const ofPhone = findings.find(({ kind }) => kind === "offline" || kind === "unstable");
  const cure = (finding: Finding) => {
    const instead = "instead" in finding ? finding.instead : undefined;
    if (instead === undefined) return <Cure id={id} finding={finding} choose={choose} />;
    return (
      <>
        {finding.kind !== "inactive" && <Cure id={id} finding={finding} choose={choose} />}
        <Activate id={id} scenario={instead} onPress={() => section.current?.focus()} />
      </>
    );
  };
  return (
    <section
      ref={section}
      className={`stack gap-8 ${styles.verdict}`}
      aria-label={t("verdict.label")}
      tabIndex={-1}
    >
      {findings.map((finding, place) => (
        <Sentence
          // Each kind is there once, but for lost numbers.
          key={`${finding.kind} ${finding.kind === "external" ? place : ""}`}
          tone={TONES[finding.kind]}
          quiet={finding.kind === "offline"}
          action={cure(finding)}
        >
          <p>{findingText(finding, words)}</p>
          {finding === ofPhone && phoneHelp}
        </Sentence>
      ))}
      {rings !== undefined && (
        <p className={`beside gap-8 ${styles.fine}`}>
          <Icon name="check" />
          <span>{ringsText(rings, words)}</span>
        </p>
      )}
    </section>
  );
}

interface SentenceProps {
  /** Without one, nothing is wrong but that too little is known. */
  tone: "problem" | "attention" | undefined;
  /** It holds since when, which grows; the state itself is announced elsewhere. */
  quiet: boolean;
  action: ReactNode;
  children: ReactNode;
}

function Sentence({ tone, quiet, action, children }: SentenceProps) {
  if (tone !== undefined) {
    return (
      <Notice tone={tone} quiet={quiet} action={action}>
        {children}
      </Notice>
    );
  }
  return (
    <div className={`beside gap-8 ${styles.unknown}`} role="status">
      <Icon name="warning" />
      {children}
    </div>
  );
}

interface CureProps {
  id: number;
  finding: Finding;
  choose: ReactNode;
}

/** Leads to where a finding is cured; nothing where nobody can do anything here. */
function Cure({ id, finding, choose }: CureProps) {
  const t = useText();
  switch (finding.kind) {
    case "inactive":
      if (finding.count !== 0) return choose;
      return (
        <AdminsOnly>
          <CureLink to={paths.sipScenarioNew(id)} text={t("verdict.add")} overPage />
        </AdminsOnly>
      );
    case "silent":
    case "elsewhere": {
      const to = paths.sipScenarioEdit(id, finding.scenario.id);
      return (
        <AdminsOnly>
          <CureLink to={to} text={t("verdict.edit")} overPage />
        </AdminsOnly>
      );
    }
    case "external":
      return (
        <CureLink
          to={paths.externalNumber("ate", finding.lost.id)}
          text={t("verdict.openExternal")}
        />
      );
    case "offline":
    case "creating":
    case "unstable":
    case "unknown":
    case "scenariosUnread":
      return null;
  }
}

interface CureLinkProps {
  to: string;
  text: string;
  /** It opens a panel over this page. */
  overPage?: boolean;
}

function CureLink({ to, text, overPage = false }: CureLinkProps) {
  const panel = overPage ? { state: OVER_PAGE, preventScrollReset: true } : {};
  return (
    <Button component={Link} to={to} size="small" {...panel}>
      {text}
    </Button>
  );
}
