import Button from "@mui/material/Button";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "react-router";
import { toast } from "#ui/toasts.ts";
import { useText } from "#i18n/texts.ts";
import { forgetOffice, sandboxControl } from "./control.ts";
import styles from "./SandboxPanel.module.css";
import { STORIES, type Story, USUAL } from "./stories.ts";

interface Props {
  attempt: (action: () => Promise<void>) => Promise<void>;
  onLeave: () => void;
}

/** What can be seen in the sandbox, each with one click, and the way back. */
export function Stories({ attempt, onLeave }: Props) {
  const t = useText();
  const client = useQueryClient();
  const office = useQuery({ queryKey: ["sandbox", "office"], queryFn: sandboxControl.office });
  const faults = useQuery({
    queryKey: ["sandbox", "faults"],
    queryFn: sandboxControl.faults,
    staleTime: 0,
  });
  const isOn = (story: Story) =>
    "fault" in story
      ? (faults.data ?? []).some(
          ({ operation, fault }) => operation === "*" && fault === story.fault,
        )
      : "accounts" in story && office.data?.accounts === story.accounts;
  const begin = (story: Story) =>
    attempt(async () => {
      if ("begin" in story) await story.begin();
      else await sandboxControl.setFaults([{ operation: "*", fault: story.fault }]);
      toast("success", t("sandbox.begun", { story: t(`sandbox.story.${story.name}`) }));
      await forgetOffice(client);
    });
  const end = () =>
    attempt(async () => {
      await sandboxControl.setFaults([]);
      await sandboxControl.reset(USUAL);
      toast("success", t("sandbox.usualDone"));
      await forgetOffice(client);
    });
  return (
    <section className="stack gap-8">
      <h3 className="heading strong">{t("sandbox.stories")}</h3>
      <ul>
        {STORIES.map((story) => {
          const title = t(`sandbox.story.${story.name}`);
          return (
            <li key={story.name} className={`row gap-12 ${styles.story}`}>
              <div className="grow">
                <p className="strong">
                  {title}
                  {isOn(story) && <span className="attention small"> · {t("sandbox.isOn")}</span>}
                </p>
                <p className="small muted">{t(`sandbox.story.${story.name}Text`)}</p>
                <Link className="small" to={story.to} onClick={onLeave}>
                  {t(`sandbox.open.${story.screen}`)}
                </Link>
              </div>
              <Button
                size="small"
                variant="outlined"
                aria-label={t("sandbox.beginOf", { story: title })}
                onClick={() => void begin(story)}
              >
                {t("sandbox.begin")}
              </Button>
            </li>
          );
        })}
      </ul>
      <div>
        <Button variant="outlined" onClick={() => void end()}>
          {t("sandbox.usual")}
        </Button>
      </div>
    </section>
  );
}
