/** The attachments of a plan in 公文要素. */
import { Button, Checkbox } from "@fluentui/react-components";
import { AddRegular } from "@fluentui/react-icons";
import type { ReactNode } from "react";
import type { Attachment } from "../../core/plan/model.ts";
import { frontMatterStrings as strings } from "./front-matter.strings.ts";
import { Line } from "./front-matter-fields.tsx";

/** Limit of the plan model, and of one text in it. */
const MOST = 99;
const LONGEST_TEXT = 100_000;

export interface AttachmentsProps {
  readonly attachments: readonly Attachment[];
  readonly onChange: (attachments: readonly Attachment[]) => void;
}

export function AttachmentFields({ attachments, onChange }: AttachmentsProps): ReactNode {
  const change = (index: number, values: Partial<Attachment>) =>
    onChange(attachments.map((each, at) => (at === index ? { ...each, ...values } : each)));
  const moveUp = (index: number) => {
    const moved = attachments[index];
    const before = attachments[index - 1];
    if (moved && before) onChange(attachments.with(index - 1, moved).with(index, before));
  };
  const add = () =>
    onChange([
      ...attachments,
      { id: crypto.randomUUID(), name: "", ownPages: true, paragraphs: [], rows: [], landscape: false },
    ]);
  return (
    <>
      <p className="quiet">{strings.attachmentsHint}</p>
      {attachments.map((attachment, index) => (
        <div key={attachment.id} className="front-matter-attachment">
          <Line
            label={strings.attachmentName(index + 1)}
            value={attachment.name}
            onCommit={(name) => change(index, { name })}
          />
          <div className="front-matter-row">
            <Checkbox
              label={strings.ownPages}
              checked={attachment.ownPages}
              onChange={(_, { checked }) => change(index, { ownPages: checked === true })}
            />
            {attachment.ownPages && (
              <Checkbox
                label={strings.landscape}
                checked={attachment.landscape}
                onChange={(_, { checked }) => change(index, { landscape: checked === true })}
              />
            )}
          </div>
          {attachment.ownPages && (
            <Line
              label={strings.attachmentText}
              hint={
                attachment.rows.length > 0
                  ? strings.attachmentRows(attachment.rows.length)
                  : strings.attachmentTextHint
              }
              value={attachment.paragraphs.join("\n")}
              rows={3}
              limit={LONGEST_TEXT}
              onCommit={(text) =>
                change(index, { paragraphs: text.split("\n").filter((line) => line.trim() !== "") })
              }
            />
          )}
          <div className="front-matter-row">
            <Button size="small" disabled={index === 0} onClick={() => moveUp(index)}>
              {strings.moveUp}
            </Button>
            <Button size="small" onClick={() => onChange(attachments.toSpliced(index, 1))}>
              {strings.removeAttachment}
            </Button>
          </div>
        </div>
      ))}
      <Button icon={<AddRegular />} disabled={attachments.length >= MOST} onClick={add}>
        {strings.addAttachment}
      </Button>
    </>
  );
}
