import type { Words } from '../words/vi';

interface SyntheticWordsProps {
  readonly words: Words;
  readonly x: number;
  readonly y: number;
}

/** Inside each picture, so that one that was cut out still says it. */
export function SyntheticWords({ words, x, y }: SyntheticWordsProps) {
  return (
    <text class="synthetic-words" x={x} y={y} text-anchor="end">
      {words.syntheticTag}
    </text>
  );
}
