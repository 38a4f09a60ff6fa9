/** Exporting a table: as a Word document for reading, or as a workbook for going on with it. */
import { Menu, MenuButton, MenuItem, MenuList, MenuPopover, MenuTrigger } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { compareStrings as strings } from "./compare.strings.ts";
import type { NoteFormat } from "./use-note-export.ts";

const FORMATS = ["docx", "xlsx"] as const satisfies readonly NoteFormat[];

export interface ExportMenuProps {
  readonly label: string;
  readonly onExport: (format: NoteFormat) => void;
}

export function ExportMenu({ label, onExport }: ExportMenuProps): ReactNode {
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <MenuButton size="small">{label}</MenuButton>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {FORMATS.map((format) => (
            <MenuItem key={format} onClick={() => onExport(format)}>
              {strings.formats[format]}
            </MenuItem>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
