import Button from "@mui/material/Button";
import { useDeferredValue, useMemo } from "react";
import { useLocation, useNavigate } from "react-router";
import { useText } from "#i18n/texts.ts";
import { UnreadNotice } from "../UnreadNotice.tsx";
import { useCountries } from "#domain/directions/useCountries.ts";
import { useClosePanel } from "#common/useClosePanel.ts";
import { paths } from "#paths";
import { DraftNotice } from "#ui/form/draft/DraftNotice.tsx";
import { Notice } from "#ui/Notice.tsx";
import { usePanelTitle } from "#ui/pageTitle.ts";
import { SidePanel } from "#ui/SidePanel.tsx";
import panel from "#ui/SidePanel.module.css";
import { useDraft } from "../draft/context.ts";
import { LeaveGuard } from "../draft/LeaveGuard.tsx";
import { computeDifference, type Difference, IMPORT_MODES } from "./difference.ts";
import { ModeChoice } from "./ModeChoice.tsx";
import { Preview } from "./Preview.tsx";
import { parseSource } from "./source.ts";
import { SourceInput } from "#common/source/SourceInput.tsx";
import { SourceProblemNotice } from "#common/source/SourceProblemNotice.tsx";
import { useSource } from "#common/source/useSource.ts";

const OPTIONS = { place: paths.directionsImport(), modes: IMPORT_MODES };

/** `/directions/import`: from a list of countries to the review of what it would change. */
export function ImportPanel() {
  const t = useText();
  const { search } = useLocation();
  const close = useClosePanel({ pathname: paths.directions(), search });
  const { input, loaded, mode, setMode, found, discard, leave, ...given } = useSource(OPTIONS);
  const { countries, all, allowed } = useCountries();
  const source = useDeferredValue(given.source);
  const reading = useMemo(
    () => (source === undefined ? undefined : parseSource(source, countries)),
    [source, countries],
  );
  const lines = reading !== undefined && "lines" in reading ? reading.lines : undefined;
  const known = all.data !== undefined && allowed.data !== undefined;
  const difference = useMemo(
    () =>
      known && lines !== undefined ? computeDifference(countries, lines.named, mode) : undefined,
    [known, lines, countries, mode],
  );
  const title = t("import.title");
  usePanelTitle(title);
  return (
    <SidePanel title={title} onClose={() => void close()}>
      <form className={panel.body} noValidate onSubmit={(event) => event.preventDefault()}>
        <DraftNotice found={found} onDiscard={discard} />
        <p className="muted small">{t("import.lead")}</p>
        <UnreadNotice all={all} allowed={allowed} />
        <SourceInput {...input} help={t("import.pasteHelp")} />
        {reading !== undefined && "problem" in reading && (
          <SourceProblemNotice problem={reading.problem} />
        )}
        {lines !== undefined && <ModeChoice mode={mode} onChange={setMode} />}
        {lines !== undefined && difference === undefined && (
          <p className="muted small" role="status">
            {t(all.isError || allowed.isError ? "import.unknownOpen" : "import.loading")}
          </p>
        )}
        {lines !== undefined && difference !== undefined && (
          <Preview lines={lines} difference={difference} mode={mode} />
        )}
      </form>
      <Foot difference={difference} onReview={leave} onClose={() => void close()} />
      <LeaveGuard loaded={loaded} onLeave={leave} />
    </SidePanel>
  );
}

/** Hands the difference to the page's draft: nothing is sent before it is reviewed. */
function Foot({
  difference,
  onReview,
  onClose,
}: {
  difference: Difference | undefined;
  onReview: () => void;
  onClose: () => void;
}) {
  const t = useText();
  const navigate = useNavigate();
  const location = useLocation();
  const draft = useDraft();
  const changes = difference !== undefined && difference.staged.size > 0;
  const review = () => {
    if (difference === undefined) return;
    draft.setStaged(difference.staged);
    onReview();
    void navigate(
      { pathname: paths.directionsReview(), search: location.search },
      { replace: true, state: location.state as unknown, preventScrollReset: true },
    );
  };
  return (
    <div className={panel.foot}>
      {changes && draft.staged.size > 0 && <Notice tone="attention">{t("import.replaces")}</Notice>}
      <div className="buttons">
        <Button variant="contained" disabled={!changes} onClick={review}>
          {t("import.review")}
        </Button>
        <Button onClick={onClose}>{t("ui.cancel")}</Button>
      </div>
    </div>
  );
}
