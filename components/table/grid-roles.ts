// Written out because some browsers forget the roles of table elements that are laid out with flex.
export const ROW_GROUP = { role: "rowgroup" };
export const ROW = { role: "row" };
export const CELL = { role: "gridcell" };
export const COLUMN_HEADER = { role: "columnheader" };
