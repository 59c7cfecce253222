/** "3.7 %": a proportion for a sentence. */
export function percent(proportion: number): string {
  return `${(proportion * 100).toFixed(1).replace(/\.0$/, "")} %`;
}

export function counted(value: number): string {
  return value.toLocaleString("en-US");
}
