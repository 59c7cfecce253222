/** The rows of unit u are `rows[starts[u]]` up to, but without, `rows[starts[u + 1]]`. */
export type ClusterRows = { starts: Uint32Array; rows: Uint32Array };

/** Rows by cluster in order of first appearance; without clusters, every row is a unit. */
export function clusterRows(total: number, clusters?: readonly string[]): ClusterRows {
  if (!clusters) {
    return {
      starts: Uint32Array.from({ length: total + 1 }, (_, index) => index),
      rows: Uint32Array.from({ length: total }, (_, index) => index),
    };
  }
  if (clusters.length !== total) {
    throw new RangeError(`There are ${total} rows but ${clusters.length} cluster names.`);
  }
  const groups = [...Map.groupBy(clusters.keys(), (row) => clusters[row] ?? "").values()];
  const starts = new Uint32Array(groups.length + 1);
  const rows = new Uint32Array(total);
  let next = 0;
  groups.forEach((group, unit) => {
    rows.set(group, next);
    next += group.length;
    starts[unit + 1] = next;
  });
  return { starts, rows };
}

/** A collector of the rows of units; what it returns is overwritten by the next call. */
export function rowCollector({ starts, rows }: ClusterRows): (units: Uint32Array) => Uint32Array {
  // As many units as rows: each unit is its row, in order.
  if (starts.length === rows.length + 1) return (units) => units;
  let buffer = new Uint32Array(rows.length);
  return (units) => {
    let length = 0;
    for (let index = 0; index < units.length; index += 1) {
      const unit = units[index] ?? 0;
      length += (starts[unit + 1] ?? 0) - (starts[unit] ?? 0);
    }
    if (length > buffer.length) buffer = new Uint32Array(length * 2);
    let next = 0;
    for (let index = 0; index < units.length; index += 1) {
      const unit = units[index] ?? 0;
      const end = starts[unit + 1] ?? 0;
      for (let at = starts[unit] ?? 0; at < end; at += 1) {
        buffer[next] = rows[at] ?? 0;
        next += 1;
      }
    }
    return buffer.subarray(0, length);
  };
}
