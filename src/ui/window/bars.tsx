/** The message bars, newest last. */
import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarGroup,
} from "@fluentui/react-components";
import { DismissRegular } from "@fluentui/react-icons";
import type { ReactNode } from "react";
import { useStore } from "zustand";
import { useServices } from "../services.ts";
import { windowStrings as strings } from "./window.strings.ts";

export function Bars(): ReactNode {
  const { bars } = useServices();
  const shown = useStore(bars, (state) => state.bars);
  return (
    <MessageBarGroup className="bars" animate="exit-only">
      {shown.map((bar) => (
        <MessageBar key={bar.topic} intent={bar.intent} layout="singleline" className="bar">
          <MessageBarBody className="bar-text">{bar.text}</MessageBarBody>
          <MessageBarActions
            {...(bar.closable
              ? {
                  containerAction: (
                    <Button
                      appearance="transparent"
                      size="small"
                      icon={<DismissRegular />}
                      aria-label={strings.closeBar}
                      onClick={() => bars.close(bar.topic)}
                    />
                  ),
                }
              : {})}
          >
            {bar.actions.map((action) => (
              <Button key={action.label} size="small" onClick={action.run}>
                {action.label}
              </Button>
            ))}
          </MessageBarActions>
        </MessageBar>
      ))}
    </MessageBarGroup>
  );
}
