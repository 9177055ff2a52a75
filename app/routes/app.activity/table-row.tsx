import { BlockStack, IndexTable } from "@shopify/polaris";
import type { ReactElement } from "react";

interface RowProps {
  id: string;
  index: number;
  /** One below the other, where the screen is too narrow for columns. */
  isBlock: boolean;
  cells: ReactElement[];
}

/** What a column needs for its usual words and an address of usual length not to be broken, in pixels. */
const WIDTHS: Record<string, number> = { engagement: 150, shopper: 172, decision: 150, event: 150, why: 172, when: 78 };

/** One row of the list. Cells break where they have to, so that no width makes the page scroll sideways. */
export function TableRow({ id, index, isBlock, cells }: RowProps) {
  return (
    <IndexTable.Row id={id} position={index}>
      {isBlock ? (
        <div style={{ padding: "12px 16px", width: "100%", whiteSpace: "normal", overflowWrap: "anywhere" }}>
          <BlockStack gap="100" inlineAlign="start">
            {cells}
          </BlockStack>
        </div>
      ) : (
        cells.map((cell) => (
          <IndexTable.Cell key={cell.key}>
            <div style={{ whiteSpace: "normal", overflowWrap: "anywhere", minWidth: WIDTHS[String(cell.key)] }}>
              {cell}
            </div>
          </IndexTable.Cell>
        ))
      )}
    </IndexTable.Row>
  );
}
