/** Step one: a file of last year, a template, a document of the library, or nothing. */
import { Button, Radio } from "@fluentui/react-components";
import { DocumentArrowRightRegular } from "@fluentui/react-icons";
import { type DragEvent, type ReactNode, useId, useState } from "react";
import { sourceOf } from "../platform/browser.ts";
import type { SourceFile } from "../platform/platform.ts";
import { NOTHING, useLoad } from "../shared/use-load.ts";
import { newPlanStrings as strings } from "./new-plan.strings.ts";
import type { LibraryDocument, NewPlanSource, TemplateSummary } from "./new-plan-state.ts";

export interface SourceStepProps {
  readonly source: NewPlanSource | undefined;
  readonly onFile: (file: SourceFile) => void;
  readonly onChooseFile: () => void;
  readonly onChoose: (source: NewPlanSource) => void;
}

export function SourceStep({ source, onFile, onChooseFile, onChoose }: SourceStepProps): ReactNode {
  return (
    <div className="new-plan-source">
      <section>
        <h3>{strings.fileHeading}</h3>
        <FileDrop
          chosen={source?.kind === "file" ? source.document.file.name : undefined}
          onFile={onFile}
          onChooseFile={onChooseFile}
        />
      </section>
      <Templates source={source} onChoose={onChoose} />
      <LibraryDocuments source={source} onChoose={onChoose} />
    </div>
  );
}

/** The blank template is what 空白文稿 makes; it needs no second row. */
function isSkeleton(template: TemplateSummary): boolean {
  return template.id !== "blank";
}

interface FileDropProps {
  readonly chosen: string | undefined;
  readonly onFile: (file: SourceFile) => void;
  readonly onChooseFile: () => void;
}

function FileDrop({ chosen, onFile, onChooseFile }: FileDropProps): ReactNode {
  const [dropping, setDropping] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setDropping(false);
    const file = event.dataTransfer.files[0];
    if (file) void sourceOf(file).then(onFile);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is an extra; the button inside does the same
    <div
      className={dropping ? "new-plan-drop new-plan-drop-over" : "new-plan-drop"}
      data-takes-files=""
      onDragOver={(event) => {
        event.preventDefault();
        setDropping(true);
      }}
      onDragLeave={() => setDropping(false)}
      onDrop={drop}
    >
      <Button icon={<DocumentArrowRightRegular />} onClick={onChooseFile}>
        {strings.chooseFile}
      </Button>
      <span className="quiet">
        {dropping ? strings.drop : chosen === undefined ? strings.chooseFileText : strings.chosenFile(chosen)}
      </span>
    </div>
  );
}

interface ChoiceListProps {
  readonly source: NewPlanSource | undefined;
  readonly onChoose: (source: NewPlanSource) => void;
}

function Templates({ source, onChoose }: ChoiceListProps): ReactNode {
  const { answer } = useLoad("templates.list", NOTHING);
  const name = useId();
  const chosen = source?.kind === "template" ? source.template.id : undefined;
  return (
    <section>
      <h3>{strings.templates}</h3>
      {answer && !answer.ok && <p className="quiet">{strings.templatesFailed}</p>}
      <div className="new-plan-list" role="radiogroup" aria-label={strings.templates}>
        <SourceRow
          group={name}
          title={strings.blank}
          meta=""
          checked={source?.kind === "blank"}
          onChoose={() => onChoose({ kind: "blank" })}
        />
        {answer?.ok &&
          answer.value.templates
            .filter(isSkeleton)
            .map((template: TemplateSummary) => (
              <SourceRow
                key={template.id}
                group={name}
                title={template.name}
                meta={strings.counts(template.sections, template.items)}
                checked={template.id === chosen}
                onChoose={() => onChoose({ kind: "template", template })}
              />
            ))}
      </div>
    </section>
  );
}

function LibraryDocuments({ source, onChoose }: ChoiceListProps): ReactNode {
  const { answer } = useLoad("library.documents", NOTHING);
  const name = useId();
  const chosen = source?.kind === "library" ? source.document.documentId : undefined;
  // Without a library there is nothing to choose from, and the start screen has already said so.
  if (!answer?.ok) return null;
  return (
    <section>
      <h3>{strings.libraryHeading}</h3>
      {answer.value.documents.length === 0 && <p className="quiet">{strings.libraryEmpty}</p>}
      <div className="new-plan-list" role="radiogroup" aria-label={strings.libraryHeading}>
        {answer.value.documents.map((document: LibraryDocument) => (
          <SourceRow
            key={document.documentId}
            group={name}
            title={document.title}
            meta={strings.documentMeta(document.issuer, document.items)}
            checked={document.documentId === chosen}
            onChoose={() => onChoose({ kind: "library", document })}
          />
        ))}
      </div>
    </section>
  );
}

interface SourceRowProps {
  readonly group: string;
  readonly title: string;
  readonly meta: string;
  readonly checked: boolean;
  readonly onChoose: () => void;
}

function SourceRow({ group, title, meta, checked, onChoose }: SourceRowProps): ReactNode {
  return (
    <div className={checked ? "new-plan-row new-plan-row-checked" : "new-plan-row"}>
      <Radio name={group} label={title} value={title} checked={checked} onChange={onChoose} />
      <span className="quiet">{meta}</span>
    </div>
  );
}
