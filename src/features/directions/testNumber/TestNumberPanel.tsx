import OutlinedInput from "@mui/material/OutlinedInput";
import { useId } from "react";
import { useSearchParams } from "react-router";
import { useClosePanel } from "#common/useClosePanel.ts";
import { paths } from "#paths";
import { Field } from "#ui/form/Field.tsx";
import { usePanelTitle } from "#ui/pageTitle.ts";
import { SidePanel } from "#ui/SidePanel.tsx";
import panel from "#ui/SidePanel.module.css";
import { withParams } from "#ui/useAddressParams.ts";
import { useText } from "#i18n/texts.ts";
import { TestResult } from "./TestResult.tsx";
import { useTypedNumber } from "./useTypedNumber.ts";

/** `/directions/test`: which direction a number belongs to, and whether it may be called. */
export function TestNumberPanel() {
  const t = useText();
  const id = useId();
  const [params] = useSearchParams();
  const search = `?${withParams(params, { number: undefined })}`;
  const close = useClosePanel({ pathname: paths.directions(), search });
  const { typed, type, leave } = useTypedNumber();
  const title = t("numberTest.title");
  usePanelTitle(title);
  return (
    <SidePanel title={title} onClose={() => void close()}>
      <div className={panel.body}>
        <Field id={id} label={t("numberTest.number")} help={t("numberTest.help")} error={undefined}>
          <OutlinedInput
            id={id}
            value={typed}
            onChange={(event) => type(event.target.value)}
            onBlur={leave}
            autoFocus
            type="tel"
            slotProps={{
              input: { "aria-describedby": `${id}-help`, autoComplete: "off", maxLength: 60 },
            }}
          />
        </Field>
        <TestResult typed={typed} />
      </div>
    </SidePanel>
  );
}
