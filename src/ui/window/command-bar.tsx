/** The command bar: few commands, each with a word and its key. */
import {
  Menu,
  MenuButton,
  MenuDivider,
  MenuItemCheckbox,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
  Toolbar,
  ToolbarButton,
  ToolbarDivider,
  Tooltip,
} from "@fluentui/react-components";
import {
  ArrowExportRegular,
  ArrowRedoRegular,
  ArrowUndoRegular,
  DocumentSearchRegular,
  PanelLeftRegular,
  PanelRightRegular,
  QuestionCircleRegular,
  SaveRegular,
  TaskListSquareLtrRegular,
} from "@fluentui/react-icons";
import type { ReactElement, ReactNode } from "react";
import { useStore } from "zustand";

import type { Numbering } from "../../core/plan/model.ts";
import type { CommandId } from "../../host/command-table.ts";
import { shownKeyOf } from "../commands/keys.ts";
import { setNumbering } from "../editor/index.ts";

import type { EditorLink } from "../session/editor-link.ts";
import { windowStrings as strings } from "./window.strings.ts";

export interface CommandBarProps {
  readonly link: EditorLink;
  readonly leftOpen: boolean;
  readonly rightOpen: boolean;
  readonly tasksOpen: boolean;
  readonly comparing: boolean;
  readonly previewing: boolean;
  readonly onRun: (id: CommandId) => void;
}

/** What makes levels; in the narrowest window left to menu and keys. */
const WRITING = [
  { id: "add-section", name: "section" },
  { id: "add-subsection", name: "subsection" },
  { id: "add-item", name: "item" },
  { id: "make-clause", name: "clause" },
] as const;

export function CommandBar(props: CommandBarProps): ReactNode {
  // Commands of the text wait while something else stands in its place.
  const { link, tasksOpen, onRun } = props;
  const textShown = !(tasksOpen || props.comparing || props.previewing);
  const canUndo = useStore(link, (facts) => facts.canUndo);
  const canRedo = useStore(link, (facts) => facts.canRedo);
  const command = (id: CommandId, name: string) => ({ id, name, onRun });
  return (
    <Toolbar className="command-bar" aria-label={strings.commandBar} size="small">
      <BarCommand {...command("save", strings.save)} icon={<SaveRegular />} />
      <ToolbarDivider />
      <BarCommand {...command("undo", strings.undo)} icon={<ArrowUndoRegular />} disabled={!canUndo} />
      <BarCommand {...command("redo", strings.redo)} icon={<ArrowRedoRegular />} disabled={!canRedo} />
      <ToolbarDivider />
      {WRITING.map(({ id, name }) => (
        <BarCommand
          key={id}
          {...command(id, strings[name])}
          className="command-bar-writing"
          disabled={!textShown}
        />
      ))}
      <ToolbarDivider className="command-bar-writing" />
      <NumberingMenu link={link} />
      <BarCommand
        {...command("tasks", strings.tasks)}
        icon={<TaskListSquareLtrRegular />}
        pressed={tasksOpen}
      />
      <BarCommand {...command("compare", strings.compare)} pressed={props.comparing} />
      <BarCommand {...command("library", strings.library)} />
      <span className="command-bar-gap" />
      <BarCommand
        {...command("preview", strings.preview)}
        icon={<DocumentSearchRegular />}
        pressed={props.previewing}
      />
      <BarCommand {...command("export", strings.export)} icon={<ArrowExportRegular />} primary />
      <ToolbarDivider />
      <IconCommand
        {...command("toggle-left", props.leftOpen ? strings.foldLeft : strings.unfoldLeft)}
        icon={<PanelLeftRegular />}
        pressed={props.leftOpen}
      />
      <IconCommand
        {...command("toggle-right", props.rightOpen ? strings.foldRight : strings.unfoldRight)}
        icon={<PanelRightRegular />}
        pressed={props.rightOpen}
      />
      <IconCommand {...command("shortcuts", strings.help)} icon={<QuestionCircleRegular />} />
    </Toolbar>
  );
}

interface BarCommandProps {
  readonly id: CommandId;
  readonly name: string;
  readonly className?: string;
  readonly icon?: ReactElement;
  readonly disabled?: boolean;
  readonly primary?: boolean;
  readonly pressed?: boolean;
  readonly onRun: (id: CommandId) => void;
}

function BarCommand(props: BarCommandProps): ReactNode {
  const { id, name, className = "", icon, disabled = false, primary = false, pressed, onRun } = props;
  return (
    <Tooltip content={nameWithKey(id, name)} relationship="description" withArrow>
      <ToolbarButton
        {...(icon ? { icon } : {})}
        className={className}
        appearance={primary ? "primary" : "subtle"}
        disabled={disabled}
        aria-pressed={pressed}
        data-command={id}
        // The caret and the selection stay where they are.
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => onRun(id)}
      >
        {icon ? <span className="command-bar-name">{name}</span> : name}
      </ToolbarButton>
    </Tooltip>
  );
}

interface IconCommandProps extends BarCommandProps {
  readonly icon: ReactElement;
}

function IconCommand({ id, name, icon, pressed, onRun }: IconCommandProps): ReactNode {
  return (
    <Tooltip content={nameWithKey(id, name)} relationship="label" withArrow>
      <ToolbarButton
        icon={icon}
        appearance="subtle"
        aria-pressed={pressed}
        data-command={id}
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => onRun(id)}
      />
    </Tooltip>
  );
}

function nameWithKey(id: CommandId, name: string): string {
  const key = shownKeyOf(id);
  return key === undefined ? name : strings.withKey(name, key);
}

/** Levels whose numbers can run on over the headings above them. */
const RUN_ON = ["sections", "subsections"] as const;

function runningOn({ items }: Numbering, levels: readonly string[]): Numbering {
  return {
    items,
    ...(levels.includes("sections") ? { sections: "continuous" } : {}),
    ...(levels.includes("subsections") ? { subsections: "continuous" } : {}),
  };
}

const NUMBERINGS = ["continuous", "per-section", "per-heading"] as const;

function NumberingMenu({ link }: { readonly link: EditorLink }): ReactNode {
  const numbering = useStore(link, (facts) => facts.numbering);
  const hasParts = useStore(link, ({ outline }) => outline.some(({ kind }) => kind === "part"));
  return (
    <Menu
      checkedValues={{ numbering: [numbering.items], runsOn: RUN_ON.filter((level) => numbering[level]) }}
      onCheckedValueChange={(_, { name, checkedItems }) => {
        if (name === "runsOn") return void link.run(setNumbering(runningOn(numbering, checkedItems)));
        const items = NUMBERINGS.find((choice) => choice === checkedItems[0]);
        if (items) link.run(setNumbering({ ...numbering, items }));
      }}
    >
      <MenuTrigger disableButtonEnhancement>
        <MenuButton appearance="subtle" size="small" className="command-bar-menu">
          {strings.numbering.label(strings.numbering.names[numbering.items])}
        </MenuButton>
      </MenuTrigger>
      <MenuPopover>
        <MenuList aria-label={strings.numbering.menu}>
          {NUMBERINGS.map((choice) => (
            <MenuItemRadio key={choice} name="numbering" value={choice}>
              {strings.numbering.choices[choice]}
            </MenuItemRadio>
          ))}
          <MenuDivider />
          {RUN_ON.filter((level) => level === "subsections" || hasParts).map((level) => (
            <MenuItemCheckbox key={level} name="runsOn" value={level}>
              {strings.numbering.runsOn[level]}
            </MenuItemCheckbox>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
