/** Maps token lists to small integers, equal tokens to equal ids, counting from 0 in order of appearance. */
export function tokenIds(lists: readonly (readonly string[])[]): { ids: Int32Array[]; distinct: number } {
  const known = new Map<string, number>();
  const ids = lists.map((tokens) => {
    const list = new Int32Array(tokens.length);
    for (let index = 0; index < tokens.length; index += 1) {
      const token = tokens[index] ?? "";
      let id = known.get(token);
      if (id === undefined) {
        id = known.size;
        known.set(token, id);
      }
      list[index] = id;
    }
    return list;
  });
  return { ids, distinct: known.size };
}
