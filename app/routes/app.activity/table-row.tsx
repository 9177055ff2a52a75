import { BlockStack, IndexTable } from "@shopify/polaris";
import type { ReactElement } from "react";

interface RowProps {
  id: string;
  index: number;
  /** One below the other, where the screen is too narrow for columns. */
  isBlock: boolean;
  cells: ReactElement[];
}

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
            <div style={{ whiteSpace: "normal", overflowWrap: "anywhere" }}>{cell}</div>
          </IndexTable.Cell>
        ))
      )}
    </IndexTable.Row>
  );
}
