/** 配对到…: by keyboard what dragging does by mouse. */
import {
  Menu,
  MenuButton,
  MenuGroup,
  MenuGroupHeader,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from "@fluentui/react-components";
import type { ReactNode } from "react";
import type { ComparedPoint } from "../../core/compare/comparison.ts";
import { compareStrings as strings } from "./compare.strings.ts";

/** Characters of a point in the menu. */
const LABEL_LENGTH = 28;

export interface PairMenuProps {
  readonly label: string;
  /** Points of the other year. */
  readonly points: readonly ComparedPoint[];
  /** Whether the choice may also be added to the partner that is there (合并). */
  readonly canMerge: boolean;
  readonly onChoose: (id: string, replace: boolean) => void;
}

export function PairMenu({ label, points, canMerge, onChoose }: PairMenuProps): ReactNode {
  const items = (replace: boolean) =>
    points.map((point) => (
      <MenuItem key={point.id} onClick={() => onChoose(point.id, replace)}>
        {strings.point(point.ordinal, (point.heading || point.text).slice(0, LABEL_LENGTH))}
      </MenuItem>
    ));
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <MenuButton size="small" appearance="subtle" className="compare-pair-button" aria-label={label}>
          {strings.pair}
        </MenuButton>
      </MenuTrigger>
      <MenuPopover className="compare-pair-menu">
        <MenuList>
          <MenuGroup>
            <MenuGroupHeader>{label}</MenuGroupHeader>
            {items(true)}
          </MenuGroup>
          {canMerge && (
            <MenuGroup>
              <MenuGroupHeader>{strings.mergeWith}</MenuGroupHeader>
              {items(false)}
            </MenuGroup>
          )}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
