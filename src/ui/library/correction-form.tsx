/** What the office says about a document where the reading was wrong. */
import { Button, Field, Input } from "@fluentui/react-components";
import { type ReactNode, useState } from "react";
import { yearSchema } from "../../core/plan/model.ts";
import type { DocumentCorrection } from "../../core/suggest/library-exchange.ts";
import type { ReplyOf } from "../../host/contract.ts";
import { libraryStrings } from "./library.strings.ts";

const strings = libraryStrings.correction;

export interface CorrectionFormProps {
  readonly document: ReplyOf<"library.documents">["documents"][number];
  readonly onSave: (correction: DocumentCorrection) => void;
  readonly onCancel: () => void;
}

export function CorrectionForm({ document, onSave, onCancel }: CorrectionFormProps): ReactNode {
  const [title, setTitle] = useState(document.title);
  const [issuer, setIssuer] = useState(document.issuer);
  const [region, setRegion] = useState(document.region);
  const [year, setYear] = useState(document.year === null ? "" : String(document.year));
  const read = year.trim() === "" ? null : yearSchema.safeParse(Number(year));
  const bad = read !== null && !read.success;
  return (
    <form
      className="library-correction"
      onSubmit={(event) => {
        event.preventDefault();
        if (!bad) onSave({ title, issuer, region, year: read?.data ?? null });
      }}
    >
      <Field label={strings.title}>
        <Input value={title} maxLength={500} onChange={(_, { value }) => setTitle(value)} />
      </Field>
      <Field label={strings.issuer}>
        <Input value={issuer} maxLength={500} onChange={(_, { value }) => setIssuer(value)} />
      </Field>
      <Field label={strings.region}>
        <Input value={region} maxLength={500} onChange={(_, { value }) => setRegion(value)} />
      </Field>
      <Field label={strings.year} {...(bad ? { validationMessage: libraryStrings.badYear } : {})}>
        <Input value={year} maxLength={4} onChange={(_, { value }) => setYear(value)} />
      </Field>
      <div className="library-actions">
        <Button type="submit" appearance="primary" size="small" disabled={bad}>
          {strings.save}
        </Button>
        <Button size="small" onClick={onCancel}>
          {strings.cancel}
        </Button>
      </div>
    </form>
  );
}
