/** The first screen: how to begin, what was open lately, and what can be recovered. */
import { Button, Menu, MenuItemRadio, MenuList, MenuPopover, MenuTrigger } from "@fluentui/react-components";
import {
  BuildingRegular,
  FolderOpenRegular,
  LibraryRegular,
  WeatherMoonRegular,
} from "@fluentui/react-icons";
import { type ReactNode, useState } from "react";
import { useStore } from "zustand";
import { importStrings } from "../import/import.strings.ts";
import { useImporting } from "../import/importing.tsx";
import { NewPlanDialog } from "../new-plan/new-plan-dialog.tsx";
import type { Beginning } from "../new-plan/new-plan-state.ts";
import { officeStrings } from "../office/office.strings.ts";
import { OfficeDialog } from "../office/office-dialog.tsx";
import type { OpenedPlan } from "../platform/platform.ts";
import { useServices } from "../services.ts";
import type { RightTab } from "../session/settings.ts";
import { NOTHING, useLoad } from "../shared/use-load.ts";
import { THEME_CHOICES, type ThemeChoice } from "../theme/theme-choice.ts";
import { Bars } from "../window/bars.tsx";
import { Choices } from "./choices.tsx";
import { RecentPlans } from "./recent-plans.tsx";
import { RecoverablePlans } from "./recoverable-plans.tsx";
import { showOpenFailure } from "./show-open-failure.ts";
import { startStrings as strings } from "./start.strings.ts";
import "./start.css";

export interface StartScreenProps {
  readonly onOpen: (opened: OpenedPlan, tab?: RightTab) => void;
}

export function StartScreen({ onOpen }: StartScreenProps): ReactNode {
  const services = useServices();
  const { platform, bars } = services;
  const [beginning, setBeginning] = useState<Beginning>();
  // Counts the imports: each may have changed what the library holds.
  const [round, setRound] = useState(0);

  const openPlan = async () => {
    const reply = await platform.openPlan();
    if (!reply.ok) showOpenFailure(services, reply.failure, null, onOpen);
    else if (reply.value) onOpen(reply.value);
  };
  const importing = useImporting({
    onPlan: (document) => setBeginning({ from: "imported", document }),
    onOpenPlan: onOpen,
    onClosed: () => setRound((before) => before + 1),
  });
  const showFailure = (text: string) =>
    bars.show({ topic: "open", intent: "error", text, actions: [], closable: true });

  return (
    <div className="start">
      <Bars />
      <main className="start-page">
        <section className="start-new" aria-label={strings.choices}>
          <header className="start-brand">
            <h1>{strings.product}</h1>
            <p className="quiet">{strings.tagline}</p>
          </header>
          <Choices onBegin={setBeginning} />
          <p className="start-import">
            <Button appearance="subtle" icon={<LibraryRegular />} onClick={() => importing.choose("files")}>
              {importStrings.importFiles}
            </Button>
            <Button appearance="subtle" onClick={() => importing.choose("folder")}>
              {importStrings.importFolder}
            </Button>
          </p>
          <FirstRun />
        </section>
        <section className="start-plans" aria-label={strings.recent}>
          <RecoverablePlans onOpen={onOpen} onFailure={showFailure} />
          <RecentPlans
            onOpen={onOpen}
            onFailure={(failure, name) => showOpenFailure(services, failure, name, onOpen)}
            onLocate={() => void openPlan()}
          >
            <Button icon={<FolderOpenRegular />} onClick={() => void openPlan()}>
              {strings.open}
            </Button>
          </RecentPlans>
        </section>
      </main>
      <StartFooter key={round} />
      {importing.element}
      {beginning && (
        <NewPlanDialog beginning={beginning} onClose={() => setBeginning(undefined)} onOpen={onOpen} />
      )}
    </div>
  );
}

function FirstRun(): ReactNode {
  const { status } = useServices();
  if (!status.firstRun || !status.library.available) return null;
  return (
    <p className="start-first-run quiet">
      {strings.firstRun(status.library.documents, status.library.items)}
    </p>
  );
}

function StartFooter(): ReactNode {
  const { status, settings } = useServices();
  const theme = useStore(settings, (values) => values.theme);
  const { answer } = useLoad("app.status", NOTHING);
  const [office, setOffice] = useState(false);
  const { library } = answer?.ok ? answer.value : status;
  return (
    <footer className="start-footer quiet">
      <span>
        {library.available ? strings.library(library.documents, library.items) : strings.libraryUnavailable}
      </span>
      <span className="start-version">{strings.version(status.version)}</span>
      <Button appearance="subtle" size="small" icon={<BuildingRegular />} onClick={() => setOffice(true)}>
        {officeStrings.title}
      </Button>
      {office && <OfficeDialog onClose={() => setOffice(false)} />}
      <Menu
        checkedValues={{ theme: [theme] }}
        onCheckedValueChange={(_, { checkedItems }) => {
          const chosen = THEME_CHOICES.find((choice) => choice === checkedItems[0]);
          if (chosen) settings.change({ theme: chosen });
        }}
      >
        <MenuTrigger disableButtonEnhancement>
          <Button appearance="subtle" size="small" icon={<WeatherMoonRegular />}>
            {strings.theme}
          </Button>
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            {THEME_CHOICES.map((choice: ThemeChoice) => (
              <MenuItemRadio key={choice} name="theme" value={choice}>
                {strings.themes[choice]}
              </MenuItemRadio>
            ))}
          </MenuList>
        </MenuPopover>
      </Menu>
    </footer>
  );
}
