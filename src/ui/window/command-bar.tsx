/** The command bar: few commands, each with a word and its key. */
import {
  Menu,
  MenuButton,
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
import { redo, undo } from "prosemirror-history";
import type { Command } from "prosemirror-state";
import type { ReactElement, ReactNode } from "react";
import { useStore } from "zustand";
import { addItem, addSection, addSubsection, setKind, setNumbering } from "../editor/index.ts";
import type { EditorLink } from "../session/editor-link.ts";
import { windowStrings as strings } from "./window.strings.ts";

export interface CommandBarProps {
  readonly link: EditorLink;
  readonly leftOpen: boolean;
  readonly rightOpen: boolean;
  readonly tasksOpen: boolean;
  readonly onTasks: () => void;
  readonly onSave: () => void;
  readonly comparing: boolean;
  readonly onCompare: () => void;
  readonly onLibrary: () => void;
  readonly onExport: () => void;
  readonly previewing: boolean;
  readonly onPreview: () => void;
  readonly onHelp: () => void;
  readonly onToggleLeft: () => void;
  readonly onToggleRight: () => void;
}

export function CommandBar(props: CommandBarProps): ReactNode {
  // Commands of the text wait while the tasks stand in its place.
  const { link, tasksOpen } = props;
  const canUndo = useStore(link, (facts) => facts.canUndo);
  const canRedo = useStore(link, (facts) => facts.canRedo);
  /** Commands that write leave the keyboard in the text. */
  const run = (command: Command) => {
    link.run(command);
    link.focus();
  };
  return (
    <Toolbar className="command-bar" aria-label={strings.commandBar} size="small">
      <BarCommand name={strings.save} keys="Ctrl+S" icon={<SaveRegular />} onRun={props.onSave} />
      <ToolbarDivider />
      <BarCommand
        name={strings.undo}
        keys="Ctrl+Z"
        icon={<ArrowUndoRegular />}
        disabled={!canUndo}
        onRun={() => run(undo)}
      />
      <BarCommand
        name={strings.redo}
        keys="Ctrl+Y"
        icon={<ArrowRedoRegular />}
        disabled={!canRedo}
        onRun={() => run(redo)}
      />
      <ToolbarDivider />
      <BarCommand
        name={strings.section}
        keys="Ctrl+Shift+Enter"
        disabled={tasksOpen}
        onRun={() => run(addSection)}
      />
      <BarCommand name={strings.subsection} disabled={tasksOpen} onRun={() => run(addSubsection)} />
      <BarCommand name={strings.item} keys="Ctrl+Enter" disabled={tasksOpen} onRun={() => run(addItem)} />
      <BarCommand name={strings.clause} disabled={tasksOpen} onRun={() => run(setKind("clause"))} />
      <ToolbarDivider />
      <NumberingMenu link={link} />
      <BarCommand
        name={strings.tasks}
        keys="F9"
        icon={<TaskListSquareLtrRegular />}
        pressed={tasksOpen}
        onRun={props.onTasks}
      />
      <BarCommand name={strings.compare} pressed={props.comparing} onRun={props.onCompare} />
      <BarCommand name={strings.library} keys="Ctrl+Shift+F" onRun={props.onLibrary} />
      <span className="command-bar-gap" />
      <BarCommand
        name={strings.preview}
        keys="F5"
        icon={<DocumentSearchRegular />}
        pressed={props.previewing}
        onRun={props.onPreview}
      />
      <BarCommand
        name={strings.export}
        keys="Ctrl+E"
        icon={<ArrowExportRegular />}
        primary
        onRun={props.onExport}
      />
      <ToolbarDivider />
      <IconCommand
        name={props.leftOpen ? strings.foldLeft : strings.unfoldLeft}
        keys="Ctrl+\"
        icon={<PanelLeftRegular />}
        pressed={props.leftOpen}
        onRun={props.onToggleLeft}
      />
      <IconCommand
        name={props.rightOpen ? strings.foldRight : strings.unfoldRight}
        keys="Ctrl+/"
        icon={<PanelRightRegular />}
        pressed={props.rightOpen}
        onRun={props.onToggleRight}
      />
      <IconCommand name={strings.help} keys="F1" icon={<QuestionCircleRegular />} onRun={props.onHelp} />
    </Toolbar>
  );
}

interface BarCommandProps {
  readonly name: string;
  readonly keys?: string;
  readonly icon?: ReactElement;
  readonly disabled?: boolean;
  readonly primary?: boolean;
  readonly pressed?: boolean;
  readonly onRun: () => void;
}

function BarCommand({
  name,
  keys,
  icon,
  disabled = false,
  primary = false,
  pressed,
  onRun,
}: BarCommandProps): ReactNode {
  return (
    <Tooltip
      content={keys === undefined ? name : strings.withKey(name, keys)}
      relationship="description"
      withArrow
    >
      <ToolbarButton
        {...(icon ? { icon } : {})}
        appearance={primary ? "primary" : "subtle"}
        disabled={disabled}
        aria-pressed={pressed}
        // The caret and the selection stay where they are.
        onMouseDown={(event) => event.preventDefault()}
        onClick={onRun}
      >
        {icon ? <span className="command-bar-name">{name}</span> : name}
      </ToolbarButton>
    </Tooltip>
  );
}

interface IconCommandProps {
  readonly name: string;
  readonly keys: string;
  readonly icon: ReactElement;
  readonly pressed?: boolean;
  readonly onRun: () => void;
}

function IconCommand({ name, keys, icon, pressed, onRun }: IconCommandProps): ReactNode {
  return (
    <Tooltip content={strings.withKey(name, keys)} relationship="label" withArrow>
      <ToolbarButton
        icon={icon}
        appearance="subtle"
        aria-pressed={pressed}
        onMouseDown={(event) => event.preventDefault()}
        onClick={onRun}
      />
    </Tooltip>
  );
}

const NUMBERINGS = ["continuous", "per-section", "per-heading"] as const;

function NumberingMenu({ link }: { readonly link: EditorLink }): ReactNode {
  const numbering = useStore(link, (facts) => facts.numbering.items);
  return (
    <Menu
      checkedValues={{ numbering: [numbering] }}
      onCheckedValueChange={(_, { checkedItems }) => {
        const items = NUMBERINGS.find((choice) => choice === checkedItems[0]);
        if (items) link.run(setNumbering({ items }));
      }}
    >
      <MenuTrigger disableButtonEnhancement>
        <MenuButton appearance="subtle" size="small" className="command-bar-menu">
          {strings.numbering.label(strings.numbering.names[numbering])}
        </MenuButton>
      </MenuTrigger>
      <MenuPopover>
        <MenuList aria-label={strings.numbering.menu}>
          {NUMBERINGS.map((choice) => (
            <MenuItemRadio key={choice} name="numbering" value={choice}>
              {strings.numbering.choices[choice]}
            </MenuItemRadio>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
