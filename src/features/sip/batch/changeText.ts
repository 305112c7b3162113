import { differences, type Names } from "#common/journal/describe.ts";
import type { NewRow, Step } from "#domain/batch/batch.ts";
import type { Text } from "#i18n/texts.ts";

/** What a step does: the action where the values alone do not say it, and each value from what to what. */
export function changeLines(
  { step, before }: Pick<NewRow, "step" | "before">,
  t: Text,
  names: Names,
): string[] {
  const fields = stepFields(step);
  const changed =
    Object.keys(fields).length === 0
      ? []
      : differences(
          {
            object: { kind: "sip", id: null, number: null, name: null },
            fields,
            before: before === undefined ? null : { ...before },
          },
          t,
          names,
        );
  const values = changed.map(({ field, from, to }) =>
    from === undefined ? `${field}: ${to ?? "–"}` : `${field}: ${from} → ${to ?? "–"}`,
  );
  const lines = [...actionText(step, t), ...values];
  return step.kind === "updateAccount" ? lines : [lines.join(" · ")];
}

/** How many lines the longest of these changes takes at most. */
export function countLines(rows: readonly (readonly Pick<NewRow, "step">[])[]): number {
  return rows.reduce(
    (most, steps) =>
      Math.max(
        most,
        steps.reduce((sum, each) => sum + linesOf(each), 0),
      ),
    1,
  );
}

const linesOf = ({ step }: Pick<NewRow, "step">) =>
  step.kind === "updateAccount" ? Object.keys(step.body).length : 1;

function actionText(step: Step, t: Text): string[] {
  switch (step.kind) {
    case "updateAccount":
    case "activateScenario":
      return [];
    case "createScenario":
    case "replaceScenario":
      return [t(`batch.step.${step.kind}`, { name: step.body.name })];
    case "deleteScenario":
      return [t("batch.step.deleteScenario", { name: step.name })];
    default:
      return [t(`batch.step.${step.kind}`)];
  }
}

/** The fields that a step sets; name and extension of a new account stand beside it already. */
function stepFields(step: Step): Record<string, unknown> {
  switch (step.kind) {
    case "createAccount": {
      const { name: _name, number: _number, sequence_rule: _rule, ...rest } = step.body;
      return rest;
    }
    case "createScenario": {
      const { name: _name, ...rest } = step.body;
      return rest;
    }
    case "updateAccount":
    case "replaceScenario":
    case "setForwarding":
      return step.body;
    case "activateScenario":
      return { active_scenario: { name: step.name } };
    case "undo":
    case "newPassword":
    case "deleteAccount":
    case "deleteScenario":
      return {};
  }
}
