/** 本单位信息: clear fields, saved as a whole; as a file it goes to another machine. */
import { Button, Field, Input, Spinner, Textarea } from "@fluentui/react-components";
import { type ReactNode, useEffect, useState } from "react";
import { EMPTY_OFFICE, MAX_LEADERS, MAX_PLACES, MAX_UNITS, type Office } from "../../core/office/office.ts";
import { OFFICE_ENDING } from "../../core/office/office-file.ts";
import { failureText } from "../messages.ts";
import { chooseFile } from "../platform/browser.ts";
import { useServices } from "../services.ts";
import { Modal } from "../shared/modal.tsx";
import { NOTHING, useLoad } from "../shared/use-load.ts";
import { officeStrings as strings } from "./office.strings.ts";
import { RowList } from "./row-list.tsx";
import "./office.css";

/** Limit of the office model. */
const LINE = 200;

export function OfficeDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { host, platform } = useServices();
  const { answer } = useLoad("office.get", NOTHING);
  const [office, setOffice] = useState<Office>();
  const [places, setPlaces] = useState("");
  const [message, setMessage] = useState<{ readonly error: boolean; readonly text: string }>();
  useEffect(() => {
    if (!answer) return;
    const known = answer.ok ? answer.value.office : EMPTY_OFFICE;
    setOffice(known);
    setPlaces(known.homePlaces.join("\n"));
  }, [answer]);
  const change = (values: Partial<Office>) => setOffice((before) => before && { ...before, ...values });
  const complete = (): Office | undefined => office && tidied({ ...office, homePlaces: places.split("\n") });

  const save = async (): Promise<boolean> => {
    const given = complete();
    if (!given) return false;
    const reply = await host.call("office.set", { office: given });
    if (!reply.ok) setMessage({ error: true, text: strings.notSaved });
    return reply.ok;
  };
  const read = async () => {
    const file = await chooseFile([OFFICE_ENDING, ".json"]);
    if (!file) return;
    const reply = await host.call("office.read", file);
    if (!reply.ok) {
      const words = { damaged: strings.damaged, newer: strings.newer, "unsupported-format": strings.foreign };
      const { code } = reply.failure;
      const text =
        code in words
          ? words[code as keyof typeof words](file.name)
          : failureText(reply.failure, "read", file.name);
      setMessage({ error: true, text });
      return;
    }
    setOffice(reply.value.office);
    setPlaces(reply.value.office.homePlaces.join("\n"));
    setMessage({ error: false, text: strings.imported(file.name) });
  };
  const write = async () => {
    if (!(await save())) return;
    const name = `${office?.shortName || strings.title}${OFFICE_ENDING}`;
    const target = await platform.chooseExportTarget(name);
    if (!target.ok || !target.value) return;
    const reply = await host.call("office.export", { target: target.value });
    if (!reply.ok) setMessage({ error: true, text: failureText(reply.failure, "export", name) });
    else {
      if (reply.value.bytes) platform.download(reply.value.name, reply.value.bytes);
      setMessage({ error: false, text: strings.exported(reply.value.name) });
    }
  };

  return (
    <Modal
      title={strings.title}
      className="office-dialog"
      onCancel={onClose}
      aside={
        <span className="office-files">
          <Button size="small" appearance="subtle" onClick={() => void read()}>
            {strings.import}
          </Button>
          <Button size="small" appearance="subtle" onClick={() => void write()}>
            {strings.export}
          </Button>
        </span>
      }
      actions={
        <>
          <Button onClick={onClose}>{strings.cancel}</Button>
          <Button
            appearance="primary"
            disabled={!office}
            onClick={async () => {
              if (await save()) onClose();
            }}
          >
            {strings.save}
          </Button>
        </>
      }
    >
      <p className="quiet">{strings.intro}</p>
      {message && (
        <p role={message.error ? "alert" : "status"} className={message.error ? "office-error" : ""}>
          {message.text}
        </p>
      )}
      {office ? (
        <>
          <div className="office-names">
            <Line
              label={strings.name}
              hint={strings.nameHint}
              value={office.name}
              onChange={(name) => change({ name })}
            />
            <Line
              label={strings.shortName}
              value={office.shortName}
              onChange={(shortName) => change({ shortName })}
            />
            <Line label={strings.region} value={office.region} onChange={(region) => change({ region })} />
            <Line
              label={strings.documentCode}
              hint={strings.documentCodeHint}
              value={office.documentCode}
              onChange={(documentCode) => change({ documentCode })}
            />
          </div>
          <RowList
            title={strings.units}
            fields={UNIT_FIELDS}
            rows={office.units}
            add={strings.addUnit}
            remove={strings.removeUnit}
            most={MAX_UNITS}
            onChange={(units) => change({ units })}
          />
          <RowList
            title={strings.leaders}
            fields={LEADER_FIELDS}
            rows={office.leaders}
            add={strings.addLeader}
            remove={strings.removeLeader}
            most={MAX_LEADERS}
            onChange={(leaders) => change({ leaders })}
          />
          <Field label={strings.homePlaces} hint={strings.homePlacesHint}>
            <Textarea rows={3} value={places} onChange={(_, { value }) => setPlaces(value)} />
          </Field>
        </>
      ) : (
        <Spinner size="small" />
      )}
    </Modal>
  );
}

const UNIT_FIELDS = [
  { key: "name", label: strings.unitName },
  { key: "shortName", label: strings.unitShortName },
  { key: "leader", label: strings.unitLeader },
] as const;
const LEADER_FIELDS = [
  { key: "name", label: strings.leaderName },
  { key: "post", label: strings.leaderPost },
] as const;

interface LineProps {
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function Line({ label, hint, value, onChange }: LineProps): ReactNode {
  return (
    <Field label={label} {...(hint ? { hint } : {})}>
      <Input maxLength={LINE} value={value} onChange={(_, data) => onChange(data.value)} />
    </Field>
  );
}

/** The office without blank rows and blanks around names. */
function tidied(office: Office): Office {
  const trimmed = <Fields extends Readonly<Record<string, string>>>(fields: Fields): Fields =>
    Object.fromEntries(Object.entries(fields).map(([key, value]) => [key, value.trim()])) as Fields;
  return {
    ...office,
    units: office.units.map(trimmed).filter(({ name }) => name !== ""),
    leaders: office.leaders.map(trimmed).filter(({ name }) => name !== ""),
    homePlaces: office.homePlaces
      .map((place) => place.trim().slice(0, LINE))
      .filter((place) => place !== "")
      .slice(0, MAX_PLACES),
  };
}
