const ROWS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];

/** The letters beside a letter on an English keyboard. */
export function neighboursOf(letter: string): string[] {
  const row = ROWS.findIndex((keys) => keys.includes(letter));
  const column = ROWS[row]?.indexOf(letter) ?? 0;
  const beside = [
    [row, column - 1],
    [row, column + 1],
    [row - 1, column],
    [row - 1, column + 1],
    [row + 1, column - 1],
    [row + 1, column],
  ] as const;
  return beside.flatMap(([r, c]) => ROWS[r]?.[c] ?? []);
}

/** A word that no language has, another for each number. */
export function strangeWord(number: number): string {
  return `zq${[...number.toString(5)].map((digit) => 'qzxvj'[Number(digit)]).join('')}`;
}
