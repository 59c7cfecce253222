export type MiniHistogramProps = {
  bins: readonly number[];
  n: number;
  /** The largest share of any bin of any run: all runs have the same height scale. */
  tallest: number;
  title: (bin: number) => string;
};

const heightPx = 34;

/** Bars of a distribution, drawn on the server. The figures beside it say it for readers without the picture. */
export function MiniHistogram({ bins, n, tallest, title }: MiniHistogramProps) {
  const width = 100 / Math.max(1, bins.length);
  return (
    <svg
      aria-hidden="true"
      width="100%"
      height={heightPx}
      viewBox={`0 0 100 ${heightPx}`}
      preserveAspectRatio="none"
      className="block border-strong border-b"
    >
      {bins.map((count, bin) => {
        const height = count === 0 ? 0 : Math.max(1, (count / Math.max(1, n) / tallest) * (heightPx - 2));
        return (
          <rect
            key={title(bin)}
            x={bin * width + 0.2}
            y={heightPx - height}
            width={width - 0.4}
            height={height}
            className="fill-series-1/75"
          >
            <title>{`${title(bin)}: ${count.toLocaleString("en")}`}</title>
          </rect>
        );
      })}
    </svg>
  );
}
